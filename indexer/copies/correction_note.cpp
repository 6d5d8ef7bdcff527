#include "indexer/copies/correction_note.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "common/text/ascii.h"
#include "common/text/unicode.h"
#include "indexer/enrichment/characters.h"

namespace dateline::indexer {
namespace {

constexpr std::string_view kCorrected = "corrected";
constexpr std::string_view kRefiled = "refiled";
constexpr std::string_view kRecast = "recast";
constexpr std::string_view kUpdate = "update";

// A beginning of a word or of a text, folded, and what it says.
struct NoteSign {
  std::string_view text;
  std::string_view version;
};

// clang-format off
// What opens a bracket, or the first line as a line of its own.
constexpr auto kBracketWords = std::to_array<NoteSign>({
    {"corrects", kCorrected}, {"correcting", kCorrected}, {"corrected", kCorrected},
    {"clarifies", kCorrected}, {"refiles", kRefiled}, {"refiling", kRefiled},
    {"refiled", kRefiled}, {"recasts", kRecast}, {"updates", kUpdate}, {"updated", kUpdate},
    {"adds", kUpdate}, {"korrigiert", kCorrected}, {"berichtigt", kCorrected},
    {"corrige", kCorrected}, {"aktualisiert", kUpdate}, {"actualiza", kUpdate},
    {"actualise", kUpdate}, {"aggiorna", kUpdate}, {"atualiza", kUpdate},
});

// Headings of a note; a colon, a dash or the end of the line follows, or a date and a colon.
constexpr auto kHeadings = std::to_array<std::string_view>({
    "correction", "corrections", "clarification", "clarifications", "correction and clarification",
    "corrections and clarifications", "correction clarification", "corrections clarifications",
    "clarifications and corrections", "erratum", "errata", "corrigendum", "korrektur",
    "berichtigung", "richtigstellung", "correctif", "rectificatif", "rectification", "correccion",
    "fe de errores", "fe de erratas", "rectificacion", "errata corrige", "correzione", "rettifica",
    "correcao", "retificacao", "correctie", "rectificatie", "rattelse", "rettelse", "korreksjon",
    "oikaisu", "sprostowanie", "duzeltme",
});

// What may stand before a note.
constexpr auto kNoteWords = std::to_array<std::string_view>({
    "editors note :", "ed note :", "note :",
    "note to readers :", "note to editors :", "anmerkung der redaktion :", "anm d red :",
    "hinweis der redaktion :", "hinweis :", "ndlr :", "note de la redaction :", "nota del editor :",
    "nota de la redaccion :", "nota della redazione :", "nota da redacao :",
    "noot van de redactie :",
});

// A note that begins so tells what was wrong before.
constexpr auto kEarlierVersions = std::to_array<std::string_view>({
    "an earlier version of th", "a previous version of th", "a prior version of th",
    "an original version of th", "an initial version of th", "the original version of th",
    "the earlier version of th", "earlier versions of th", "previous versions of th",
    "the headline of an earlier version", "the headline on an earlier version",
    "in an earlier version of th", "in a previous version of th", "in einer fruheren version",
    "in einer ersten version", "in einer vorherigen version", "in einer fruheren fassung",
    "eine fruhere version", "eine fruhere fassung", "une premiere version de",
    "une version precedente de", "une version anterieure de", "dans une premiere version",
    "dans une version precedente", "una version anterior de", "en una version anterior",
    "una versione precedente d", "in una versione precedente", "uma versao anterior d",
    "em uma versao anterior", "numa versao anterior", "een eerdere versie van",
    "in een eerdere versie", "en tidligere versjon av", "en tidligere version af",
    "en tidigare version av", "i en tidigare version",
});

// "This story ...": what is spoken of, then within a sentence what was done to it.
constexpr auto kThis = std::to_array<std::string_view>(
    {"this", "dieser", "diese", "dieses", "cet", "cette", "este", "esta", "questo", "questa", "dit",
     "deze", "den", "denna", "denne"});
constexpr auto kStories = std::to_array<std::string_view>(
    {"story", "article", "version", "report", "item", "post", "column", "piece", "dispatch",
     "headline", "copy", "text", "transcript", "caption", "graphic", "artikel", "beitrag",
     "bericht", "meldung", "depeche", "articulo", "nota", "noticia", "informacion", "articolo",
     "artigo", "materia", "reportagem", "texto", "testo", "bericht", "verhaal", "artikkelen",
     "artiklen", "artikeln"});
constexpr auto kDoneToStories = std::to_array<NoteSign>({
    {"correct", kCorrected}, {"amend", kCorrected}, {"clarif", kCorrected}, {"fix", kCorrected},
    {"refil", kRefiled}, {"recast", kRecast}, {"updat", kUpdate}, {"korrigiert", kCorrected},
    {"berichtigt", kCorrected}, {"aktualisiert", kUpdate}, {"corrig", kCorrected},
    {"rectifi", kCorrected}, {"actuali", kUpdate}, {"correg", kCorrected}, {"corrett", kCorrected},
    {"aggiornat", kUpdate}, {"atualizad", kUpdate}, {"gecorrigeerd", kCorrected},
    {"bijgewerkt", kUpdate}, {"aangepast", kCorrected}, {"rettet", kCorrected},
    {"korrigerat", kCorrected}, {"oppdatert", kUpdate}, {"opdateret", kUpdate},
    {"uppdaterat", kUpdate},
});
// One or two words before what was done, unless it stands right behind the story: "this report is on
// the corrections" is no note.
constexpr auto kHasBeen = std::to_array<std::string_view>(
    {"has", "was", "is", "been", "wurde", "ete", "ha", "sido", "fue", "stato", "stata", "foi",
     "werd", "har", "er", "blev"});
// clang-format on

constexpr std::size_t kNoteBytes = 240;
constexpr std::size_t kBracketBytes = 200;  // so far behind the start of a body one may open
constexpr std::size_t kMostParagraphs = 3;

// Small letters without accents, words parted by one blank; a colon, a dash or the end of a line
// that follows as " :", a stop as " .", all other signs gone.
std::string folded_note(std::string_view text) {
  text = text.substr(0, kNoteBytes);
  std::string folded;
  const auto add_sign = [&folded](std::string_view sign) {
    if (!folded.empty() && !folded.ends_with(sign)) folded += sign;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size()) {
      const CodePoint character = decode(text, at);
      if (classify(character.value) == CharacterClass::kOther) break;
      at += character.bytes;
    }
    if (at > begin) {
      if (!folded.empty()) folded += ' ';
      append_folded(text.substr(begin, at - begin), folded.size() + kNoteBytes, folded);
      continue;
    }
    const std::string_view rest = text.substr(at);
    const bool colon = rest.front() == ':' || rest.front() == '\n' || dash_bytes(rest) > 0;
    if (colon) add_sign(" :");
    if (rest.front() == '.' || rest.front() == '!') add_sign(" .");
    at += decode(text, at).bytes;
  }
  return folded;
}

std::vector<std::string_view> words_of_note(std::string_view folded) {
  std::vector<std::string_view> words;
  for (auto word = take_word(folded); !word.empty(); word = take_word(folded))
    words.push_back(word);
  return words;
}

template <typename List>
bool is_in(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

// "correction : ...", "correction may 3 2019 : ...".
bool is_heading(std::string_view note) {
  constexpr std::size_t kMostDateWords = 4;
  return std::ranges::any_of(kHeadings, [&](std::string_view heading) {
    if (!note.starts_with(heading)) return false;
    std::string_view rest = note.substr(heading.size());
    if (rest.empty()) return true;
    if (rest.front() != ' ') return false;
    bool has_digit = false;
    for (std::size_t words = 0; words <= kMostDateWords; ++words) {
      const std::string_view word = take_word(rest);
      if (word == ":") return words == 0 || has_digit;
      if (word.empty() || word == ".") return false;
      has_digit = has_digit || std::ranges::any_of(word, is_digit);
    }
    return false;
  });
}

// Of a sentence that begins with "this" and has a story among the words behind it.
std::string_view told_of_this(std::string_view note) {
  constexpr std::size_t kFurthestStory = 6, kFurthestDone = 24;
  const std::vector<std::string_view> words = words_of_note(note);
  if (words.size() < 3 || !is_in(kThis, words.front())) return {};
  std::size_t at = 1;
  while (at < std::min(words.size(), kFurthestStory) && !is_in(kStories, words[at])) ++at;
  if (at >= std::min(words.size(), kFurthestStory)) return {};
  std::string_view told;
  for (++at; at < std::min(words.size(), kFurthestDone); ++at) {
    if (words[at] == "." && !told.empty()) break;
    const auto leads = [&](std::size_t behind) {
      const std::string_view word = words[at - behind];
      return is_in(kHasBeen, word) || is_in(kStories, word) || (word == "to" && !told.empty());
    };
    if (!leads(1) && !leads(2)) continue;
    const auto* done = std::ranges::find_if(
        kDoneToStories, [&](const NoteSign& sign) { return words[at].starts_with(sign.text); });
    if (done == kDoneToStories.end()) continue;
    // "Updated to correct"; but "refiled to fix a slip" is no more than that.
    const bool corrected = told == kUpdate && done->version == kCorrected;
    if (told.empty() || corrected) told = done->version;
  }
  return told;
}

std::string_view told_by_note(std::string_view text) {
  const std::string folded = folded_note(text);
  std::string_view note = folded;
  for (const std::string_view before : kNoteWords) {
    if (!note.starts_with(before)) continue;
    note = trim(note.substr(before.size()));
    break;
  }
  const bool corrected =
      is_heading(note) || std::ranges::any_of(kEarlierVersions, [&](std::string_view opening) {
        return note.starts_with(opening);
      });
  return corrected ? kCorrected : told_of_this(note);
}

// Of the text behind a bracket that opens.
std::string_view told_by_bracket(std::string_view text) {
  const std::string folded = folded_note(text.substr(0, 40));
  const std::string_view first = std::string_view(folded).substr(0, folded.find(' '));
  const auto* known = std::ranges::find(kBracketWords, first, &NoteSign::text);
  return known == kBracketWords.end() ? std::string_view{} : known->version;
}

// Behind a dateline, where prose could have a bracket of its own: "prices (corrected for inflation)".
bool follows_dateline(std::string_view before, std::string_view inside) {
  before = trim(before);
  if (before.empty()) return true;
  if (inside.empty() || !ascii::is_upper(inside.front())) return false;
  constexpr auto kEnds = std::to_array<std::string_view>({"-", "\u2013", "\u2014", ")", ":"});
  return std::ranges::any_of(kEnds, [&](std::string_view end) { return before.ends_with(end); });
}

// "(Corrects ...": the first thing, or behind a dateline.
std::string_view told_by_brackets(std::string_view body) {
  const std::string_view start = body.substr(0, std::min(body.find('\n'), kBracketBytes));
  for (std::size_t at = start.find_first_of("(["); at != std::string_view::npos;
       at = start.find_first_of("([", at + 1)) {
    const std::string_view inside = body.substr(at + 1);
    if (!follows_dateline(body.substr(0, at), inside)) continue;
    if (const auto told = told_by_bracket(inside); !told.empty()) return told;
    if (const auto told = told_by_note(inside); !told.empty()) return told;
  }
  return {};
}

// "Corrects name in paragraph 3" as a line above the story.
std::string_view told_by_first_line(std::string_view line) {
  const bool is_short = line.size() <= kBracketBytes && !line.ends_with('.');
  if (!is_short) return {};
  const std::string_view told = told_by_bracket(line);
  return line.find(' ') == std::string_view::npos ? std::string_view{} : told;
}

}  // namespace

std::string_view noted_version(std::string_view body) {
  body = trim(body);
  if (const auto told = told_by_brackets(body); !told.empty()) return told;
  const std::size_t first_end = body.find('\n');
  if (first_end != std::string_view::npos) {
    const auto told = told_by_first_line(trim(body.substr(0, first_end)));
    if (!told.empty()) return told;
  }
  std::string_view rest = body;
  for (std::size_t i = 0; i < kMostParagraphs && !rest.empty(); ++i) {
    if (const auto told = told_by_note(rest.substr(0, rest.find('\n'))); !told.empty()) return told;
    rest.remove_prefix(std::min(rest.find('\n'), rest.size()));
    rest = trim(rest);
  }
  for (std::size_t i = 0; i < kMostParagraphs && !rest.empty(); ++i) {
    const std::size_t line = rest.rfind('\n');
    const std::string_view last = line == std::string_view::npos ? rest : rest.substr(line + 1);
    if (const auto told = told_by_note(last); !told.empty()) return told;
    rest = line == std::string_view::npos ? std::string_view{} : trim(rest.substr(0, line));
  }
  return {};
}

}  // namespace dateline::indexer

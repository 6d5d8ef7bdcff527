#include "indexer/enrichment/paragraphs.h"

#include <algorithm>
#include <array>

#include "common/text/unicode.h"
#include "indexer/enrichment/characters.h"

namespace dateline::indexer {
namespace {

// How the lines of a text end.
struct Layout {
  std::size_t inner_lines = 0;  // lines that another line of their block follows
  std::size_t inner_bytes = 0;
  std::size_t open_lines = 0;    // inner lines that break off inside a sentence
  std::size_t broken_words = 0;  // inner lines that break off inside a word

  // Lines of a table are short, and so are those of a column of print, which parts words.
  bool is_wrapped() const {
    constexpr std::size_t kMinMeanBytes = 40, kMinColumnBytes = 18;
    constexpr std::size_t kBrokenWords = 2, kLinesToABrokenWord = 25;
    if (inner_lines == 0 || open_lines * 2 < inner_lines) return false;
    const bool column = broken_words >= kBrokenWords &&
                        broken_words * kLinesToABrokenWord >= inner_lines &&
                        inner_bytes >= inner_lines * kMinColumnBytes;
    return inner_bytes >= inner_lines * kMinMeanBytes || column;
  }
};

constexpr std::string_view kNotSign = "\u00AC", kSoftHyphen = "\u00AD";

bool is_letter_byte(char c) {
  return ascii::is_letter(c) || ascii::is_high(c);
}

bool opens_with_small_letter(std::string_view line) {
  const CodePoint first = decode(line, 0);
  return first.value != kInvalid && dateline::is_lower_case(first.value);
}

// "medium- and heavy-duty", "Vor- und Nachteile": the hyphen stands for a word that follows.
bool opens_with_conjunction(std::string_view line) {
  constexpr auto kConjunctions =
      std::to_array<std::string_view>({"and", "or", "to", "und", "oder", "bis", "et", "ou", "y",
                                       "o", "e", "en", "of", "og", "och"});
  const std::string_view word = take_word(line);
  return std::ranges::find(kConjunctions, word) != kConjunctions.end();
}

// The bytes of the sign at the end of a line that parts a word; 0: no word goes on in `next`. The
// sign for "not" is how scanners print the hyphen that belongs to the line and not to the word.
std::size_t parting_bytes(std::string_view line, std::string_view next) {
  for (const std::string_view sign : {kNotSign, kSoftHyphen, std::string_view("-")}) {
    if (!line.ends_with(sign) || line.size() == sign.size() || next.empty()) continue;
    const char before = line[line.size() - sign.size() - 1];
    if (!is_letter_byte(before) || !opens_with_small_letter(next)) return 0;
    return sign == "-" && opens_with_conjunction(next) ? 0 : sign.size();
  }
  return 0;
}

Layout measure(std::string_view text) {
  Layout layout;
  std::string_view previous;
  while (!text.empty()) {
    const std::string_view line = trim(take_line(text));
    if (!line.empty() && !previous.empty()) {
      ++layout.inner_lines;
      layout.inner_bytes += previous.size();
      if (!closes_sentence(previous)) ++layout.open_lines;
      if (parting_bytes(previous, line) > 0) ++layout.broken_words;
    }
    previous = line;
  }
  return layout;
}

bool opens_list_entry(std::string_view line) {
  return line.starts_with("* ") || line.starts_with("- ") || line.starts_with("\u2022");
}

// A hyphen stays: it may be the word's own, and the parts of a compound are found joined, too.
void join(std::string& body, std::string_view next) {
  const std::size_t sign = parting_bytes(body, next);
  if (sign == 0) {
    body += ' ';
  } else if (sign > 1) {
    body.resize(body.size() - sign);
  }
}

std::string_view without_closing_marks(std::string_view line) {
  constexpr auto kMarks = std::to_array<std::string_view>(
      {"\u201D", "\u201C", "\u2019", "\u00BB", "\"", "'", ")", "]"});
  for (;;) {
    const auto closes = [&](std::string_view mark) { return line.ends_with(mark); };
    const auto* mark = std::ranges::find_if(kMarks, closes);
    if (mark == kMarks.end()) return line;
    line.remove_suffix(mark->size());
  }
}

}  // namespace

bool closes_sentence(std::string_view line) {
  line = without_closing_marks(trim(line));
  if (line.empty()) return false;
  const char last = line.back();
  if (last == '?' || last == '!' || last == ':') return true;
  if (last != '.') return false;
  const std::string_view before = line.substr(0, line.size() - 1);
  const bool initialism =
      before.size() >= 2 && is_upper(before.back()) && before[before.size() - 2] == '.';
  return !before.ends_with('.') && !initialism;
}

std::string to_paragraphs(std::string_view text) {
  const bool wrapped = measure(text).is_wrapped();
  std::string body;
  body.reserve(text.size());
  bool inside_block = false;
  while (!text.empty()) {
    const std::string_view line = trim(take_line(text));
    if (!line.empty()) {
      if (inside_block && wrapped && !opens_list_entry(line)) {
        join(body, line);
      } else if (!body.empty()) {
        body += "\n\n";
      }
      body += line;
    }
    inside_block = !line.empty();
  }
  return body;
}

}  // namespace dateline::indexer

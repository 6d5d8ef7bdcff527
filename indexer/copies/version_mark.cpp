#include "indexer/copies/version_mark.h"

#include <algorithm>
#include <array>

#include "indexer/copies/correction_note.h"
#include "indexer/enrichment/characters.h"

namespace dateline::indexer {
namespace {

enum class Numbered : bool { kNo, kYes };

struct Mark {
  std::string_view word;
  std::string_view name;  // "" of a repeat
  Numbered numbered = Numbered::kNo;
};

// clang-format off
constexpr auto kMarks = std::to_array<Mark>({
    {"corrected", "corrected"}, {"correction", "corrected"}, {"corrects", "corrected"},
    {"refile", "refiled"}, {"refiled", "refiled"}, {"refiling", "refiled"},
    {"recast", "recast"}, {"recasts", "recast"}, {"rewrite", "recast"},
    {"update", "update", Numbered::kYes}, {"updated", "update"},
    {"wrapup", "wrapup", Numbered::kYes}, {"wrap", "wrapup", Numbered::kYes},
    {"writethru", "writethru", Numbered::kYes}, {"rpt", ""}, {"repeat", ""}, {"repeating", ""},
    {"corr", "corrected"}, {"correct", "corrected"}, {"clarification", "corrected"},
    {"clarified", "corrected"}, {"korrektur", "corrected"}, {"korr", "corrected"},
    {"berichtigung", "corrected"}, {"rectificatif", "corrected"}, {"correctif", "corrected"},
    {"correccion", "corrected"}, {"corrige", "corrected"}, {"errata", "corrected"},
    {"aktualisiert", "update"}, {"actualiza", "update"}, {"atualiza", "update"},
    {"aggiorna", "update"},
});
// clang-format on

// What opens a bracket at the end of a headline, or before it.
constexpr std::array kNotes = {
    Mark{"corrects", "corrected"},  Mark{"correcting", "corrected"},
    Mark{"corrected", "corrected"}, Mark{"correction", "corrected"},
    Mark{"refiles", "refiled"},     Mark{"refiling", "refiled"},
    Mark{"refiled", "refiled"},     Mark{"recasts", "recast"},
    Mark{"updates", "update"},      Mark{"updated", "update"},
    Mark{"adds", "update"},         Mark{"korrigiert", "corrected"},
    Mark{"aktualisiert", "update"},
};

constexpr std::size_t kMostMarks = 4;

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

template <typename Table>
const Mark* find(const Table& table, std::string_view word) {
  const auto found =
      std::ranges::find_if(table, [&](const Mark& mark) { return equals_folded(word, mark.word); });
  return found == table.end() ? nullptr : &*found;
}

template <typename Belongs>
std::string_view take_while(std::string_view& text, Belongs belongs) {
  const auto end = std::find_if_not(text.begin(), text.end(), belongs);
  const std::string_view taken = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(taken.size());
  return taken;
}

// Cuts "-", " - ", ":" or a dash off; a blank alone parts no mark from a headline that goes on with
// "Updated rules".
bool take_separator(std::string_view& text) {
  text = without_blanks(text);
  for (const std::string_view separator : {"--", "-", ":", "\u2013", "\u2014"}) {
    if (!text.starts_with(separator)) continue;
    text = without_blanks(text.substr(separator.size()));
    return true;
  }
  return false;
}

void add(std::string& mark, std::string_view name, std::string_view number) {
  if (name.empty()) return;
  if (!mark.empty()) mark += ' ';
  mark += name;
  if (!number.empty()) (mark += ' ') += number;
}

// Cuts a mark with what parts it from the headline off the front. Returns whether there was one.
bool take_mark(std::string_view& headline, std::string& marks) {
  std::string_view rest = headline;
  const Mark* const mark = find(kMarks, take_while(rest, ascii::is_letter));
  if (mark == nullptr) return false;
  std::string_view number;
  if (mark->numbered == Numbered::kYes) {
    std::string_view after = without_blanks(rest);
    number = take_while(after, is_digit);
    if (!number.empty()) rest = after;
  }
  if (!take_separator(rest)) return false;
  add(marks, mark->name, number);
  headline = rest;
  return true;
}

// Cuts "(CORRECTED) " or "[Update 2] " off the front, and what it is parted with.
bool take_bracket(std::string_view& headline, std::string& marks) {
  if (headline.empty() || (headline.front() != '(' && headline.front() != '[')) return false;
  const std::size_t close = headline.find(headline.front() == '(' ? ')' : ']');
  if (close == std::string_view::npos) return false;
  std::string_view inside = without_blanks(headline.substr(1, close - 1));
  const Mark* mark = find(kMarks, take_while(inside, ascii::is_letter));
  inside = without_blanks(inside);
  const std::string_view number = take_while(inside, is_digit);
  if (mark == nullptr || !inside.empty()) return false;
  add(marks, mark->name, number);
  headline = without_blanks(headline.substr(close + 1));
  take_separator(headline);
  return true;
}

// Cuts "CORRECTED " off a headline that goes on in small letters: there the capitals part the mark.
// Not "UPDATE ", which headlines begin with for their own ends.
bool take_capital_word(std::string_view& headline, std::string& marks) {
  std::string_view rest = headline;
  const std::string_view word = take_while(rest, ascii::is_upper);
  const Mark* const mark = find(kMarks, word);
  if (mark == nullptr || mark->numbered == Numbered::kYes || word.size() < 4) return false;
  if (!rest.starts_with(' ') || std::ranges::none_of(rest, ascii::is_lower)) return false;
  add(marks, mark->name, "");
  headline = without_blanks(rest);
  return true;
}

// "Ferry sails - correction", "Ferry sails - UPDATE 2".
std::string_view mark_behind(std::string_view headline, std::string& marks) {
  for (const std::string_view separator : {" - ", " \u2013 ", " \u2014 ", " -- ", " | "}) {
    const std::size_t at = headline.rfind(separator);
    if (at == std::string_view::npos) continue;
    std::string_view last = without_blanks(headline.substr(at + separator.size()));
    const Mark* const mark = find(kMarks, take_while(last, ascii::is_letter));
    last = without_blanks(last);
    const std::string_view number = take_while(last, is_digit);
    if (mark != nullptr && last.empty()) add(marks, mark->name, number);
  }
  return marks;
}

// The first word in brackets that `text` is, or ends or begins with.
std::string_view bracketed_word(std::string_view text) {
  if (text.empty() || (text.front() != '(' && text.front() != '[')) return {};
  text.remove_prefix(1);
  text = without_blanks(text);
  return take_while(text, ascii::is_letter);
}

}  // namespace

std::string version_mark(std::string_view headline, std::string_view body) {
  std::string marks;
  headline = without_blanks(headline);
  for (std::size_t i = 0; i < kMostMarks; ++i) {
    if (!take_mark(headline, marks) && !take_bracket(headline, marks)) break;
  }
  if (marks.empty()) take_capital_word(headline, marks);
  if (!marks.empty() || !mark_behind(headline, marks).empty()) return marks;
  if (!headline.empty() && (headline.back() == ')' || headline.back() == ']')) {
    const std::size_t open = headline.find_last_of("([");
    const std::string_view last = open == std::string_view::npos ? "" : headline.substr(open);
    if (const Mark* mark = find(kNotes, bracketed_word(last))) return std::string(mark->name);
  }
  std::string_view first_line = without_blanks(body.substr(0, body.find('\n')));
  if (first_line.size() < body.size() || first_line.size() < 200) take_mark(first_line, marks);
  return marks.empty() ? std::string(noted_version(body)) : marks;
}

}  // namespace dateline::indexer

#include "indexer/copies/version_mark.h"

#include <algorithm>
#include <array>

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
});
// clang-format on

// What opens a bracketed note at the start of a body.
constexpr std::array kNotes = {
    Mark{"corrects", "corrected"}, Mark{"correcting", "corrected"}, Mark{"corrected", "corrected"},
    Mark{"refiles", "refiled"},    Mark{"refiling", "refiled"},     Mark{"refiled", "refiled"},
    Mark{"recasts", "recast"},     Mark{"updates", "update"},       Mark{"updated", "update"},
    Mark{"adds", "update"},
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
  for (std::size_t i = 0; i < kMostMarks && take_mark(headline, marks); ++i) continue;
  if (!marks.empty()) return marks;
  if (!headline.empty() && (headline.back() == ')' || headline.back() == ']')) {
    const std::size_t open = headline.find_last_of("([");
    const std::string_view last = open == std::string_view::npos ? "" : headline.substr(open);
    if (const Mark* mark = find(kNotes, bracketed_word(last))) return std::string(mark->name);
  }
  std::string_view first_line = without_blanks(body.substr(0, body.find('\n')));
  if (const Mark* mark = find(kNotes, bracketed_word(first_line))) return std::string(mark->name);
  if (first_line.size() < body.size() || first_line.size() < 200) {
    take_mark(first_line, marks);
  }
  return marks;
}

}  // namespace dateline::indexer

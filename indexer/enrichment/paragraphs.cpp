#include "indexer/enrichment/paragraphs.h"

#include <algorithm>
#include <array>

#include "indexer/enrichment/characters.h"

namespace dateline::indexer {
namespace {

// How the lines of a text end.
struct Layout {
  std::size_t inner_lines = 0;  // lines that another line of their block follows
  std::size_t inner_bytes = 0;
  std::size_t open_lines = 0;  // inner lines that break off inside a sentence

  bool is_wrapped() const {
    constexpr std::size_t kMinMeanBytes = 40;
    return inner_lines > 0 && open_lines * 2 >= inner_lines &&
           inner_bytes >= inner_lines * kMinMeanBytes;
  }
};

Layout measure(std::string_view text) {
  Layout layout;
  std::string_view previous;
  while (!text.empty()) {
    const std::string_view line = trim(take_line(text));
    if (!line.empty() && !previous.empty()) {
      ++layout.inner_lines;
      layout.inner_bytes += previous.size();
      if (!closes_sentence(previous)) ++layout.open_lines;
    }
    previous = line;
  }
  return layout;
}

bool opens_list_entry(std::string_view line) {
  return line.starts_with("* ") || line.starts_with("- ") || line.starts_with("\u2022");
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
        body += ' ';
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

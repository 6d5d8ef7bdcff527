#include "searcher/query/query_help.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <functional>

#include "common/terminal_text.h"

namespace dateline::searcher {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kMeaningColumn = 32;

// Without `code` marks, **strong** marks and the targets of links.
std::string plain(std::string_view markdown) {
  std::string text;
  bool in_code = false;
  for (std::size_t at = 0; at < markdown.size(); ++at) {
    const std::string_view rest = markdown.substr(at);
    if (rest.front() == '`') {
      in_code = !in_code;
    } else if (!in_code && rest.starts_with("**")) {
      ++at;
    } else if (!in_code && rest.starts_with("](")) {
      at += std::min(rest.find(')'), rest.size() - 1);
    } else if (in_code || rest.front() != '[') {
      text += rest.front();
    }
  }
  return text;
}

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

// Words laid out in lines, all but the first of them indented.
void wrap(std::string_view text, std::size_t indent, std::string& out) {
  std::size_t column = indent;
  bool is_first = true;
  while (!(text = trimmed(text)).empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    const std::size_t width = display_width(word);
    if (!is_first && column + 1 + width > kWidth) {
      out += '\n';
      out.append(indent, ' ');
      column = indent;
    } else if (!is_first) {
      out += ' ';
      ++column;
    }
    out += word;
    column += width;
    is_first = false;
  }
  out += '\n';
}

// An example too wide for its column has its meaning on the line below.
void lay_out(const QueryExample& example, std::string& out) {
  const std::size_t width = 2 + display_width(example.query);
  const bool is_wide = width + 2 > kMeaningColumn;
  out.append("  ").append(example.query).append(is_wide ? "\n" : "");
  out.append(is_wide ? kMeaningColumn : kMeaningColumn - width, ' ');
  std::string meaning = plain(example.meaning);
  if (!example.finds.empty()) meaning.append(" [").append(example.finds).append("]");
  wrap(meaning, kMeaningColumn, out);
}

void for_each_line(std::string_view text, const std::function<void(std::string_view)>& take) {
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    take(line);
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
}

class Layout {
 public:
  void add(std::string_view line) {
    const bool is_indented = line.starts_with("    ");
    const bool is_row = line.starts_with('|');
    if (line.empty() || line.front() == '#' || is_indented || is_row) end_paragraph();
    if (line.starts_with('#')) {
      add_heading(trimmed(line.substr(line.find_first_not_of('#'))));
    } else if (is_row) {
      // The heads of all tables are the same, so they are told once, in the text.
      if (const auto example = read_example(line)) lay_out(*example, text_);
    } else if (is_indented || line.empty()) {
      text_.append(line).append("\n");
    } else {
      paragraph_.append(paragraph_.empty() ? "" : " ").append(trimmed(line));
    }
  }

  std::string ended() {
    end_paragraph();
    return std::move(text_);
  }

 private:
  void end_paragraph() {
    const std::string text = plain(paragraph_);
    paragraph_.clear();
    if (!text.empty()) wrap(text, 0, text_);
  }

  void add_heading(std::string_view heading) {
    for (const char c : plain(heading)) {
      text_ += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    text_ += '\n';
  }

  std::string text_;
  std::string paragraph_;
};

}  // namespace

std::optional<QueryExample> read_example(std::string_view line) {
  QueryExample example;
  example.is_essential = line.starts_with("| **`");
  if (!example.is_essential && !line.starts_with("| `")) return std::nullopt;
  const std::string_view end_mark = example.is_essential ? "`** | " : "` | ";
  const std::size_t query = line.find('`') + 1;
  const std::size_t query_end = line.find(end_mark, query);
  const std::size_t meaning = query_end + end_mark.size();
  const std::size_t meaning_end = line.find(" |", meaning);
  example.query = line.substr(query, query_end - query);
  example.meaning = line.substr(meaning, meaning_end - meaning);
  example.finds = trimmed(line.substr(meaning_end + 2, line.rfind('|') - meaning_end - 2));
  return example;
}

std::string query_help() {
  Layout layout;
  for_each_line(query_language(), [&](std::string_view line) { layout.add(line); });
  return layout.ended();
}

std::string query_summary() {
  std::string summary;
  for_each_line(query_language(), [&](std::string_view line) {
    const auto example = read_example(line);
    if (example && example->is_essential) lay_out(*example, summary);
  });
  return summary;
}

}  // namespace dateline::searcher

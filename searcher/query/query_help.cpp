#include "searcher/query/query_help.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <vector>

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
    } else if (rest.starts_with("\\|")) {
      continue;
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

std::vector<std::string> cells_of(std::string_view row) {
  std::vector<std::string> cells;
  std::size_t begin = 1;
  for (std::size_t at = 1; at < row.size(); ++at) {
    if (row[at] != '|' || row[at - 1] == '\\') continue;
    cells.emplace_back(trimmed(row.substr(begin, at - begin)));
    begin = at + 1;
  }
  return cells;
}

class Layout {
 public:
  void add(std::string_view line) {
    const bool is_indented = line.starts_with("    ");
    const bool is_row = line.starts_with('|');
    if (line.empty() || line.front() == '#' || is_indented || is_row || line.starts_with("- ")) {
      end_paragraph();
    }
    if (line.starts_with('#')) {
      add_heading(trimmed(line.substr(line.find_first_not_of('#'))));
    } else if (is_row) {
      add_row(line);
    } else if (is_indented || line.empty()) {
      text_.append(line).append("\n");
    } else {
      paragraph_.append(paragraph_.empty() ? "" : " ").append(trimmed(line));
    }
    if (!is_row) is_in_table_ = false;
  }

  std::string ended() {
    end_paragraph();
    return std::move(text_);
  }

 private:
  void end_paragraph() {
    const std::string text = plain(paragraph_);
    paragraph_.clear();
    if (!text.empty()) wrap(text, text.starts_with("- ") ? 2 : 0, text_);
  }

  void add_heading(std::string_view heading) {
    for (const char c : plain(heading)) {
      text_ += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    text_ += '\n';
  }

  // The heads of all tables are the same, so they are told once, in the text.
  void add_row(std::string_view row) {
    if (!is_in_table_) rows_of_head_ = 2;
    is_in_table_ = true;
    if (rows_of_head_ > 0) {
      --rows_of_head_;
      return;
    }
    const std::vector<std::string> cells = cells_of(row);
    std::string meaning = cells.size() > 1 ? plain(cells[1]) : "";
    if (cells.size() > 2 && !cells[2].empty())
      meaning.append(" [").append(plain(cells[2])).append("]");
    const std::string example = plain(cells.front());
    const std::size_t width = 2 + display_width(example);
    const bool is_wide = width + 2 > kMeaningColumn;
    text_.append(2, ' ');
    text_ += example;
    if (is_wide) text_ += '\n';
    text_.append(is_wide ? kMeaningColumn : kMeaningColumn - width, ' ');
    wrap(meaning, kMeaningColumn, text_);
  }

  std::string text_;
  std::string paragraph_;
  bool is_in_table_ = false;
  int rows_of_head_ = 0;
};

}  // namespace

std::string query_help() {
  Layout layout;
  for (std::string_view rest = query_language(); !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    layout.add(line);
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
  return layout.ended();
}

}  // namespace dateline::searcher

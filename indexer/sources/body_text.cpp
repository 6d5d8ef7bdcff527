#include "indexer/sources/body_text.h"

#include <algorithm>

#include "indexer/enrichment/characters.h"

namespace dateline::indexer {
namespace {

bool is_letter(char c) {
  return is_ascii_letter(c) || is_beyond_ascii(c);
}

bool ends_sentence(std::string_view line) {
  while (line.ends_with('"') || line.ends_with('\'') || line.ends_with(')')) line.remove_suffix(1);
  if (line.ends_with("\xe2\x80\x9d")) line.remove_suffix(3);  // a closing curly quote
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with(':');
}

bool is_hard_wrapped(std::string_view text) {
  std::size_t longest = 0, followed = 0, in_sentence = 0;
  std::string_view previous;
  while (!text.empty()) {
    const auto line = trim(take_line(text));
    longest = std::max(longest, line.size());
    if (!previous.empty() && !line.empty()) {
      ++followed;
      if (!ends_sentence(previous)) ++in_sentence;
    }
    previous = line;
  }
  return longest <= kMaxWrappedLine && in_sentence * 2 > followed;
}

}  // namespace

std::string_view without_by(std::string_view byline) {
  byline = trim(byline);
  const bool by =
      byline.size() > 3 && equals_folded(byline.substr(0, 2), "by") && is_blank(byline[2]);
  return by ? trim(byline.substr(3)) : byline;
}

std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (const char c : trim(text)) {
    if (!is_blank(c)) {
      line += c;
    } else if (!line.ends_with(' ')) {
      line += ' ';
    }
  }
  return line;
}

void unify_line_ends(std::string& text) {
  const auto first = text.find('\r');
  if (first == std::string::npos) return;
  auto to = first;
  for (auto from = first; from < text.size(); ++from) {
    const bool pair = text[from] == '\r' && from + 1 < text.size() && text[from + 1] == '\n';
    if (!pair) text[to++] = text[from] == '\r' ? '\n' : text[from];
  }
  text.resize(to);
}

void join_line(std::string& paragraph, std::string_view line) {
  const auto size = paragraph.size();
  const bool parted = size >= 2 && paragraph.ends_with('-') && is_letter(paragraph[size - 2]) &&
                      !line.empty() && is_letter(line.front());
  if (!paragraph.empty() && !parted) paragraph += ' ';
  paragraph += line;
}

std::string paragraphs(std::string_view text) {
  const bool wrapped = is_hard_wrapped(text);
  std::string body, paragraph;
  body.reserve(text.size() + text.size() / 32);
  const auto end_paragraph = [&] {
    if (paragraph.empty()) return;
    if (!body.empty()) body += "\n\n";
    body += paragraph;
    paragraph.clear();
  };
  while (!text.empty()) {
    const auto line = trim(take_line(text));
    if (line.empty() || !wrapped) end_paragraph();
    if (!line.empty()) join_line(paragraph, line);
  }
  end_paragraph();
  return body;
}

}  // namespace dateline::indexer

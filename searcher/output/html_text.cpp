#include "searcher/output/html_text.h"

#include <cstddef>

#include "common/terminal_text.h"
#include "common/utf8.h"

namespace dateline::searcher {
namespace {

bool is_noncharacter(char32_t c) {
  return (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}

std::string_view reference_for(char32_t c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return is_noncharacter(c) ? "\uFFFD" : std::string_view();
  }
}

}  // namespace

std::string html_text(std::string_view text) {
  const std::string shown = printable(text, Breaks::kSpace);
  std::string html;
  html.reserve(shown.size());
  for (std::string_view rest = shown; !rest.empty();) {
    const Utf8Character c = first_character(rest);
    const std::string_view reference = reference_for(c.value);
    html += reference.empty() ? rest.substr(0, c.bytes) : reference;
    rest.remove_prefix(c.bytes);
  }
  return html;
}

// The text is escaped piece by piece, because an escape is longer than what it stands for and would
// move every range behind it. A range beyond the text lights nothing.
std::string html_text(const HighlightedText& text) {
  std::string html;
  std::string_view rest = text.text;
  std::size_t at = 0;
  const auto take = [&rest, &at](std::size_t end) {
    const std::size_t bytes = bytes_of(rest, end > at ? end - at : 0);
    const std::string_view piece = rest.substr(0, bytes);
    rest.remove_prefix(bytes);
    at = end > at ? end : at;
    return html_text(piece);
  };
  for (const auto& [begin, end] : text.highlights) {
    html += take(begin);
    const std::string lit = take(end);
    if (!lit.empty()) html.append("<mark>").append(lit).append("</mark>");
  }
  return html + html_text(rest);
}

}  // namespace dateline::searcher

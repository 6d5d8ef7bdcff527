#include <algorithm>
#include <initializer_list>

#include "indexer/enrichment/characters.h"
#include "indexer/sources/head_tests.h"

namespace dateline::indexer {
namespace {

// What stands at `from` up to `end` and that itself; all the rest where it has no end.
std::string_view behind(std::string_view text, std::size_t from, std::string_view end) {
  const std::size_t found = text.find(end, from);
  return found == std::string_view::npos ? std::string_view{} : text.substr(found + end.size());
}

std::string name_at(std::string_view text) {
  const auto is_name = [](char c) {
    return ascii::is_alphanumeric(c) || c == ':' || c == '-' || c == '_' || c == '.' ||
           ascii::is_high(c);
  };
  const auto end = std::ranges::find_if_not(text, is_name);
  std::string name = ascii::lower(std::string_view(text.begin(), end));
  if (const std::size_t prefix = name.rfind(':'); prefix != std::string::npos) {
    name.erase(0, prefix + 1);
  }
  constexpr std::size_t kMostBytes = 32;
  if (name.size() > kMostBytes) name.clear();
  return name;
}

bool opens_markup(std::string_view text) {
  return text.size() > 1 && text[0] == '<' &&
         (ascii::is_letter(text[1]) || text[1] == '!' || text[1] == '?');
}

// The document type may carry declarations of its own in brackets.
std::string_view behind_declaration(std::string_view text) {
  const std::size_t bracket = text.find('[');
  if (bracket < text.find('>')) text = behind(text, bracket, "]");
  return behind(text, 0, ">");
}

Markup markup_at(std::string_view text) {
  Markup markup;
  std::string type;
  while (!text.empty()) {
    if (text.starts_with("<!--")) {
      text = behind(text, 4, "-->");
    } else if (text.starts_with("<?")) {
      markup.declared = markup.declared || starts_folded(text, "<?xml");
      text = behind(text, 2, ">");
    } else if (starts_folded(text, "<!doctype")) {
      type = name_at(trim(text.substr(9)));
      text = behind_declaration(text);
    } else if (text.starts_with("<!")) {
      text = behind_declaration(text);
    } else if (opens_markup(text)) {
      markup.root = name_at(text.substr(1));
      return markup;
    } else {  // a few bytes between comments and the root
      text.remove_prefix(std::min(text.find('<', 1), text.size()));
    }
  }
  markup.root = type;
  return markup;
}

// A page or document that begins below words that a server or a program put before it.
bool declares_markup(std::string_view line) {
  return starts_with_any(line, {"<?xml ", "<!doctype ", "<html>", "<html "});
}

// Text that is more tags than words.
bool is_mostly_tags(std::string_view text) {
  std::size_t tags = 0, bytes = 0;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::size_t end = text.find('>', at);
    if (end == std::string_view::npos) break;
    const std::string_view rest = text.substr(at);
    if (!opens_markup(rest) && !rest.starts_with("</")) continue;
    ++tags;
    bytes += end - at + 1;
  }
  return tags >= 4 && bytes * 4 > text.size();
}

// A story about pages may show one: it goes on behind it. What has no element is none.
bool is_quoted(std::string_view text, const std::string& root) {
  constexpr std::size_t kStory = 40;
  if (root.empty()) return true;
  const std::size_t last = text.rfind('>');
  const std::size_t closing = text.rfind("</");
  return closing != std::string_view::npos && last > closing &&
         trim(text.substr(last + 1)).size() > kStory;
}

// "<ALM.N>", as Reuters marks companies.
bool opens_share(std::string_view line) {
  const std::string_view code = line.substr(1, line.find('>') - 1);
  return code.find('.') != std::string_view::npos && std::ranges::none_of(code, is_lower);
}

// "<name>" and no more in the line.
bool stands_alone(std::string_view tag, std::string_view behind_it) {
  const auto is_plain = [](char c) { return ascii::is_alphanumeric(c) || c == '_' || c == '-'; };
  const std::string_view line = trim(behind_it.substr(0, behind_it.find('\n')));
  return std::ranges::all_of(tag, is_plain) && (line.empty() || line.front() == '<');
}

}  // namespace

bool has_signs_of_markup(const Head& head) {
  const std::string_view text = head.text;
  if (!text.starts_with('<')) return true;
  for (const std::string_view sign : {"</", "/>", "<!", "<?"}) {
    if (text.find(sign) != std::string_view::npos) return true;
  }
  const std::size_t end = std::min(text.find('>'), text.size());
  const std::string_view tag = text.substr(1, end - 1);
  if (tag.find("=\"") != std::string_view::npos || tag.find("='") != std::string_view::npos) {
    return true;
  }
  if (end < text.size() && stands_alone(tag, text.substr(end + 1))) return true;
  return std::any_of(head.lines.begin() + 1, head.lines.end(), [](std::string_view line) {
    return opens_markup(line) && !opens_share(line);
  });
}

std::optional<Markup> markup_in(const Head& head) {
  if (opens_markup(head.text)) return markup_at(head.text);
  if (head.text.find('<') == std::string_view::npos) return std::nullopt;
  constexpr std::size_t kLinesBefore = 8;
  for (std::size_t i = 1; i < std::min(head.lines.size(), kLinesBefore); ++i) {
    if (!declares_markup(head.lines[i])) continue;
    const auto at = static_cast<std::size_t>(head.lines[i].data() - head.text.data());
    const auto markup = markup_at(head.text.substr(at));
    if (!is_quoted(head.text.substr(at), markup.root)) return markup;
  }
  if (is_mostly_tags(head.text)) return Markup{};
  return std::nullopt;
}

}  // namespace dateline::indexer

#include "indexer/sources/json_head.h"

#include <algorithm>

#include "indexer/enrichment/characters.h"

namespace dateline::indexer {
namespace {

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && ascii::is_space(text.front())) text.remove_prefix(1);
  return text;
}

bool opens_value(char c) {
  return is_digit(c) || c == '"' || c == '\'' || c == '{' || c == '[' || c == '-';
}

// {title: "x"}, as JavaScript writes it: a bare name, a colon and a value that no prose has.
bool is_bare_member(std::string_view text) {
  const auto is_name = [](char c) { return ascii::is_alphanumeric(c) || c == '_' || c == '$'; };
  const auto end = std::ranges::find_if_not(text, is_name);
  if (end == text.begin()) return false;
  std::string_view rest = without_blanks({end, text.end()});
  if (!rest.starts_with(':')) return false;
  rest = without_blanks(rest.substr(1));
  return !rest.empty() && opens_value(rest.front());
}

// Behind '{'. A brace alone on its line opens an object, not a caption.
bool continues_object(std::string_view rest) {
  if (rest.find_first_not_of(" \t\r") == std::string_view::npos) return false;
  rest = without_blanks(rest);
  return rest.empty() || rest.front() == '"' || rest.front() == '}' || rest.front() == '\'' ||
         is_bare_member(rest);
}

// null, true, 12.5: a value of a list, which a comma or the end follows.
bool is_plain_value(std::string_view text) {
  const auto is_part = [](char c) {
    return ascii::is_alphanumeric(c) || c == '.' || c == '-' || c == '+';
  };
  const auto end = std::ranges::find_if_not(text, is_part);
  const std::string_view value(text.begin(), end);
  const std::string_view rest = without_blanks({end, text.end()});
  const bool word = value == "null" || value == "true" || value == "false" || value == "NaN";
  const bool number = !value.empty() && (is_digit(value.front()) || value.front() == '-');
  return (word || number) && rest.starts_with(',');
}

// Behind '['.
bool continues_list(std::string_view rest) {
  rest = without_blanks(rest);
  if (rest.empty()) return false;
  if (rest.front() == '{') return true;
  if (rest.front() == ']') return without_blanks(rest.substr(1)).empty();
  if (rest.front() == '[') return continues_list(rest.substr(1));
  if (rest.front() == '"') return rest.starts_with("\"{") || rest.find("\",") != rest.npos;
  return is_plain_value(rest);
}

// "title": "x": the inside of an object. A name in quotation marks and a colon may be a headline.
bool is_quoted_member(std::string_view text) {
  constexpr std::size_t kMaxNameBytes = 64;
  const std::size_t end = text.substr(0, kMaxNameBytes).find('"', 1);
  if (end == std::string_view::npos) return false;
  std::string_view rest = without_blanks(text.substr(end + 1));
  if (!rest.starts_with(':')) return false;
  rest = without_blanks(rest.substr(1));
  return !rest.empty() && opens_value(rest.front());
}

bool opens_json(std::string_view text) {
  if (text.starts_with('"')) return is_quoted_member(text);
  if (text.starts_with('{')) return continues_object(text.substr(1));
  return text.starts_with('[') && continues_list(text.substr(1));
}

// What programs write before their JSON: comments, and guards against being run.
std::string_view behind_preface(std::string_view text) {
  constexpr int kMostLines = 32;
  for (int i = 0; i < kMostLines; ++i) {
    text = without_blanks(text);
    if (text.starts_with("/*")) {
      const std::size_t end = text.find("*/");
      if (end == std::string_view::npos) return text;
      text.remove_prefix(end + 2);
    } else if (text.starts_with("//") || text.starts_with("# ") || text.starts_with(")]}'") ||
               text.starts_with("for(;;);") || text.starts_with("for (;;);")) {
      take_line(text);
    } else {
      break;
    }
  }
  return text;
}

// "var articles = [", "window.DATA = {", "callback({".
std::string_view behind_assignment(std::string_view text) {
  for (const std::string_view keyword : {"var ", "let ", "const ", "export default "}) {
    if (text.starts_with(keyword)) text.remove_prefix(keyword.size());
  }
  const auto is_name = [](char c) {
    return ascii::is_alphanumeric(c) || c == '_' || c == '$' || c == '.';
  };
  const auto end = std::ranges::find_if_not(text, is_name);
  std::string_view rest = without_blanks({end, text.end()});
  if (rest.starts_with('=') || rest.starts_with('(')) return without_blanks(rest.substr(1));
  return end == text.begin() ? text : rest;
}

bool is_object_line(std::string_view line) {
  if (line.starts_with("\"{\\\"")) return true;  // an object in a string
  return line.starts_with('{') && line.size() > 1 &&
         without_blanks(line.substr(1)).starts_with('"');
}

}  // namespace

bool is_json(const Head& head) {
  if (opens_json(head.text)) return true;
  const std::string_view text = behind_preface(head.text);
  if (text.data() != head.text.data() && opens_json(text)) return true;
  const std::string_view value = behind_assignment(text);
  const bool assigned =
      value.data() > text.data() &&
      (value.data()[-1] == '=' || value.data()[-1] == '(' || is_blank(value.data()[-1]));
  if (assigned &&
      text.substr(0, static_cast<std::size_t>(value.data() - text.data())).find_first_of("=(") !=
          std::string_view::npos &&
      opens_json(value)) {
    return true;
  }
  std::size_t bytes = 0, in_objects = 0;
  for (const std::string_view line : head.lines) {
    bytes += line.size();
    if (is_object_line(line)) in_objects += line.size();
  }
  return in_objects * 2 > bytes;
}

}  // namespace dateline::indexer

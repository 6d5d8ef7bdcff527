#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/enrichment/characters.h"
#include "indexer/sources/foreign_forms.h"

namespace dateline::indexer {
namespace {

// What a line of code shows. A line shows one at most, the first of these that it has.
enum Sign : unsigned {
  kNone = 0,
  kImport = 1,
  kDefinition = 2,
  kBlock = 4,
  kStatement = 8,
  kCall = 16,
  kComment = 32,
  kAssignment = 64
};

bool is_name_byte(char c) {
  return ascii::is_alphanumeric(c) || c == '_' || c == '.' || c == '$' || c == ':';
}

bool is_name(std::string_view text) {
  return !text.empty() && !is_digit(text.front()) && std::ranges::all_of(text, is_name_byte);
}

bool begins_as_any(std::string_view line, std::initializer_list<std::string_view> openings) {
  return std::ranges::any_of(openings,
                             [&](std::string_view opening) { return line.starts_with(opening); });
}

// "import os", "import a.b, c", "from a import b", "#include <x>", "use strict;", "package a;"
bool is_import(std::string_view line) {
  if (begins_as_any(line, {"#include", "#define ", "#pragma ", "#ifndef ", "#import "}))
    return true;
  std::string_view rest = line;
  const std::string_view keyword = take_word(rest);
  if (keyword == "from") {
    const std::string_view module = take_word(rest);
    return is_name(module) && take_word(rest) == "import" && !trim(rest).empty();
  }
  rest = trim(rest);
  const bool closed = rest.ends_with(';');
  if (closed) rest.remove_suffix(1);
  if (keyword == "import" && (closed || rest.find(" from ") != std::string_view::npos)) return true;
  if (keyword == "using" || keyword == "use" || keyword == "package") {
    return is_name(rest) && (closed || keyword == "package");
  }
  if (keyword == "library" || keyword == "require")
    return rest.starts_with('(') || rest.starts_with('\'');
  if (keyword != "import") return false;
  while (!rest.empty()) {  // names apart by commas
    const std::size_t comma = std::min(rest.find(','), rest.size());
    std::string_view part = trim(rest.substr(0, comma));
    const std::string_view name = take_word(part);
    if (!is_name(name) || std::ranges::any_of(name, is_upper)) return false;
    if (!trim(part).empty() && take_word(part) != "as") return false;
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  return true;
}

bool is_definition(std::string_view line) {
  if (line.starts_with("def ") && is_name(line.substr(4))) return true;  // Ruby's
  const bool closes = line.ends_with(':') || line.ends_with('{') || line.ends_with(')');
  if (!closes) return false;
  return begins_as_any(line, {"def ", "class ", "async def ", "function ", "func ", "fn ", "pub ",
                              "public ", "private ", "protected ", "static ", "export ", "struct ",
                              "interface ", "namespace ", "int ", "void ", "sub ", "module "});
}

// name(...) and no more, as a statement
bool is_call(std::string_view line) {
  if (line.ends_with(';')) line.remove_suffix(1);
  const std::size_t bracket = line.find('(');
  return bracket != std::string_view::npos && bracket > 0 && line.ends_with(')') &&
         is_name(line.substr(0, bracket));
}

bool is_assignment(std::string_view line) {
  for (const std::string_view keyword :
       {"var ", "let ", "const ", "my ", "local ", "export ", "$"}) {
    if (line.starts_with(keyword)) line.remove_prefix(keyword.size());
  }
  if (const std::size_t equals = line.find('='); equals + 1 < line.size()) {  // a shell's: A=1
    if (is_name(line.substr(0, equals)) && !is_blank(line[equals + 1])) return true;
  }
  std::string_view rest = line;
  const std::string_view name = take_word(rest);
  const std::string_view mark = take_word(rest);
  return is_name(name) && (mark == "=" || mark == ":=" || mark == "<-" || mark == "+=");
}

Sign sign_of(std::string_view line) {
  constexpr std::size_t kMaxBytes = 200;  // a paragraph
  if (line.size() > kMaxBytes) return kNone;
  if (is_import(line)) return kImport;
  if (is_definition(line)) return kDefinition;
  if (begins_as_any(line, {"//", "/*", "*/", "# ", "--[["})) return kComment;
  if (line.ends_with('{') || line == "}" || line == "};" || line == "})" || line == "});" ||
      line == "end" || line == "done" || line == "fi" || line.ends_with("; do") ||
      line.ends_with("; then") ||
      begins_as_any(line, {"} else", "if (", "for (", "while (", "if [", "end;"})) {
    return kBlock;
  }
  if (is_call(line)) return kCall;
  if (is_assignment(line)) return kAssignment;
  if (line.ends_with(';') || begins_as_any(line, {"return ", "echo ", "elif ", "print "})) {
    return kStatement;
  }
  return kNone;
}

}  // namespace

// Prose shows one of these now and then: a heading "# Rain", a list that ends in semicolons.
bool is_source_code(const std::vector<std::string_view>& lines) {
  constexpr std::size_t kFirstLines = 8;  // without a sign there, it is a story
  std::size_t with_sign = 0, read = 0;
  unsigned strong = 0, all = 0;
  for (const std::string_view line : lines) {
    const Sign sign = sign_of(line);
    if (++read > kFirstLines && with_sign == 0) return false;
    if (sign == kNone) continue;
    ++with_sign;
    all |= sign;
    if (sign != kComment && sign != kStatement) strong |= sign;
  }
  const bool several = (all & (all - 1)) != 0;
  const bool sure = (strong & (strong - 1)) != 0 || (several && (strong & kImport) != 0) ||
                    (several && strong != 0 && with_sign >= 6) ||
                    (strong != 0 && with_sign >= 3 && with_sign * 5 >= lines.size() * 4);
  return sure && with_sign * 2 >= lines.size();
}

}  // namespace dateline::indexer

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "indexer/enrichment/characters.h"
#include "indexer/sources/head_tests.h"

namespace dateline::indexer {
namespace {

// The last line may be cut off by the end of the head.
std::size_t whole_lines(const Head& head) {
  const bool is_cut = head.lines.size() > 1 && !head.bytes.ends_with('\n');
  return head.lines.size() - (is_cut ? 1 : 0);
}

template <typename Fits>
bool all_lines(const Head& head, Fits fits, std::size_t least = 1) {
  const std::span whole(head.lines.data(), whole_lines(head));
  return whole.size() >= least && std::ranges::all_of(whole, fits);
}

bool is_sum_digit(char c) {
  return is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'f');
}

bool is_sum_of_file(std::string_view line) {
  const std::size_t tag = line.find(") = ");
  if (tag != std::string_view::npos &&
      starts_with_any(line, {"md5 (", "sha1 (", "sha256 (", "sha512 ("})) {
    return std::ranges::all_of(line.substr(tag + 4), is_sum_digit);
  }
  constexpr auto kSizes = std::to_array<std::size_t>({32, 40, 56, 64, 96, 128});
  const std::string_view sum = take_word(line);
  return std::ranges::find(kSizes, sum.size()) != kSizes.end() &&
         std::ranges::all_of(sum, is_sum_digit) && !trim(line).empty();
}

// "2020-01-02 10:11:12", "2020-01-02T10:11:12", also in brackets, then a message.
bool is_log_line(std::string_view line) {
  if (line.starts_with('[')) line.remove_prefix(1);
  constexpr std::string_view kForm = "dddd-dd-dd dd:dd:dd";
  if (line.size() < kForm.size() + 2) return false;
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    const char c = line[i];
    const bool fits = kForm[i] == 'd'   ? is_digit(c)
                      : kForm[i] == ' ' ? c == ' ' || c == 'T'
                                        : c == kForm[i] || (kForm[i] == '-' && c == '/');
    if (!fits) return false;
  }
  return true;
}

// 192.0.2.1 - - [02/Jan/2020:03:04:05 +0000] "GET / HTTP/1.1"
bool is_web_log_line(std::string_view line) {
  const std::size_t bracket = line.find(" [");
  return bracket != std::string_view::npos && bracket < 120 &&
         line.find(" HTTP/", bracket) != std::string_view::npos && line.find("] \"") < 200;
}

bool is_setting(std::string_view line) {
  if (line.starts_with("export ")) take_word(line);
  if (line.starts_with('#') || line.starts_with(';')) return true;
  if (line.starts_with('[')) return line.ends_with(']');
  const std::size_t equals = line.find('=');
  if (equals == std::string_view::npos || equals == 0) return false;
  const std::string_view name = trim(line.substr(0, equals));
  return std::ranges::all_of(name, [](char c) {
    return ascii::is_alphanumeric(c) || c == '_' || c == '.' || c == '-' || c == '"';
  });
}

bool is_base64_line(std::string_view line) {
  const auto fits = [](char c) {
    return ascii::is_alphanumeric(c) || c == '+' || c == '/' || c == '=';
  };
  return std::ranges::all_of(line, fits);
}

// "Jan  2 03:04:05 host sshd[12]: a message"
bool is_system_log_line(std::string_view line) {
  const std::string_view month = take_word(line), day = take_word(line), time = take_word(line);
  take_word(line);  // the machine
  const std::string_view program = take_word(line);
  return month.size() == 3 && day.size() <= 2 && !day.empty() &&
         std::ranges::all_of(day, is_digit) && time.size() >= 8 && time[2] == ':' &&
         time[5] == ':' && program.ends_with(':');
}

bool is_level(std::string_view word) {
  constexpr auto kLevels = std::to_array<std::string_view>(
      {"TRACE", "DEBUG", "INFO", "NOTICE", "WARN", "WARNING", "ERROR", "CRITICAL", "FATAL"});
  if (word.starts_with('[')) word.remove_prefix(1);
  word = word.substr(0, word.find_first_of(":]"));
  return std::ranges::find(kLevels, word) != kLevels.end();
}

// "INFO:scrapy:a message", "[INFO] a message", "03:04:05 [main] INFO a message"
bool is_levelled_line(std::string_view line) {
  constexpr int kWordsBefore = 4;
  const std::string_view first = take_word(line);
  if (is_level(first)) return true;
  if (first.empty() || first.find(':') == std::string_view::npos || !is_digit(first.front())) {
    return false;
  }
  for (int i = 0; i < kWordsBefore; ++i) {
    if (is_level(take_word(line))) return true;
  }
  return false;
}

bool is_address(std::string_view line) {
  return starts_with_any(line, {"http://", "https://", "ftp://", "./", "/"}) &&
         std::ranges::none_of(line, is_blank);
}

// "00000010: 4865 6c6c 6f20 ...", "00000010  48 65 6c 6c ..."
bool is_dump_line(std::string_view line) {
  constexpr std::size_t kLeastAddress = 6, kLeastGroups = 4;
  const auto is_group = [](std::string_view word) {
    return (word.size() == 2 || word.size() == 4) && std::ranges::all_of(word, is_sum_digit);
  };
  std::string_view address = take_word(line);
  if (address.ends_with(':')) address.remove_suffix(1);
  if (address.size() < kLeastAddress || !std::ranges::all_of(address, is_sum_digit)) return false;
  std::size_t groups = 0;
  while (groups < kLeastGroups && is_group(take_word(line))) ++groups;
  return groups == kLeastGroups;
}

// A line of YAML: "name: value", "name:", "- value".
struct YamlLine {
  bool fits = false;
  bool indented = false;
  bool named = false;  // by a name in small letters
  bool bare = false;   // with its value in the lines below
};

YamlLine yaml_line(std::string_view line) {
  YamlLine found;
  found.indented = !line.empty() && is_blank(line.front());
  line = trim(line);
  found.fits = line.empty() || line.starts_with('#') || line == "---" || line.starts_with("- ");
  const bool is_item = line.starts_with("- ");
  if (is_item) line = trim(line.substr(2));
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return found;
  const auto is_of_name = [](char c) {
    return to_lower(c) == c && (ascii::is_alphanumeric(c) || c == '_' || c == '-' || c == '.');
  };
  found.bare = colon + 1 == line.size() || is_item;
  found.named = std::ranges::all_of(line.substr(0, colon), is_of_name) &&
                (colon + 1 == line.size() || is_blank(line[colon + 1]));
  found.fits = found.fits || found.named;
  return found;
}

}  // namespace

bool is_checksums(const Head& head) {
  return all_lines(head, is_sum_of_file);
}

bool is_base64(const Head& head) {
  constexpr std::size_t kOneLine = 200, kWrapped = 56;
  if (head.lines.empty() || head.lines.front().size() < kWrapped) return false;
  if (!all_lines(head, is_base64_line)) return false;
  const auto is_kind = [&](auto kind) { return std::ranges::any_of(head.lines.front(), kind); };
  return is_kind(is_digit) && is_kind(is_upper) && is_kind(is_lower) &&
         (head.lines.size() > 1 || head.lines.front().size() >= kOneLine);
}

// A message may go on in lines of its own, and a title may stand above the first.
bool is_log(const Head& head) {
  constexpr std::size_t kLeast = 4, kFirstLines = 2;
  const std::span whole(head.lines.data(), whole_lines(head));
  if (whole.size() < kLeast) return false;
  const auto are_most = [&](auto fits) {
    if (std::ranges::none_of(whole.first(kFirstLines), fits)) return false;
    const auto count = static_cast<std::size_t>(std::ranges::count_if(whole, fits));
    return count >= kLeast && count * 5 >= whole.size() * 4;
  };
  return are_most(is_log_line) || are_most(is_web_log_line) || are_most(is_system_log_line) ||
         are_most(is_levelled_line);
}

bool is_addresses(const Head& head) {
  constexpr std::size_t kLeast = 3;
  return all_lines(head, is_address, kLeast);
}

bool is_dump_of_bytes(const Head& head) {
  constexpr std::size_t kLeast = 2;
  return all_lines(head, is_dump_line, kLeast);
}

// A list of results below its heading is bare and indented, too; its names have capitals.
bool is_yaml(const Head& head) {
  constexpr int kLeast = 2;
  int nested = 0;
  bool bare = false;
  std::string_view rest = head.text;
  while (!rest.empty()) {
    const YamlLine line = yaml_line(take_line(rest));
    if (!line.fits && !rest.empty()) return false;  // the last line may be cut off
    bare = bare || (line.named && line.bare);
    nested += line.named && line.indented && bare ? 1 : 0;
  }
  return nested >= kLeast;
}

// Code from which blanks and line ends were taken out. A brace is looked for first: few stories hold
// one, and counting signs one by one took a tenth of a run over files of text.
bool is_minified(const Head& head) {
  constexpr std::size_t kLeastBytes = 80;
  if (head.text.size() < kLeastBytes || head.text.find('{') == std::string_view::npos) return false;
  const auto is_sign = [](char c) {
    return std::string_view("{}();=:").find(c) != std::string::npos;
  };
  const auto signs = std::ranges::count_if(head.text, is_sign);
  const auto blanks = std::ranges::count_if(head.text, is_blank);
  const auto tenth = std::ssize(head.text) / 10;
  return signs > tenth && blanks < tenth;
}

// A target, its commands below it behind a tab, and a variable.
bool is_makefile(const Head& head) {
  const std::size_t command = head.text.find("\n\t");
  if (command == std::string_view::npos || command == 0) return false;
  const std::size_t target = head.text.rfind('\n', command - 1) + 1;
  if (head.text.substr(target, command - target).find(':') == std::string_view::npos) return false;
  constexpr auto kSigns = std::to_array<std::string_view>({"$(", "$@", "$<", "$^", ".PHONY"});
  return std::ranges::any_of(kSigns, [&](std::string_view sign) {
    return head.text.find(sign) != std::string_view::npos;
  });
}

bool is_code(const Head& head) {
  return is_source_code(head.lines);
}

bool is_settings(const Head& head) {
  constexpr std::size_t kLeast = 2;
  return all_lines(head, is_setting, kLeast) && head.text.find('=') != std::string_view::npos;
}

}  // namespace dateline::indexer

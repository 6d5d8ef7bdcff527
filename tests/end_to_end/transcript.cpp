#include "tests/end_to_end/transcript.h"

#include <algorithm>
#include <fstream>
#include <span>
#include <sstream>

namespace dateline::test {
namespace {

using Lines = std::vector<std::string>;

constexpr std::string_view kIndent = "    ";
constexpr std::string_view kLeftOut = "…";

// "0.2 seconds" -> "N seconds": how long something took is another figure every time.
std::string without_time(std::string line) {
  const std::size_t end = line.rfind(" seconds");
  if (end == std::string::npos || end == 0) return line;
  const std::size_t before = line.find_last_not_of("0123456789.", end - 1);
  const std::size_t begin = before == std::string::npos ? 0 : before + 1;
  return line.replace(begin, end - begin, "N");
}

Lines lines_of(std::string_view text) {
  Lines lines;
  std::istringstream stream{std::string(text)};
  for (std::string line; std::getline(stream, line);) {
    std::erase(line, '\r');  // of a terminal
    lines.push_back(without_time(line));
  }
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

bool is_same_line(std::string_view shown, std::string_view printed) {
  if (!shown.ends_with(" …")) return shown == printed;
  return printed.starts_with(shown.substr(0, shown.size() - kLeftOut.size()));
}

bool is_same(std::span<const std::string> shown, std::span<const std::string> printed) {
  if (shown.empty()) return printed.empty();
  if (shown.front() == kLeftOut) {
    const bool stands_for_none = is_same(shown.subspan(1), printed);
    return stands_for_none || (!printed.empty() && is_same(shown, printed.subspan(1)));
  }
  return !printed.empty() && is_same_line(shown.front(), printed.front()) &&
         is_same(shown.subspan(1), printed.subspan(1));
}

}  // namespace

std::vector<Transcript> transcripts_of(const std::filesystem::path& document) {
  std::vector<Transcript> transcripts;
  std::ifstream file(document);
  std::size_t number = 0;
  bool is_in_block = false;
  bool is_in_transcript = false;
  for (std::string line; std::getline(file, line);) {
    ++number;
    const bool is_indented = line.starts_with(kIndent);
    if (!is_indented && !line.empty()) is_in_block = is_in_transcript = false;
    if (!is_indented && !is_in_transcript) continue;
    const std::string text = is_indented ? line.substr(kIndent.size()) : "";
    if (is_in_transcript) {
      transcripts.back().output.push_back(without_time(text));
    } else if (!is_in_block && text.starts_with("$ ")) {
      transcripts.push_back({number, text.substr(2), {}});
      is_in_transcript = true;
    }
    is_in_block = true;
  }
  for (Transcript& transcript : transcripts) {
    Lines& output = transcript.output;
    while (!output.empty() && output.back().empty()) output.pop_back();
  }
  return transcripts;
}

bool shows(const Transcript& transcript, std::string_view printed) {
  return is_same(transcript.output, lines_of(printed));
}

}  // namespace dateline::test

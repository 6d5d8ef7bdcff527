#include "indexer/sources/format.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "indexer/sources/encoding.h"
#include "indexer/sources/foreign_forms.h"
#include "indexer/sources/json_head.h"
#include "indexer/sources/table_form.h"

namespace dateline::indexer {
namespace {

using std::string_view_literals::operator""sv;

// Of text so much is judged: the marks of exports of databases lie within it.
constexpr std::size_t kTextHeadBytes = 4096;

constexpr std::array kContainerMarks = {
    "\x1f\x8b"sv,
    "\xfd"
    "7zXZ\0"sv,
    "PK\x03\x04"sv,
    "PK\x05\x06"sv,
};

// A tar header carries the sum of its own bytes, which also tells the old form without "ustar".
bool is_tar_header(std::string_view head) {
  constexpr std::size_t kHeader = 512, kSumAt = 148, kSumBytes = 8;
  if (head.size() < kHeader || head[0] == '\0') return false;
  unsigned sum = 0;
  for (std::size_t i = 0; i < kHeader; ++i) {
    const bool in_sum = i >= kSumAt && i < kSumAt + kSumBytes;
    sum += in_sum ? ' ' : static_cast<unsigned char>(head[i]);
  }
  auto printed = head.substr(kSumAt, kSumBytes);
  while (!printed.empty() && printed.front() == ' ') printed.remove_prefix(1);
  unsigned expected = 0;
  const auto [end, error] =
      std::from_chars(printed.data(), printed.data() + printed.size(), expected, 8);
  return error == std::errc() && end != printed.data() && sum == expected;
}

bool is_bzip2(std::string_view head) {
  return head.size() >= 10 && head.starts_with("BZh") && head[3] >= '1' && head[3] <= '9' &&
         (head.substr(4, 6) == "1AY&SY" || head.substr(4, 6) == "\x17\x72\x45\x38\x50\x90");
}

bool is_container(std::string_view head) {
  const auto fits = [&](std::string_view mark) { return head.starts_with(mark); };
  return std::ranges::any_of(kContainerMarks, fits) || is_bzip2(head) || is_tar_header(head);
}

// A skippable frame may come before the first with content, as pzstd and seekable zstd write it.
bool is_zstd(std::string_view head) {
  if (head.starts_with("\x28\xb5\x2f\xfd")) return true;
  return head.size() >= 8 && (static_cast<unsigned char>(head[0]) & 0xF0) == 0x50 &&
         head.substr(1, 3) == "\x2a\x4d\x18";
}

bool is_reuters21578(std::string_view text) {
  return text.starts_with("<!DOCTYPE lewis") || text.starts_with("<REUTERS");
}

// Text has a tab, line ends and now and then a stray sign of a wire; data has all 32. Without a
// branch, because every file of an archive passes the loop.
bool is_mostly_control(std::string_view head) {
  constexpr unsigned kLeast = 8;
  unsigned count = 0;
  for (const char c : head) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_control =
        (byte < ' ') & ((byte < '\t') | (byte > '\r')) & (byte != 0x1B);  // ESC colours text
    count += static_cast<unsigned>(is_control);
  }
  return count >= kLeast && std::size_t{count} * 20 > head.size();
}

// UTF-16 of the west without a mark: its separators and line ends look like those of a table. One
// bad record has fewer.
bool is_every_fourth_nul(std::string_view head) {
  if (head.find('\0') == std::string_view::npos) return false;
  return std::ranges::count(head, '\0') * 4 > std::ssize(head);
}

Recognised refused(std::string_view form) {
  return {Content::kNotText, {}, "not text: " + std::string(form)};
}

// Bytes that no text has, asked last: what has a name is refused by that.
Recognised recognise_bytes(std::string_view head) {
  if (head.find('\0') != std::string_view::npos) {
    if (is_utf16(head)) return {Content::kUtf16, {}, {}};
    return refused("it holds NUL bytes");
  }
  if (is_mostly_control(head)) return refused("it holds control bytes");
  return {Content::kArticles, Format::kText, {}};
}

}  // namespace

std::optional<Format> parse_format(std::string_view name) {
  if (name == "text") return Format::kText;
  if (name == "json" || name == "jsonl") return Format::kJson;
  if (name == "csv" || name == "tsv") return Format::kTable;
  if (name == "reuters21578") return Format::kReuters21578;
  return std::nullopt;
}

Recognised recognise(std::string_view bytes) {
  if (is_zstd(bytes)) return {Content::kZstd, {}, {}};
  if (is_container(bytes)) {
    const auto package = package_form(bytes);
    if (!package) return {Content::kContainer, {}, {}};
    return {Content::kPackage, {}, "not text: " + std::string(*package)};
  }
  if (const auto form = binary_form(bytes)) return refused(*form);
  if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) {
    return {Content::kUtf16, {}, {}};
  }
  const Head head(bytes.substr(0, kTextHeadBytes));
  if (is_json(head)) return {Content::kArticles, Format::kJson, {}};
  if (is_reuters21578(head.text)) return {Content::kArticles, Format::kReuters21578, {}};
  if (!is_every_fourth_nul(head.bytes) && looks_like_table(bytes)) {
    return {Content::kArticles, Format::kTable, {}};
  }
  if (const auto form = text_form(head)) return refused(*form);
  return recognise_bytes(head.bytes);
}

}  // namespace dateline::indexer

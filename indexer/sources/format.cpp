#include "indexer/sources/format.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "common/text/ascii.h"
#include "indexer/enrichment/characters.h"
#include "indexer/sources/table_form.h"

namespace dateline::indexer {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::array kContainerMarks = {
    "\x1f\x8b"sv,
    "\x28\xb5\x2f\xfd"sv,
    "\xfd"
    "7zXZ\0"sv,
    "PK\x03\x04"sv,
    "PK\x05\x06"sv,
};

struct Mark {
  std::string_view bytes;
  std::string_view what;
};

constexpr std::array kForeignMarks = {
    Mark{"%PDF-"sv, "a PDF document"},
    Mark{"{\\rtf"sv, "an RTF document"},
    Mark{"\x89PNG"sv, "a PNG image"},
    Mark{"\xff\xd8\xff"sv, "a JPEG image"},
    Mark{"GIF8"sv, "a GIF image"},
    Mark{"7z\xbc\xaf"sv, "a 7z container, which is not read"},
    Mark{"Rar!"sv, "a RAR container, which is not read"},
    Mark{"\x7f"
         "ELF"sv,
         "a program"},
};

// Compared without regard to case, after white space.
constexpr std::array kForeignMarkup = {
    Mark{"<!doctype html"sv, "an HTML page"},
    Mark{"<html"sv, "an HTML page"},
    Mark{"<?xml"sv, "an XML document"},
    Mark{"<?php"sv, "a PHP page"},
};

std::string_view without_lead(std::string_view text) {
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  while (!text.empty() && ascii::is_space(text.front())) text.remove_prefix(1);
  return text;
}

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

std::optional<std::string_view> foreign(std::string_view head) {
  for (const Mark& mark : kForeignMarks) {
    if (head.starts_with(mark.bytes)) return mark.what;
  }
  const auto text = without_lead(head);
  for (const Mark& mark : kForeignMarkup) {
    if (starts_folded(text, mark.bytes)) return mark.what;
  }
  if (head.find('\0') != std::string_view::npos) return "it holds NUL bytes";
  return std::nullopt;
}

bool is_json(std::string_view text) {
  if (text.empty()) return false;
  const auto rest = without_lead(text.substr(1));
  if (rest.empty()) return false;
  if (text.front() == '{') return rest.front() == '"' || rest.front() == '}';
  return text.front() == '[' && (rest.front() == '{' || rest.front() == ']');
}

}  // namespace

std::optional<Format> parse_format(std::string_view name) {
  if (name == "text") return Format::kText;
  if (name == "json" || name == "jsonl") return Format::kJson;
  if (name == "csv" || name == "tsv") return Format::kTable;
  if (name == "reuters21578") return Format::kReuters21578;
  return std::nullopt;
}

Recognised recognise(std::string_view head) {
  if (is_container(head)) return {Content::kContainer, {}, {}};
  if (head.starts_with("\xff\xfe") || head.starts_with("\xfe\xff"))
    return {Content::kUtf16, {}, {}};
  if (const auto what = foreign(head)) {
    return {Content::kNotText, {}, "not text: " + std::string(*what)};
  }
  const auto text = without_lead(head);
  if (is_json(text)) return {Content::kArticles, Format::kJson, {}};
  if (text.starts_with("<!DOCTYPE lewis") || text.starts_with("<REUTERS")) {
    return {Content::kArticles, Format::kReuters21578, {}};
  }
  if (looks_like_table(head)) return {Content::kArticles, Format::kTable, {}};
  return {Content::kArticles, Format::kText, {}};
}

}  // namespace dateline::indexer

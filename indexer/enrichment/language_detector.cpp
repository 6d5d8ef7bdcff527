#include "indexer/enrichment/language_detector.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/ascii.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kFewestLetters = 20;
constexpr int kLeastPercent = 60;

// Codes of CLD2 that ISO 639 has replaced, or that say more than the language.
constexpr std::pair<std::string_view, std::string_view> kReplaced[] = {
    {"iw", "he"}, {"in", "id"}, {"jw", "jv"},      {"mo", "ro"},
    {"sh", "sr"}, {"tl", "tl"}, {"zh-Hant", "zh"}, {"sr-ME", "sr"}};

// Of a character beyond ASCII only its first byte counts.
std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) {
    return ascii::is_letter(c) || (static_cast<unsigned char>(c) & 0xC0) == 0xC0;
  }));
}

std::string_view iso_code(std::string_view code) {
  for (const auto& [old, now] : kReplaced) {
    if (code == old) return now;
  }
  const bool is_code =
      (code.size() == 2 && code != "un") || (code.size() == 3 && !code.starts_with("xx"));
  return is_code && std::ranges::all_of(code, ascii::is_lower) ? code : std::string_view{};
}

}  // namespace

std::string_view detect_language(std::string_view text) {
  if (letters_in(text) < kFewestLetters) return {};
  const CLD2::CLDHints no_hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING,
                                   CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int text_bytes = 0;
  bool is_reliable = false;
  CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, &no_hints, 0,
                                 languages.data(), percents.data(), scores.data(), nullptr,
                                 &text_bytes, &is_reliable);
  if (!is_reliable || percents.front() < kLeastPercent) return {};
  return iso_code(CLD2::LanguageCode(languages.front()));
}

}  // namespace dateline::indexer

#include "indexer/enrichment/date_fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <optional>

namespace dateline::indexer {
namespace {

constexpr char32_t kUnknownSign = U'~';
constexpr std::u32string_view kNumerals = U"〇一二三四五六七八九十廿卅零元";
constexpr std::u32string_view kOfNumbers = U"年月日号號";

std::u32string to_code_points(const icu::UnicodeString& text) {
  std::u32string points;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    points += static_cast<char32_t>(text.char32At(i));
  }
  return points;
}

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_apostrophe(char32_t c) {
  return is_one_of(c, U"'’‘ʼʻ`´׳");
}

char32_t fold_sign(char32_t c) {
  if (c < 0x80) return c;
  if (is_one_of(c, U"،؛၊።፣፤⹁、‚")) return U',';
  if (is_one_of(c, U"。।॥॰·•・∙")) return U'.';
  if (is_one_of(c, U"“”„«»‹›「」『』《》〈〉")) return U'"';
  if (is_one_of(c, U"〔〕【】〖〗")) return c == U'〔' || c == U'【' || c == U'〖' ? U'[' : U']';
  if (is_one_of(c, U"−‐‑‒–—―")) return U'-';
  const auto kind = u_charType(static_cast<UChar32>(c));
  if (kind == U_DASH_PUNCTUATION) return U'-';
  if (kind == U_SPACE_SEPARATOR) return U' ';
  return kUnknownSign;
}

// The marks that writers leave out or set at will: accents, and the vowels of Arabic and Hebrew.
bool is_dropped_mark(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x064B && c <= 0x065F) || c == 0x0670 ||
         (c >= 0x0591 && c <= 0x05C7) || c == 0x0640;
}

// 0: dropped.
char32_t fold_point(char32_t c) {
  if (is_dropped_mark(c) || u_charType(static_cast<UChar32>(c)) == U_FORMAT_CHAR) return 0;
  if (c == U'ı') return U'i';
  if (c == U'ي' || c == U'ى') return U'ی';  // Persian and Arabic write one letter in two ways
  if (c == U'ك') return U'ک';
  if (c == U'\t' || c == U'\n' || c == U'\r' || c == U'\v' || c == U'\f') return U' ';
  const int32_t digit = u_charDigitValue(static_cast<UChar32>(c));
  if (digit >= 0) return U'0' + static_cast<char32_t>(digit);
  if (is_one_of(c, kNumerals)) return c;  // one of them is no letter to Unicode
  const auto mask = U_MASK(u_charType(static_cast<UChar32>(c)));
  if ((mask & (U_GC_L_MASK | U_GC_M_MASK)) != 0) {
    return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
  }
  return fold_sign(c);
}

std::u32string normalised(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* decomposer = icu::Normalizer2::getNFKDInstance(status);
  const auto source =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  const icu::UnicodeString apart =
      U_SUCCESS(status) ? decomposer->normalize(source, status) : source;
  return to_code_points(U_SUCCESS(status) ? apart : source);
}

// "二〇二〇" digit by digit, "三十一" by tens; nothing for what is no number.
std::optional<unsigned> read_numeral(std::u32string_view numeral) {
  unsigned value = 0;
  bool tens = false;
  for (const char32_t c : numeral) {
    const std::size_t at = kNumerals.find(c);
    if (c == U'元') return numeral.size() == 1 ? std::optional(1U) : std::nullopt;
    if (at >= 10 && c != U'零') {
      const unsigned ten = c == U'廿' ? 20 : c == U'卅' ? 30 : 10;
      if (tens || (c != U'十' && value > 0) || value > 9) return std::nullopt;
      value = value == 0 ? ten : value * ten;
      tens = true;
      continue;
    }
    const unsigned digit = c == U'零' ? 0 : static_cast<unsigned>(at);
    if (value > 999) return std::nullopt;
    value = tens ? value + digit : value * 10 + digit;
  }
  return value;
}

void replace_numerals(std::u32string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::size_t end = i;
    while (end < text.size() && is_one_of(text[end], kNumerals)) ++end;
    if (end == i) continue;
    std::size_t sign = end;
    while (sign < text.size() && text[sign] == U' ') ++sign;
    const bool is_part = sign < text.size() && is_one_of(text[sign], kOfNumbers);
    const auto value =
        is_part ? read_numeral(std::u32string_view(text).substr(i, end - i)) : std::nullopt;
    if (value) {
      const std::string digits = std::to_string(*value);
      text.replace(i, end - i, std::u32string(digits.begin(), digits.end()));
      i += digits.size();
    } else {
      i = end;
    }
  }
}

bool is_digit_point(char32_t c) {
  return c >= U'0' && c <= U'9';
}

// "10时05分" becomes "10:05", "10時" becomes "10:00".
void replace_clocks(std::u32string& text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (!is_digit_point(text[i - 1])) continue;
    if (is_one_of(text[i], U"分秒분초")) text[i] = U' ';
    if (!is_one_of(text[i], U"时時点點시")) continue;
    std::size_t next = i + 1;
    while (next < text.size() && text[next] == U' ') ++next;
    const bool minutes = next < text.size() && is_digit_point(text[next]);
    text.replace(i, minutes ? next - i : 1, minutes ? U":" : U":00 ");
  }
}

// Halves of the day stand before the clock there.
void replace_halves_of_day(std::u32string& text) {
  constexpr auto kAfternoon =
      std::to_array<std::u32string_view>({U"下午", U"午後", U"午后", U"晚上", U"오후"});
  constexpr auto kMorning =
      std::to_array<std::u32string_view>({U"上午", U"午前", U"早上", U"凌晨", U"오전"});
  for (const auto word : kMorning) {
    if (const auto at = text.find(word); at != text.npos) text.replace(at, word.size(), U" ");
  }
  for (const auto word : kAfternoon) {
    const std::size_t at = text.find(word);
    if (at == text.npos) continue;
    std::size_t begin = at + word.size();
    while (begin < text.size() && text[begin] == U' ') ++begin;
    std::size_t end = begin;
    unsigned hour = 0;
    while (end < text.size() && end < begin + 2 && is_digit_point(text[end])) {
      hour = hour * 10 + static_cast<unsigned>(text[end++] - U'0');
    }
    constexpr unsigned kNoon = 12;
    if (end == begin || hour > kNoon) continue;
    const std::string digits = " " + std::to_string(hour < kNoon ? hour + kNoon : hour);
    text.replace(at, end - at, std::u32string(digits.begin(), digits.end()));
  }
}

// "mis à jour" is a label of three words.
void replace_labels(std::u32string& text) {
  constexpr auto kUpdated =
      std::to_array<std::u32string_view>({U"mise a jour", U"mises a jour", U"mis a jour"});
  for (const std::u32string_view label : kUpdated) {
    const std::size_t at = text.find(label);
    if (at != std::u32string::npos) text.replace(at, label.size(), U"actualise");
  }
}

struct Era {
  std::u32string_view name;
  unsigned before_first;  // the year before its first
};

constexpr auto kEras = std::to_array<Era>({{U"令和", 2018},
                                           {U"平成", 1988},
                                           {U"昭和", 1925},
                                           {U"大正", 1911},
                                           {U"明治", 1867},
                                           {U"民國", 1911},
                                           {U"民国", 1911}});

void replace_eras(std::u32string& text) {
  for (const Era& era : kEras) {
    const std::size_t at = text.find(era.name);
    if (at == std::u32string::npos) continue;
    std::size_t begin = at + era.name.size();
    while (begin < text.size() && text[begin] == U' ') ++begin;
    std::size_t end = begin;
    unsigned year = 0;
    while (end < text.size() && end < begin + 3 && text[end] >= U'0' && text[end] <= U'9') {
      year = year * 10 + static_cast<unsigned>(text[end++] - U'0');
    }
    if (end == begin) return;
    const std::string digits = std::to_string(era.before_first + year);
    text.replace(at, end - at, std::u32string(digits.begin(), digits.end()));
    return;
  }
}

}  // namespace

std::string fold_date(std::string_view text) {
  const std::u32string apart = normalised(text);
  std::u32string folded;
  for (std::size_t i = 0; i < apart.size(); ++i) {
    if (is_apostrophe(apart[i])) {  // it stays where it stands for a century: "'20"
      const auto is_digit_at = [&](std::size_t at) {
        return at < apart.size() && apart[at] >= U'0' && apart[at] <= U'9';
      };
      if (is_digit_at(i + 1) && is_digit_at(i + 2) && !is_digit_at(i + 3)) folded += U'\'';
    } else if (const char32_t point = fold_point(apart[i])) {
      folded += point;
    }
  }
  replace_numerals(folded);
  replace_eras(folded);
  replace_labels(folded);
  replace_halves_of_day(folded);
  replace_clocks(folded);
  icu::UnicodeString joined = icu::UnicodeString::fromUTF32(
      reinterpret_cast<const UChar32*>(folded.data()), static_cast<int32_t>(folded.size()));
  UErrorCode status = U_ZERO_ERROR;
  if (const auto* composer = icu::Normalizer2::getNFCInstance(status); U_SUCCESS(status)) {
    joined = composer->normalize(joined, status);
  }
  std::string utf8;
  joined.toUTF8String(utf8);
  return utf8;
}

}  // namespace dateline::indexer

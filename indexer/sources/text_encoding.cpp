#include "indexer/sources/text_encoding.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/text/ascii.h"
#include "indexer/sources/code_pages.h"
#include "indexer/sources/plausibility.h"

namespace dateline::indexer {
namespace {

// What is tried where uchardet has no answer that holds: it knows none of Apple's for the west.
constexpr auto kOthers = std::to_array<std::string_view>(
    {"MACINTOSH", "IBM850", "WINDOWS-1250", "ISO-8859-2", "WINDOWS-1251", "KOI8-R", "WINDOWS-1253",
     "WINDOWS-1254", "WINDOWS-1256", "WINDOWS-1255", "WINDOWS-1257"});

// A choice is made by so many bytes of the lines that are not ASCII: more tell no more.
constexpr std::size_t kSampleBytes = 4096;

bool is_high(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

std::string_view take_whole_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end);
  return line;
}

std::string sample_of(std::string_view text) {
  std::string sample;
  while (!text.empty() && sample.size() < kSampleBytes) {
    const std::string_view line = take_whole_line(text);
    if (std::ranges::any_of(line, is_high)) {
      // Of a long line what is around the first such byte.
      const auto at = static_cast<std::size_t>(std::ranges::find_if(line, is_high) - line.begin());
      const std::size_t begin = line.size() > kSampleBytes ? at - std::min<std::size_t>(at, 64) : 0;
      sample += line.substr(begin, kSampleBytes);
    }
  }
  return sample;
}

bool has_undefined(std::string_view bytes) {
  return std::ranges::any_of(bytes, [](char c) {
    return is_high(c) && cp1252_character(static_cast<unsigned char>(c)) == 0;
  });
}

std::size_t doubts_of(std::string_view bytes, const CodePage& page, std::size_t most) {
  const auto utf8 = convert(bytes, page.icu);
  return utf8 ? judge(*utf8).doubts : most + 1;
}

// Chinese, Japanese and Korean bytes are UTF-8 by chance so often that only the whole tells: it must
// be read without a doubt.
const CodePage* guess_eastern(std::string_view bytes) {
  const std::string sample = sample_of(bytes);
  const CodePage* told = ask_uchardet(sample);
  const auto eastern = {"SHIFT_JIS", "EUC-JP", "EUC-KR", "UHC", "GB18030", "BIG5", "EUC-TW"};
  if (told == nullptr || std::ranges::find(eastern, told->told) == eastern.end()) return nullptr;
  const auto utf8 = convert(sample, told->icu);
  if (!utf8) return nullptr;
  const Plausibility found = judge(*utf8);
  return found.doubts * 50 <= found.letters ? told : nullptr;
}

// Of few letters uchardet takes Apple's code page of the west, which it does not know, for that of
// central Europe.
const CodePage* preferred(const CodePage* told, std::string_view sample,
                          const Plausibility& western, std::size_t doubts) {
  constexpr std::size_t kFewLetters = 12;
  if (told->told != "MAC-CENTRALEUROPE" || western.letters > kFewLetters) return told;
  const CodePage* apple = find_told("MACINTOSH");
  return doubts_of(sample, *apple, doubts) <= doubts ? apple : told;
}

// Short texts of the west in which capitals before quotation marks look like UTF-8 by chance.
bool is_western(std::string_view bytes, const Utf8Census& found) {
  return found.valid < found.invalid && found.undefined == 0 &&
         judge(from_cp1252(sample_of(bytes))).doubts == 0;
}

// uchardet knows no Icelandic and takes it for Lithuanian or Latvian, whose two letters in the place
// of ð and þ stand beside others that Icelandic has not.
bool is_icelandic(std::string_view bytes) {
  const auto has = [&](std::string_view any) { return bytes.find_first_of(any) != bytes.npos; };
  return has("\xF0\xFE") && !has("\xE0\xE2\xE7\xE8\xEB\xEC\xEE\xEF\xF2\xF8\xFB") &&
         !has("\x8A\x8E\x9A\x9E");  // Croatian: đ with š and ž
}

// Nothing: cp1252.
const CodePage* guess(std::string_view sample) {
  const Plausibility western = judge(from_cp1252(sample));
  if (western.letters == 0 && western.doubts == 0) return nullptr;
  constexpr std::size_t kFewLetters = 4;  // less is a name or two: uchardet has nothing to go by
  const CodePage* best = nullptr;
  std::size_t least = western.doubts;
  const CodePage* told = ask_uchardet(sample);
  if (told != nullptr && (western.doubts > 0 || western.letters >= kFewLetters) &&
      !(western.doubts == 0 && is_icelandic(sample))) {
    const std::size_t doubts = doubts_of(sample, *told, western.doubts);
    if (doubts <= western.doubts) {
      best = preferred(told, sample, western, doubts);
      least = doubts;
    }
  }
  if (least == 0) return best;
  for (const std::string_view name : kOthers) {  // a few doubts are no reason
    const CodePage* page = find_told(name);
    const std::size_t doubts = doubts_of(sample, *page, western.doubts);
    if (doubts * 3 >= least) continue;
    best = page;
    least = doubts;
  }
  return best;
}

// ISO-8859-15 differs from cp1252 in eight signs only, which uchardet does not look at: the euro at
// a number stands where cp1252 has a sign that nobody prints, and an oe between letters where it has
// a half. Bytes from 0x80 to 0x9F are cp1252's alone.
bool is_latin9(std::string_view bytes) {
  constexpr char kEuro = '\xA4', kOe = '\xBD';
  const auto is_c1 = [](char c) { return is_high(c) && static_cast<unsigned char>(c) < 0xA0; };
  const auto is_letter = [](char c) {
    return ascii::is_letter(c) || static_cast<unsigned char>(c) >= 0xC0;
  };
  if (bytes.find_first_of("\xA4\xBD") == std::string_view::npos ||
      std::ranges::any_of(bytes, is_c1)) {
    return false;
  }
  for (std::size_t i = 1; i < bytes.size(); ++i) {
    const char before = bytes[i - 1] == ' ' && i > 1 ? bytes[i - 2] : bytes[i - 1];
    const char after = i + 1 < bytes.size() ? bytes[i + 1] : ' ';
    if (bytes[i] == kEuro && (ascii::is_digit(before) || ascii::is_digit(after))) return true;
    if (bytes[i] == kOe && is_letter(bytes[i - 1]) && is_letter(after)) return true;
  }
  return false;
}

struct Reading {
  const char* icu = nullptr;  // nothing: cp1252
  std::string_view name = kWestern;
};

Reading reading_of(std::string_view bytes, std::string_view named) {
  if (named == kWestern) return {};
  if (!named.empty()) return {named.data(), named};
  const std::string sample = sample_of(bytes);
  const CodePage* page = guess(sample);
  if (page == nullptr && is_latin9(sample)) page = find_told("ISO-8859-15");
  return page != nullptr ? Reading{page->icu, page->name} : Reading{};
}

std::string read(std::string_view bytes, const Reading& reading) {
  if (reading.icu != nullptr) {
    if (auto utf8 = convert(bytes, reading.icu)) return *std::move(utf8);
  }
  return has_undefined(bytes) ? repaired(bytes) : from_cp1252(bytes);
}

// Whether a line is UTF-8 and not some other by chance: its characters begin with bytes that are
// rare letters in cp1252 before signs, or there are many of them.
bool is_surely_utf8(std::string_view line) {
  constexpr std::size_t kMany = 4;
  const Utf8Census found = census(line);
  if (found.invalid > 0 || found.valid == 0) return false;
  if (found.valid >= kMany) return true;
  return std::ranges::all_of(line, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0xC0 || byte == 0xC2 || byte == 0xC3 || byte == 0xE2;
  });
}

bool has_utf8_line(std::string_view text) {
  while (!text.empty()) {
    if (is_surely_utf8(take_whole_line(text))) return true;
  }
  return false;
}

// The lines that are not UTF-8, one after another.
std::string foreign_lines(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const std::string_view line = take_whole_line(text);
    if (std::ranges::any_of(line, is_high) && !is_surely_utf8(line)) lines += line;
  }
  return lines;
}

std::string read_foreign_lines(std::string_view text, const Reading& reading) {
  std::string utf8;
  utf8.reserve(text.size() + text.size() / 8);
  while (!text.empty()) {
    const std::string_view line = take_whole_line(text);
    if (!std::ranges::any_of(line, is_high) || is_surely_utf8(line)) {
      utf8 += line;
    } else {
      utf8 += read(line, reading);
    }
  }
  return utf8;
}

Encoding kind_of(const Reading& reading, std::string_view bytes) {
  if (reading.icu != nullptr) return Encoding::kOther;
  return has_undefined(bytes) ? Encoding::kBroken : Encoding::kCp1252;
}

// ESC $ B and its like: Japanese mail in bytes that are all ASCII.
bool is_escaped(std::string_view text) {
  const std::size_t escape = text.find("\x1b$");
  return escape != std::string_view::npos &&
         (text.substr(escape + 2, 1) == "B" || text.substr(escape + 2, 1) == "@");
}

}  // namespace

Decoding decode_text(std::string& text, std::string_view named) {
  if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff") ||
      text.starts_with("\xef\xbb\xbf")) {
    if (to_utf8(text) == Encoding::kUtf16) return {Encoding::kUtf16, {}};
  }
  const Utf8Census found = census(text);
  if (found.invalid == 0) {
    if (found.valid > 0 || !is_escaped(text)) return {};
    auto utf8 = convert(text, "ISO-2022-JP");
    if (!utf8) return {};
    text = *std::move(utf8);
    return {Encoding::kOther, "ISO-2022-JP"};
  }
  const bool mixed = found.valid > 0 && has_utf8_line(text);
  const std::string foreign = mixed ? foreign_lines(text) : std::string();
  const std::string_view bytes = mixed ? std::string_view(foreign) : std::string_view(text);
  const Utf8Census rest = mixed ? census(foreign) : found;
  if (is_mostly_utf8(rest) && !is_western(bytes, rest)) {  // lines of UTF-8 with bytes wrong
    const CodePage* page = rest.valid < rest.invalid ? guess_eastern(text) : nullptr;
    text = page != nullptr ? read(text, {page->icu, page->name}) : repaired(text);
    if (page != nullptr) return {Encoding::kOther, page->name};
    return {Encoding::kBroken, {}};
  }
  const Reading reading = reading_of(bytes, named);
  const Decoding decoding{kind_of(reading, bytes), reading.name, mixed};
  text = mixed ? read_foreign_lines(text, reading) : read(text, reading);
  return decoding;
}

}  // namespace dateline::indexer

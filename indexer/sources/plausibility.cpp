#include "indexer/sources/plausibility.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <cstdint>

#include "common/text/unicode.h"

namespace dateline::indexer {
namespace {

enum class Kind : std::uint8_t {
  kOther,
  kLower,
  kUpper,
  kLetter,  // without case
  kMark,    // of a letter
  kSign,    // no sign stands in a word
  kOpening,
  kClosing,
  kBad,
};

struct Character {
  Kind kind = Kind::kOther;
  UScriptCode script = USCRIPT_COMMON;
  bool ascii = true;

  bool is_letter() const {
    return kind == Kind::kLower || kind == Kind::kUpper || kind == Kind::kLetter ||
           kind == Kind::kMark;
  }
};

Kind ascii_kind(char32_t c) {
  if (c >= 'a' && c <= 'z') return Kind::kLower;
  return c >= 'A' && c <= 'Z' ? Kind::kUpper : Kind::kOther;
}

Kind kind_of(char32_t c) {
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_LOWERCASE_LETTER:
      return Kind::kLower;
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return Kind::kUpper;
    case U_OTHER_LETTER:
      return c == 0xAA || c == 0xBA ? Kind::kSign : Kind::kLetter;  // ª, º
    case U_MODIFIER_LETTER:
      return c < 0x370 ? Kind::kSign : Kind::kLetter;  // a lone circumflex
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
      return Kind::kMark;
    case U_MODIFIER_SYMBOL:
    case U_CURRENCY_SYMBOL:
    case U_MATH_SYMBOL:
    case U_OTHER_SYMBOL:
    case U_OTHER_NUMBER:
      return Kind::kSign;
    case U_INITIAL_PUNCTUATION:
      return Kind::kOpening;
    case U_FINAL_PUNCTUATION:
      return c == 0x2019 ? Kind::kOther : Kind::kClosing;  // an apostrophe
    case U_START_PUNCTUATION:
      return c == 0x201A || c == 0x201E ? Kind::kOpening : Kind::kOther;  // low quotes
    case U_CONTROL_CHAR:
    case U_UNASSIGNED:
    case U_PRIVATE_USE_CHAR:
      return Kind::kBad;
    default:
      return c == 0xFFFD ? Kind::kBad : Kind::kOther;
  }
}

UScriptCode script_of(char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &error);
  const bool japanese = script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
  return japanese ? USCRIPT_HAN : script;
}

Character character_of(char32_t c) {
  if (c < 0x80) {
    const Kind kind = ascii_kind(c);
    return {kind, kind == Kind::kOther ? USCRIPT_COMMON : USCRIPT_LATIN, true};
  }
  Character character{kind_of(c), USCRIPT_COMMON, false};
  if (c == 0xFFFD) character.kind = Kind::kBad;
  if (character.is_letter()) character.script = script_of(c);
  return character;
}

bool mixes_scripts(const Character& left, const Character& right) {
  const auto is_own = [](const Character& c) {
    return c.is_letter() && c.script != USCRIPT_COMMON && c.script != USCRIPT_INHERITED;
  };
  if (!is_own(left) || !is_own(right) || left.script == right.script) return false;
  const auto is_eastern = [](const Character& c) {
    return c.script == USCRIPT_HAN || c.script == USCRIPT_HANGUL;
  };
  return !is_eastern(left) && !is_eastern(right);  // "NHKの" has no blank
}

// What of two neighbours is doubtful.
std::size_t doubts_between(const Character& left, const Character& right) {
  constexpr std::size_t kDoubt = 2;
  if (left.ascii && right.ascii) return 0;
  if (mixes_scripts(left, right)) return kDoubt;
  if (left.kind == Kind::kSign && right.is_letter()) return kDoubt;
  if (left.kind == Kind::kLower && right.kind == Kind::kUpper) return kDoubt;
  if (left.is_letter() && right.kind == Kind::kOpening) return kDoubt;
  if (left.kind == Kind::kClosing && right.is_letter()) return kDoubt;
  if (left.is_letter() && right.kind == Kind::kSign) return 1;  // "5€", but "na³"
  return 0;
}

}  // namespace

Plausibility judge(std::string_view utf8) {
  constexpr std::size_t kBadDoubts = 6, kRun = 3;
  Plausibility found;
  Character previous;
  std::size_t latin_run = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint point = decode(utf8, at);
    at += point.bytes;
    const Character here = character_of(point.value);
    found.doubts += doubts_between(previous, here);
    if (here.kind == Kind::kBad && !here.ascii) found.doubts += kBadDoubts;
    const bool accented = !here.ascii && here.is_letter();
    if (accented) ++found.letters;
    latin_run = accented && here.script == USCRIPT_LATIN ? latin_run + 1 : 0;
    if (latin_run >= kRun) ++found.doubts;
    previous = here;
  }
  return found;
}

}  // namespace dateline::indexer

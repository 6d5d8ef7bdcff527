#include "searcher/query/operators.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <span>

#include "common/text/ascii.h"
#include "searcher/query/foreign_forms.h"

namespace dateline::searcher {
namespace {

constexpr std::uint32_t kMostTimes = 10'000;

struct CountedSign {
  std::string_view name;
  NearOrder order;
};

constexpr CountedSign kCountedSigns[] = {
    {"near/", NearOrder::kEither},  {"w/", NearOrder::kEither},    {"n/", NearOrder::kEither},
    {"adj/", NearOrder::kInOrder},  {"pre/", NearOrder::kInOrder}, {"p/", NearOrder::kInOrder},
    {"onear/", NearOrder::kInOrder}};

// Signs alone. What begins with them may be text ("/5th", "+5%", "/1982"), so all of a word must be
// one, of three digits at most.
constexpr CountedSign kBareSigns[] = {{"/", NearOrder::kEither}, {"+", NearOrder::kInOrder}};

// Factiva's, without a slash.
constexpr CountedSign kFactivaSigns[] = {
    {"w/", NearOrder::kInOrder}, {"adj", NearOrder::kInOrder}, {"near", NearOrder::kEither}};

struct StretchSign {
  std::string_view spelling;
  Reach reach;
  NearOrder order = NearOrder::kEither;
};

constexpr StretchSign kStretchSigns[] = {{"/s", Reach::kSentence},
                                         {"w/s", Reach::kSentence},
                                         {"/sent", Reach::kSentence},
                                         {"w/sent", Reach::kSentence},
                                         {"w/sentence", Reach::kSentence},
                                         {"near/s", Reach::kSentence},
                                         {"/p", Reach::kParagraph},
                                         {"w/p", Reach::kParagraph},
                                         {"/para", Reach::kParagraph},
                                         {"w/para", Reach::kParagraph},
                                         {"w/paragraph", Reach::kParagraph},
                                         {"near/p", Reach::kParagraph},
                                         {"+s", Reach::kSentence, NearOrder::kInOrder},
                                         {"pre/s", Reach::kSentence, NearOrder::kInOrder},
                                         {"pre/sent", Reach::kSentence, NearOrder::kInOrder},
                                         {"adj/s", Reach::kSentence, NearOrder::kInOrder},
                                         {"onear/s", Reach::kSentence, NearOrder::kInOrder},
                                         {"+p", Reach::kParagraph, NearOrder::kInOrder},
                                         {"pre/p", Reach::kParagraph, NearOrder::kInOrder},
                                         {"pre/para", Reach::kParagraph, NearOrder::kInOrder},
                                         {"adj/p", Reach::kParagraph, NearOrder::kInOrder},
                                         {"onear/p", Reach::kParagraph, NearOrder::kInOrder}};

// Stretches of a document that Dateline does not know.
constexpr std::string_view kForeignStretches[] = {"w/seg",    "/seg",  "pre/seg", "+seg",
                                                  "near/seg", "w/doc", "/doc",    "near/",
                                                  "adj/",     "pre/",  "w/field", "w/seg."};

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), ascii::is_digit);
}

// Nothing where the number is not from `least` to `most`.
std::optional<std::uint32_t> read_number(std::string_view digits, std::uint32_t least,
                                         std::uint32_t most) {
  std::uint32_t number = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool whole = failure == std::errc{} && end == digits.data() + digits.size();
  if (!whole || number < least || number > most) return std::nullopt;
  return number;
}

std::variant<std::monostate, NearSign, OperatorMistake> near_sign(std::string_view digits,
                                                                  NearOrder order) {
  const auto distance = read_number(digits, 1, kMaxNearDistance);
  if (distance) return NearSign{Reach::kWords, *distance, order};
  return OperatorMistake{
      fmt::format("a distance is 1 (neighbours) to {} words; for more write "
                  "/s (same sentence), /p (same paragraph) or AND",
                  kMaxNearDistance)};
}

}  // namespace

std::variant<std::monostate, NearSign, OperatorMistake> read_near_sign(std::string_view word,
                                                                       Dialect dialect) {
  const std::string text = ascii::lower(word);
  const auto* stretch = std::ranges::find(kStretchSigns, text, &StretchSign::spelling);
  if (stretch != std::end(kStretchSigns)) return NearSign{stretch->reach, 1, stretch->order};
  const auto sign_of = [&text](std::span<const CountedSign> signs) {
    return std::ranges::find_if(signs, [&text](const CountedSign& sign) {
      return text.starts_with(sign.name) &&
             is_number(std::string_view(text).substr(sign.name.size()));
    });
  };
  for (const std::span<const CountedSign> signs :
       {dialect == Dialect::kFactiva ? std::span<const CountedSign>(kFactivaSigns)
                                     : std::span<const CountedSign>(),
        std::span<const CountedSign>(kCountedSigns), std::span<const CountedSign>(kBareSigns)}) {
    const auto sign = sign_of(signs);
    const bool is_year = sign != signs.end() && sign->name.size() == 1 && text.size() > 4;
    if (sign != signs.end() && !is_year) {
      return near_sign(std::string_view(text).substr(sign->name.size()), sign->order);
    }
  }
  return std::monostate{};
}

std::variant<std::monostate, std::uint32_t, OperatorMistake> read_at_least(std::string_view word) {
  const std::string text = ascii::lower(word);
  std::string_view digits = text;
  for (const std::string_view name : {"atleast", "atl"}) {
    if (digits.starts_with(name)) digits.remove_prefix(name.size());
  }
  if (digits.size() == text.size() || !is_number(digits)) return std::monostate{};
  if (const auto times = read_number(digits, 1, kMostTimes)) return *times;
  return OperatorMistake{fmt::format("a word can be asked for 1 to {} times", kMostTimes)};
}

std::size_t find_weight(std::string_view word) {
  const std::size_t sign = word.rfind('^');
  if (sign == std::string_view::npos || sign + 1 == word.size()) return std::string_view::npos;
  const std::string_view number = word.substr(sign + 1);
  const bool is_weight = ascii::is_digit(number.front()) &&
                         std::all_of(number.begin(), number.end(),
                                     [](char c) { return c == '.' || ascii::is_digit(c); });
  return is_weight ? sign : std::string_view::npos;
}

std::variant<double, OperatorMistake> read_weight(std::string_view sign_and_number) {
  const std::string_view number = sign_and_number.substr(1);
  double weight = 0;
  const auto [end, failure] = std::from_chars(number.data(), number.data() + number.size(), weight);
  const bool whole = failure == std::errc{} && end == number.data() + number.size();
  if (whole && weight >= kLeastWeight && weight <= kMostWeight) return weight;
  return OperatorMistake{
      fmt::format("a weight is a number from {} to {}: word^2", kLeastWeight, kMostWeight)};
}

std::optional<OperatorMistake> foreign_operator(std::string_view word, Dialect dialect) {
  const std::string text = ascii::lower(word);
  for (const std::string_view name : {"near", "adj"}) {
    const std::string_view number =
        std::string_view(text).substr(std::min(name.size(), text.size()));
    const bool in_capitals = word == "NEAR" || word == "ADJ";
    if (!text.starts_with(name) || !(is_number(number) || (number.empty() && in_capitals)))
      continue;
    std::string sign(name);
    std::transform(sign.begin(), sign.end(), sign.begin(), ascii::to_upper);
    return OperatorMistake{
        fmt::format("'{}' is not understood; did you mean {}/{}? In quotes it is text", word, sign,
                    number.empty() ? "5" : number)};
  }
  for (const auto& [name, order] : kCountedSigns) {
    const std::string_view number =
        std::string_view(text).substr(std::min(name.size(), text.size()));
    if (!text.starts_with(name) || number.empty() || !ascii::is_digit(number.front())) continue;
    return OperatorMistake{
        fmt::format("'{}' is not understood; an operator stands between blanks, as "
                    "in 'a {}5 b'. In quotes it is text",
                    word, name)};
  }
  if (std::ranges::find(kForeignStretches, text) != std::end(kForeignStretches)) {
    return OperatorMistake{
        fmt::format("'{}' is not understood; write w/5, /s (same sentence) or /p "
                    "(same paragraph). In quotes it is text",
                    word)};
  }
  const std::size_t tilde = text.rfind('~');
  if (tilde != std::string::npos && tilde > 0 &&
      is_number(std::string_view(text).substr(tilde + 1))) {
    const std::string_view edits = std::string_view(text).substr(tilde + 1);
    if (edits != "1" && edits != "2") {
      return OperatorMistake{"a fuzzy word has one or two edits: word~1, word~2"};
    }
  }
  return foreign_form(word, dialect);
}

std::string to_text(const NearSign& sign) {
  const bool in_order = sign.order == NearOrder::kInOrder;
  switch (sign.reach) {
    case Reach::kSentence:
      return in_order ? "ADJ/s" : "/s";
    case Reach::kParagraph:
      return in_order ? "ADJ/p" : "/p";
    case Reach::kWords:
      break;
  }
  return fmt::format("{}/{}", in_order ? "ADJ" : "NEAR", sign.distance);
}

}  // namespace dateline::searcher

#include "searcher/query/operand_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "common/month_names.h"
#include "common/text/ascii.h"
#include "common/utf8.h"
#include "searcher/query/day_range.h"

namespace dateline::searcher {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

DayRange limited(std::string_view field, const DayRange& period) {
  if (field == "since") return {period.first, std::nullopt};
  if (field == "until") return {std::nullopt, period.last};
  if (field == "before") return {std::nullopt, sys_days{*period.first} - days{1}};
  return {sys_days{*period.last} + days{1}, std::nullopt};
}

std::optional<std::uint64_t> read_number(std::string_view digits) {
  std::uint64_t number = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (failure != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  if (number == std::numeric_limits<std::uint64_t>::max()) return std::nullopt;  // no more above it
  return number;
}

std::optional<NumberNode> read_compared(Quantity quantity, std::string_view text) {
  const bool or_equal = text.size() > 1 && text[1] == '=';
  const auto number = read_number(text.substr(or_equal ? 2 : 1));
  if (!number) return std::nullopt;
  if (text[0] == '>') return NumberNode{quantity, or_equal ? *number : *number + 1, std::nullopt};
  if (!or_equal && *number == 0) return std::nullopt;  // nothing is less than 0
  return NumberNode{quantity, 0, or_equal ? *number : *number - 1};
}

std::optional<NumberNode> read_range(Quantity quantity, std::string_view text, std::size_t dots) {
  const std::string_view from = text.substr(0, dots);
  const std::string_view to = text.substr(dots + 2);
  NumberNode range{quantity, 0, {}};
  if (from.empty() && to.empty()) return std::nullopt;
  if (!from.empty()) {
    const auto least = read_number(from);
    if (!least) return std::nullopt;
    range.least = *least;
  }
  if (to.empty()) return range;
  range.most = read_number(to);
  if (!range.most || *range.most < range.least) return std::nullopt;
  return range;
}

std::optional<NumberNode> read_number_range(Quantity quantity, std::string_view text) {
  if (text.starts_with('<') || text.starts_with('>')) return read_compared(quantity, text);
  const std::size_t dots = text.find("..");
  if (dots != std::string_view::npos) return read_range(quantity, text, dots);
  const auto number = read_number(text);
  if (!number) return std::nullopt;
  return NumberNode{quantity, *number, *number};
}

using LimitMistake = DateMistake;  // of dates and numbers alike

// "date" takes a period or a range, "since" and "after", "until" and "before" take a period: from
// its first day or past its last, to its last day or short of its first.
std::variant<Node, LimitMistake> read_date_limit(const Field& field, std::string_view text,
                                                 std::chrono::year_month_day today) {
  const bool takes_range = field.name() == "date";
  auto range = takes_range ? read_day_range(text, today) : read_period(text, today);
  if (auto* mistake = std::get_if<DateMistake>(&range)) return std::move(*mistake);
  const DayRange& period = std::get<DayRange>(range);
  if (takes_range) return Node{DateNode{period}};
  const DayRange limit = limited(field.name(), period);
  const bool is_empty = (limit.first && limit.first->year() > kLastYear) ||
                        (limit.last && limit.last->year() < kFirstYear);
  if (is_empty) {
    return LimitMistake{0, fmt::format("no article is {} {}: years run from {} to {}", field.name(),
                                       text, int{kFirstYear}, int{kLastYear})};
  }
  return Node{DateNode{limit}};
}

// ">1000", ">=1000", "<200", "<=200", "1000", "500..1000", "500..", "..1000".
std::variant<Node, LimitMistake> read_number_limit(const Field& field, std::string_view text) {
  const Quantity quantity = field.name() == "copies" ? Quantity::kCopies : Quantity::kWords;
  const auto range = read_number_range(quantity, text);
  if (!range) {
    return LimitMistake{0,
                        fmt::format("'{}' is no number of {}; write {}:>1000, {}:<200 or "
                                    "{}:200..1000",
                                    text, field.name(), field.name(), field.name(), field.name())};
  }
  return Node{*range};
}

// How many of the words after a number say that it is a percentage.
std::size_t count_percent_words(std::string_view number, std::string_view after,
                                std::string_view last) {
  const bool is_number =
      ascii::is_digit(number.front()) && number.find_first_not_of("0123456789.,") == number.npos;
  if (!is_number) return 0;
  if (after == "percent" || after == "pct") return 1;
  return after == "per" && last == "cent" ? 2 : 0;
}

// "1987 feb", "1999 to 2007", "1999 2007": read as words they would find something else.
bool goes_on_like_a_date(const Lexeme& lexeme) {
  if (lexeme.kind != LexemeKind::kWord) return false;
  const std::string word = ascii::lower(lexeme.text);
  const bool is_year = word.size() == 4 && std::all_of(word.begin(), word.end(), ascii::is_digit);
  return is_year || word == "to" || find_month(word).has_value();
}

enum class Percentages : bool { kApart, kJoined };

class OperandReader {
 public:
  OperandReader(LexemeReader& lexemes, const ParseOptions& options, const Field& field)
      : lexemes_(lexemes), options_(options), field_(field) {}

  Node read(Percentages percentages) {
    const Lexeme first = next();
    const bool exact = lexemes_.accept(LexemeKind::kExact);
    if (next().kind != LexemeKind::kWord && next().kind != LexemeKind::kQuoted) {
      return fail(first, "'=' asks for one exact word or phrase; there is none after it");
    }
    if (field_.kind() == FieldKind::kDate || field_.kind() == FieldKind::kNumber)
      return read_limit(first, exact);
    const Lexeme text = lexemes_.take();
    if (text.kind == LexemeKind::kWord && is_unread_pattern(text.text)) {
      return fail(text, fmt::format("'{}:' knows no words with '*' or '~'; write the word out",
                                    field_.name()));
    }
    if (text.kind == LexemeKind::kWord && compares(text.text)) {
      return fail(text, fmt::format("'{}:' does not compare; only words: and copies: do, as in "
                                    "words:>500, and date: takes ranges of days",
                                    field_.name()));
    }
    if (text.kind == LexemeKind::kWord) {
      const bool may_join = !exact && percentages == Percentages::kJoined;
      if (auto percentage = may_join ? read_percentage(text) : std::nullopt) {
        return *std::move(percentage);
      }
      const Form form = exact ? Form::kExact : Form::kStem;
      return {WordNode{std::string(text.text), form, field_}, first.begin, text.end};
    }
    const Form form = exact ? Form::kExact : Form::kSpelling;
    return {PhraseNode{std::string(text.text), form, field_}, first.begin, text.end};
  }

 private:
  // "2 percent" and "2 per cent" without quotes are one thing, as 2% is.
  std::optional<Node> read_percentage(const Lexeme& number) {
    const std::string_view after =
        next().kind == LexemeKind::kWord ? next().text : std::string_view();
    const std::string_view last =
        next(1).kind == LexemeKind::kWord ? next(1).text : std::string_view();
    const std::size_t words =
        count_percent_words(number.text, ascii::lower(after), ascii::lower(last));
    if (words == 0) return std::nullopt;
    std::string typed(number.text);
    std::size_t end = number.end;
    for (std::size_t i = 0; i < words; ++i) {
      const Lexeme word = lexemes_.take();
      typed += ' ';
      typed += word.text;
      end = word.end;
    }
    return Node{PhraseNode{std::move(typed), Form::kSpelling, field_}, number.begin, end};
  }

  Node read_limit(const Lexeme& first, bool exact) {
    if (exact) return fail(first, fmt::format("'{}:' is written without '='", field_.name()));
    const bool is_date = field_.kind() == FieldKind::kDate;
    const std::string text = is_date ? take_date() : std::string(lexemes_.take().text);
    const std::size_t quote = first.kind == LexemeKind::kQuoted ? 1 : 0;
    auto limit =
        is_date ? read_date_limit(field_, text, options_.today) : read_number_limit(field_, text);
    if (auto* mistake = std::get_if<LimitMistake>(&limit)) {
      const std::size_t columns =
          count_characters(std::string_view(text).substr(0, mistake->offset));
      return lexemes_.fail(first.begin + quote + columns, std::move(mistake->message));
    }
    if (is_date && goes_on_like_a_date(next())) {
      return fail(next(),
                  fmt::format("'{}' does not belong to the date '{}'; write {}:1999..2007 or "
                              "{}:feb 1987, or AND before it if it is a word",
                              next().text, text, field_.name(), field_.name()));
    }
    Node& node = std::get<Node>(limit);
    node.begin = first.begin;
    node.end = lexemes_.before().end;
    return std::move(node);
  }

  // Fields of the catalogue are matched word by word, an id as it stands.
  bool is_unread_pattern(std::string_view typed) const {
    return !field_.is_text() && field_.kind() != FieldKind::kIdentity &&
           typed.find_first_of("*~") != std::string_view::npos;
  }

  // ">100", "100..500" behind a field of words.
  bool compares(std::string_view typed) const {
    if (field_.name().empty() || field_.kind() == FieldKind::kIdentity ||
        field_.kind() == FieldKind::kUrl) {
      return false;
    }
    const bool has_sign = typed.starts_with('<') || typed.starts_with('>');
    const bool is_range = typed.find("..") != std::string_view::npos &&
                          read_number_range(Quantity::kWords, typed).has_value();
    return has_sign || is_range;
  }

  // As many of the next words as make a date: "feb 1987" of "date:feb 1987 flood".
  std::string take_date() {
    if (next().kind == LexemeKind::kQuoted) return std::string(lexemes_.take().text);
    std::vector<std::string_view> words;
    while (words.size() < kMaxDateWords && next(words.size()).kind == LexemeKind::kWord) {
      words.push_back(next(words.size()).text);
    }
    std::string date;
    for (std::size_t left = longest_date(words, options_.today); left > 0; --left) {
      if (!date.empty()) date += ' ';
      date += lexemes_.take().text;
    }
    return date;
  }

  const Lexeme& next(std::size_t ahead = 0) const { return lexemes_.next(ahead); }
  Node fail(const Lexeme& lexeme, std::string message) {
    return lexemes_.fail(lexeme, std::move(message));
  }

  LexemeReader& lexemes_;
  const ParseOptions& options_;
  const Field& field_;
};

}  // namespace

Node read_operand(LexemeReader& lexemes, const ParseOptions& options, const Field& field) {
  return OperandReader(lexemes, options, field).read(Percentages::kJoined);
}

Node read_single(LexemeReader& lexemes, const ParseOptions& options, const Field& field) {
  return OperandReader(lexemes, options, field).read(Percentages::kApart);
}

}  // namespace dateline::searcher

#include "searcher/query/operand_reader.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/ascii.h"
#include "common/utf8.h"
#include "searcher/query/day_range.h"
#include "searcher/query/limits.h"

namespace dateline::searcher {
namespace {

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = ascii::to_lower(c);
  return lower;
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

class OperandReader {
 public:
  OperandReader(LexemeReader& lexemes, const ParseOptions& options, const FieldName& field)
      : lexemes_(lexemes), options_(options), field_(field) {}

  Node read();

 private:
  std::optional<Node> read_percentage(const Lexeme& number, bool exact);
  Node read_limit(const Lexeme& first, bool exact);
  std::string take_date();

  const Lexeme& next(std::size_t ahead = 0) const { return lexemes_.next(ahead); }
  Node fail(const Lexeme& lexeme, std::string message) {
    return lexemes_.fail(lexeme, std::move(message));
  }

  LexemeReader& lexemes_;
  const ParseOptions& options_;
  const FieldName& field_;
};

Node OperandReader::read() {
  const Lexeme first = next();
  const bool exact = lexemes_.accept(LexemeKind::kExact);
  if (next().kind != LexemeKind::kWord && next().kind != LexemeKind::kQuoted) {
    return fail(first, "'=' asks for one exact word or phrase; there is none after it");
  }
  if (is_date_field(field_) || is_number_field(field_)) return read_limit(first, exact);
  const Lexeme text = lexemes_.take();
  if (text.kind == LexemeKind::kWord) {
    if (auto percentage = read_percentage(text, exact)) return *std::move(percentage);
    const Form form = exact ? Form::kExact : Form::kStem;
    return {WordNode{std::string(text.text), form, field_}, first.begin, text.end};
  }
  const Form form = exact ? Form::kExact : Form::kSpelling;
  return {PhraseNode{std::string(text.text), form, field_}, first.begin, text.end};
}

// "2 percent" and "2 per cent" without quotes are one thing, as 2% is.
std::optional<Node> OperandReader::read_percentage(const Lexeme& number, bool exact) {
  if (exact) return std::nullopt;
  const std::string_view after =
      next().kind == LexemeKind::kWord ? next().text : std::string_view();
  const std::string_view last =
      next(1).kind == LexemeKind::kWord ? next(1).text : std::string_view();
  const std::size_t words = count_percent_words(number.text, lower_ascii(after), lower_ascii(last));
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

Node OperandReader::read_limit(const Lexeme& first, bool exact) {
  if (exact) return fail(first, fmt::format("'{}:' is written without '='", field_));
  const std::string text = is_date_field(field_) ? take_date() : std::string(lexemes_.take().text);
  const std::size_t quote = first.kind == LexemeKind::kQuoted ? 1 : 0;
  auto limit = is_date_field(field_) ? read_date_limit(field_, text, options_.today)
                                     : read_number_limit(field_, text);
  if (auto* mistake = std::get_if<LimitMistake>(&limit)) {
    const std::size_t columns = count_characters(std::string_view(text).substr(0, mistake->offset));
    return lexemes_.fail(first.begin + quote + columns, std::move(mistake->message));
  }
  Node& node = std::get<Node>(limit);
  node.begin = first.begin;
  node.end = lexemes_.before().end;
  return std::move(node);
}

// As many of the next words as make a date: "feb 1987" of "date:feb 1987 flood".
std::string OperandReader::take_date() {
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

}  // namespace

Node read_operand(LexemeReader& lexemes, const ParseOptions& options, const FieldName& field) {
  return OperandReader(lexemes, options, field).read();
}

}  // namespace dateline::searcher

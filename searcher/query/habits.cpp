#include "searcher/query/habits.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "common/text/ascii.h"
#include "searcher/query/dialect_reader.h"
#include "searcher/query/field.h"
#include "searcher/query/foreign_forms.h"
#include "searcher/query/foreign_names.h"
#include "searcher/query/period.h"

namespace dateline::searcher {
namespace {

bool are_all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), ascii::is_digit);
}

bool is_comparison(std::string_view text) {
  return text == ">" || text == "<" || text == ">=" || text == "<=" || text == "=";
}

class HabitReader {
 public:
  // Puts what was not typed so into `written`.
  HabitReader(const std::vector<Lexeme>& lexemes, const ParseOptions& options,
              std::deque<std::string>& written)
      : lexemes_(lexemes), options_(options), written_(written) {}

  std::variant<ReadHabits, QueryMistake> read() {
    while (lexemes_[at_].kind != LexemeKind::kEnd && !mistake_) step();
    if (mistake_) return *std::move(mistake_);
    out_.push_back(lexemes_.back());
    return ReadHabits{std::move(out_), {}, std::move(notes_)};
  }

 private:
  void step() {
    const Lexeme& lexeme = lexemes_[at_];
    if (lexeme.kind == LexemeKind::kSynonym) return copy_group();
    if (lexeme.kind == LexemeKind::kSign) return sign(lexeme);
    if (lexeme.kind == LexemeKind::kMinus && short_option()) return;
    if (lexeme.kind == LexemeKind::kNear) return put_near(lexeme.near);
    if (lexeme.kind == LexemeKind::kField && ascii::lower(lexeme.text) == "date" && date_call())
      return;
    if (lexeme.kind != LexemeKind::kWord || !is_free() ||
        !(call() || date_phrase() || comparison() || field_apart() || connector())) {
      keep(1);
    }
  }

  // "-n 3 oil", "-v": what begins a query so was meant for the program.
  bool short_option() {
    const Lexeme& letter = next();
    const bool is_letter = letter.kind == LexemeKind::kWord && letter.text.size() == 1 &&
                           ascii::is_letter(letter.text.front());
    const bool ends = next(2).kind == LexemeKind::kWord || next(2).kind == LexemeKind::kEnd;
    if (at_ != 0 || !is_letter || !ends) return false;
    fail(lexemes_[at_], fmt::format("there is no option -{0}, see dateline-search --help; to leave "
                                    "the word {0} out write NOT {0}",
                                    letter.text));
    return true;
  }

  // Words of syn() stand side by side and are no operators.
  void copy_group() {
    std::size_t depth = 0;
    do {
      const LexemeKind kind = lexemes_[at_].kind;
      if (kind == LexemeKind::kOpen) ++depth;
      if (kind == LexemeKind::kClose) --depth;
      kind == LexemeKind::kSign ? skip(1) : keep(1);
    } while ((depth > 0 || lexemes_[at_ - 1].kind == LexemeKind::kSynonym) &&
             lexemes_[at_].kind != LexemeKind::kEnd);
  }

  // No operand of a field or "=", which is taken as it stands.
  bool is_free() const {
    if (at_ == 0) return true;
    const Lexeme& before = lexemes_[at_ - 1];
    const bool binds = before.kind == LexemeKind::kField || before.kind == LexemeKind::kExact;
    return !binds || before.end != lexemes_[at_].begin;
  }

  // Between two operands, whatever signs were passed over before it.
  bool is_between(std::size_t size = 1) const {
    return !out_.empty() && ends_operand(out_.back()) && begins_operand(next(size));
  }

  const Lexeme& next(std::size_t ahead = 1) const {
    return lexemes_[std::min(at_ + ahead, lexemes_.size() - 1)];
  }

  std::string word_at(std::size_t ahead) const {
    return next(ahead).kind == LexemeKind::kWord ? ascii::lower(next(ahead).text) : std::string();
  }

  void sign(const Lexeme& lexeme) {
    if (lexeme.text.find_first_not_of('|') == std::string_view::npos && is_between()) {
      return put(LexemeKind::kOr, 1);
    }
    if (lexeme.text == "%" && is_between() && !are_all_digits(out_.back().text)) {
      return fail(lexeme,
                  "'%' is not understood; write a NOT b to leave b out (Westlaw), or \"a * b\" for "
                  "one word between them (Factiva)");
    }
    if (is_comparison(lexeme.text) && is_between() && compared(lexeme.text, next())) return;
    if (lexeme.text == ":" && is_between() && names_field(out_.back())) {
      return fail(out_.back(), fmt::format("a field takes no blank; write {}:{}", out_.back().text,
                                           next().text));
    }
    if (lexeme.text == "!" && is_between()) {
      note("'!' between words says nothing; to leave a word out write NOT before it");
    }
    skip(1);
  }

  // "length > 500", "headline = enron", with the sign apart. Words that name no field are text.
  bool compared(std::string_view sign, const Lexeme& value) {
    const Lexeme& name = out_.back();
    if (name.kind != LexemeKind::kWord) return false;
    const std::string typed = fmt::format("{} {} {}", name.text, sign, value.text);
    const bool is_named = find_foreign_name(name.text) != nullptr || names_field(name);
    if (!is_named || value.kind != LexemeKind::kWord) return false;
    if (sign == "=") {
      fail(name, instead_of(typed, name.text, value.text));
    } else if (ascii::is_digit(value.text.front())) {
      fail(name, instead_of_comparison(typed, name.text, sign, value.text));
    }
    return mistake_.has_value();
  }

  // "length >500": the sign before the number.
  bool comparison() {
    const std::string_view text = lexemes_[at_].text;
    const std::size_t signs = std::min(text.find_first_not_of("<>="), text.size());
    if (out_.empty() || !is_comparison(text.substr(0, signs))) return false;
    Lexeme value = lexemes_[at_];
    value.text.remove_prefix(signs);
    return compared(text.substr(0, signs), value);
  }

  static bool names_field(const Lexeme& name) {
    return name.kind == LexemeKind::kWord && built_in_fields().contains(ascii::lower(name.text));
  }

  // "headline :enron".
  bool field_apart() {
    const std::string_view text = lexemes_[at_].text;
    if (!text.starts_with(':') || text.size() < 2 || out_.empty()) return false;
    const Lexeme& name = out_.back();
    if (name.end == lexemes_[at_].begin || !names_field(name)) return false;
    fail(name, fmt::format("a field takes no blank; write {}{}", name.text, text));
    return true;
  }

  // "caps(OIL)": a name and a bracket without a blank. "person(s)" and "a(b)" are text.
  bool call() {
    const Lexeme& name = lexemes_[at_];
    if (next().kind != LexemeKind::kOpen || next().begin != name.end) return false;
    const std::string small = ascii::lower(name.text);
    const bool is_name = foreign_name_bytes(name.text) == name.text.size() && !is_ending();
    if (!is_name || small == "and" || small == "or" || small == "but") return false;
    if (options_.archive_fields.contains(small)) return put(LexemeKind::kField, 1), true;
    if (small == "not") {
      fail(name, "'not(' is not understood; write NOT (word)");
    } else {
      fail(name, about_call(name.text));
    }
    return true;
  }

  // "person(s)", "child(ren)".
  bool is_ending() const {
    constexpr std::array<std::string_view, 11> endings = {"s",  "es", "ies", "en", "ren", "d",
                                                          "ed", "r",  "er",  "e",  "n"};
    return next(3).kind == LexemeKind::kClose &&
           std::ranges::find(endings, word_at(2)) != endings.end();
  }

  std::string about_call(std::string_view name) const {
    const std::string typed = fmt::format("{}(", name);
    const Lexeme& value = next(2);
    const bool is_single = value.kind == LexemeKind::kWord && next(3).kind == LexemeKind::kClose;
    const std::string small = ascii::lower(name);
    if (is_single && (small == "around" || small == "near" || small == "within") &&
        are_all_digits(value.text)) {
      return fmt::format("'{}{})' is not understood; write a NEAR/{} b", typed, value.text,
                         value.text);
    }
    const std::string_view first =
        name.substr(0, name.find_first_of(",."));  // "ti,ab(", "TI.EXACT("
    const ForeignName* known = find_foreign_name(first);
    if (known != nullptr && known->field == "date") {
      if (auto limit = about_date_call(typed)) return *limit;
    }
    if (known != nullptr) {
      return instead_of(typed, first, is_single ? value.text : std::string_view());
    }
    return fmt::format(
        "'{}' is no field of Dateline; where the archive has such a field (dateline-index info "
        "names them) write {}:word; to search for the word put a blank before the bracket",
        typed, ascii::lower(name));
  }

  // "da(aft 2008)", "pd(>2008)".
  std::optional<std::string> about_date_call(std::string_view typed) const {
    const std::string_view text = next(2).text;
    const std::size_t signs = std::min(text.find_first_not_of("<>="), text.size());
    const bool has_sign = signs > 0;
    const auto field = date_field_of(has_sign ? text.substr(0, signs) : text);
    if (!field) return std::nullopt;
    std::string_view day = has_sign ? text.substr(signs) : next(3).text;
    if (day.empty() || !ascii::is_digit(day.front())) day = "2008-03-16";
    return fmt::format("'{}' is not understood; write {}:{}", typed, *field, day);
  }

  // "date aft 2008", "date from 2008 to 2009".
  bool date_phrase() {
    const std::string name = word_at(0);
    if (name != "date" && name != "pd" && name != "dt") return false;
    const std::string relation = word_at(1).empty() ? std::string(sign_at(1)) : word_at(1);
    const auto field = date_field_of(relation);
    if (!field || relation == "in" || word_at(2).empty()) return false;
    const std::size_t days = day_words(2);
    if (days == 0) return false;
    const std::size_t to = 2 + days;
    const bool needs_range = relation == "between";
    const bool is_range = needs_range || relation == "from";
    const std::size_t last =
        is_range && (word_at(to) == "to" || word_at(to) == "and") ? day_words(to + 1) : 0;
    if (last > 0) return put_range(days, last), true;
    if (needs_range) return false;
    put_limit(*field, days);
    return true;
  }

  std::string_view sign_at(std::size_t ahead) const {
    return next(ahead).kind == LexemeKind::kSign ? next(ahead).text : std::string_view();
  }

  // How many words from there on are a day, month or year, or are meant for one.
  std::size_t day_words(std::size_t ahead) const {
    std::string text;
    std::size_t longest = 0;
    for (std::size_t words = 1; words <= 3 && !word_at(ahead + words - 1).empty(); ++words) {
      text += (text.empty() ? "" : " ") + std::string(next(ahead + words - 1).text);
      if (std::holds_alternative<DayRange>(read_period(text, options_.today))) longest = words;
    }
    const bool is_number = !word_at(ahead).empty() && ascii::is_digit(word_at(ahead).front()) &&
                           word_at(ahead).find('/') != std::string::npos;
    return longest == 0 && is_number ? 1 : longest;
  }

  std::string words_of(std::size_t ahead, std::size_t count) const {
    std::string text;
    for (std::size_t word = 0; word < count; ++word) {
      text += (text.empty() ? "" : " ") + std::string(next(ahead + word).text);
    }
    return text;
  }

  void put_limit(std::string_view field, std::size_t days) {
    const std::string day = words_of(2, days);
    note(fmt::format("'{} {} {}' is read as {}:{}", next(0).text, next(1).text, day, field,
                     days > 1 ? '"' + day + '"' : day));
    put_date(field, day, 2 + days);
  }

  void put_range(std::size_t first, std::size_t last) {
    const std::string range = words_of(2, first) + ".." + words_of(3 + first, last);
    note(fmt::format("'{} {} ...' is read as date:{}", next(0).text, next(1).text, range));
    put_date("date", range, 3 + first + last);
  }

  // A field and its day, in the place of so many lexemes.
  void put_date(std::string_view field, std::string day, std::size_t lexemes) {
    const Lexeme& first = lexemes_[at_];
    const Lexeme& last = lexemes_[at_ + lexemes - 1];
    const std::size_t middle = lexemes_[at_ + 2].begin;
    written_.push_back(std::string(field));
    out_.push_back({LexemeKind::kField, written_.back(), first.begin, middle});
    written_.push_back(std::move(day));
    out_.push_back({LexemeKind::kQuoted, written_.back(), middle, last.end});
    at_ += lexemes;
  }

  // "date(aft 2008)", "DATE(geq (1/1/2008) and leq (12/31/2008))".
  bool date_call() {
    if (next().kind != LexemeKind::kOpen || next().begin != lexemes_[at_].end) return false;
    const bool is_sign = next(2).kind == LexemeKind::kSign;
    std::string_view relation = next(2).text;
    if (next(2).kind == LexemeKind::kWord && !is_sign) {
      const std::size_t signs = relation.find_first_not_of("<>=");
      if (signs != 0 && signs != std::string_view::npos) relation = relation.substr(0, signs);
    }
    const auto field = date_field_of(relation);
    if (!field) return false;
    fail(next(2), fmt::format("'{}' is not understood; write {}:2008-03-16, or both ends as "
                              "date:2008-01-01..2008-12-31",
                              relation, *field));
    return true;
  }

  // Words that join two others elsewhere.
  bool connector() {
    const std::string_view typed = lexemes_[at_].text;
    const std::string small = ascii::lower(typed);
    if (small == "but" && next().kind == LexemeKind::kNot) {
      note("'BUT NOT' is read as NOT");
      return skip(1), true;
    }
    if (!is_between()) return false;
    if (typed == "PRE" || typed == "WITHIN") {
      fail(lexemes_[at_],
           fmt::format("'{}' is not understood; did you mean {}/5? In quotes it is text", typed,
                       typed == "PRE" ? "ADJ" : "NEAR"));
      return true;
    }
    const bool is_sign = small.size() > 1 && are_all_digits(std::string_view(small).substr(1)) &&
                         small.front() == 'w';
    if (is_sign ||
        (small.starts_with("pre") && are_all_digits(std::string_view(small).substr(3)))) {
      const std::string_view number = std::string_view(small).substr(is_sign ? 1 : 3);
      fail(lexemes_[at_],
           fmt::format("'{}' is not understood; did you mean {}/{}? In quotes it is text", typed,
                       is_sign ? "NEAR" : "ADJ", number));
      return true;
    }
    if (typed != "SAME" || all_capitals()) return false;
    note("'SAME' is read as /p (in one paragraph), as Factiva does; in quotes it is text");
    put_near({Reach::kParagraph, 1, NearOrder::kEither});
    return true;
  }

  // Within so many words, where the archive lost what the sign asks for.
  void put_near(NearSign sign) {
    const KeptParts& kept = options_.kept;
    const bool is_lost = (sign.reach == Reach::kSentence && !kept.sentences) ||
                         (sign.reach == Reach::kParagraph && !kept.paragraphs);
    if (is_lost) {
      const bool is_sentence = sign.reach == Reach::kSentence;
      const NearSign lost{Reach::kWords, is_sentence ? kWordsOfSentence : kWordsOfParagraph,
                          sign.order};
      note(fmt::format("this archive has no {}: '{}' is read as {}",
                       is_sentence ? "sentences" : "paragraphs", lexemes_[at_].text,
                       to_text(lost)));
      sign = lost;
    }
    put(LexemeKind::kNear, 1);
    out_.back().near = sign;
  }

  // Then capitals tell nothing.
  bool all_capitals() const {
    return std::ranges::none_of(lexemes_, [](const Lexeme& lexeme) {
      return std::ranges::any_of(lexeme.text, ascii::is_lower);
    });
  }

  void put(LexemeKind kind, std::size_t size) {
    out_.push_back(lexemes_[at_]);
    out_.back().kind = kind;
    at_ += size;
  }

  void keep(std::size_t size) {
    for (; size > 0; --size) out_.push_back(lexemes_[at_++]);
  }
  void skip(std::size_t size) { at_ += size; }

  void note(std::string text) {
    if (std::ranges::find(notes_, text) == notes_.end()) notes_.push_back(std::move(text));
  }

  void fail(const Lexeme& lexeme, std::string message) {
    if (!mistake_) mistake_ = QueryMistake{lexeme.begin, std::move(message)};
  }

  const std::vector<Lexeme>& lexemes_;
  const ParseOptions& options_;
  std::size_t at_ = 0;
  std::vector<Lexeme> out_;
  std::deque<std::string>& written_;
  std::vector<std::string> notes_;
  std::optional<QueryMistake> mistake_;
};

}  // namespace

std::variant<ReadHabits, QueryMistake> read_habits(const std::vector<Lexeme>& lexemes,
                                                   const ParseOptions& options) {
  std::deque<std::string> written;
  std::vector<Lexeme> words;
  std::vector<std::string> notes;
  const bool has_dialect = options.dialect != Dialect::kDateline;
  if (has_dialect) words = read_dialect_words(lexemes, options.dialect, written, notes);
  auto read = HabitReader(has_dialect ? words : lexemes, options, written).read();
  if (auto* habits = std::get_if<ReadHabits>(&read)) {
    if (has_dialect) {
      habits->lexemes = put_together(std::move(habits->lexemes), options.dialect, written);
    }
    habits->written = std::move(written);
    habits->notes.insert(habits->notes.begin(), notes.begin(), notes.end());
  }
  return read;
}

}  // namespace dateline::searcher

#include "searcher/query/interpretation.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "common/text/analyser.h"
#include "common/text/ascii.h"
#include "common/text/initialisms.h"
#include "common/text/spelling.h"
#include "common/text/stemmer.h"
#include "searcher/query/pattern_reader.h"

namespace dateline::searcher {
namespace {

using Terms = std::vector<std::string>;  // one at each position

// A stretch of the typed text that is read as a whole, in one of several ways. The first is
// literal.
struct Unit {
  std::vector<Terms> ways;
  bool is_symbol = false;
  bool is_percentage = false;
};

// The tokens of the typed text, by position.
struct TypedPosition {
  Token word;
  const Token* symbol = nullptr;  // the longest that begins here
  std::string_view compound;      // with the next, where a hyphen joins them
};

void note_symbol(std::vector<TypedPosition>& positions, const Token& token) {
  if (holds_pattern(token.term)) return;  // patterns stand for words only
  TypedPosition& position = positions[token.position];
  const bool begins_here = token.begin <= position.word.begin;
  if (begins_here && (position.symbol == nullptr || position.symbol->end < token.end))
    position.symbol = &token;
}

void note_compound(std::vector<TypedPosition>& positions, const Token& token) {
  if (token.position == 0) return;
  TypedPosition& before = positions[token.position - 1];
  const bool is_pair =
      token.begin == before.word.begin && token.end == positions[token.position].word.end;
  if (is_pair) before.compound = token.term;
}

std::vector<TypedPosition> positions_of(const std::vector<Token>& tokens) {
  std::vector<TypedPosition> positions;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::kWord) positions.push_back({token, nullptr, {}});
  }
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::kSymbol) note_symbol(positions, token);
    if (token.kind == TokenKind::kCompound) note_compound(positions, token);
  }
  return positions;
}

// A symbol stands at its first and last position; between them are its parts.
Unit symbol_unit(const std::vector<TypedPosition>& positions, std::size_t& at) {
  const Token& symbol = *positions[at].symbol;
  Terms terms;
  for (; at < positions.size() && positions[at].word.begin < symbol.end; ++at) {
    terms.emplace_back(positions[at].word.term);
  }
  terms.front() = terms.back() = symbol.term;
  return {{std::move(terms)}, true};
}

// The parts, or any one neighbouring pair of them as one word; no more ways than there are readings.
Unit hyphenated_unit(const std::vector<TypedPosition>& positions, std::size_t& at) {
  const std::size_t first = at;
  while (!positions[at].compound.empty() && positions[at + 1].symbol == nullptr) ++at;
  ++at;
  Terms parts;
  for (std::size_t i = first; i < at; ++i) parts.emplace_back(positions[i].word.term);
  Unit unit{{parts}};
  for (std::size_t i = 0; i + 1 < parts.size() && unit.ways.size() < kMaxReadings; ++i) {
    Terms way = parts;
    way[i] = positions[first + i].compound;
    way.erase(way.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    unit.ways.push_back(std::move(way));
  }
  return unit;
}

// How news writes the word; the last is that of old wires.
const std::array<Terms, 3> kPercent = {{{"percent"}, {"per", "cent"}, {"pct"}}};

// The positions that the word takes from `at` on; 0 where it does not stand there.
std::size_t percent_positions(const std::vector<TypedPosition>& positions, std::size_t at) {
  for (const Terms& way : kPercent) {
    if (at + way.size() > positions.size()) continue;
    const bool stands =
        std::equal(way.begin(), way.end(), positions.begin() + static_cast<std::ptrdiff_t>(at),
                   [](const std::string& word, const TypedPosition& position) {
                     return position.symbol == nullptr && position.word.term == word;
                   });
    if (stands) return way.size();
  }
  return 0;
}

// "2%", "2 percent" or the word percent beside others, in every way to write it; as typed first.
std::optional<Unit> percentage_unit(const std::vector<TypedPosition>& positions, std::size_t& at) {
  const TypedPosition& first = positions[at];
  const bool has_figure = ascii::is_digit(first.word.term.front());
  const std::string figure(has_figure ? first.word.term : std::string_view());
  const bool is_symbol =
      has_figure && first.symbol != nullptr && first.symbol->term == figure + '%';
  if (first.symbol != nullptr && !is_symbol) return std::nullopt;
  const std::size_t figures = has_figure ? 1 : 0;
  const std::size_t words = is_symbol ? 0 : percent_positions(positions, at + figures);
  const bool joins_next = !has_figure && !first.compound.empty();
  const bool is_percentage = is_symbol || (words > 0 && words < positions.size() && !joins_next);
  if (!is_percentage) return std::nullopt;

  Unit unit{{{}}, is_symbol, true};
  for (std::size_t end = at + figures + words; at < end; ++at) {
    unit.ways.front().emplace_back(is_symbol ? first.symbol->term : positions[at].word.term);
  }
  const auto add = [&unit](Terms way) {
    if (way != unit.ways.front()) unit.ways.push_back(std::move(way));
  };
  if (has_figure) add({figure + '%'});
  for (Terms way : kPercent) {
    if (has_figure) way.insert(way.begin(), figure);
    add(std::move(way));
  }
  if (words == 1 && !first.compound.empty()) add({std::string(first.compound)});
  return unit;
}

std::vector<Unit> units_of(const std::vector<TypedPosition>& positions, Form form) {
  std::vector<Unit> units;
  for (std::size_t at = 0; at < positions.size();) {
    std::optional<Unit> percentage;
    if (form != Form::kExact) percentage = percentage_unit(positions, at);
    if (percentage) {
      units.push_back(*std::move(percentage));
    } else {
      units.push_back(positions[at].symbol != nullptr ? symbol_unit(positions, at)
                                                      : hyphenated_unit(positions, at));
    }
  }
  return units;
}

bool may_be_compound(std::string_view term) {
  const bool has_letter = std::any_of(term.begin(), term.end(), ascii::is_letter);
  const bool has_digit = std::any_of(term.begin(), term.end(), ascii::is_digit);
  const bool is_plain = std::all_of(term.begin(), term.end(), ascii::is_alphanumeric);
  return is_plain && has_letter && (has_digit || term.size() >= 4) && find_initialism(term).empty();
}

// At either end of a phrase one of a symbol's two positions is enough. Inside, a word that may be a
// compound may take two positions as well.
void adapt_to_position(std::vector<Unit>& units) {
  for (std::size_t i = 0; i < units.size(); ++i) {
    Unit& unit = units[i];
    Terms& literal = unit.ways.front();
    if (unit.is_symbol && (i == 0 || i + 1 == units.size())) literal.resize(1);
    const bool is_inside = i > 0 && i + 1 < units.size();
    if (is_inside && !unit.is_symbol && unit.ways.size() == 1 && may_be_compound(literal.front())) {
      unit.ways.push_back({literal.front(), literal.front()});
    }
  }
}

AcceptedWords accept(const std::string& term, Form form, bool alone) {
  AcceptedWords accepted;
  if (holds_pattern(term)) {
    accepted.pattern = pattern_of(term);
    return accepted;
  }
  if (form == Form::kExact || !find_initialism(term).empty()) {
    accepted.terms = {term};
    return accepted;
  }
  accepted.terms = spellings(term);
  std::string capitals = term;
  std::transform(capitals.begin(), capitals.end(), capitals.begin(), ascii::to_upper);
  if (!find_initialism(capitals).empty()) accepted.terms.push_back(capitals);
  if (form == Form::kStem && alone && is_stemmable(term)) accepted.same_stem_as = term;
  return accepted;
}

// Any word at an end is no condition.
void drop_holes_at_ends(Reading& reading) {
  const auto is_word = [](const AcceptedWords& words) { return !words.is_hole(); };
  reading.erase(reading.begin(), std::find_if(reading.begin(), reading.end(), is_word));
  reading.erase(std::find_if(reading.rbegin(), reading.rend(), is_word).base(), reading.end());
}

// All choices of ways that depart from the literal one in exactly `departures` units. Percentages
// come first: that a text writes "2 per cent" is likelier than that it joins two words.
class ReadingWriter {
 public:
  ReadingWriter(const std::vector<Unit>& units, Form form, std::vector<Reading>& readings)
      : units_(units), form_(form), readings_(readings), chosen_(units.size(), 0) {
    for (std::size_t i = 0; i < units.size(); ++i) order_.push_back(i);
    std::stable_partition(order_.begin(), order_.end(),
                          [&units](std::size_t i) { return units[i].is_percentage; });
  }

  void write(std::size_t departures, std::size_t first = 0) {
    if (readings_.size() >= kMaxReadings) return;
    if (departures == 0) return write_chosen();
    for (std::size_t next = first; next < order_.size(); ++next) {
      const std::size_t i = order_[next];
      for (chosen_[i] = 1; chosen_[i] < units_[i].ways.size(); ++chosen_[i]) {
        write(departures - 1, next + 1);
      }
      chosen_[i] = 0;
    }
  }

 private:
  void write_chosen() {
    Terms terms;
    for (std::size_t i = 0; i < units_.size(); ++i) {
      const Terms& way = units_[i].ways[chosen_[i]];
      terms.insert(terms.end(), way.begin(), way.end());
    }
    Reading reading;
    const bool alone = terms.size() == 1 && !units_.front().is_symbol;
    for (const std::string& term : terms) reading.push_back(accept(term, form_, alone));
    drop_holes_at_ends(reading);
    if (!reading.empty()) readings_.push_back(std::move(reading));
  }

  const std::vector<Unit>& units_;
  Form form_;
  std::vector<Reading>& readings_;
  std::vector<std::size_t> order_;   // in which units depart
  std::vector<std::size_t> chosen_;  // of each unit, the way
};

// Words that begin with two letters or more lie side by side in a dictionary; for others all of it
// is looked through.
std::size_t cost_of(const WordPattern& pattern) {
  constexpr std::size_t kPrefix = 2;
  constexpr std::size_t kCostOfAll = 16;
  const bool has_prefix = pattern.edits == 0 && pattern.text.find_first_of("*?") >= kPrefix;
  return has_prefix ? 1 : kCostOfAll;
}

// "E*Trade", "M*A*S*H": the typed text with blanks for stars that are printed in a name, which a
// capital letter follows; nothing where there is none.
std::optional<std::string> without_printed_stars(std::string_view typed) {
  std::string text(typed);
  bool has_one = false;
  for (std::size_t at = 1; at + 1 < text.size(); ++at) {
    const bool is_printed =
        text[at] == '*' && ascii::is_alphanumeric(text[at - 1]) && ascii::is_upper(text[at + 1]);
    if (is_printed) text[at] = ' ';
    has_one |= is_printed;
  }
  if (!has_one || may_hold_pattern(text)) return std::nullopt;
  return text;
}

}  // namespace

Interpretation interpret(std::string_view typed, Form form) {
  Analyser analyser;
  const bool may_be_pattern = may_hold_pattern(typed);
  const std::string lettered = may_be_pattern ? with_pattern_letters(typed) : std::string();
  const auto& tokens = analyser.analyse(may_be_pattern ? lettered : typed);
  std::vector<Unit> units = units_of(positions_of(tokens), form);
  Interpretation interpretation;
  if (units.empty()) return interpretation;
  adapt_to_position(units);
  ReadingWriter writer(units, form, interpretation.readings);
  for (std::size_t departures = 0; departures <= 2; ++departures) writer.write(departures);
  const auto printed = may_be_pattern ? without_printed_stars(typed) : std::nullopt;
  if (printed) {
    auto& readings = interpretation.readings;
    std::ranges::move(interpret(*printed, form).readings, std::back_inserter(readings));
    if (readings.size() > kMaxReadings) readings.resize(kMaxReadings);
  }
  return interpretation;
}

std::size_t cost_of_patterns(std::string_view typed) {
  std::size_t cost = 0;
  if (!may_hold_pattern(typed)) return cost;
  for (const Reading& reading : interpret(typed, Form::kExact).readings) {
    for (const AcceptedWords& words : reading) cost += words.pattern ? cost_of(*words.pattern) : 0;
  }
  return cost;
}

}  // namespace dateline::searcher

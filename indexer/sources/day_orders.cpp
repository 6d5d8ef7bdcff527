#include "indexer/sources/day_orders.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "indexer/enrichment/date_grammar.h"

namespace dateline::indexer {
namespace {

using Order = DateDoubt::Order;

constexpr int kCentury = 100;

// Nothing where neither order is proved twice as often as the other.
std::optional<DayOrder> order_told_by(const DayEvidence& evidence) {
  if (evidence.only_day_first > 2 * evidence.only_month_first) return DayOrder::kDayFirst;
  if (evidence.only_month_first > 2 * evidence.only_day_first) return DayOrder::kMonthFirst;
  return std::nullopt;
}

int year_of(const PublicationTime& time) {
  return int{time.day().year()};
}

int distance(int year, const DayEvidence& evidence) {
  if (year < *evidence.first_year) return *evidence.first_year - year;
  return std::max(0, year - *evidence.last_year);
}

// The year in the century that brings it nearest to the other years.
int year_among(int year, const DayEvidence* evidence) {
  if (evidence == nullptr || !evidence->first_year) return year;
  int best = year;
  for (int other = year - kCentury; other >= *evidence->first_year - kCentury; other -= kCentury) {
    if (distance(other, *evidence) < distance(best, *evidence)) best = other;
  }
  return best;
}

void move_to_year(PublicationTime& time, int to) {
  using std::chrono::days;
  const auto on = std::chrono::floor<days>(time.local);
  const std::chrono::year_month_day moved{std::chrono::year{to}, time.day().month(),
                                          time.day().day()};
  if (moved.ok()) time.local = std::chrono::local_days{moved} + (time.local - on);
}

void note_year(const PublicationTime& time, DayEvidence& evidence) {
  const int year = year_of(time);
  if (time.doubt.short_year) {
    evidence.short_years.set(static_cast<std::size_t>(year % kCentury));
    ++evidence.short_dates;
    return;
  }
  evidence.first_year = std::min(evidence.first_year.value_or(year), year);
  evidence.last_year = std::max(evidence.last_year.value_or(year), year);
}

// As it stands in print, if with another sign.
std::string in_print(const PublicationTime& time, DayOrder order) {
  const auto day = unsigned{time.day().day()};
  const auto month = unsigned{time.day().month()};
  const bool day_first = order == DayOrder::kDayFirst;
  const int year = time.doubt.short_year ? year_of(time) % kCentury : year_of(time);
  return fmt::format("{}/{}/{:02}", day_first ? day : month, day_first ? month : day, year);
}

DayEvidence& evidence_in(DayNotes& notes, std::size_t input, const std::string& source) {
  const auto known = notes.find({input, source});
  if (known != notes.end()) return known->second;
  return notes[{input, notes.size() < kMostDaySources ? source : std::string()}];
}

std::string_view words_for(DayOrder order) {
  return order == DayOrder::kDayFirst ? "day first" : "month first";
}

std::string_view option_against(DayOrder order) {
  return order == DayOrder::kDayFirst ? "--month-first" : "--day-first";
}

std::string line_of_guess(std::string_view input, const DayEvidence& evidence) {
  const bool one = evidence.guessed == 1;
  return fmt::format(
      "{} article{} of '{}' {} a day that can be read in two ways, such as {}; read day first, "
      "because nothing tells; --month-first reads {} the other way",
      evidence.guessed, one ? "" : "s", input, one ? "has" : "have", evidence.example,
      one ? "it" : "them");
}

std::string line_of_dropped(std::string_view input, const DayEvidence& evidence) {
  const bool one = evidence.dropped == 1;
  return fmt::format(
      "{} article{} of '{}' {} as undated, because nothing tells day, month and year of two digits "
      "apart, such as in {}; --day-first and --month-first read {}",
      evidence.dropped, one ? "" : "s", input, one ? "counts" : "count", evidence.dropped_example,
      one ? "it" : "them");
}

bool is_mixed(const DayEvidence& evidence) {
  return evidence.only_day_first > 0 && evidence.only_month_first > 0;
}

// A source that prints both orders tells little of the dates between.
std::optional<std::string> line_of_mixed(std::string_view input, std::string_view source,
                                         const DayEvidence& evidence,
                                         std::optional<DayOrder> order) {
  const std::uint64_t open = evidence.proved + evidence.read_day_first + evidence.read_month_first;
  if (!is_mixed(evidence) || open == 0) return std::nullopt;
  const DayOrder read = order.value_or(DayOrder::kDayFirst);
  return fmt::format(
      "'{}'{} has {} dates with the day first and {} with the month first; {} that can be read in "
      "both ways, such as {}, are read {}; {} reads all the other way",
      input, source.empty() ? "" : fmt::format(" ({})", source), evidence.only_day_first,
      evidence.only_month_first, open, evidence.example, words_for(read), option_against(read));
}

// Of standard input alone.
std::string line_of_wrong(std::string_view input, const DayEvidence& evidence, DayOrder order) {
  return fmt::format(
      "warning: {} dates of '{}', such as {}, are read {}, but a later one has the {}, and what "
      "comes by standard input cannot be read again: give a file, or {}",
      order == DayOrder::kMonthFirst ? evidence.read_day_first : evidence.read_month_first, input,
      evidence.example,
      words_for(order == DayOrder::kMonthFirst ? DayOrder::kDayFirst : DayOrder::kMonthFirst),
      words_for(order), order == DayOrder::kMonthFirst ? "--month-first" : "--day-first");
}

// The full year that two digits became without any evidence.
int default_year(std::size_t two_digits) {
  const int now = current_year();
  const int year = now / kCentury * kCentury + static_cast<int>(two_digits);
  return year <= now ? year : year - kCentury;
}

}  // namespace

DayEvidence& DayEvidence::operator+=(const DayEvidence& other) {
  only_day_first += other.only_day_first;
  only_month_first += other.only_month_first;
  read_day_first += other.read_day_first;
  read_month_first += other.read_month_first;
  guessed += other.guessed;
  dropped += other.dropped;
  proved += other.proved;
  if (example.empty()) example = other.example;
  if (dropped_example.empty()) dropped_example = other.dropped_example;
  if (other.first_year)
    first_year = std::min(first_year.value_or(*other.first_year), *other.first_year);
  if (other.last_year) last_year = std::max(last_year.value_or(*other.last_year), *other.last_year);
  short_years |= other.short_years;
  short_dates += other.short_dates;
  return *this;
}

void add(DayNotes& notes, const DayNotes& others) {
  for (const auto& [of, evidence] : others) evidence_in(notes, of.first, of.second) += evidence;
}

std::optional<DayOrder> DayOrders::order_of(std::size_t input, const std::string& source) const {
  const auto of_source = known_.find({input, source});
  if (of_source != known_.end()) {
    if (const auto order = order_told_by(of_source->second)) return order;
    // It tells both: what the rest of the input does says nothing of it.
    if (of_source->second.only_day_first + of_source->second.only_month_first > 0) {
      return std::nullopt;
    }
  }
  const auto of_input = known_of_inputs_.find(input);
  return of_input == known_of_inputs_.end() ? std::nullopt : order_told_by(of_input->second);
}

const DayEvidence* DayOrders::evidence_of_years(std::size_t input) const {
  const auto found = known_of_inputs_.find(input);
  return found == known_of_inputs_.end() ? nullptr : &found->second;
}

void DayOrders::settle(Article& article, std::size_t input, DayNotes& notes) const {
  PublicationTime& time = article.published;
  if (!time.dated()) return;
  DayEvidence& evidence = evidence_in(notes, input, article.source);
  note_year(time, evidence);
  if (time.doubt.short_year)
    move_to_year(time, year_among(year_of(time), evidence_of_years(input)));
  if (time.doubt.order == Order::kDayFirst) ++evidence.only_day_first;
  if (time.doubt.order == Order::kMonthFirst) ++evidence.only_month_first;
  if (time.doubt.order != Order::kEither) return;

  const auto proved = told_ ? told_ : order_of(input, article.source);
  const bool foreign = !article.language.empty() && article.language != "en";
  const bool guess = !proved && !time.doubt.american && !foreign;
  const DayOrder order =
      proved.value_or(time.doubt.american ? DayOrder::kMonthFirst : DayOrder::kDayFirst);
  if (proved) {
    if (!told_) ++evidence.proved;
  } else if (!(guess && time.doubt.short_year)) {
    ++(order == DayOrder::kDayFirst ? evidence.read_day_first : evidence.read_month_first);
  }
  if (guess && time.doubt.short_year) {
    if (evidence.dropped++ == 0) evidence.dropped_example = in_print(time, DayOrder::kDayFirst);
    time = {};
    return;
  }
  if (guess) ++evidence.guessed;
  if (evidence.example.empty()) evidence.example = in_print(time, DayOrder::kDayFirst);
  if (order == DayOrder::kMonthFirst) time = with_day_and_month_exchanged(time);
}

bool DayOrders::learn(const DayNotes& met) {
  const auto known_before = std::exchange(known_of_inputs_, {});
  known_ = met;
  for (const auto& [of, evidence] : met) known_of_inputs_[of.first] += evidence;
  const auto is_read_otherwise = [&](const auto& noted) {
    const auto& [of, evidence] = noted;
    const auto order = told_ ? std::nullopt : order_of(of.first, of.second);
    if (order == DayOrder::kDayFirst && evidence.read_month_first > 0) return true;
    if (order == DayOrder::kMonthFirst && evidence.read_day_first > 0) return true;
    if (order && evidence.dropped > 0) return true;
    for (std::size_t digits = 0; digits < evidence.short_years.size(); ++digits) {
      if (!evidence.short_years[digits]) continue;
      const int year = default_year(digits);
      const auto before = known_before.find(of.first);
      const DayEvidence* const then = before == known_before.end() ? nullptr : &before->second;
      if (year_among(year, evidence_of_years(of.first)) != year_among(year, then)) return true;
    }
    return false;
  };
  return std::ranges::any_of(met, is_read_otherwise);
}

std::vector<std::string> DayOrders::tell(const DayNotes& notes,
                                         const std::vector<std::string>& inputs) const {
  const auto name_of = [&](std::size_t input) {
    return input < inputs.size() ? inputs[input] : std::string();
  };
  std::vector<std::string> lines;
  std::map<std::size_t, DayEvidence> guesses;
  for (const auto& [of, evidence] : notes) {
    const auto order = order_of(of.first, of.second);
    const std::string name = name_of(of.first);
    if (const auto line = line_of_mixed(name, of.second, evidence, order)) lines.push_back(*line);
    if (!order && !is_mixed(evidence)) guesses[of.first] += evidence;
    const bool wrong = (order == DayOrder::kMonthFirst && evidence.read_day_first > 0) ||
                       (order == DayOrder::kDayFirst && evidence.read_month_first > 0);
    if (!told_ && wrong) lines.push_back(line_of_wrong(name, evidence, *order));
  }
  for (const auto& [input, evidence] : guesses) {
    if (evidence.guessed > 0) lines.push_back(line_of_guess(name_of(input), evidence));
    if (evidence.dropped > 0) lines.push_back(line_of_dropped(name_of(input), evidence));
  }
  return lines;
}

}  // namespace dateline::indexer

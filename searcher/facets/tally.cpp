#include "searcher/facets/tally.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/index/catalogue_schema.h"
#include "common/index/file.h"
#include "common/index/index.h"

namespace dateline::searcher {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

// Codes are minutes and two bits of precision; see common/publication_time.h.
constexpr unsigned kPrecisionBits = 2;
constexpr std::uint32_t kMinutesOfDay = 24 * 60;
constexpr sys_days kEpoch{std::chrono::January / 1 / 1000};

std::uint32_t day_of(DateCode code) {
  return (code >> kPrecisionBits) / kMinutesOfDay;
}

// Which of the counts of a day: of its year or month alone, which begin with it, or of the day.
enum Slot : std::size_t { kOfYear, kOfMonth, kOfDay, kSlots };

Slot slot_of(DateCode code) {
  return static_cast<Slot>(std::min<DateCode>(code & ((1u << kPrecisionBits) - 1), kOfDay));
}

// Years and months are of the date.
FieldNames known_facets(const FieldNames& archive) {
  FieldNames known = archive;
  for (const CatalogueField& field : kCatalogueFields) known.emplace(field.name);
  known.insert({"month", "year"});
  return known;
}

std::optional<Period> period_of(const std::string& field) {
  if (field == "year") return Period::kYear;
  if (field == "month") return Period::kMonth;
  return std::nullopt;
}

// The values are in order of their bytes: equal counts keep it.
void keep_most_frequent(std::vector<CountedValue>& values, std::size_t most) {
  std::stable_sort(values.begin(), values.end(), [](const CountedValue& a, const CountedValue& b) {
    return a.articles > b.articles;
  });
  if (values.size() > most) values.resize(most);
}

Facet facet_of(const std::string& name, const Timeline& timeline, std::size_t most) {
  Facet facet;
  facet.field = name;
  facet.without = timeline.undated;
  for (const CountedPeriod& period : timeline.periods) {
    if (period.length > timeline.unit) {  // of a year alone no month is known
      facet.without += period.articles;
    } else {
      facet.values.push_back({to_string(period), period.articles});
    }
  }
  facet.different = facet.values.size();
  keep_most_frequent(facet.values, most);
  return facet;
}

}  // namespace

std::optional<std::string> facet_mistake(const std::vector<std::string>& fields,
                                         const FieldNames& archive) {
  const FieldNames known = known_facets(archive);
  for (const std::string& field : fields) {
    if (known.contains(field)) continue;
    return fmt::format("there is no facet '{}'{}", field, known_instead_of(field, known));
  }
  return std::nullopt;
}

// Articles are counted by choice, a combination of values that a segment numbers, and only at the
// end of a segment by value: an article costs one addition however many values it has.
FieldCounter::FieldCounter(const FacetField& field) : field_(field), names_(field.names.size()) {
  if (!field.columns.empty() && field.columns[0]) choices_.resize(field.columns[0]->choices());
}

void FieldCounter::count(std::size_t segment, const MatchWindow& window) {
  while (segment_ < segment) {
    end_segment();
    const auto& next = field_.columns[++segment_];
    choices_.assign(next ? next->choices() : 0, 0);
  }
  if (!field_.columns[segment]) {
    without_ += window.count();
    return;
  }
  const FacetColumn& column = *field_.columns[segment];
  window.for_each([&](std::uint32_t article) { ++choices_[column.choice_of(article)]; });
}

void FieldCounter::end_segment() {
  for (std::uint32_t choice = 0; choice < choices_.size(); ++choice) {
    const std::uint32_t articles = choices_[choice];
    if (articles == 0) continue;
    if (choice == 0) without_ += articles;
    field_.for_each_name(segment_, choice, scratch_,
                         [&](std::uint32_t name) { names_[name] += articles; });
  }
  choices_.clear();
}

Facet FieldCounter::finish(const std::string& name, std::size_t most) {
  end_segment();
  std::vector<std::uint32_t> found;
  for (std::uint32_t number = 0; number < names_.size(); ++number) {
    if (names_[number] > 0) found.push_back(number);
  }
  // Only those that are shown are put in order: a field may have very many values.
  const auto shown = static_cast<std::ptrdiff_t>(std::min(most, found.size()));
  std::partial_sort(found.begin(), found.begin() + shown, found.end(),
                    [this](std::uint32_t a, std::uint32_t b) {
                      return names_[a] != names_[b] ? names_[a] > names_[b] : a < b;
                    });
  Facet facet{name, {}, found.size(), without_};
  for (std::ptrdiff_t i = 0; i < shown; ++i) {
    const std::uint32_t number = found[static_cast<std::size_t>(i)];
    facet.values.push_back({field_.names[number], names_[number]});
  }
  return facet;
}

// The bounds of all segments come first: the counts are one array, which no date may lie outside of.
DateCounter::DateCounter(const std::vector<const TextIndex*>& indexes) : indexes_(indexes) {
  DateCode lowest = ~DateCode{0};
  DateCode highest = 0;
  for (const TextIndex* index : indexes) {
    const auto bounds = index->date_bounds();
    for (std::size_t i = 0; i + 1 < bounds.size(); i += 2) {
      if (bounds[i + 1] == kUndated) continue;
      lowest = std::min(lowest, bounds[i]);
      highest = std::max(highest, bounds[i + 1]);
    }
  }
  const bool any = highest != 0;
  first_day_ = any ? day_of(lowest) : 0;
  counts_.resize(1 + (any ? kSlots * (std::size_t{day_of(highest)} - day_of(lowest) + 1) : 0));
}

void DateCounter::count(std::size_t segment, const MatchWindow& window) {
  const TextIndex& index = *indexes_[segment];
  const auto dates = index.dates();
  window.for_each([&](std::uint32_t article) {
    const DateCode code = dates[article - 1];
    // A day before the first wraps around and is beyond all.
    const std::size_t slot =
        code == kUndated ? 0 : 1 + kSlots * std::size_t{day_of(code) - first_day_} + slot_of(code);
    if (slot >= counts_.size()) index.file().fail("a date is out of its bounds");
    ++counts_[slot];
  });
}

Timeline DateCounter::timeline(Period unit) const {
  Timeline days{Period::kDay, {}, counts_[0]};
  const sys_days first = kEpoch + std::chrono::days{first_day_};
  for (std::size_t slot = 1; slot < counts_.size(); slot += kSlots) {
    const year_month_day day{first + std::chrono::days{(slot - 1) / kSlots}};
    const auto add = [&](Slot of, Period length) {
      if (counts_[slot + of] > 0) days.periods.push_back({day, length, counts_[slot + of]});
    };
    add(kOfYear, Period::kYear);
    add(kOfMonth, Period::kMonth);
    add(kOfDay, Period::kDay);
  }
  return unit == Period::kDay ? days : coarser(days, unit);
}

Tally::Tally(const FacetOptions& options, FacetIndex& facets,
             const std::vector<const TextIndex*>& indexes)
    : options_(options) {
  bool wants_dates = options.timeline.has_value();
  for (const std::string& field : options.fields) {
    if (period_of(field)) {
      wants_dates = true;
    } else {
      fields_.emplace_back(facets.field(field));
    }
  }
  if (wants_dates) dates_.emplace(indexes);
}

void Tally::count(std::size_t segment, const MatchWindow& window) {
  articles_ += window.count();
  for (FieldCounter& field : fields_) field.count(segment, window);
  if (dates_) dates_->count(segment, window);
}

std::vector<Facet> Tally::facets() {
  std::vector<Facet> facets;
  auto counter = fields_.begin();
  for (const std::string& field : options_.fields) {
    if (const auto period = period_of(field)) {
      facets.push_back(facet_of(field, dates_->timeline(*period), options_.values));
    } else {
      facets.push_back((counter++)->finish(field, options_.values));
    }
  }
  return facets;
}

std::optional<Timeline> Tally::timeline() const {
  if (!options_.timeline) return std::nullopt;
  return dates_->timeline(*options_.timeline);
}

}  // namespace dateline::searcher

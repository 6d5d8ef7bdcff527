#include "searcher/facets/tally.h"

#include <algorithm>
#include <utility>

namespace dateline::searcher {
namespace {

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
  for (const CountedPeriod& period : timeline.periods) {
    facet.values.push_back({to_string(period), period.articles});
  }
  facet.different = facet.values.size();
  facet.without = timeline.undated;
  keep_most_frequent(facet.values, most);
  return facet;
}

}  // namespace

FieldCounter::FieldCounter(const FacetField& field) : field_(field), values_(field.values.size()) {
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
    field_.columns[segment_]->for_each_value(
        choice, [&](std::uint32_t value) { values_[field_.places[segment_][value]] += articles; });
  }
  choices_.clear();
}

Facet FieldCounter::finish(const std::string& name, std::size_t most) {
  end_segment();
  std::vector<std::uint32_t> found;
  for (std::uint32_t place = 0; place < values_.size(); ++place) {
    if (values_[place] > 0) found.push_back(place);
  }
  const auto shown = static_cast<std::ptrdiff_t>(std::min(most, found.size()));
  std::partial_sort(found.begin(), found.begin() + shown, found.end(),
                    [this](std::uint32_t a, std::uint32_t b) {
                      return values_[a] != values_[b] ? values_[a] > values_[b] : a < b;
                    });
  Facet facet{name, {}, found.size(), without_};
  for (std::ptrdiff_t i = 0; i < shown; ++i) {
    const std::uint32_t place = found[static_cast<std::size_t>(i)];
    facet.values.push_back({std::string(field_.values[place]), values_[place]});
  }
  return facet;
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

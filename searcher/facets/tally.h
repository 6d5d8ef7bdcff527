// Which fields articles can be counted by, and the matches of a search counted by them and by date as
// they come, in windows of bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/text_index/text_index.h"
#include "searcher/facets/facet_index.h"
#include "searcher/facets/facets.h"
#include "searcher/match/cursor/candidates.h"
#include "searcher/query/field.h"

namespace dateline::searcher {

// "no facet 'colour'; did you mean ...": of the first field that is neither "year" nor "month", of
// the catalogue or the `archive`, with all that are. Nothing where all are.
std::optional<std::string> facet_mistake(const std::vector<std::string>& fields,
                                         const FieldNames& archive);

// Counts by one field of facets.index. Not thread-safe.
class FieldCounter {
 public:
  // The field must outlive it.
  explicit FieldCounter(const FacetField& field);

  // Segments must not fall from one call to the next.
  void count(std::size_t segment, const MatchWindow& window);

  // `most` values at most. Call it once, at the end.
  Facet finish(const std::string& name, std::size_t most);

 private:
  void end_segment();

  const FacetField& field_;
  std::size_t segment_ = 0;
  std::vector<std::uint32_t> choices_;  // of the segment: articles by what they have
  std::vector<std::uint64_t> names_;    // articles of those before, by name
  std::vector<std::uint32_t> scratch_;
  std::uint64_t without_ = 0;
};

// Counts by day, from the column of dates; months, years and timelines come out of it. For the
// segments of one index, one after the other. Not thread-safe.
class DateCounter {
 public:
  // The indexes must outlive it. Takes 16 bytes for each day between the first and the last.
  explicit DateCounter(const std::vector<const TextIndex*>& indexes);

  // Counts the articles of a window. Throws Error(kCorrupt) where a date lies outside of the bounds
  // of its column.
  void count(std::size_t segment, const MatchWindow& window);

  Timeline timeline(Period unit) const;

 private:
  std::vector<const TextIndex*> indexes_;
  std::uint32_t first_day_ = 0;  // since the epoch of date codes

  // Of undated ones, then for each day of articles known by day or better, and by month only.
  std::vector<std::uint64_t> counts_;
};

// All that a search wants to have counted. Not thread-safe.
class Tally {
 public:
  // What it is given must outlive it. Throws as FacetIndex::field() does.
  Tally(const FacetOptions& options, FacetIndex& facets,
        const std::vector<const TextIndex*>& indexes);

  // The live matches of a window. Segments must not fall from one call to the next. About 2 ns an
  // article and facet.
  void count(std::size_t segment, const MatchWindow& window);

  std::uint64_t articles() const { return articles_; }

  // In the order of the options. Call it once, at the end.
  std::vector<Facet> facets();
  std::optional<Timeline> timeline() const;

 private:
  const FacetOptions& options_;
  std::vector<FieldCounter> fields_;  // of options_.fields those that are not of dates
  std::optional<DateCounter> dates_;
  std::uint64_t articles_ = 0;
};

}  // namespace dateline::searcher

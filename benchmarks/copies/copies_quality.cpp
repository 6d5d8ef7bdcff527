#include "benchmarks/copies/copies_quality.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <vector>

#include "benchmarks/copies/exact_copies.h"
#include "benchmarks/corpus_size.h"
#include "common/copies/format.h"
#include "searcher/grouping/copy_groups.h"

namespace dateline::bench {
namespace {

using searcher::ArticleRef;
using searcher::CopyGroups;
using Pairs = std::vector<AlikePair>;

// The pairs of each article with those after it that `related` names.
template <typename Related>
Pairs pairs_of(const std::vector<ShingledArticle>& articles, Related related) {
  std::map<ArticleRef, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    numbers[{articles[i].segment, articles[i].number}] = i;
  }
  Pairs pairs;
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    const ArticleRef of{articles[i].segment, articles[i].number};
    for (const ArticleRef& place : related(of)) {
      const std::uint32_t other = numbers.at(place);
      if (other > i) pairs.push_back({i, other});
    }
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

PairCounts count(const Pairs& exact, const Pairs& found) {
  Pairs both;
  std::set_intersection(exact.begin(), exact.end(), found.begin(), found.end(),
                        std::back_inserter(both));
  return {exact.size(), found.size(), both.size()};
}

void count_groups(const std::vector<ShingledArticle>& articles, CopyGroups& groups,
                  CopiesQuality& quality) {
  std::map<CopyGroups::Group, std::uint64_t> sizes;
  for (const ShingledArticle& article : articles) {
    if (const auto group = groups.group_of({article.segment, article.number})) ++sizes[*group];
  }
  quality.groups = sizes.size();
  for (const auto& [group, size] : sizes) quality.largest = std::max(quality.largest, size);
}

std::uint64_t bytes_of_copies(const Index& index) {
  std::uint64_t bytes = 0;
  for (const OpenSegment& segment : index.segments()) {
    for (const FileEntry& file : segment.entry.files) {
      if (file.name == kCopiesName) bytes += file.size_bytes;
    }
  }
  return bytes;
}

}  // namespace

double PairCounts::precision() const {
  return found > 0 ? static_cast<double>(both) / static_cast<double>(found) : 1;
}

double PairCounts::recall() const {
  return exact > 0 ? static_cast<double>(both) / static_cast<double>(exact) : 1;
}

CopiesQuality measure_copies(const CopiesOptions& options, std::ostream& log) {
  Index index = Index::open(options.index_dir);
  CopiesQuality quality;
  quality.copies_bytes = bytes_of_copies(index);
  quality.text_bytes = corpus_of(options.index_dir).text_bytes;
  log << "reading the articles\n";
  const std::vector<ShingledArticle> articles = read_shingled(index);
  quality.articles = articles.size();
  log << "comparing them\n";
  Pairs copies;
  Pairs versions;
  for (const AlikePair& pair : find_alike(articles)) {
    const auto kind = indexer::kind_of_alike(articles[pair.second].text, articles[pair.first].text);
    if (!kind) continue;
    (*kind == indexer::CopyKind::kCopy ? copies : versions).push_back(pair);
  }
  CopyGroups groups(index);
  quality.copies = count(
      copies, pairs_of(articles, [&](const ArticleRef& place) { return groups.copies_of(place); }));
  quality.versions =
      count(versions,
            pairs_of(articles, [&](const ArticleRef& place) { return groups.versions_of(place); }));
  count_groups(articles, groups, quality);
  return quality;
}

std::string to_text(const CopiesQuality& quality) {
  std::string text = fmt::format("{} articles, {} groups of up to {} copies\n", quality.articles,
                                 quality.groups, quality.largest);
  const auto line = [&text](std::string_view name, const PairCounts& pairs) {
    text += fmt::format(
        "{:<9} {:>8} pairs, {:>8} found, {:>8} of them right: precision {:.4f}, "
        "recall {:.4f}\n",
        name, pairs.exact, pairs.found, pairs.both, pairs.precision(), pairs.recall());
  };
  line("copies", quality.copies);
  line("versions", quality.versions);
  text += fmt::format("{} bytes of copies.index, {:.2f} % of the text\n", quality.copies_bytes,
                      100 * ratio(static_cast<double>(quality.copies_bytes), quality.text_bytes));
  return text;
}

}  // namespace dateline::bench

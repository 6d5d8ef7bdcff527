#include "searcher/facets/facet_index.h"

#include <numeric>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "common/error.h"
#include "common/index/file.h"
#include "common/index/index.h"
#include "searcher/facets/counted_names.h"

namespace dateline::searcher {
namespace {

void require_facet(const FacetFile& file, const std::string& name) {
  const auto known = file.fields().find(name);
  if (known == file.fields().end() || known->second.entry.state == FacetState::kKept) return;
  throw Error(ErrorKind::kUsage, "'" + name + "' cannot be counted by: it has more than " +
                                     std::to_string(kMostArchiveValues) + " different values");
}

// Names in every spelling, numbered as they come, and which of them are one.
class Spellings {
 public:
  // Of a value, numbered.
  void append_numbers(std::string_view field, std::string_view value,
                      std::vector<std::uint32_t>& numbers) {
    for (const CountedName& name : counted_.names(field, value)) {
      numbers.push_back(number_of(name));
    }
  }

  std::size_t size() const { return spellings_.size(); }
  bool several_of_any() const { return spellings_.size() > keys_.size(); }

  // The name of each spelling: `articles` are those that have it. Ascending, as are the `names`.
  std::vector<std::uint32_t> choose(const std::vector<std::uint64_t>& articles,
                                    std::vector<std::string>& names) const;

 private:
  std::uint32_t number_of(const CountedName& name) {
    const auto next = static_cast<std::uint32_t>(spellings_.size());
    const auto [known, is_new] = numbers_.emplace(name.key + '\n' + name.spelling, next);
    if (is_new) {
      spellings_.push_back(name.spelling);
      key_of_.push_back(keys_.emplace(name.key, keys_.size()).first->second);
    }
    return known->second;
  }

  CountedNames counted_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  // by key and spelling
  std::unordered_map<std::string, std::size_t> keys_;
  std::vector<std::string> spellings_;
  std::vector<std::size_t> key_of_;  // of each spelling
};

std::vector<std::uint32_t> Spellings::choose(const std::vector<std::uint64_t>& articles,
                                             std::vector<std::string>& names) const {
  std::vector<std::optional<std::uint32_t>> best(keys_.size());
  for (std::uint32_t number = 0; number < spellings_.size(); ++number) {
    auto& known = best[key_of_[number]];
    const bool more = known && articles[number] != articles[*known]
                          ? articles[number] > articles[*known]
                          : !known || is_better_spelling(spellings_[number], spellings_[*known]);
    if (more) known = number;
  }
  std::vector<std::size_t> keys(best.size());
  std::iota(keys.begin(), keys.end(), std::size_t{0});
  const auto shown = [&](std::size_t key) -> const std::string& { return spellings_[*best[key]]; };
  std::sort(keys.begin(), keys.end(), [&](std::size_t a, std::size_t b) {
    return shown(a) != shown(b) ? shown(a) < shown(b) : a < b;
  });
  std::vector<std::uint32_t> place(keys.size());
  for (const std::size_t key : keys) {
    place[key] = static_cast<std::uint32_t>(names.size());
    names.push_back(shown(key));
  }
  std::vector<std::uint32_t> name_of;
  for (const std::size_t key : key_of_) name_of.push_back(place[key]);
  return name_of;
}

// Numbers are those of spellings at first.
void read_values(const std::string& name, FacetField& field, Spellings& spellings) {
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> known;  // of other segments
  for (const auto& column : field.columns) {
    FacetField::NamesOfValues& numbers = field.numbers.emplace_back();
    for (std::uint32_t value = 0; column && value < column->values(); ++value) {
      const auto [found, is_new] = known.try_emplace(column->value(value));
      if (is_new) spellings.append_numbers(name, found->first, found->second);
      numbers.of.insert(numbers.of.end(), found->second.begin(), found->second.end());
      numbers.starts.push_back(static_cast<std::uint32_t>(numbers.of.size()));
    }
  }
}

// Live articles by what they have in a segment.
std::vector<std::uint64_t> articles_by_choice(const FacetColumn& column,
                                              const DeletedArticles& deleted) {
  std::vector<std::uint64_t> articles(column.choices());
  for (std::uint32_t article = 1; article <= column.articles(); ++article) {
    if (deleted.contains(article)) continue;
    ++articles[column.choice_of(article)];
  }
  return articles;
}

std::vector<std::uint64_t> articles_by_spelling(const Index& index, const FacetField& field,
                                                std::size_t spellings) {
  std::vector<std::uint64_t> articles(spellings);
  std::vector<std::uint32_t> scratch;
  for (std::size_t segment = 0; segment < field.columns.size(); ++segment) {
    const auto& column = field.columns[segment];
    if (!column) continue;
    const auto by_choice = articles_by_choice(*column, index.segments()[segment].deleted);
    for (std::uint32_t choice = 1; choice < by_choice.size(); ++choice) {
      if (by_choice[choice] == 0) continue;
      field.for_each_name(segment, choice, scratch,
                          [&](std::uint32_t spelling) { articles[spelling] += by_choice[choice]; });
    }
  }
  return articles;
}

}  // namespace

// All or none: a file that is damaged leaves nothing behind for the next call.
const std::vector<FacetFile>& FacetIndex::files() {
  if (!files_.empty()) return files_;
  std::vector<FacetFile> files;
  for (const OpenSegment& segment : index_.segments()) {
    const MappedFile& mapped = segment.facets;
    files.emplace_back(mapped.bytes(), mapped.path());
    if (files.back().articles() != segment.entry.articles) {
      throw damaged(mapped.path(), "it belongs to another segment");
    }
  }
  return files_ = std::move(files);
}

// Articles are counted only where there is a choice of spellings.
const FacetField& FacetIndex::field(const std::string& name) {
  if (const auto known = fields_.find(name); known != fields_.end()) return known->second;
  FacetField field;
  for (const FacetFile& file : files()) {
    require_facet(file, name);
    field.columns.push_back(file.column(name));
  }
  Spellings spellings;
  read_values(name, field, spellings);
  const auto articles = spellings.several_of_any()
                            ? articles_by_spelling(index_, field, spellings.size())
                            : std::vector<std::uint64_t>(spellings.size());
  const std::vector<std::uint32_t> name_of = spellings.choose(articles, field.names);
  for (FacetField::NamesOfValues& numbers : field.numbers) {
    for (std::uint32_t& number : numbers.of) number = name_of[number];
  }
  return fields_.emplace(name, std::move(field)).first->second;
}

}  // namespace dateline::searcher

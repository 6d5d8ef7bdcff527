#include "indexer/facets/facet_writer.h"

#include <fmt/format.h>
#include <zstd.h>

#include <algorithm>
#include <bit>
#include <limits>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "common/error.h"
#include "common/facets/facet_file.h"
#include "common/facets/format.h"
#include "common/index/bytes.h"
#include "common/index/checksum.h"
#include "common/index/file.h"
#include "common/index/format.h"
#include "indexer/commit/durable_file.h"

namespace dateline::indexer {
namespace {

constexpr int kLevel = 9;

// What the articles of all inputs, one behind the other, have of a field.
struct FacetField {
  FacetState state = FacetState::kKept;
  std::vector<std::string> values;                // ascending, each of some article
  std::vector<std::vector<std::uint32_t>> lists;  // of several values; ascending
  std::vector<std::uint32_t> choices;             // by article; entry 0 is like entry 1
};

struct PackedField {
  FacetEntry entry;
  std::string bytes;
};

// An input's articles in the column of all.
struct Part {
  std::uint32_t base;
  FacetLists lists;
};

// Only values that are in use: those of deleted articles alone must go.
std::vector<std::string> values_of(const std::vector<Part>& parts) {
  std::vector<std::string> values;
  for (const Part& part : parts) {
    std::vector<bool> used(part.lists.values.size());
    for (const auto& list : part.lists.lists) {
      for (const std::uint32_t place : list) used[place] = true;
    }
    for (std::size_t place = 0; place < used.size(); ++place) {
      if (used[place]) values.push_back(part.lists.values[place]);
    }
  }
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

// The lists of each part, in places of the values of all.
std::vector<std::vector<std::uint32_t>> lists_of(const Part& part,
                                                 const std::vector<std::string>& values) {
  std::vector<std::uint32_t> places;
  for (const std::string& value : part.lists.values) {
    const auto found = std::lower_bound(values.begin(), values.end(), value);
    places.push_back(static_cast<std::uint32_t>(found - values.begin()));
  }
  std::vector<std::vector<std::uint32_t>> lists = part.lists.lists;
  for (auto& list : lists) {
    for (std::uint32_t& place : list) place = places[place];
    std::sort(list.begin(), list.end());
  }
  return lists;
}

// Numbers of lists, those of one value first.
class Choices {
 public:
  explicit Choices(std::size_t values) : values_(static_cast<std::uint32_t>(values)) {}

  void note(const std::vector<std::uint32_t>& list) {
    if (list.size() > 1) several_.emplace(list, 0);
  }

  std::vector<std::vector<std::uint32_t>> number() {
    std::vector<std::vector<std::uint32_t>> lists;
    for (auto& [list, number] : several_) {
      lists.push_back(list);
      number = values_ + static_cast<std::uint32_t>(lists.size());
    }
    return lists;
  }

  std::uint32_t choice(const std::vector<std::uint32_t>& list) const {
    return list.size() == 1 ? list.front() + 1 : several_.at(list);
  }

 private:
  std::uint32_t values_;
  std::map<std::vector<std::uint32_t>, std::uint32_t> several_;
};

void fill_choices(const std::vector<Part>& parts, FacetField& field) {
  std::vector<std::vector<std::vector<std::uint32_t>>> lists;
  Choices choices(field.values.size());
  for (const Part& part : parts) {
    lists.push_back(lists_of(part, field.values));
    for (const auto& list : lists.back()) choices.note(list);
  }
  field.lists = choices.number();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::vector<std::uint32_t> of_list;
    for (const auto& list : lists[i]) of_list.push_back(choices.choice(list));
    for (const auto& [article, list] : parts[i].lists.rows) {
      field.choices[parts[i].base + article] = of_list[list];
    }
  }
  if (field.choices.size() > 1) field.choices[0] = field.choices[1];
}

std::string pack_values(const std::vector<std::string>& values, FacetEntry& entry) {
  std::string raw;
  for (const std::string& value : values) put_text(raw, value);
  std::string packed(ZSTD_compressBound(raw.size()), '\0');
  const std::size_t size =
      ZSTD_compress(packed.data(), packed.size(), raw.data(), raw.size(), kLevel);
  if (ZSTD_isError(size) != 0) {
    throw Error(ErrorKind::kSystem,
                fmt::format("cannot compress facets: {}", ZSTD_getErrorName(size)));
  }
  packed.resize(size);
  entry.values = static_cast<std::uint32_t>(values.size());
  entry.raw_bytes = raw.size();
  entry.packed_bytes = packed.size();
  return packed;
}

std::string pack_lists(const std::vector<std::vector<std::uint32_t>>& lists) {
  std::string bytes;
  for (const auto& list : lists) {
    put_varint(bytes, list.size());
    std::uint32_t next = 0;
    for (const std::uint32_t place : list) {
      put_varint(bytes, place - next);
      next = place + 1;
    }
  }
  return bytes;
}

void append_bits(std::span<const std::uint32_t> numbers, unsigned width, std::string& out) {
  std::uint64_t word = 0;
  unsigned filled = 0;
  for (const std::uint32_t number : numbers) {
    word |= std::uint64_t{number} << filled;
    for (filled += width; filled >= 8; filled -= 8) {
      out.push_back(static_cast<char>(word & 0xff));
      word >>= 8;
    }
  }
  if (filled > 0) out.push_back(static_cast<char>(word));
}

std::string pack_column(const std::vector<std::uint32_t>& choices) {
  std::string blocks;
  std::string column;
  for (std::size_t begin = 0; begin < choices.size(); begin += kFacetBlock) {
    const auto size = std::min(kFacetBlock, choices.size() - begin);
    std::vector<std::uint32_t> block(choices.begin() + static_cast<std::ptrdiff_t>(begin),
                                     choices.begin() + static_cast<std::ptrdiff_t>(begin + size));
    const auto [least, most] = std::minmax_element(block.begin(), block.end());
    const std::uint32_t base = *least;
    const auto width = static_cast<unsigned>(std::bit_width(*most - base));
    for (std::uint32_t& choice : block) choice -= base;
    put_number(blocks, base);
    put_number(blocks, static_cast<std::uint8_t>(width));
    append_bits(block, width, column);
  }
  if (!choices.empty()) column.append(kFacetPadding, '\0');
  return blocks + column;
}

// Once too many, always: what an input has left out cannot be counted any more.
FacetField gather_field(std::string_view name, std::span<const FacetInput* const> inputs) {
  std::vector<Part> parts;
  std::uint32_t articles = 0;
  FacetField field;
  for (const FacetInput* input : inputs) {
    if (auto lists = input->lists(name)) parts.push_back({articles, *std::move(lists)});
    articles += input->articles();
  }
  field.values = values_of(parts);
  const bool too_many =
      std::any_of(parts.begin(), parts.end(), [](const Part& p) { return p.lists.too_many; }) ||
      (field.values.size() > kMostArchiveValues && !is_common_facet(name));
  if (too_many) return {FacetState::kTooMany, {}, {}, {}};
  field.choices.resize(articles == 0 ? 0 : articles + 1);
  fill_choices(parts, field);
  return field;
}

PackedField pack_field(const FacetField& field) {
  PackedField packed;
  packed.entry.state = field.state;
  if (field.state == FacetState::kTooMany) {
    packed.entry.checksum = checksum({});
    return packed;
  }
  packed.bytes = pack_values(field.values, packed.entry);
  const std::string lists = pack_lists(field.lists);
  const std::string column = pack_column(field.choices);
  packed.entry.lists = static_cast<std::uint32_t>(field.lists.size());
  packed.entry.list_bytes = lists.size();
  packed.entry.column_bytes = column.size();
  packed.bytes += lists + column;
  packed.entry.checksum = checksum(packed.bytes);
  return packed;
}

void put_entry(std::string& directory, const std::string& name, const FacetEntry& entry) {
  put_text(directory, name);
  put_number(directory, static_cast<std::uint8_t>(entry.state));
  put_varint(directory, entry.values);
  put_varint(directory, entry.lists);
  put_varint(directory, entry.raw_bytes);
  put_varint(directory, entry.packed_bytes);
  put_varint(directory, entry.list_bytes);
  put_varint(directory, entry.column_bytes);
  put_number(directory, entry.checksum);
}

constexpr std::uint32_t kUnseen = std::numeric_limits<std::uint32_t>::max();

FacetLists live_lists(const FacetColumn& column, const DeletedArticles& deleted) {
  FacetLists live;
  for (std::uint32_t i = 0; i < column.values(); ++i) live.values.emplace_back(column.value(i));
  std::vector<std::uint32_t> numbers(column.choices(), kUnseen);
  std::uint32_t number = 0;
  for (std::uint32_t article = 1; article <= column.articles(); ++article) {
    if (deleted.contains(article)) continue;
    ++number;
    const std::uint32_t choice = column.choice_of(article);
    if (choice == 0) continue;
    if (numbers[choice] == kUnseen) {
      numbers[choice] = static_cast<std::uint32_t>(live.lists.size());
      auto& list = live.lists.emplace_back();
      column.for_each_value(choice, [&list](std::uint32_t value) { list.push_back(value); });
    }
    live.rows.push_back({number, numbers[choice]});
  }
  return live;
}

// A segment's facets without the articles that are deleted: the others close up.
class FacetSegment final : public FacetInput {
 public:
  explicit FacetSegment(const SegmentOnDisk& segment)
      : mapped_(segment.facets_path()),
        file_(mapped_.bytes(), mapped_.path()),
        deleted_(segment.deleted) {}

  std::uint32_t articles() const override { return file_.articles() - deleted_.count(); }
  std::vector<std::string> fields() const override {
    std::vector<std::string> names;
    for (const auto& [name, field] : file_.fields()) names.push_back(name);
    return names;
  }

  std::optional<FacetLists> lists(std::string_view field) const override {
    const auto found = file_.fields().find(field);
    if (found == file_.fields().end()) return std::nullopt;
    if (found->second.entry.state != FacetState::kTooMany) {
      return live_lists(*file_.column(field), deleted_);
    }
    FacetLists none;
    none.too_many = true;
    return none;
  }

 private:
  MappedFile mapped_;
  FacetFile file_;
  const DeletedArticles& deleted_;
};

}  // namespace

// The directory stands behind the fields: their sizes are known then.
void write_facets(const std::filesystem::path& path, std::span<const FacetInput* const> inputs,
                  SystemCalls& system) {
  std::set<std::string> names;
  std::uint32_t articles = 0;
  for (const FacetInput* input : inputs) {
    for (std::string& name : input->fields()) names.insert(std::move(name));
    articles += input->articles();
  }
  DurableFile file(path, system);
  std::string header(kFacetMagic);
  put_number(header, kFormatVersion);
  file.append(header);
  std::string tail;
  std::uint32_t fields = 0;
  for (const std::string& name : names) {
    const FacetField field = gather_field(name, inputs);
    if (field.state == FacetState::kKept && field.values.empty()) continue;  // all are gone
    const PackedField packed = pack_field(field);
    file.append(packed.bytes);
    put_entry(tail, name, packed.entry);
    ++fields;
  }
  const auto directory_bytes = static_cast<std::uint32_t>(tail.size());
  put_number(tail, fields);
  put_number(tail, articles);
  put_number(tail, directory_bytes);
  put_number(tail, checksum(tail));
  file.append(tail);
  file.finish();
}

void merge_facets(std::span<const SegmentOnDisk> segments, const std::filesystem::path& path) {
  std::vector<std::unique_ptr<FacetSegment>> opened;
  std::vector<const FacetInput*> inputs;
  for (const SegmentOnDisk& segment : segments) {
    inputs.push_back(opened.emplace_back(std::make_unique<FacetSegment>(segment)).get());
  }
  write_facets(path, inputs);
}

}  // namespace dateline::indexer

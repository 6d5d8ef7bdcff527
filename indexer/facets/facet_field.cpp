#include "indexer/facets/facet_field.h"

#include <fmt/format.h>
#include <zstd.h>

#include <algorithm>
#include <bit>
#include <map>
#include <utility>

#include "common/error.h"
#include "common/index/bytes.h"
#include "common/index/checksum.h"
#include "indexer/facets/facet_values.h"

namespace dateline::indexer {
namespace {

constexpr int kLevel = 9;

// An input's articles in the column of all.
struct Part {
  std::uint32_t base;
  FacetLists lists;
};

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

}  // namespace

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

}  // namespace dateline::indexer

#include "common/facets/facet_column.h"

#include <zstd.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "common/index/bytes.h"
#include "common/index/file.h"

namespace dateline {
namespace {

constexpr unsigned kMaxWidth = 32;
// Zstd packs nothing denser: what claims to be is not worth the memory.
constexpr std::uint64_t kMaxGrowth = 1 << 16;

}  // namespace

FacetColumn::FacetColumn(const FacetEntry& entry, std::string_view bytes, std::uint32_t articles,
                         std::filesystem::path path)
    : path_(std::move(path)), articles_(articles) {
  ByteReader reader(bytes, path_);
  read_values(entry, reader.take(entry.packed_bytes));
  read_lists(entry, reader.take(entry.list_bytes));
  read_blocks(reader.rest());
}

void FacetColumn::read_values(const FacetEntry& entry, std::string_view frame) {
  // A value has at least a byte and one that says so, and at most kMaxFacetBytes and two.
  if (entry.raw_bytes / (kMaxFacetBytes + 2) > entry.values || entry.raw_bytes < entry.values) {
    fail("its values are too long");
  }
  const std::uint64_t size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size != entry.raw_bytes || size > kMaxGrowth * frame.size() ||
      size > std::numeric_limits<std::uint32_t>::max()) {
    fail("its values are no zstd frame");
  }
  raw_.resize(size);
  if (ZSTD_decompress(raw_.data(), size, frame.data(), frame.size()) != size) {
    fail("its values do not decompress");
  }
  ByteReader reader(raw_, path_);
  std::string_view before;
  for (std::uint32_t i = 0; i < entry.values; ++i) {
    const std::string_view value = reader.text();
    if (value <= before || value.size() > kMaxFacetBytes) fail("its values are not in order");
    starts_.push_back(static_cast<std::uint32_t>(value.data() - raw_.data()));
    ends_.push_back(starts_.back() + static_cast<std::uint32_t>(value.size()));
    before = value;
  }
  reader.expect_end();
}

void FacetColumn::read_lists(const FacetEntry& entry, std::string_view bytes) {
  ByteReader reader(bytes, path_);
  for (std::uint32_t list = 0; list < entry.lists; ++list) {
    const std::uint64_t count = reader.varint();
    if (count < 2 || count > values()) fail("a list of values is too long");
    std::uint64_t next = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
      const std::uint64_t step = reader.varint();
      if (step >= values() - next) fail("a list has a value that there is not");
      listed_.push_back(static_cast<std::uint32_t>(next + step));
      next += step + 1;
    }
    list_starts_.push_back(static_cast<std::uint32_t>(listed_.size()));
  }
  reader.expect_end();
}

void FacetColumn::read_blocks(std::string_view bytes) {
  ByteReader reader(bytes, path_);
  const std::size_t count = facet_blocks(articles_);
  std::size_t offset = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto base = reader.number<std::uint32_t>();
    const std::uint32_t width = reader.number<std::uint8_t>();
    if (width > kMaxWidth) fail("a block is too wide");
    blocks_.push_back({offset, (std::uint64_t{1} << width) - 1, base, width});
    const std::size_t entries = std::min(kFacetBlock, std::size_t{articles_} + 1 - i * kFacetBlock);
    offset += facet_block_bytes(entries, width);
  }
  column_ = reader.rest();
  if (column_.size() != offset + (count > 0 ? kFacetPadding : 0)) fail("its column is cut");
}

void FacetColumn::fail(std::string_view reason) const {
  throw damaged(path_, reason);
}

}  // namespace dateline

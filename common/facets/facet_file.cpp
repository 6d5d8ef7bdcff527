#include "common/facets/facet_file.h"

#include <fmt/format.h>
#include <zstd.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "common/index/bytes.h"
#include "common/index/checksum.h"
#include "common/index/file.h"
#include "common/index/format.h"

namespace dateline {
namespace {

constexpr unsigned kMaxWidth = 32;
// Zstd packs nothing denser: what claims to be is not worth the memory.
constexpr std::uint64_t kMaxGrowth = 1 << 16;

FacetEntry read_entry(ByteReader& reader) {
  FacetEntry entry;
  const auto state = reader.number<std::uint8_t>();
  if (state > static_cast<std::uint8_t>(FacetState::kTooMany)) reader.fail("a field has no state");
  entry.state = static_cast<FacetState>(state);
  entry.values = static_cast<std::uint32_t>(reader.varint());
  entry.lists = static_cast<std::uint32_t>(reader.varint());
  entry.raw_bytes = reader.varint();
  entry.packed_bytes = reader.varint();
  entry.list_bytes = reader.varint();
  entry.column_bytes = reader.varint();
  entry.checksum = reader.number<std::uint64_t>();
  return entry;
}

}  // namespace

FacetFile::FacetFile(std::string_view bytes, std::filesystem::path path)
    : bytes_(bytes), path_(std::move(path)) {
  ByteReader header(bytes_, path_);
  header.expect_header(kFacetMagic, "it holds no facets");
  if (bytes_.size() < kFacetHeaderBytes + kFacetFooterBytes) header.fail("it has been cut");
  ByteReader footer(bytes_.substr(bytes_.size() - kFacetFooterBytes), path_);
  const auto fields = footer.number<std::uint32_t>();
  articles_ = footer.number<std::uint32_t>();
  const std::uint64_t directory_bytes = footer.number<std::uint32_t>();
  const auto expected = footer.number<std::uint64_t>();
  if (directory_bytes > bytes_.size() - kFacetHeaderBytes - kFacetFooterBytes) {
    footer.fail("it has been cut");
  }
  std::string_view tail = bytes_.substr(bytes_.size() - kFacetFooterBytes - directory_bytes);
  tail.remove_suffix(sizeof expected);
  if (checksum(tail) != expected) footer.fail("its directory has been changed");
  read_directory(tail.substr(0, directory_bytes), fields);
}

void FacetFile::read_directory(std::string_view directory, std::uint32_t fields) {
  ByteReader reader(directory, path_);
  const std::uint64_t end = bytes_.size() - kFacetFooterBytes - directory.size();
  std::uint64_t offset = kFacetHeaderBytes;
  for (std::uint32_t i = 0; i < fields; ++i) {
    const std::string name(reader.text());
    const Field field{read_entry(reader), offset};
    for (const std::uint64_t part :
         {field.entry.packed_bytes, field.entry.list_bytes, field.entry.column_bytes}) {
      if (part > end - offset) reader.fail("a field leaves the file");
      offset += part;
    }
    if (!fields_.emplace(name, field).second) reader.fail("a field is there twice");
  }
  reader.expect_end();
  if (offset != end) reader.fail("bytes belong to no field");
}

std::optional<FacetColumn> FacetFile::column(std::string_view field) const {
  const auto found = fields_.find(field);
  if (found == fields_.end()) return std::nullopt;
  const auto& [entry, offset] = found->second;
  const std::string_view bytes = bytes_.substr(offset, entry.bytes());
  if (checksum(bytes) != entry.checksum) {
    throw damaged(path_, fmt::format("the bytes of its field '{}' have been changed", field));
  }
  return FacetColumn(entry, bytes, articles_, path_);
}

void FacetFile::verify() const {
  for (const auto& [name, field] : fields_) {
    if (field.entry.state == FacetState::kTooMany) continue;
    const auto read = column(name);
    for (std::uint32_t article = 1; article <= articles_; ++article) read->choice_of(article);
  }
}

// Behind a checksum that fits, but the bytes are not believed: a run on damaged memory may have
// signed them.
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

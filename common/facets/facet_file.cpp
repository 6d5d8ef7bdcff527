#include "common/facets/facet_file.h"

#include <fmt/format.h>

#include <utility>

#include "common/index/bytes.h"
#include "common/index/checksum.h"
#include "common/index/file.h"
#include "common/index/format.h"

namespace dateline {
namespace {

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
  if (header.take(kFacetMagic.size()) != kFacetMagic) header.fail("it holds no facets");
  const auto version = header.number<std::uint32_t>();
  if (version != kFormatVersion) {
    throw Error(ErrorKind::kVersion,
                fmt::format("'{}' is of format version {}, this program reads version {}: build "
                            "the index anew",
                            path_.string(), version, kFormatVersion));
  }
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

}  // namespace dateline

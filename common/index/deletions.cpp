#include "common/index/deletions.h"

#include <algorithm>
#include <bit>
#include <exception>
#include <roaring/roaring.hh>

#include "common/index/bytes.h"
#include "common/index/checksum.h"
#include "common/index/file.h"

namespace dateline {
namespace {

constexpr std::string_view kMagic = "DLDE";

std::string encode_bitmap(const DeletedArticles& deleted) {
  Roaring bitmap;
  for (ArticleNumber article = 0; article <= deleted.highest(); ++article) {
    if (deleted.contains(article)) bitmap.add(article);
  }
  bitmap.runOptimize();
  std::string bytes(bitmap.getSizeInBytes(), '\0');
  bitmap.write(bytes.data());
  return bytes;
}

// The iterator is used, not the bulk copies: those trust the cardinalities in the bytes.
DeletedArticles decode_bitmap(std::string_view bytes, const ByteReader& reader) try {
  const Roaring bitmap = Roaring::readSafe(bytes.data(), bytes.size());
  DeletedArticles deleted;
  for (const std::uint32_t article : bitmap) deleted.add(article);
  return deleted;
} catch (const std::exception&) {
  reader.fail("a set of article numbers cannot be read");
}

}  // namespace

bool DeletedArticles::add(ArticleNumber article) {
  if (contains(article)) return false;
  if (article / 64 >= bits_.size()) bits_.resize(article / 64 + 1);
  bits_[article / 64] |= std::uint64_t{1} << (article % 64);
  ++count_;
  return true;
}

void DeletedArticles::add(const DeletedArticles& others) {
  bits_.resize(std::max(bits_.size(), others.bits_.size()));
  for (std::size_t i = 0; i < others.bits_.size(); ++i) {
    count_ += static_cast<std::uint32_t>(std::popcount(others.bits_[i] & ~bits_[i]));
    bits_[i] |= others.bits_[i];
  }
}

ArticleNumber DeletedArticles::highest() const {
  if (bits_.empty()) return 0;
  return static_cast<ArticleNumber>(bits_.size() * 64 - 1) -
         static_cast<ArticleNumber>(std::countl_zero(bits_.back()));
}

std::string encode_deletions(const Deletions& deletions) {
  std::string segments;
  std::uint32_t count = 0;
  for (const auto& [id, deleted] : deletions) {
    if (deleted.empty()) continue;
    const std::string bitmap = encode_bitmap(deleted);
    put_number(segments, id);
    put_number(segments, static_cast<std::uint32_t>(bitmap.size()));
    segments += bitmap;
    ++count;
  }
  std::string bytes(kMagic);
  put_number(bytes, count);
  bytes += segments;
  put_number(bytes, checksum(bytes));
  return bytes;
}

// The checksum comes first, so that nothing is made of bytes that were not written.
Deletions decode_deletions(std::string_view bytes, const std::filesystem::path& path) {
  ByteReader reader(bytes, path);
  if (reader.rest().size() < sizeof(std::uint64_t)) reader.fail("it ends too early");
  const std::string_view summed = reader.take(bytes.size() - sizeof(std::uint64_t));
  if (reader.number<std::uint64_t>() != checksum(summed)) reader.fail("its checksum is wrong");

  reader = ByteReader(summed, path);
  if (reader.take(kMagic.size()) != kMagic) reader.fail("it is no file of deletions");
  Deletions deletions;
  for (auto left = reader.number<std::uint32_t>(); left > 0; --left) {
    const auto id = reader.number<SegmentId>();
    const std::string_view bitmap = reader.take(reader.number<std::uint32_t>());
    if (!deletions.emplace(id, decode_bitmap(bitmap, reader)).second) {
      reader.fail("a segment stands in it twice");
    }
  }
  reader.expect_end();
  return deletions;
}

}  // namespace dateline

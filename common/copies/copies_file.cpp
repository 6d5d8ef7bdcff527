#include "common/copies/copies_file.h"

#include <algorithm>
#include <optional>

#include "common/copies/format.h"
#include "common/index/bytes.h"
#include "common/index/checksum.h"

namespace dateline {

CopiesFile::CopiesFile(const std::filesystem::path& path) : file_(path) {
  if (file_.bytes().size() < kCopiesHeaderBytes + kCopiesFooterBytes) fail("it has been cut");
  ByteReader(file_.bytes(), file_.path()).expect_header(kCopiesMagic, "it is no file of copies");
  read_footer();
}

void CopiesFile::read_footer() {
  const std::string_view bytes = file_.bytes();
  const std::uint64_t footer_begin = bytes.size() - kCopiesFooterBytes;
  const std::string_view footer = bytes.substr(footer_begin);
  ByteReader reader(footer, path());
  articles_ = reader.number<std::uint32_t>();
  const auto relations = reader.number<std::uint32_t>();
  fingerprints_ = reader.number<std::uint64_t>();
  const auto relations_bytes = reader.number<std::uint64_t>();
  fingerprints_check_ = reader.number<std::uint64_t>();
  const auto relations_check = reader.number<std::uint64_t>();
  const auto footer_check = reader.number<std::uint64_t>();
  if (footer_check != checksum(footer.substr(0, kCopiesFooterBytes - 8))) {
    fail("its footer has been changed");
  }
  const std::uint64_t lists = fingerprints_ / kBlockValues + 1;
  const std::uint64_t room = footer_begin - kCopiesHeaderBytes;
  if (relations_bytes > room || lists > (room - relations_bytes) / kCopiesEntryBytes) {
    fail("its parts leave it");
  }
  relations_begin_ = footer_begin - relations_bytes;
  directory_begin_ = relations_begin_ - lists * kCopiesEntryBytes;
  const std::string_view related = bytes.substr(relations_begin_, relations_bytes);
  if (checksum(related) != relations_check) fail("its relations have been changed");
  read_relations(related);
  if (relations_.size() != relations) fail("it has another number of relations");
}

void CopiesFile::read_relations(std::string_view bytes) {
  ByteReader reader(bytes, path());
  std::uint64_t article = 0;
  while (!reader.rest().empty()) {
    const std::uint64_t head = reader.varint();
    const std::uint64_t own = head & (kOwnGroup | kOwnStory);
    const std::uint64_t gap = head >> 2;
    if (gap == 0 || gap > articles_ || own == (kOwnGroup | kOwnStory)) fail("a relation is wrong");
    article += gap;
    if (article > articles_) fail("a relation is of no article");
    CopyRelation& relation = relations_.emplace_back();
    relation.article = static_cast<ArticleNumber>(article);
    if ((own & kOwnGroup) == 0) relation.group = reader.number<std::uint64_t>();
    if ((own & kOwnStory) == 0) relation.story = reader.number<std::uint64_t>();
  }
}

CopyRelation CopiesFile::relation(ArticleNumber article) const {
  const auto found = std::ranges::lower_bound(relations_, article, {}, &CopyRelation::article);
  if (found != relations_.end() && found->article == article) return *found;
  return {article, kOwnKey, kOwnKey};
}

CopiesFile::Fingerprints CopiesFile::checked_fingerprints() const {
  const std::string_view bytes = file_.bytes();
  if (checksum(bytes.substr(0, relations_begin_)) != fingerprints_check_) {
    fail("its fingerprints have been changed");
  }
  return {bytes.substr(kCopiesHeaderBytes, directory_begin_ - kCopiesHeaderBytes),
          bytes.substr(directory_begin_, relations_begin_ - directory_begin_)};
}

void CopiesFile::check() const {
  FingerprintCursor cursor(*this);
  std::optional<FingerprintEntry> before;
  for (std::uint64_t i = 0; i < fingerprints_; ++i) {
    const FingerprintEntry entry = cursor.entry();
    if (before && !(*before < entry)) fail("its fingerprints are out of order");
    before = entry;
    cursor.next();
  }
}

void CopiesFile::fail(std::string_view reason) const {
  throw damaged(path(), reason);
}

FingerprintCursor::FingerprintCursor(const CopiesFile& file)
    : file_(file), parts_(file.checked_fingerprints()) {
  if (!done()) read(0);
}

Fingerprint FingerprintCursor::first_of(std::uint64_t list) const {
  return ByteReader(parts_.directory.substr(list * kCopiesEntryBytes), file_.path())
      .number<std::uint32_t>();
}

void FingerprintCursor::seek(Fingerprint fingerprint) {
  if (done() || entry().fingerprint >= fingerprint) return;
  // The last list that begins before it: one that begins with it may go on from the list before.
  std::uint64_t low = at_ / kBlockValues;
  std::uint64_t high = (file_.fingerprints() - 1) / kBlockValues + 1;
  while (high - low > 1) {
    const std::uint64_t middle = low + (high - low) / 2;
    (first_of(middle) < fingerprint ? low : high) = middle;
  }
  if (low != at_ / kBlockValues) {
    at_ = low * kBlockValues;
    read(low);
  }
  while (!done() && entry().fingerprint < fingerprint) next();
}

void FingerprintCursor::read(std::uint64_t list) {
  ByteReader entry(parts_.directory.substr(list * kCopiesEntryBytes), file_.path());
  fingerprints_[0] = entry.number<std::uint32_t>();
  const auto begin = entry.number<std::uint32_t>();
  if (begin > parts_.blocks.size()) file_.fail("a list of fingerprints leaves it");
  const std::string_view bytes = parts_.blocks.substr(begin);
  const std::uint64_t left = file_.fingerprints() - list * kBlockValues;
  if (left >= kBlockValues) {
    read_block(bytes);
  } else {
    read_tail(bytes, static_cast<std::size_t>(left));
  }
  const std::size_t count = std::min<std::uint64_t>(left, kBlockValues);
  for (std::size_t i = 0; i < count; ++i) {
    if (fingerprints_[i] > kLastFingerprint || articles_[i] == 0 ||
        articles_[i] > file_.articles()) {
      file_.fail("a fingerprint is wrong");
    }
  }
}

void FingerprintCursor::read_block(std::string_view bytes) {
  const auto* const begin = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto* const end = begin + bytes.size();
  const Fingerprint first = fingerprints_[0];
  const std::uint8_t* const packed =
      bytes.size() < 2 ? nullptr : read_patched(begin, end, fingerprints_.data());
  const unsigned bits = article_bits(file_.articles());
  if (packed == nullptr || static_cast<std::size_t>(end - packed) < packed_bytes(bits)) {
    file_.fail("a block of fingerprints is wrong");
  }
  std::uint64_t fingerprint = first;
  for (std::uint32_t& value : fingerprints_) {
    fingerprint = std::min<std::uint64_t>(fingerprint + value, kLastFingerprint + 1);
    value = static_cast<Fingerprint>(fingerprint);
  }
  unpack_block(packed, bits, articles_.data());
}

void FingerprintCursor::read_tail(std::string_view bytes, std::size_t count) {
  ByteReader reader(bytes, file_.path());
  std::uint64_t fingerprint = fingerprints_[0];
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t gap = reader.varint();
    const std::uint64_t article = reader.varint();
    if (gap > kLastFingerprint || article > file_.articles()) file_.fail("a fingerprint is wrong");
    fingerprint = std::min<std::uint64_t>(fingerprint + gap, kLastFingerprint + 1);
    fingerprints_[i] = static_cast<Fingerprint>(fingerprint);
    articles_[i] = static_cast<ArticleNumber>(article);
  }
}

}  // namespace dateline

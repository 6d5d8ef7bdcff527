#include "common/copies/fingerprint_cursor.h"

#include <algorithm>

#include "common/copies/format.h"
#include "common/index/bytes.h"

namespace dateline {

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

#include "indexer/text_index/section_writer.h"

#include <algorithm>
#include <cstddef>

#include "common/index/checksum.h"

namespace dateline::indexer {
namespace {

template <typename Value>
std::string_view bytes_of(const Value& value) {
  return {reinterpret_cast<const char*>(&value), sizeof value};
}

}  // namespace

SectionWriter::SectionWriter(const std::filesystem::path& path) : file_(path) {
  append(kTextIndexMagic);
}

void SectionWriter::begin(Section section) {
  end_section();
  section_ = static_cast<int>(section);
  section_begin_ = written_;
}

void SectionWriter::end_section() {
  if (section_ >= 0) {
    trailer_.sections[static_cast<std::size_t>(section_)] = {section_begin_, section_bytes()};
  }
  append(std::string_view("\0\0\0\0\0\0\0", (8 - written_ % 8) % 8));
}

void SectionWriter::append(std::string_view bytes) {
  file_.append(bytes);
  written_ += bytes.size();
  sum(bytes);
}

// Whole pages are summed where they lie: only what is left over is copied.
void SectionWriter::sum(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::string_view part = bytes.substr(0, kPageBytes - page_.size());
    if (part.size() == kPageBytes) {
      checksums_.push_back(checksum(part));
    } else {
      page_ += part;
    }
    if (page_.size() == kPageBytes) {
      checksums_.push_back(checksum(page_));
      page_.clear();
    }
    bytes.remove_prefix(part.size());
  }
}

// The trailer stands at the end because the places of the sections are known only now.
void SectionWriter::finish() {
  trailer_.sections[static_cast<std::size_t>(section_)] = {section_begin_, section_bytes()};
  if (!page_.empty()) checksums_.push_back(checksum(page_));
  file_.append({reinterpret_cast<const char*>(checksums_.data()), checksums_.size() * 8});
  trailer_.checksum = checksum(bytes_of(trailer_).substr(0, offsetof(Trailer, checksum)));
  std::copy(kTextIndexMagic.begin(), kTextIndexMagic.end(), trailer_.magic.begin());
  file_.append(bytes_of(trailer_));
  file_.finish();
}

}  // namespace dateline::indexer

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "indexer/sources/foreign_forms.h"

namespace dateline::indexer {
namespace {

constexpr std::string_view kEntryMark = "PK\x03\x04";

struct Entry {
  std::string_view name;
  std::string_view content;  // as it stands, maybe compressed; what of it is in sight
};

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = size; i-- > 0;)
    value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

// The entries at the beginning of a zip. Where one does not tell its size, the next is looked for by
// its mark, unless it is stored as it is and may hold such marks itself.
std::vector<Entry> entries_of(std::string_view zip) {
  constexpr std::size_t kHeader = 30, kMostEntries = 32;
  constexpr std::uint32_t kSizeFollows = 8;
  std::vector<Entry> entries;
  while (zip.starts_with(kEntryMark) && zip.size() > kHeader && entries.size() < kMostEntries) {
    const bool size_follows = (number(zip, 6, 2) & kSizeFollows) != 0;
    const bool stored = number(zip, 8, 2) == 0;
    const std::size_t size = number(zip, 18, 4);
    const std::size_t name_bytes = number(zip, 26, 2);
    const std::size_t content_at = kHeader + name_bytes + number(zip, 28, 2);
    entries.push_back(
        {zip.substr(kHeader, name_bytes),
         zip.substr(std::min(content_at, zip.size()), size_follows ? zip.size() : size)});
    if (content_at > zip.size()) break;
    if (!size_follows) {
      zip.remove_prefix(std::min(content_at + size, zip.size()));
    } else {
      if (stored) break;
      zip.remove_prefix(std::min(zip.find(kEntryMark, content_at), zip.size()));
    }
  }
  return entries;
}

struct Member {
  std::string_view name;
  std::string_view form;
};

// The member that tells what a package is.
constexpr auto kMembers = std::to_array<Member>({
    {"word/document.xml", "a Word document"},
    {"word/_rels/document.xml.rels", "a Word document"},
    {"word/styles.xml", "a Word document"},
    {"word/settings.xml", "a Word document"},
    {"xl/workbook.xml", "an Excel workbook: save it as CSV first"},
    {"xl/_rels/workbook.xml.rels", "an Excel workbook: save it as CSV first"},
    {"xl/worksheets/sheet1.xml", "an Excel workbook: save it as CSV first"},
    {"xl/styles.xml", "an Excel workbook: save it as CSV first"},
    {"ppt/presentation.xml", "a PowerPoint presentation"},
    {"ppt/_rels/presentation.xml.rels", "a PowerPoint presentation"},
    {"META-INF/container.xml", "an EPUB book"},
    {"META-INF/MANIFEST.MF", "a Java package"},
    {"Index/Document.iwa", "a document of Apple's Pages, Numbers or Keynote"},
    {"[Content_Types].xml", "an Office document"},
    {"_rels/.rels", "an Office document"},
});

struct MediaType {
  std::string_view begin;
  std::string_view form;
};

// What the first member of OpenDocument and EPUB files, "mimetype", says.
constexpr auto kMediaTypes = std::to_array<MediaType>({
    {"application/epub+zip", "an EPUB book"},
    {"application/vnd.oasis.opendocument.text", "an OpenDocument text"},
    {"application/vnd.oasis.opendocument.spreadsheet",
     "an OpenDocument spreadsheet: save it as CSV first"},
    {"application/vnd.oasis.opendocument", "an OpenDocument document"},
    {"application/vnd.", "a document in a package"},
});

}  // namespace

std::optional<std::string_view> package_form(std::string_view zip) {
  const std::vector<Entry> entries = entries_of(zip);
  if (entries.empty()) return std::nullopt;
  if (entries.front().name == "mimetype") {
    for (const MediaType& type : kMediaTypes) {
      if (entries.front().content.starts_with(type.begin)) return type.form;
    }
  }
  for (const Member& member : kMembers) {  // the surest first
    if (std::ranges::find(entries, member.name, &Entry::name) != entries.end()) return member.form;
  }
  return std::nullopt;
}

}  // namespace dateline::indexer

// Which article of an archive a record is: what it is known by when it comes again.
//
// In this order: the id that the archive gives; the URL; where the article stands, as to_string()
// prints it ("2006.tar.zst(20061020/story)"), with "#3" for the third record of a file that may
// hold several. An article without any of these on standard input is known by a hash of its bytes,
// so that what is piped in tomorrow does not replace what is piped in today.
//
// What programs write for "nothing" (None, nan, N/A, 000, -1, -) is neither an id nor a URL. A single
// 0 is an id that counts, as the first of an enumeration.
// more than kMaxIdBytes is cut, and its hash put behind it.
//
// An id that only counts (digits, at most nine) and a place in a file of many are weak: a file of
// another month begins with 1 again, and a file that is rewritten every night has another story in
// third place. How two articles with one weak identity are told apart is in
// indexer/update/namesakes.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/article.h"
#include "indexer/sources/archive_record.h"

namespace dateline::indexer {

inline constexpr std::size_t kMaxIdBytes = 2'048;

// Whether an id only counts: "17", "0017", "17.0", of at most nine digits.
bool is_counter(std::string_view id);

// What the paths of inputs are relative to, so that one folder is one archive by whatever path it
// is named.
class ArchiveRoot {
 public:
  ArchiveRoot() = default;  // paths stay as the inputs name them

  // Throws Error(kUsage) for an input that does not lie below `root`. "-" may be among them.
  ArchiveRoot(const std::string& root, const std::vector<std::string>& inputs);

  // The path of a file as it was found below one of the inputs, relative to the root.
  std::string relative(std::string_view file) const;

 private:
  std::vector<std::pair<std::string, std::string>> inputs_;  // as named, and relative to the root
};

// Which article of a document it is, where it is not the only one.
struct PlaceInDocument {
  std::string_view within = {};      // "articles/17": inside of a record
  std::uint64_t records_before = 0;  // of the same document: rows of a table
};

// Where the article stands: see above; "#3/articles/17" inside of a record. In UTF-8.
std::string identity_by_place(const RawDocument& document, const PlaceInDocument& place,
                              const ArchiveRoot& root);

// Takes placeholders from id and URL and fills the id in. `document` is what was read, before its
// bytes were changed where it comes from standard input.
void identify(Article& article, const RawDocument& document, const PlaceInDocument& place,
              const ArchiveRoot& root);

}  // namespace dateline::indexer

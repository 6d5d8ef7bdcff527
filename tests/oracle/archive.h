// The archives that the oracle asks about, and the indexes that are made of them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/sources/archive_record.h"

namespace dateline::oracle {

// A record as it stands in an archive, and the article that the indexer's sources make of it.
struct Record {
  indexer::RawDocument document;
  Article article;
};

// All articles of an input, in order.
std::vector<Record> read_records(const std::string& input);

// A file of Dateline's own invented news, written into `folder`.
std::filesystem::path generated_archive(const std::filesystem::path& folder,
                                        std::uint64_t articles);

// Every article that an index was given, in that order; those that a later one replaced are dead
// but still count for weights, because no merge has dropped them.
struct IndexedArchive {
  std::filesystem::path index;
  std::size_t segments = 0;
  std::vector<Article> articles;
  std::vector<bool> live;
};

// One segment, nothing replaced.
IndexedArchive index_at_once(const std::string& input, const std::vector<Record>& records,
                             const std::filesystem::path& index);

enum class Replaced : bool { kNone, kSome };

// Three segments. With kSome, the first two hold older versions of articles that come later.
IndexedArchive index_in_parts(const std::vector<Record>& records, Replaced replaced,
                              const std::filesystem::path& folder);

}  // namespace dateline::oracle

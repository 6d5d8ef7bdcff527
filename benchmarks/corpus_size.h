// How much text an index holds, and in how large files it came: what sizes and speeds are told of.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "benchmarks/report/report.h"

namespace dateline::bench {

// What is in an index, as far as it tells; the size of the input is not. Reads every article once.
Corpus corpus_of(const std::filesystem::path& index_dir);

// The same with the size of the files that it was built from.
Corpus corpus_of(const std::filesystem::path& index_dir, const std::vector<std::string>& inputs);

// Articles that can be found. Reads none.
std::uint64_t live_articles(const std::filesystem::path& index_dir);

// Of the files that are named and of all regular files in folders that are named: packed ones count
// as they lie. What cannot be read counts nothing; the indexer says so.
std::uint64_t bytes_of_files(const std::vector<std::string>& inputs);

// 0 where there is nothing to be a share of.
double ratio(double bytes, std::uint64_t of);

}  // namespace dateline::bench

// The inverted index of one segment, opened for reading: terms, postings, positions, columns.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "common/publication_time.h"
#include "common/text_index/checked_file.h"
#include "common/text_index/dictionary.h"
#include "common/text_index/format.h"

namespace dateline {

// Articles are numbered from 1 to articles(). Thread-safe. Every call may throw Error(kCorrupt),
// since pages are checked when they are first read.
class TextIndex {
 public:
  // Throws Error: kMissing, kCorrupt, kVersion.
  explicit TextIndex(const std::filesystem::path& path);
  TextIndex(const TextIndex&) = delete;
  TextIndex& operator=(const TextIndex&) = delete;

  std::uint32_t articles() const { return articles_; }
  std::uint64_t total_words() const { return total_words_; }

  // A stem that points to its only word is returned as that word.
  std::optional<Term> find_word(std::string_view word) const { return words_.find(word); }
  std::optional<Term> find_stem(std::string_view key) const;

  // The words of a stem: every place of the stem is one of theirs, and in articles of the stem's
  // language every place of theirs is one of the stem's.
  std::vector<Term> find_forms(std::string_view stem_key) const;

  const Dictionary& words() const { return words_; }
  const Dictionary& stems() const { return stems_; }

  // Columns; entry i is that of article i + 1. The spans are valid as long as this object.
  std::span<const std::uint16_t> lengths() const {
    return column<std::uint16_t>(Section::kLengths);
  }
  std::span<const std::uint16_t> headlines() const {
    return column<std::uint16_t>(Section::kHeadlines);
  }
  std::span<const DateCode> dates() const { return column<DateCode>(Section::kDates); }
  std::span<const std::uint64_t> identities() const {
    return column<std::uint64_t>(Section::kIdentities);
  }
  std::span<const std::uint32_t> contents() const {
    return column<std::uint32_t>(Section::kContents);
  }

  // Lowest and highest date code of each 128 articles, in turn.
  std::span<const DateCode> date_bounds() const { return column<DateCode>(Section::kDateBounds); }

  const CheckedFile& file() const { return file_; }

  // Reads every page, walks over both dictionaries and every list. Throws Error(kCorrupt).
  void check() const;

 private:
  template <typename Value>
  std::span<const Value> column(Section section) const {
    const std::uint64_t bytes = file_.place(section).bytes;
    return {reinterpret_cast<const Value*>(file_.read(section, 0, bytes)), bytes / sizeof(Value)};
  }
  void check_columns() const;

  CheckedFile file_;
  Dictionary words_;
  Dictionary stems_;
  std::uint32_t articles_ = 0;
  std::uint64_t total_words_ = 0;
};

}  // namespace dateline

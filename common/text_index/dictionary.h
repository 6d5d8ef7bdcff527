// The sorted terms of a text index, front-coded in blocks; see format.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text_index/checked_file.h"
#include "common/text_index/format.h"

namespace dateline {

enum class DictionaryKind : std::uint8_t { kWords, kStems };

// Walks over the terms in order. Views and references are valid until the cursor moves.
class DictionaryCursor {
 public:
  bool done() const { return term_.empty(); }
  std::string_view text() const { return term_; }
  const Term& term() const { return entry_; }
  std::uint32_t ordinal() const { return ordinal_; }
  void next();

  // Of a stem: the ordinals of its words, ascending.
  std::vector<std::uint32_t> forms() const;

 private:
  friend class Dictionary;
  DictionaryCursor(const CheckedFile& file, DictionaryKind kind, std::uint32_t block);
  void open_block(std::uint32_t block);
  void read_entry();
  void read_lists();
  void pass_over_forms();

  const CheckedFile* file_;
  DictionaryKind kind_;
  std::uint32_t blocks_ = 0;
  std::uint32_t block_ = 0;
  std::uint32_t in_block_ = 0;
  std::uint32_t ordinal_ = 0;
  const std::uint8_t* in_ = nullptr;
  const std::uint8_t* end_ = nullptr;
  std::uint64_t lists_offset_ = 0;
  std::string term_;
  Term entry_;
  const std::uint8_t* forms_ = nullptr;  // of a stem with a list
  std::uint32_t form_count_ = 0;
};

// Thread-safe. The file must outlive the dictionary and its cursors.
class Dictionary {
 public:
  Dictionary(const CheckedFile& file, DictionaryKind kind);

  std::optional<Term> find(std::string_view text) const;
  // Throw Error(kCorrupt) where there is no such term.
  DictionaryCursor cursor_at(std::uint32_t ordinal) const;
  Term at(std::uint32_t ordinal) const { return cursor_at(ordinal).term(); }

  DictionaryCursor begin() const { return DictionaryCursor(*file_, kind_, 0); }
  DictionaryCursor at_or_after(std::string_view text) const;

  // Terms stand in blocks of kDictionaryBlock; the first term of one.
  std::uint32_t blocks() const { return blocks_; }
  std::string first_of_block(std::size_t block) const;

 private:
  std::string_view first_in(std::uint32_t block) const;

  const CheckedFile* file_;
  DictionaryKind kind_;
  std::uint32_t blocks_;
};

}  // namespace dateline

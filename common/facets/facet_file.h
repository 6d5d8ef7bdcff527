// A facets.index, opened for reading: its directory is read, a field when it is asked for.
#pragma once

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/facets/format.h"

namespace dateline {

// One field in memory: its values, and for each article which of them it has.
//
// Immutable, so thread-safe. All functions throw Error(kCorrupt) naming the file where the bytes
// cannot be what was written.
class FacetColumn {
 public:
  // `bytes` are those of the field, their checksum looked at, and must outlive the column; what
  // they say of themselves is checked here all the same.
  FacetColumn(const FacetEntry& entry, std::string_view bytes, std::uint32_t articles,
              std::filesystem::path path);

  std::uint32_t articles() const { return articles_; }

  // Ascending by bytes, none twice, none empty.
  std::uint32_t values() const { return static_cast<std::uint32_t>(starts_.size()); }
  std::string_view value(std::uint32_t place) const {
    return std::string_view(raw_).substr(starts_[place], ends_[place] - starts_[place]);
  }

  // What an article has of the field, below choices(): 0 is nothing. `article` is 1 to articles().
  std::uint32_t choices() const {
    return values() + static_cast<std::uint32_t>(list_starts_.size());
  }
  std::uint32_t choice_of(std::uint32_t article) const {
    const Block& block = blocks_[article / kFacetBlock];
    const std::uint64_t bit = article % kFacetBlock * block.width;
    std::uint64_t word = 0;
    std::memcpy(&word, column_.data() + block.offset + bit / 8, sizeof word);
    const auto choice = block.base + static_cast<std::uint32_t>(word >> bit % 8 & block.mask);
    if (choice >= choices()) fail("an article has a value that there is not");
    return choice;
  }

  // Calls visit(place) for each value of a choice, ascending.
  template <typename Visit>
  void for_each_value(std::uint32_t choice, Visit visit) const {
    if (choice == 0) return;
    if (choice <= values()) return visit(choice - 1);
    const std::uint32_t list = choice - values() - 1;
    for (std::uint32_t i = list_starts_[list]; i < list_starts_[list + 1]; ++i) {
      visit(listed_[i]);
    }
  }

 private:
  struct Block {
    std::size_t offset;
    std::uint64_t mask;
    std::uint32_t base;
    std::uint32_t width;
  };

  void read_values(const FacetEntry& entry, std::string_view frame);
  void read_lists(const FacetEntry& entry, std::string_view bytes);
  void read_blocks(std::string_view bytes);
  [[noreturn]] void fail(std::string_view reason) const;

  std::filesystem::path path_;
  std::uint32_t articles_;
  std::string raw_;
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> ends_;
  std::vector<std::uint32_t> list_starts_ = {0};
  std::vector<std::uint32_t> listed_;
  std::vector<Block> blocks_;
  std::string_view column_;
};

// Immutable, so thread-safe. Throws Error(kCorrupt) naming the file where bytes are not what was
// written, kVersion where another version wrote them.
class FacetFile {
 public:
  // `bytes` are the whole file and must outlive this object; `path` names them in messages.
  FacetFile(std::string_view bytes, std::filesystem::path path);

  std::uint32_t articles() const { return articles_; }

  struct Field {
    FacetEntry entry;
    std::uint64_t offset = 0;
  };
  using Fields = std::map<std::string, Field, std::less<>>;

  // Those that any article has a value of.
  const Fields& fields() const { return fields_; }

  // The field, checked, unpacked: some microseconds for each 1,000 values and nothing for the
  // articles. Nothing where no article has it. One that is kTooMany may not be read.
  std::optional<FacetColumn> column(std::string_view field) const;

  // Checks every field.
  void verify() const;

 private:
  void read_directory(std::string_view directory, std::uint32_t fields);

  std::string_view bytes_;
  std::filesystem::path path_;
  std::uint32_t articles_ = 0;
  Fields fields_;
};

}  // namespace dateline

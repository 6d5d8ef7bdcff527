// A facets.index, opened for reading: its directory is read, a field when it is asked for.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "common/facets/facet_column.h"
#include "common/facets/format.h"

namespace dateline {

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

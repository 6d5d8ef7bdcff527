// Any bytes are a facets.index or a column of one, or an Error: never another exception, never a
// value that there is not.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "common/error.h"
#include "common/facets/facet_file.h"

namespace {

using namespace dateline;

void read_all(const FacetColumn& column) {
  for (std::uint32_t article = 1; article <= column.articles(); ++article) {
    column.for_each_value(column.choice_of(article), [&column](std::uint32_t value) {
      if (value >= column.values() || column.value(value).empty()) std::abort();
    });
  }
}

void read_file(std::string_view bytes) {
  const FacetFile file(bytes, "fuzz");
  for (const auto& [name, field] : file.fields()) {
    if (field.entry.state == FacetState::kKept) read_all(*file.column(name));
  }
}

// Bytes behind a right checksum: the first 12 are what the directory would say.
void read_column(std::string_view bytes) {
  constexpr std::size_t kNumbers = 12;
  if (bytes.size() < kNumbers) return;
  std::uint16_t numbers[kNumbers / 2];
  std::memcpy(numbers, bytes.data(), kNumbers);
  bytes.remove_prefix(kNumbers);
  FacetEntry entry;
  entry.values = numbers[0];
  entry.lists = numbers[1];
  entry.raw_bytes = numbers[2];
  entry.packed_bytes = numbers[3];
  entry.list_bytes = numbers[4];
  entry.column_bytes = bytes.size();
  read_all(FacetColumn(entry, bytes, numbers[5], "fuzz"));
}

template <typename Read>
void attempt(Read read, std::string_view bytes) {
  try {
    read(bytes);
  } catch (const Error&) {
    static_cast<void>(0);  // as it should be
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(bytes), size);
  attempt(read_file, input);
  attempt(read_column, input);
  return 0;
}

#include "indexer/facets/facet_writer.h"

#include <set>
#include <string>
#include <utility>

#include "common/index/bytes.h"
#include "common/index/checksum.h"
#include "common/index/format.h"
#include "indexer/commit/durable_file.h"
#include "indexer/facets/facet_field.h"

namespace dateline::indexer {
namespace {

void put_entry(std::string& directory, const std::string& name, const FacetEntry& entry) {
  put_text(directory, name);
  put_number(directory, static_cast<std::uint8_t>(entry.state));
  put_varint(directory, entry.values);
  put_varint(directory, entry.lists);
  put_varint(directory, entry.raw_bytes);
  put_varint(directory, entry.packed_bytes);
  put_varint(directory, entry.list_bytes);
  put_varint(directory, entry.column_bytes);
  put_number(directory, entry.checksum);
}

}  // namespace

void write_facets(const std::filesystem::path& path, std::span<const FacetInput* const> inputs,
                  SystemCalls& system) {
  std::set<std::string> names;
  std::uint32_t articles = 0;
  for (const FacetInput* input : inputs) {
    for (std::string& name : input->fields()) names.insert(std::move(name));
    articles += input->articles();
  }
  DurableFile file(path, system);
  std::string header(kFacetMagic);
  put_number(header, kFormatVersion);
  file.append(header);
  std::string tail;
  std::uint32_t fields = 0;
  for (const std::string& name : names) {
    const FacetField field = gather_field(name, inputs);
    if (field.state == FacetState::kKept && field.values.empty()) continue;  // all are gone
    const PackedField packed = pack_field(field);
    file.append(packed.bytes);
    put_entry(tail, name, packed.entry);
    ++fields;
  }
  const auto directory_bytes = static_cast<std::uint32_t>(tail.size());
  put_number(tail, fields);
  put_number(tail, articles);
  put_number(tail, directory_bytes);
  put_number(tail, checksum(tail));
  file.append(tail);
  file.finish();
}

}  // namespace dateline::indexer

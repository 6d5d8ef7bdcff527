// Any bytes as a copies.index, their checks made right so that they are read.
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "common/copies/copies_file.h"
#include "common/copies/format.h"
#include "common/error.h"
#include "common/index/bytes.h"
#include "common/index/checksum.h"

namespace {

// A file of at most these parts: the first byte tells how much of it are relations.
std::string with_right_checks(std::string_view bytes) {
  using namespace dateline;
  std::string file(kCopiesMagic);
  put_number(file, kFormatVersion);
  const std::size_t counts = std::min<std::size_t>(bytes.size(), 3);
  std::string numbers(bytes.substr(0, counts));
  numbers.resize(3);
  bytes.remove_prefix(counts);
  const std::size_t relations_bytes = bytes.size() * static_cast<unsigned char>(numbers[0]) / 256;
  const std::string_view relations = bytes.substr(bytes.size() - relations_bytes);
  file += bytes.substr(0, bytes.size() - relations_bytes);
  std::string footer;
  put_number(footer, std::uint32_t{1} << static_cast<unsigned char>(numbers[1]) % 32);
  std::uint32_t count = 0;
  for (const char c : relations) count += c >= 0 ? 1 : 0;
  put_number(footer, count);
  put_number(footer, std::uint64_t{static_cast<unsigned char>(numbers[2])} * 3);
  put_number(footer, std::uint64_t{relations_bytes});
  put_number(footer, checksum(file));
  put_number(footer, checksum(relations));
  put_number(footer, checksum(footer));
  return file.append(relations).append(footer);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto path = std::filesystem::temp_directory_path() / "dateline-copies-fuzz";
  std::ofstream(path, std::ios::binary)
      << with_right_checks({reinterpret_cast<const char*>(bytes), size});
  try {
    const dateline::CopiesFile file(path);
    dateline::FingerprintCursor cursor(file);
    cursor.seek(1 << 20);
    file.check();
  } catch (const dateline::Error&) {
    return 0;
  }
  return 0;
}

#include "common/index/file.h"

#include <gtest/gtest.h>

#include <utility>

#include "common/index/bytes.h"
#include "common/index/checksum.h"
#include "tests/temporary_folder.h"
#include "tests/throws_error.h"

namespace dateline {
namespace {

using test::throws_error;

TEST(MappedFile, ShowsTheBytesOfTheFile) {
  const test::TemporaryFolder folder;
  const MappedFile file(folder.write("story", "one\0two"));
  EXPECT_EQ(file.bytes(), "one");
}

TEST(MappedFile, MapsAnEmptyFileToNoBytes) {
  const test::TemporaryFolder folder;
  EXPECT_EQ(MappedFile(folder.write("empty", "")).bytes(), "");
}

TEST(MappedFile, KeepsItsBytesWhenMovedAndAfterTheFileIsGone) {
  const test::TemporaryFolder folder;
  MappedFile file(folder.write("story", "one"));
  const char* const address = file.bytes().data();
  std::filesystem::remove(file.path());
  const MappedFile moved = std::move(file);
  EXPECT_EQ(moved.bytes(), "one");
  EXPECT_EQ(moved.bytes().data(), address);
}

TEST(MappedFile, NamesTheFileThatIsMissing) {
  EXPECT_THAT([] { MappedFile("/nowhere/story"); },
              throws_error(ErrorKind::kMissing, "'/nowhere/story'"));
}

TEST(MappedFile, RefusesAFolder) {
  const test::TemporaryFolder folder;
  EXPECT_THAT([&] { MappedFile{folder.path()}; }, throws_error(ErrorKind::kCorrupt, "not a file"));
}

TEST(ReadSmallFile, RefusesMoreThanTheLimit) {
  const test::TemporaryFolder folder;
  const auto file = folder.write("story", "12345");
  EXPECT_EQ(read_small_file(file, 5), "12345");
  EXPECT_THAT([&] { read_small_file(file, 4); }, throws_error(ErrorKind::kCorrupt, "story"));
}

TEST(FileChecksum, IsThatOfTheBytes) {
  const test::TemporaryFolder folder;
  EXPECT_EQ(file_checksum(folder.write("story", "12345")), checksum("12345"));
}

TEST(ParseHex, ReadsWhatToHexWritesAndNothingElse) {
  EXPECT_EQ(parse_hex(to_hex(0x0123'4567'89ab'cdefU)), 0x0123'4567'89ab'cdefU);
  for (const auto* text : {"", "0", "0123456789ABCDEF", "+123456789abcdef", "00123456789abcdef"}) {
    EXPECT_EQ(parse_hex(text), std::nullopt) << text;
  }
}

TEST(ByteReader, ReadsBackWhatWasPut) {
  std::string bytes;
  put_number(bytes, std::uint32_t{0xdeadbeef});
  for (const std::uint64_t number : {0UL, 127UL, 128UL, ~0UL}) put_varint(bytes, number);
  put_text(bytes, "news");
  const std::filesystem::path path = "file";
  ByteReader reader(bytes, path);
  EXPECT_EQ(reader.number<std::uint32_t>(), 0xdeadbeefU);
  for (const std::uint64_t number : {0UL, 127UL, 128UL, ~0UL}) EXPECT_EQ(reader.varint(), number);
  EXPECT_EQ(reader.text(), "news");
  reader.expect_end();
}

TEST(ByteReader, RefusesWhatEndsEarlyIsTooLongOrGoesOn) {
  const std::filesystem::path path = "file";
  const std::string endless(11, '\xff');
  EXPECT_THAT([&] { ByteReader("\x05no", path).text(); },
              throws_error(ErrorKind::kCorrupt, "'file' is damaged: it ends too early"));
  EXPECT_THAT([&] { ByteReader(endless, path).varint(); },
              throws_error(ErrorKind::kCorrupt, "too long"));
  EXPECT_THAT([&] { ByteReader("x", path).expect_end(); },
              throws_error(ErrorKind::kCorrupt, "follow"));
}

}  // namespace
}  // namespace dateline

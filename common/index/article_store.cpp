#include "common/index/article_store.h"

#include <fmt/format.h>
#include <zstd.h>

#include <map>
#include <optional>
#include <vector>

#include "common/index/bytes.h"
#include "common/index/checksum.h"

namespace dateline {
namespace {

struct FreeContext {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};
struct FreeDictionary {
  void operator()(ZSTD_DDict* dictionary) const { ZSTD_freeDDict(dictionary); }
};

struct DictionaryEntry {
  std::string_view bytes;
  std::uint64_t checksum = 0;
  std::unique_ptr<ZSTD_DDict, FreeDictionary> prepared;  // made when first needed
};

// A varint of 32 bits takes up to so many.
constexpr std::size_t kLengthBytes = 5;

struct OpenBlock {
  std::uint32_t index = 0;
  ArticleNumber first_article = 0;
  std::string raw;
  std::vector<std::string_view> bodies;
};

}  // namespace

std::uint32_t block_check(const BlockEntry& entry, std::uint32_t index) {
  std::string bytes;
  put_number(bytes, entry.first_article);
  put_number(bytes, entry.text_bytes);
  put_number(bytes, entry.offset);
  put_number(bytes, index);
  return short_checksum(bytes);
}

struct ArticleStore::Impl {
  explicit Impl(const std::filesystem::path& path) : file(path) {
    read_footer();
    articles = entry(blocks).first_article - 1;
    if (entry(0).first_article != 1) fail("its first block does not start with article 1");
  }

  void read_footer();
  void read_dictionary_table(std::string_view table);
  BlockEntry entry(std::uint32_t index) const;
  ArticleNumber first_article(std::uint32_t index) const;
  std::uint32_t block_of(ArticleNumber article) const;
  StoredBlock block(std::uint32_t index) const;
  DictionaryEntry& dictionary(DictionaryId id);
  const ZSTD_DDict* prepared_dictionary(DictionaryId id);
  std::string decompress(const StoredBlock& block);
  OpenBlock& open(std::uint32_t index);

  [[noreturn]] void fail(std::string_view reason) const { throw damaged(file.path(), reason); }

  MappedFile file;
  std::string_view block_table;
  std::map<DictionaryId, DictionaryEntry> dictionaries;
  std::uint32_t blocks = 0;
  std::uint32_t articles = 0;
  std::uint64_t text_bytes = 0;
  std::unique_ptr<ZSTD_DCtx, FreeContext> context{ZSTD_createDCtx()};
  std::optional<OpenBlock> last;
};

void ArticleStore::Impl::read_footer() {
  const std::string_view bytes = file.bytes();
  ByteReader header(bytes, file.path());
  if (header.take(kStoreMagic.size()) != kStoreMagic) fail("it is no article store");
  if (const auto version = header.number<std::uint32_t>(); version != kFormatVersion) {
    throw Error(
        ErrorKind::kVersion,
        fmt::format(
            "'{}' is of format version {}, this program reads version {}: build the index anew",
            file.path().string(), version, kFormatVersion));
  }
  if (bytes.size() < kStoreHeaderBytes + kStoreFooterBytes) fail("it ends too early");
  ByteReader footer(bytes.substr(bytes.size() - kStoreFooterBytes), file.path());
  blocks = footer.number<std::uint32_t>();
  const std::uint64_t dictionary_table_bytes =
      std::uint64_t{footer.number<std::uint32_t>()} * kDictionaryEntryBytes;
  text_bytes = footer.number<std::uint64_t>();

  const std::uint64_t block_table_bytes = (std::uint64_t{blocks} + 1) * kBlockEntryBytes;
  const std::uint64_t tail_bytes = dictionary_table_bytes + kStoreFooterBytes;
  if (block_table_bytes + tail_bytes > bytes.size() - kStoreHeaderBytes) fail("it ends too early");
  const std::string_view tail = bytes.substr(bytes.size() - tail_bytes);
  if (footer.number<std::uint64_t>() !=
      checksum(tail.substr(0, tail.size() - sizeof(std::uint64_t)))) {
    fail("the checksum of its footer is wrong");
  }
  read_dictionary_table(tail.substr(0, dictionary_table_bytes));
  block_table = bytes.substr(bytes.size() - tail_bytes - block_table_bytes, block_table_bytes);
}

void ArticleStore::Impl::read_dictionary_table(std::string_view table) {
  ByteReader reader(table, file.path());
  while (!reader.rest().empty()) {
    const auto id = reader.number<std::uint32_t>();
    const auto size = reader.number<std::uint32_t>();
    const auto offset = reader.number<std::uint64_t>();
    if (offset > file.bytes().size() || size > file.bytes().size() - offset) {
      fail("a dictionary lies outside the file");
    }
    DictionaryEntry dictionary{file.bytes().substr(offset, size), reader.number<std::uint64_t>(),
                               nullptr};
    dictionaries.emplace(id, std::move(dictionary));
  }
}

BlockEntry ArticleStore::Impl::entry(std::uint32_t index) const {
  ByteReader reader(block_table.substr(std::size_t{index} * kBlockEntryBytes, kBlockEntryBytes),
                    file.path());
  BlockEntry entry;
  entry.first_article = reader.number<std::uint32_t>();
  entry.text_bytes = reader.number<std::uint32_t>();
  entry.offset = reader.number<std::uint64_t>();
  if (reader.number<std::uint32_t>() != block_check(entry, index)) {
    fail(fmt::format("entry {} of its block table is wrong", index));
  }
  return entry;
}

// Unchecked: for the search, whose result is checked.
ArticleNumber ArticleStore::Impl::first_article(std::uint32_t index) const {
  return ByteReader(block_table.substr(std::size_t{index} * kBlockEntryBytes), file.path())
      .number<std::uint32_t>();
}

std::uint32_t ArticleStore::Impl::block_of(ArticleNumber article) const {
  std::uint32_t low = 0;
  std::uint32_t high = blocks;
  while (high - low > 1) {
    const std::uint32_t middle = low + (high - low) / 2;
    (first_article(middle) <= article ? low : high) = middle;
  }
  if (entry(low).first_article > article || entry(low + 1).first_article <= article) {
    fail(fmt::format("no block holds article {}", article));
  }
  return low;
}

StoredBlock ArticleStore::Impl::block(std::uint32_t index) const {
  const BlockEntry start = entry(index);
  const BlockEntry end = entry(index + 1);
  if (start.first_article >= end.first_article || start.offset > end.offset ||
      end.offset > file.bytes().size()) {
    fail(fmt::format("entry {} of its block table is wrong", index));
  }
  StoredBlock block{start.first_article, end.first_article - start.first_article, start.text_bytes,
                    0, file.bytes().substr(start.offset, end.offset - start.offset)};
  // More than one frame in the range would mean that an entry is missing.
  if (ZSTD_findFrameCompressedSize(block.frame.data(), block.frame.size()) != block.frame.size()) {
    fail(fmt::format("block {} is no zstd frame", index));
  }
  block.dictionary = ZSTD_getDictID_fromFrame(block.frame.data(), block.frame.size());
  return block;
}

DictionaryEntry& ArticleStore::Impl::dictionary(DictionaryId id) {
  const auto found = dictionaries.find(id);
  if (found == dictionaries.end()) fail(fmt::format("dictionary {} is missing", id));
  if (checksum(found->second.bytes) != found->second.checksum) {
    fail(fmt::format("the checksum of dictionary {} is wrong", id));
  }
  return found->second;
}

const ZSTD_DDict* ArticleStore::Impl::prepared_dictionary(DictionaryId id) {
  if (id == 0) return nullptr;
  const auto found = dictionaries.find(id);
  if (found != dictionaries.end() && found->second.prepared) return found->second.prepared.get();
  DictionaryEntry& entry = dictionary(id);
  entry.prepared.reset(ZSTD_createDDict(entry.bytes.data(), entry.bytes.size()));
  if (!entry.prepared) fail(fmt::format("zstd cannot use dictionary {}", id));
  return entry.prepared.get();
}

std::string ArticleStore::Impl::decompress(const StoredBlock& block) {
  std::string raw(block.text_bytes + kLengthBytes * (std::size_t{block.articles} + 1), '\0');
  const std::size_t size =
      ZSTD_decompress_usingDDict(context.get(), raw.data(), raw.size(), block.frame.data(),
                                 block.frame.size(), prepared_dictionary(block.dictionary));
  if (ZSTD_isError(size) != 0) {
    fail(fmt::format("the block of article {} does not decompress: {}", block.first_article,
                     ZSTD_getErrorName(size)));
  }
  raw.resize(size);
  return raw;
}

OpenBlock& ArticleStore::Impl::open(std::uint32_t index) {
  if (last && last->index == index) return *last;
  last.reset();
  const StoredBlock stored = block(index);
  std::string raw = decompress(stored);
  last.emplace(OpenBlock{index, stored.first_article, std::move(raw), {}});
  OpenBlock& opened = *last;  // views of short texts do not outlive a move
  ByteReader reader(opened.raw, file.path());
  if (reader.varint() != stored.articles) {
    fail(fmt::format("the block of article {} holds others", stored.first_article));
  }
  std::vector<std::uint64_t> lengths(stored.articles);
  for (auto& length : lengths) length = reader.varint();
  if (reader.rest().size() != stored.text_bytes) {
    fail(fmt::format("the block of article {} is of another length", stored.first_article));
  }
  opened.bodies.reserve(lengths.size());
  for (const auto length : lengths) opened.bodies.push_back(reader.take(length));
  reader.expect_end();
  return opened;
}

ArticleStore::ArticleStore(const std::filesystem::path& path)
    : impl_(std::make_unique<Impl>(path)) {}
ArticleStore::~ArticleStore() = default;
ArticleStore::ArticleStore(ArticleStore&&) noexcept = default;
ArticleStore& ArticleStore::operator=(ArticleStore&&) noexcept = default;

std::uint32_t ArticleStore::articles() const {
  return impl_->articles;
}
std::uint64_t ArticleStore::text_bytes() const {
  return impl_->text_bytes;
}
std::uint32_t ArticleStore::blocks() const {
  return impl_->blocks;
}
const std::filesystem::path& ArticleStore::path() const {
  return impl_->file.path();
}
StoredBlock ArticleStore::block(std::uint32_t index) const {
  return impl_->block(index);
}

std::string_view ArticleStore::dictionary(DictionaryId id) const {
  return impl_->dictionary(id).bytes;
}

std::string ArticleStore::body(ArticleNumber article) {
  if (article == 0 || article > impl_->articles) {
    throw Error(ErrorKind::kMissing,
                fmt::format("there is no article {} in '{}'", article, path().string()));
  }
  const auto& last = impl_->last;
  const bool is_open =
      last && article >= last->first_article && article - last->first_article < last->bodies.size();
  const OpenBlock& block = is_open ? *last : impl_->open(impl_->block_of(article));
  return std::string(block.bodies[article - block.first_article]);
}

void ArticleStore::verify() {
  for (auto& [id, entry] : impl_->dictionaries) impl_->dictionary(id);
  std::uint64_t text_bytes = 0;
  std::uint64_t end = kStoreHeaderBytes;
  for (std::uint32_t index = 0; index < impl_->blocks; ++index) {
    if (impl_->entry(index).offset != end) impl_->fail("bytes between its blocks");
    for (const auto body : impl_->open(index).bodies) text_bytes += body.size();
    end = impl_->entry(index + 1).offset;
  }
  if (text_bytes != impl_->text_bytes) impl_->fail("its bodies are not as long as its footer says");
}

}  // namespace dateline

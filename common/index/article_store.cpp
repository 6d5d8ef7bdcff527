#include "common/index/article_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include "common/index/block_decoder.h"
#include "common/index/bytes.h"
#include "common/index/checksum.h"

namespace dateline {
namespace {

struct DictionaryEntry {
  std::string_view bytes;
  std::uint64_t checksum = 0;
  std::unique_ptr<BlockDecoder> decoder;  // made when first needed
};

// What was unpacked last.
template <typename Content>
struct OpenBlock {
  ArticleNumber first_article = 0;
  std::uint32_t articles = 0;
  Content content;

  bool holds(ArticleNumber article) const {
    return article >= first_article && article - first_article < articles;
  }
};

struct OpenTexts {
  BlockDecoder* decoder = nullptr;
  std::unique_ptr<UnpackedTexts> block;
};

}  // namespace

std::uint32_t block_check(const BlockEntry& entry, std::uint32_t index) {
  std::string bytes;
  put_number(bytes, entry.first_article);
  put_number(bytes, entry.offset);
  put_number(bytes, index);
  return short_checksum(bytes);
}

std::uint32_t block_head_check(std::string_view head, std::string_view ids) {
  std::string bytes(head);
  put_number(bytes, short_checksum(ids));
  return short_checksum(bytes);
}

struct ArticleStore::Impl {
  explicit Impl(const std::filesystem::path& path) : file(path) {
    read_footer();
    articles = entry(blocks).first_article - 1;
    if (entry(0).first_article != 1) fail("its first block does not start with article 1");
    dictionaries[0];  // none
  }

  void read_footer();
  void read_dictionary_table(std::string_view table);
  BlockEntry entry(std::uint32_t index) const;
  ArticleNumber first_article(std::uint32_t index) const;
  std::uint32_t block_of(ArticleNumber article) const;
  StoredBlock block(std::uint32_t index) const;
  StoredBlock checked_block(std::uint32_t index) const;
  DictionaryEntry& dictionary(DictionaryId id);
  BlockDecoder& decoder(DictionaryId id);
  void require(ArticleNumber article) const;
  std::string id(ArticleNumber article);
  const OpenTexts& open_texts(ArticleNumber article);
  Article article(ArticleNumber article);

  [[noreturn]] void fail(std::string_view reason) const { throw damaged(file.path(), reason); }

  MappedFile file;
  std::string_view block_table;
  std::map<DictionaryId, DictionaryEntry> dictionaries;
  std::uint32_t blocks = 0;
  std::uint32_t articles = 0;
  std::uint64_t text_bytes = 0;
  OpenBlock<UnpackedIds> last_ids;
  OpenBlock<OpenTexts> last_texts;
};

void ArticleStore::Impl::read_footer() {
  const std::string_view bytes = file.bytes();
  ByteReader(bytes, file.path()).expect_header(kStoreMagic, "it is no article store");
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
    if (id == 0 || offset > file.bytes().size() || size > file.bytes().size() - offset) {
      fail("a dictionary cannot be where its table says");
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

// A binary search over unchecked entries: a flipped bit leads elsewhere, and the check finds that.
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
      end.offset > file.bytes().size() || end.offset - start.offset < kBlockHeadBytes) {
    fail(fmt::format("entry {} of its block table is wrong", index));
  }
  StoredBlock block;
  block.first_article = start.first_article;
  block.articles = end.first_article - start.first_article;
  block.bytes = file.bytes().substr(start.offset, end.offset - start.offset);
  ByteReader reader(block.bytes, file.path());
  block.dictionary = reader.number<std::uint32_t>();
  block.text_bytes = reader.number<std::uint32_t>();
  const auto ids_bytes = reader.number<std::uint32_t>();
  const auto ids_check = reader.number<std::uint32_t>();
  block.texts_check = reader.number<std::uint32_t>();
  block.ids = reader.take(ids_bytes);
  block.texts = reader.rest();
  if (ids_check != block_head_check(block.bytes.substr(0, kIdsCheckAt), block.ids)) {
    fail(fmt::format("the head of block {} is wrong", index));
  }
  return block;
}

StoredBlock ArticleStore::Impl::checked_block(std::uint32_t index) const {
  const StoredBlock checked = block(index);
  if (short_checksum(checked.texts) == checked.texts_check) return checked;
  fail(fmt::format("the block of article {} has been changed", checked.first_article));
}

DictionaryEntry& ArticleStore::Impl::dictionary(DictionaryId id) {
  const auto found = dictionaries.find(id);
  if (found == dictionaries.end()) fail(fmt::format("dictionary {} is missing", id));
  if (id != 0 && checksum(found->second.bytes) != found->second.checksum) {
    fail(fmt::format("the checksum of dictionary {} is wrong", id));
  }
  return found->second;
}

BlockDecoder& ArticleStore::Impl::decoder(DictionaryId id) {
  const auto found = dictionaries.find(id);
  if (found != dictionaries.end() && found->second.decoder) return *found->second.decoder;
  DictionaryEntry& entry = dictionary(id);
  entry.decoder = std::make_unique<BlockDecoder>(entry.bytes, file.path());
  return *entry.decoder;
}

void ArticleStore::Impl::require(ArticleNumber article) const {
  if (article > 0 && article <= articles) return;
  throw Error(ErrorKind::kMissing,
              fmt::format("there is no article {} in '{}'", article, file.path().string()));
}

std::string ArticleStore::Impl::id(ArticleNumber article) {
  if (!last_ids.holds(article)) {
    require(article);
    const StoredBlock found = block(block_of(article));
    last_ids = {found.first_article, found.articles,
                decoder(found.dictionary).unpack_ids(found.ids, found.articles)};
  }
  return read_id(last_ids.content.ids[article - last_ids.first_article], file.path());
}

const OpenTexts& ArticleStore::Impl::open_texts(ArticleNumber article) {
  if (last_texts.holds(article)) return last_texts.content;
  require(article);
  const StoredBlock found = checked_block(block_of(article));
  BlockDecoder& unpacking = decoder(found.dictionary);
  last_texts = {found.first_article,
                found.articles,
                {&unpacking, unpacking.unpack_texts(found.texts, found.articles)}};
  return last_texts.content;
}

Article ArticleStore::Impl::article(ArticleNumber article) {
  const OpenTexts& open = open_texts(article);
  const std::size_t at = article - last_texts.first_article;
  return read_article(id(article), open.block->numbers[at], open.block->texts[at],
                      open.decoder->shorthand(), file.path());
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
  return impl_->checked_block(index);
}

std::string_view ArticleStore::dictionary(DictionaryId id) const {
  return impl_->dictionary(id).bytes;
}

Article ArticleStore::article(ArticleNumber article) {
  return impl_->article(article);
}
std::string ArticleStore::id(ArticleNumber article) {
  return impl_->id(article);
}

void ArticleStore::verify() {
  for (auto& [id, entry] : impl_->dictionaries) impl_->dictionary(id);
  std::uint64_t text_bytes = 0;
  std::uint64_t end = kStoreHeaderBytes;
  for (std::uint32_t index = 0; index < impl_->blocks; ++index) {
    if (impl_->entry(index).offset != end) impl_->fail("bytes between its blocks");
    const StoredBlock block = impl_->block(index);
    std::uint64_t block_bytes = 0;
    for (std::uint32_t i = 0; i < block.articles; ++i) {
      block_bytes += impl_->article(block.first_article + i).body.size();
    }
    if (block_bytes != block.text_bytes) impl_->fail(fmt::format("block {} is too long", index));
    text_bytes += block_bytes;
    end = impl_->entry(index + 1).offset;
  }
  if (text_bytes != impl_->text_bytes) impl_->fail("its bodies are not as long as its footer says");
}

}  // namespace dateline

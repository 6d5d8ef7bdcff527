#include "indexer/store/shorthand_writer.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <unordered_map>
#include <utility>

#include "common/index/article_record.h"

namespace dateline::indexer {
namespace {

// A word that comes less often in the sample says nothing about the archive.
constexpr std::uint32_t kMinimumCount = 4;

constexpr unsigned kSlotBits = 15;
constexpr std::size_t kSlots = std::size_t{1} << kSlotBits;

constexpr auto kWordOfByte = one_byte_words();

constexpr std::array<bool, 256> word_bytes() {
  std::array<bool, 256> is_word{};
  for (std::size_t byte = 0; byte < is_word.size(); ++byte) {
    is_word[byte] = byte >= 0x80 || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
  }
  return is_word;
}
constexpr auto kIsWordByte = word_bytes();

bool is_word_byte(char c) {
  return kIsWordByte[static_cast<std::uint8_t>(c)];
}

// How many of the eight bytes at `at`, from the first on, are of a word: all compared at once.
std::size_t count_word_bytes(const char* at) {
  constexpr std::uint64_t kEach = 0x0101'0101'0101'0101;
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  const std::uint64_t folded = (bytes & 0x7f * kEach) | 0x20 * kEach;
  const std::uint64_t from_a = folded + (0x80 - 'a') * kEach;
  const std::uint64_t after_z = folded + (0x80 - 'z' - 1) * kEach;
  const std::uint64_t others = ~((from_a & ~after_z) | bytes) & 0x80 * kEach;
  return static_cast<std::size_t>(std::countr_zero(others)) / 8;
}

// Where the letters at `at` end.
const char* end_of_word(const char* at, const char* end) {
  while (end - at >= 8) {
    const std::size_t count = count_word_bytes(at);
    at += count;
    if (count < 8) return at;
  }
  while (at < end && is_word_byte(*at)) ++at;
  return at;
}

// Calls `word` for each run of letters with the space before it, `other` for each byte between.
template <typename Word, typename Other>
void split(std::string_view text, Word&& word, Other&& other) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + (text[at] == ' ' ? 1 : 0);
    while (end < text.size() && is_word_byte(text[end])) ++end;
    if (end - at > (text[at] == ' ' ? 1U : 0U)) {
      word(text.substr(at, end - at));
      at = end;
    } else {
      other(text[at++]);
    }
  }
}

bool is_plain(char c) {
  return is_plain_shorthand(static_cast<std::uint8_t>(c));
}

// At most: every byte is an escape of three.
constexpr std::size_t most_bytes(std::size_t text_bytes) {
  return 3 * text_bytes + sizeof(std::uint16_t);
}

char* put_as_it_is(std::string_view text, char* out) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_plain(text[at])) {
      *out++ = text[at++];
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && end - at < 256 && !is_plain(text[end])) ++end;
    *out++ = static_cast<char>(kShorthandEscape);
    *out++ = static_cast<char>(end - at - 1);
    out = std::copy(text.begin() + at, text.begin() + end, out);
    at = end;
  }
  return out;
}

using Counts = std::unordered_map<std::string_view, std::uint32_t>;
using Counted = std::pair<std::string_view, std::uint32_t>;

// Frequent first; equals in the order of bytes, so that the result is one.
bool is_more_frequent(const Counted& a, const Counted& b) {
  return a.second != b.second ? a.second > b.second : a.first < b.first;
}

bool saves_more(const Counted& a, const Counted& b) {
  const auto saved = [](const Counted& word) { return word.second * (word.first.size() - 1); };
  return saved(a) != saved(b) ? saved(a) > saved(b) : is_more_frequent(a, b);
}

}  // namespace

// Chosen by what they save, then sorted by how often they come: the commonest get one byte.
std::string learn_shorthand(std::span<const std::string_view> texts) {
  Counts counts;
  for (const std::string_view text : texts) {
    split(
        text,
        [&counts](std::string_view word) {
          if (word.size() > 2 && word.size() <= kShortWordBytes) ++counts[word];
        },
        [](char) {});
  }
  std::vector<Counted> words;
  for (const auto& word : counts) {
    if (word.second >= kMinimumCount) words.push_back(word);
  }
  std::ranges::sort(words, saves_more);
  if (words.size() > kMaxShorthandWords) words.resize(kMaxShorthandWords);
  std::ranges::sort(words, is_more_frequent);
  std::string bytes;
  for (const auto& [word, count] : words) {
    bytes.push_back(static_cast<char>(word.size()));
    bytes += word;
  }
  return bytes;
}

ShorthandWriter::ShorthandWriter(std::string_view words) : slots_(kSlots) {
  std::vector<char> one_byte_codes;
  for (std::size_t byte = 0; byte < kFirstLead; ++byte) {
    if (kWordOfByte[byte] != kNoShortWord) one_byte_codes.push_back(static_cast<char>(byte));
  }
  while (!words.empty()) {
    const std::size_t size = static_cast<unsigned char>(words.front());
    Word word{key_of(words.substr(1, size)), {}, 1};
    words.remove_prefix(1 + size);
    if (words_.size() < kOneByteWords) {
      word.code[0] = one_byte_codes[words_.size()];
    } else {
      const std::size_t number = words_.size() - kOneByteWords;
      word = {word.key,
              {static_cast<char>(kFirstLead + number / 256), static_cast<char>(number % 256)},
              2};
    }
    std::size_t slot = hash_of(word.key);
    while (slots_[slot] != 0) slot = (slot + 1) % kSlots;
    words_.push_back(word);
    slots_[slot] = static_cast<std::uint16_t>(words_.size());
  }
}

ShorthandWriter::Key ShorthandWriter::key_of(std::string_view word) {
  char bytes[kShortWordBytes] = {};
  std::memcpy(bytes, word.data(), word.size());
  Key key;
  std::memcpy(&key, bytes, sizeof key);
  return key;
}

// As key_of, where kShortWordBytes may be read: that is most of the time, and several times faster.
ShorthandWriter::Key ShorthandWriter::key_of_readable(const char* word, std::size_t size) {
  Key key;
  std::memcpy(&key, word, sizeof key);
  const std::size_t unused_bits = 8 * (kShortWordBytes - size);
  if (unused_bits >= 64) {
    key.high = 0;
    key.low &= ~std::uint64_t{0} >> (unused_bits - 64);
  } else {
    key.high &= ~std::uint64_t{0} >> unused_bits;
  }
  return key;
}

std::size_t ShorthandWriter::hash_of(const Key& key) {
  const std::uint64_t mixed = (key.low ^ key.high * 0x9e37'79b9'7f4a'7c15) * 0xff51'afd7'ed55'8ccd;
  return mixed >> (64 - kSlotBits);
}

const ShorthandWriter::Word* ShorthandWriter::find(const Key& key) const {
  for (std::size_t slot = hash_of(key); slots_[slot] != 0; slot = (slot + 1) % kSlots) {
    const Word& word = words_[slots_[slot] - 1U];
    if (word.key == key) return &word;
  }
  return nullptr;
}

void ShorthandWriter::shorten(std::string_view text, std::string& shortened) const {
  const std::size_t before = shortened.size();
  shortened.resize(before + most_bytes(text.size()));
  char* out = shortened.data() + before;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    const char* const letters = at + (*at == ' ' ? 1 : 0);
    const char* const next = end_of_word(letters, end);
    if (next == letters) {
      if (is_plain(*at)) {
        *out++ = *at++;
      } else {
        out = put_as_it_is({at++, 1}, out);
      }
      continue;
    }
    const auto size = static_cast<std::size_t>(next - at);
    const Word* word = nullptr;
    if (size <= kShortWordBytes) {
      const bool is_readable = static_cast<std::size_t>(end - at) >= kShortWordBytes;
      word = find(is_readable ? key_of_readable(at, size) : key_of({at, size}));
    }
    if (word != nullptr) {
      std::memcpy(out, word->code.data(), word->code.size());
      out += word->code_bytes;
    } else {
      out = put_as_it_is({at, size}, out);
    }
    at = next;
  }
  shortened.resize(static_cast<std::size_t>(out - shortened.data()));
}

void ShorthandWriter::shorten_record(const Article& article, std::string& shortened) const {
  for (const std::string_view text : record_texts(article)) {
    shorten(text, shortened);
    shortened.push_back(kShorthandSeparator);
  }
  shortened.pop_back();  // none after the body
}

}  // namespace dateline::indexer

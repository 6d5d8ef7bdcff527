#include "common/index/shorthand.h"

#include <algorithm>

#include "common/index/file.h"

namespace dateline {
namespace {

constexpr auto kOneByteWordOf = one_byte_words();
static_assert(kOneByteWordOf[kFirstLead - 1] == kOneByteWords - 1);

// About what the first text of some grows to. A separator in an escape misleads it, no more.
std::size_t expected_bytes(std::string_view shortened) {
  return 3 * std::min(shortened.find(kShorthandSeparator), shortened.size()) + kShortWordBytes;
}

std::uint8_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<std::uint8_t>(text[at]);
}

// Text that grows without being measured for every word: there is always room for one more.
class Expansion {
 public:
  Expansion(std::string& text, std::size_t expected) : text_(text), size_(text.size()) {
    text_.resize(size_ + expected);
  }
  ~Expansion() { text_.resize(size_); }
  Expansion(const Expansion&) = delete;
  Expansion& operator=(const Expansion&) = delete;

  // At least so many bytes, of which `used` count.
  void put(const char* bytes, std::size_t copied, std::size_t used) {
    if (text_.size() - size_ < copied) text_.resize(2 * (size_ + copied) + 4'096);
    std::copy_n(bytes, copied, text_.data() + size_);
    size_ += used;
  }

 private:
  std::string& text_;
  std::size_t size_;
};

}  // namespace

Shorthand::Shorthand(std::string_view words, const std::filesystem::path& path) {
  words_.reserve(kMaxShorthandWords);
  while (!words.empty()) {
    const std::size_t size = byte_at(words, 0);
    if (size == 0 || size > kShortWordBytes || size >= words.size() ||
        words_.size() == kMaxShorthandWords) {
      throw damaged(path, "its shorthand is wrong");
    }
    Word& word = words_.emplace_back();
    word.size = static_cast<std::uint8_t>(size);
    std::copy_n(words.data() + 1, size, word.bytes.begin());
    words.remove_prefix(1 + size);
  }
}

bool Shorthand::expand_next(std::string_view& shortened, const std::filesystem::path& path,
                            std::string& text) const {
  const auto fail = [&path] { throw damaged(path, "an article has a word that cannot be"); };
  Expansion out(text, expected_bytes(shortened));
  for (std::size_t at = 0; at < shortened.size(); ++at) {
    const std::uint8_t byte = byte_at(shortened, at);
    if (is_plain_shorthand(byte)) {
      out.put(&shortened[at], 1, 1);
      continue;
    }
    if (byte == static_cast<std::uint8_t>(kShorthandSeparator)) {
      shortened.remove_prefix(at + 1);
      return true;
    }
    std::size_t word = kOneByteWordOf[byte];
    if (byte >= kFirstLead) {
      const std::size_t left = shortened.size() - at - 1;
      if (left == 0) fail();
      const std::size_t next = byte_at(shortened, ++at);
      if (byte == kShorthandEscape) {
        if (next + 1 > left - 1) fail();
        out.put(&shortened[at + 1], next + 1, next + 1);
        at += next + 1;
        continue;
      }
      word = kOneByteWords + (std::size_t{byte} - kFirstLead) * 256 + next;
    }
    if (word >= words_.size()) fail();
    out.put(words_[word].bytes.data(), kShortWordBytes, words_[word].size);
  }
  shortened = {};
  return false;
}

}  // namespace dateline

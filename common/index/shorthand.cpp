#include "common/index/shorthand.h"

#include <algorithm>
#include <cstring>

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

// Text that grows by pieces, without being measured for most of them.
class Expansion {
 public:
  Expansion(std::string& text, std::size_t expected) : text_(text) {
    const std::size_t before = text.size();
    resize(before + expected + kShortWordBytes);
    next_ = text_.data() + before;
  }
  ~Expansion() { text_.resize(static_cast<std::size_t>(next_ - text_.data())); }
  Expansion(const Expansion&) = delete;
  Expansion& operator=(const Expansion&) = delete;

  // Makes room for a word at least.
  void make_room(std::size_t bytes = kShortWordBytes) {
    if (static_cast<std::size_t>(end_ - next_) >= bytes) return;
    const auto size = static_cast<std::size_t>(next_ - text_.data());
    resize(2 * (size + bytes));
    next_ = text_.data() + size;
  }

  // There must be room.
  void put(char byte) { *next_++ = byte; }
  void put(const std::array<char, kShortWordBytes>& bytes, std::size_t used) {
    std::memcpy(next_, bytes.data(), bytes.size());
    next_ += used;
  }

  void put(std::string_view bytes) {
    make_room(bytes.size());
    next_ = std::ranges::copy(bytes, next_).out;
  }

 private:
  void resize(std::size_t size) {
    text_.resize(size);
    end_ = text_.data() + size;
  }

  std::string& text_;
  char* next_ = nullptr;
  char* end_ = nullptr;
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
    out.make_room();
    if (is_plain_shorthand(byte)) {
      out.put(shortened[at]);
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
        out.put(shortened.substr(at + 1, next + 1));
        at += next + 1;
        continue;
      }
      word = kOneByteWords + (std::size_t{byte} - kFirstLead) * 256 + next;
    }
    if (word >= words_.size()) fail();
    out.put(words_[word].bytes, words_[word].size);
  }
  shortened = {};
  return false;
}

std::string_view take_text(std::string_view& shortened, const std::filesystem::path& path) {
  std::size_t at = 0;
  while (at < shortened.size() && shortened[at] != kShorthandSeparator) {
    const std::uint8_t byte = byte_at(shortened, at++);
    if (byte < kFirstLead) continue;
    if (at == shortened.size()) break;
    const std::size_t next = byte_at(shortened, at++);
    if (byte == kShorthandEscape) at += next + 1;
  }
  if (at >= shortened.size()) throw damaged(path, "a text has no end");
  const std::string_view text = shortened.substr(0, at);
  shortened.remove_prefix(at + 1);
  return text;
}

}  // namespace dateline

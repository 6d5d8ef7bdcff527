#include "common/text/analyser.h"

#include <string>

namespace dateline {
struct Analyser::Impl {
  std::string text;
  std::vector<Token> tokens;
  std::uint32_t next = 0;
};
Analyser::Analyser() : impl_(std::make_unique<Impl>()) {}
Analyser::~Analyser() = default;
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;
const std::vector<Token>& Analyser::analyse(std::string_view text, std::uint32_t first) {
  impl_->text = text;
  impl_->tokens.clear();
  std::string& t = impl_->text;
  std::uint32_t position = first;
  for (std::size_t i = 0; i < t.size();) {
    if (!isalnum(static_cast<unsigned char>(t[i]))) {
      ++i;
      continue;
    }
    std::size_t j = i;
    for (; j < t.size() && isalnum(static_cast<unsigned char>(t[j])); ++j)
      t[j] = static_cast<char>(tolower(t[j]));
    Token token;
    token.term = std::string_view(t).substr(i, std::min<std::size_t>(j - i, 64));
    token.position = position++;
    impl_->tokens.push_back(token);
    i = j;
  }
  impl_->next = position;
  return impl_->tokens;
}
std::uint32_t Analyser::next_position() const {
  return impl_->next;
}
}  // namespace dateline

#include "searcher/output/percent.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace dateline::searcher {
namespace {

// Without the quote ' and the brackets, which are legal but end attributes and braces elsewhere.
constexpr std::string_view kOfAddresses = "-._~:/?#@!$&()*+,;=%";

bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Bytes of the scheme with "://", 0 where it is another one.
std::size_t scheme_bytes(std::string_view url) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    const std::string_view start = url.substr(0, scheme.size());
    if (std::ranges::equal(start, scheme, {}, lower)) return scheme.size();
  }
  return 0;
}

}  // namespace

std::string percent_encoded(std::string_view text, std::string_view kept) {
  std::string encoded;
  encoded.reserve(text.size());
  for (const char c : text) {
    if (is_letter_or_digit(c) || kept.find(c) != std::string_view::npos) {
      encoded += c;
    } else {
      fmt::format_to(std::back_inserter(encoded), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return encoded;
}

std::string web_address(std::string_view url) {
  const std::size_t scheme = scheme_bytes(url);
  const bool has_host = scheme > 0 && url.size() > scheme && is_letter_or_digit(url[scheme]);
  return has_host ? percent_encoded(url, kOfAddresses) : "";
}

}  // namespace dateline::searcher

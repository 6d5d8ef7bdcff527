#include "searcher/output/percent.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "common/text/ascii.h"

namespace dateline::searcher {
namespace {

// Without the quote ' and the brackets, which are legal but end attributes and braces elsewhere.
constexpr std::string_view kOfAddresses = "-._~:/?#@!$&()*+,;=%";

// Bytes of the scheme with "://", 0 where it is another one.
std::size_t scheme_bytes(std::string_view url) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    const std::string_view start = url.substr(0, scheme.size());
    if (std::ranges::equal(start, scheme, {}, ascii::to_lower)) return scheme.size();
  }
  return 0;
}

}  // namespace

std::string percent_encoded(std::string_view text, std::string_view kept) {
  std::string encoded;
  encoded.reserve(text.size());
  for (const char c : text) {
    if (ascii::is_alphanumeric(c) || kept.find(c) != std::string_view::npos) {
      encoded += c;
    } else {
      fmt::format_to(std::back_inserter(encoded), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return encoded;
}

std::string web_address(std::string_view url) {
  const std::size_t scheme = scheme_bytes(url);
  const bool has_host = scheme > 0 && url.size() > scheme && ascii::is_alphanumeric(url[scheme]);
  return has_host ? percent_encoded(url, kOfAddresses) : "";
}

}  // namespace dateline::searcher

#include "common/text/stemmer.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <string>

#include "common/text/ascii.h"
#include "common/text/spelling.h"

namespace dateline {
namespace {

struct Deleter {
  void operator()(sb_stemmer* stemmer) const noexcept { sb_stemmer_delete(stemmer); }
};
using SnowballStemmer = std::unique_ptr<sb_stemmer, Deleter>;

// Snowball also takes names ("english") and codes of three letters, which would make a second key
// for one language.
SnowballStemmer make_stemmer(std::string_view language) {
  const bool is_code =
      language.size() == 2 && std::all_of(language.begin(), language.end(), ascii::is_lower);
  if (!is_code) return nullptr;
  return SnowballStemmer(sb_stemmer_new(std::string(language).c_str(), "UTF_8"));
}

struct Ending {
  std::string_view folded;
  std::string_view written;
};

// The first that fits holds.
constexpr std::array<Ending, 2> kSpanishEndings = {{{"acion", "ación"}, {"ucion", "ución"}}};
constexpr std::array<Ending, 6> kPortugueseEndings = {{{"acao", "ação"},
                                                       {"acoes", "ação"},
                                                       {"ucao", "ução"},
                                                       {"ucoes", "ução"},
                                                       {"oes", "ão"},
                                                       {"ao", "ão"}}};
constexpr std::array<Ending, 3> kRussianEndings = {{{"ыи", "ый"}, {"ои", "ой"}, {"еи", "ей"}}};

template <typename Endings>
std::string with_written_ending(std::string_view term, const Endings& endings) {
  constexpr std::size_t kShortestRest = 2;  // "ao" and "põe" are small words
  for (const Ending& ending : endings) {
    if (!term.ends_with(ending.folded) || term.size() < ending.folded.size() + kShortestRest) {
      continue;
    }
    term.remove_suffix(ending.folded.size());
    return std::string(term) += ending.written;
  }
  return std::string(term);
}

// What Snowball is given for a folded term.
std::string form_to_stem(std::string_view language, std::string_view term) {
  if (language == "en") return american_spelling(term);
  if (language == "es") return with_written_ending(term, kSpanishEndings);
  if (language == "pt") return with_written_ending(term, kPortugueseEndings);
  if (language == "ru") return with_written_ending(term, kRussianEndings);
  return std::string(term);
}

}  // namespace

struct Stemmer::Impl {
  SnowballStemmer stemmer;
  std::string language;
  std::size_t prefix_bytes = 0;
  std::string key;  // starts with the prefix, always
};

Stemmer::Stemmer(std::string_view language) : impl_(std::make_unique<Impl>()) {
  impl_->stemmer = make_stemmer(language);
  impl_->language = language;
  impl_->key = std::string(language) + ':';
  impl_->prefix_bytes = impl_->key.size();
}

Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

// The prefix stays in the key between calls, so that a call soon allocates nothing for it.
std::string_view Stemmer::key(std::string_view term) {
  impl_->key.resize(impl_->prefix_bytes);
  if (!impl_->stemmer || !is_stemmable(term)) return impl_->key += term;

  const std::string word = form_to_stem(impl_->language, term);
  const auto* stem =
      sb_stemmer_stem(impl_->stemmer.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                      static_cast<int>(word.size()));
  if (stem == nullptr) return impl_->key += word;  // Snowball had no memory
  const auto length = static_cast<std::size_t>(sb_stemmer_length(impl_->stemmer.get()));
  return impl_->key.append(reinterpret_cast<const char*>(stem), length);
}

// Letters beyond ASCII all count: folded terms hold no capitals there.
bool is_stemmable(std::string_view term) {
  return std::all_of(term.begin(), term.end(),
                     [](char c) { return (ascii::bits(c) & (ascii::kLower | ascii::kHigh)) != 0; });
}

}  // namespace dateline

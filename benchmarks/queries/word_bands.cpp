#include "benchmarks/queries/word_bands.h"

#include <algorithm>

namespace dateline::bench {
namespace {

const TextIndex* largest_segment(const Index& index) {
  const TextIndex* largest = nullptr;
  for (const OpenSegment& segment : index.segments()) {
    if (largest == nullptr || segment.text_index->articles() > largest->articles()) {
      largest = segment.text_index.get();
    }
  }
  return largest;
}

}  // namespace

bool is_plain_word(std::string_view term) {
  return term.size() >= 2 &&
         std::all_of(term.begin(), term.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

WordBands::WordBands(const Index& index, std::size_t each, corpus::Random& random)
    : index_(&index) {
  for (const OpenSegment& segment : index.segments()) articles_ += segment.text_index->articles();
  const TextIndex* const largest = largest_segment(index);
  if (largest == nullptr) return;
  std::array<std::uint32_t, kBands> met{};
  for (DictionaryCursor word = largest->words().begin(); !word.done(); word.next()) {
    if (!is_plain_word(word.text())) continue;
    const auto band = static_cast<std::size_t>(band_of(word.term().articles, largest->articles()));
    const std::uint32_t at = random.below(++met[band]);  // reservoir sampling
    if (words_[band].size() < each) {
      words_[band].emplace_back(word.text());
    } else if (at < each) {
      words_[band][at] = word.text();
    }
  }
  for (auto& words : words_) std::sort(words.begin(), words.end());
}

Band WordBands::band_of(std::uint64_t holding, std::uint64_t articles) const {
  if (holding <= std::max<std::uint64_t>(2, articles / 1'000)) return Band::kRare;
  return holding * 50 < articles ? Band::kMiddle : Band::kCommon;
}

double WordBands::share(std::string_view word) const {
  std::uint64_t holding = 0;
  for (const OpenSegment& segment : index_->segments()) {
    if (const auto term = segment.text_index->find_word(word)) holding += term->articles;
  }
  return articles_ == 0 ? 0 : static_cast<double>(holding) / static_cast<double>(articles_);
}

Band WordBands::band(std::string_view word) const {
  return band_of(static_cast<std::uint64_t>(share(word) * static_cast<double>(articles_) + 0.5),
                 articles_);
}

}  // namespace dateline::bench

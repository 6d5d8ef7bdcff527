#include "indexer/text_index/inverted_batch.h"

#include <algorithm>
#include <utility>

#include "common/text_index/format.h"
#include "indexer/text_index/posting_list_encoder.h"

namespace dateline::indexer {
namespace {

class BatchWords final : public TermStream {
 public:
  explicit BatchWords(const InvertedLists& lists)
      : lists_(lists), words_(static_cast<std::uint32_t>(lists.words.size() - 1)) {}

  bool done() const override { return ordinal_ == words_; }
  std::string_view text() const override { return lists_.text_of(ordinal_); }
  std::uint32_t ordinal() const override { return ordinal_; }
  void next() override { ++ordinal_; }
  void seek(std::string_view text) override {
    std::uint32_t end = words_;
    while (ordinal_ < end) {
      const std::uint32_t middle = ordinal_ + (end - ordinal_) / 2;
      if (lists_.text_of(middle) < text) {
        ordinal_ = middle + 1;
      } else {
        end = middle;
      }
    }
  }

  void copy_to(PostingListEncoder& encoder, std::uint32_t base) override {
    BatchPostings postings = lists_.postings(ordinal_);
    VarintReader positions = lists_.positions(ordinal_);
    const bool with_positions = has_positions(text());
    for (; !postings.done(); postings.next()) {
      encoder.add(base + postings.article(), postings.occurrences(), postings.in_headline());
      for (std::uint32_t i = 0; with_positions && i < postings.occurrences(); ++i) {
        encoder.add_position(positions.next());
      }
    }
  }

 private:
  const InvertedLists& lists_;
  const std::uint32_t words_;
  std::uint32_t ordinal_ = 0;
};

class BatchStems final : public TermStream {
 public:
  explicit BatchStems(const InvertedLists& lists) : lists_(lists) {}

  bool done() const override { return ordinal_ == lists_.stems.size(); }
  std::string_view text() const override { return lists_.key_of(stem()); }
  std::uint32_t ordinal() const override { return ordinal_; }
  void next() override { ++ordinal_; }
  void seek(std::string_view text) override {
    const auto key_of = [this](const InvertedLists::Stem& stem) { return lists_.key_of(stem); };
    const auto found = std::ranges::lower_bound(lists_.stems.begin() + ordinal_, lists_.stems.end(),
                                                text, {}, key_of);
    ordinal_ = static_cast<std::uint32_t>(found - lists_.stems.begin());
  }
  std::optional<std::uint32_t> only_word() const override {
    if (stem().forms > 1 || !stem().all_articles_of_form) return std::nullopt;
    return lists_.forms[stem().first_form];
  }
  std::vector<std::uint32_t> forms() const override {
    const auto first = lists_.forms.begin() + stem().first_form;
    return {first, first + stem().forms};
  }

  // The lists of all forms at once, article by article. A form that occurs in several languages has
  // a stem in each, which gets its articles of that language.
  void copy_to(PostingListEncoder& encoder, std::uint32_t base) override {
    forms_.clear();
    for (std::uint32_t i = 0; i < stem().forms; ++i) {
      forms_.push_back(lists_.postings(lists_.forms[stem().first_form + i]));
    }
    for (;;) {
      std::uint32_t article = BatchPostings::kDone;
      for (const BatchPostings& form : forms_) article = std::min(article, form.article());
      if (article == BatchPostings::kDone) return;
      const auto [occurrences, in_headline] = take(article);
      if (lists_.article_languages[article - 1] == stem().language) {
        encoder.add(base + article, occurrences, in_headline);
      }
    }
  }

 private:
  const InvertedLists::Stem& stem() const { return lists_.stems[ordinal_]; }

  // Sums up the article over all forms and moves those on.
  std::pair<std::uint32_t, bool> take(std::uint32_t article) {
    std::uint32_t occurrences = 0;
    bool in_headline = false;
    for (BatchPostings& form : forms_) {
      if (form.article() != article) continue;
      occurrences += form.occurrences();
      in_headline |= form.in_headline();
      form.next();
    }
    return {occurrences, in_headline};
  }

  const InvertedLists& lists_;
  std::uint32_t ordinal_ = 0;
  std::vector<BatchPostings> forms_;
};

}  // namespace

std::string_view InvertedLists::text_of(std::size_t word) const {
  return {texts.data() + words[word].text, words[word + 1].text - words[word].text};
}

std::string_view InvertedLists::key_of(const Stem& stem) const {
  return std::string_view(stem_keys).substr(stem.key, stem.key_bytes);
}

BatchPostings InvertedLists::postings(std::size_t word) const {
  return BatchPostings(std::string_view(lists).substr(
      words[word].postings, words[word].positions - words[word].postings));
}

VarintReader InvertedLists::positions(std::size_t word) const {
  return VarintReader(std::string_view(lists).substr(
      words[word].positions, words[word + 1].postings - words[word].positions));
}

std::uint32_t InvertedBatch::articles() const {
  return static_cast<std::uint32_t>(lists_.columns.size());
}

ArticleColumns InvertedBatch::columns(std::uint32_t article) const {
  return lists_.columns[article - 1];
}

std::uint32_t InvertedBatch::words() const {
  return static_cast<std::uint32_t>(lists_.words.size() - 1);
}

std::vector<std::string> InvertedBatch::landmarks(DictionaryKind kind, std::size_t count) const {
  const bool of_words = kind == DictionaryKind::kWords;
  const std::size_t terms = of_words ? words() : lists_.stems.size();
  std::vector<std::string> landmarks;
  for (std::size_t i = 1; i <= count && terms > count; ++i) {
    const std::size_t at = i * terms / (count + 1);
    landmarks.emplace_back(of_words ? lists_.text_of(at) : lists_.key_of(lists_.stems[at]));
  }
  return landmarks;
}

std::unique_ptr<TermStream> InvertedBatch::terms(DictionaryKind kind) const {
  if (kind == DictionaryKind::kWords) return std::make_unique<BatchWords>(lists_);
  return std::make_unique<BatchStems>(lists_);
}

}  // namespace dateline::indexer

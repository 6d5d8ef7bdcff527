#include "tests/oracle/naive_archive.h"

#include <algorithm>

namespace dateline::oracle {
namespace {

constexpr std::uint32_t kMostWords = 65'535;  // a longer article counts as so long

}  // namespace

NaiveArchive::NaiveArchive(const std::vector<Article>& articles) {
  double words = 0;
  for (const Article& article : articles) {
    add(article);
    words += articles_.back().length;
  }
  if (words > 0) average_length_ = words / static_cast<double>(articles.size());
}

std::optional<TermId> NaiveArchive::find(const std::string& term) const {
  const auto found = terms_.find(term);
  if (found == terms_.end()) return std::nullopt;
  return found->second;
}

std::string NaiveArchive::stem(std::size_t language, std::string_view word) {
  return std::string(stemmers_[language].key(word));
}

std::set<TermId> NaiveArchive::with_stem(std::size_t language, const std::string& stem) const {
  const auto found = stems_[language].find(stem);
  return found == stems_[language].end() ? std::set<TermId>{} : found->second;
}

void NaiveArchive::add(const Article& article) {
  NaiveArticle& added = articles_.emplace_back();
  added.language = language_number(article.language);
  const std::uint32_t headline = add_text(article.headline, 0);
  const std::uint32_t body = add_text(article.body, headline + kHeadlineGap);
  added.headline = std::min(headline, kMostWords);
  added.length = std::min(headline + body, kMostWords);
  add_fields(article);
}

std::uint32_t NaiveArchive::add_text(std::string_view text, std::uint32_t first_position) {
  NaiveArticle& article = articles_.back();
  const auto number = static_cast<std::uint32_t>(articles_.size() - 1);
  for (const Token& token : analyser_.analyse(text, first_position)) {
    const TermId term = term_number(token.term);
    if (token.starts_sentence) article.sentences.push_back(token.position);
    if (token.starts_paragraph) article.paragraphs.push_back(token.position);
    if (article.places.size() <= token.position) article.places.resize(token.position + 1);
    auto& here = article.places[token.position];
    if (std::find(here.begin(), here.end(), term) != here.end()) continue;
    here.push_back(term);
    occurrences_[term].push_back({number, token.position});
    note_stem(article.language, term, token.term);
  }
  return analyser_.next_position() - first_position;
}

void NaiveArchive::note_stem(std::size_t language, TermId term, std::string_view text) {
  auto& stemmed = stemmed_[language];
  if (stemmed.size() <= term) stemmed.resize(term + 1);
  if (stemmed[term] || !is_stemmable(text)) return;
  stemmed[term] = true;
  stems_[language][stem(language, text)].insert(term);
}

void NaiveArchive::add_fields(const Article& article) {
  add_field("byline", article.byline);
  add_field("source", article.source);
  add_field("agency", article.agency);
  add_field("section", article.section);
  add_field("place", article.place);
  add_field("language", article.language);
  add_field("url", article.url);
  for (const ArchiveField& field : article.fields) add_field(field.name, field.value);
}

void NaiveArchive::add_field(const std::string& name, std::string_view value) {
  FieldValue field{name, {}};
  for (const Token& token : analyser_.analyse(value)) {
    field.words.push_back(
        {std::string(token.term), token.position, token.kind == TokenKind::kWord});
  }
  if (!field.words.empty()) articles_.back().fields.push_back(std::move(field));
}

std::size_t NaiveArchive::language_number(const std::string& language) {
  const auto known = std::find(languages_.begin(), languages_.end(), language);
  if (known != languages_.end()) return static_cast<std::size_t>(known - languages_.begin());
  languages_.push_back(language);
  stemmers_.emplace_back(language);
  stems_.emplace_back();
  stemmed_.emplace_back();
  return languages_.size() - 1;
}

TermId NaiveArchive::term_number(std::string_view term) {
  const auto [found, is_new] =
      terms_.try_emplace(std::string(term), static_cast<TermId>(terms_.size()));
  if (is_new) occurrences_.emplace_back();
  return found->second;
}

}  // namespace dateline::oracle

#include "tests/oracle/xapian_archive.h"

#include <algorithm>
#include <set>
#include <variant>

#include "common/index/checksum.h"
#include "tests/oracle/xapian_scope.h"

namespace dateline::oracle {
namespace {

using searcher::AcceptedWords;
using searcher::Reading;
using Xapian::Query;
using Queries = std::vector<Query>;

constexpr Xapian::valueno kFirstDay = 0;
constexpr Xapian::valueno kLastDay = 1;
constexpr Xapian::valueno kWords = 2;

// Positions start here: 1.4.22 misses a phrase that stands nearer to 0 than it has words.
constexpr Xapian::termpos kFirstPosition = 1'000;
constexpr Xapian::termpos kValueGap = 1'000;

Query any_of(const Queries& parts) {
  return {Query::OP_OR, parts.begin(), parts.end()};
}
Query all_of(const Queries& parts) {
  return {Query::OP_AND, parts.begin(), parts.end()};
}

std::string day_value(std::chrono::year_month_day day) {
  const auto days = std::chrono::sys_days{day}.time_since_epoch().count();
  return Xapian::sortable_serialise(static_cast<double>(days));
}

void add_dates(const PublicationTime& published, Xapian::Document& document) {
  if (!published.dated()) {
    document.add_term("U");
    return;
  }
  const auto day = published.day();
  const bool year_only = published.precision == Precision::kYear;
  const bool known_day = published.precision >= Precision::kDay;
  const auto first = day.year() / (year_only ? std::chrono::January : day.month());
  const auto last = day.year() / (year_only ? std::chrono::December : day.month());
  document.add_value(kFirstDay, day_value(known_day ? day : first / 1));
  document.add_value(kLastDay, day_value(known_day ? day : last / std::chrono::last));
}

Query in_range(const DayRange& range) {
  Queries limits = {{Query::OP_AND_NOT, Query::MatchAll, Query("U")}};
  if (range.first) limits.emplace_back(Query::OP_VALUE_GE, kFirstDay, day_value(*range.first));
  if (range.last) limits.emplace_back(Query::OP_VALUE_LE, kLastDay, day_value(*range.last));
  return all_of(limits);
}

// Phrases of Xapian take terms only: one for each choice of terms.
void add_phrases(const Reading& reading, const std::string& prefix,
                 std::vector<std::string>& chosen, Queries& phrases) {
  if (chosen.size() == reading.size()) {
    phrases.emplace_back(Query::OP_PHRASE, chosen.begin(), chosen.end(),
                         static_cast<Xapian::termcount>(chosen.size()));
    return;
  }
  for (const std::string& term : reading[chosen.size()].terms) {
    chosen.push_back(prefix + term);
    add_phrases(reading, prefix, chosen, phrases);
    chosen.pop_back();
  }
}

Query phrase(const Reading& reading, const std::string& prefix) {
  std::vector<std::string> chosen;
  Queries phrases;
  add_phrases(reading, prefix, chosen, phrases);
  return any_of(phrases);
}

Query in_range(const searcher::NumberNode& number) {
  const auto value = [](std::uint64_t words) {
    return Xapian::sortable_serialise(static_cast<double>(words));
  };
  const Query enough(Query::OP_VALUE_GE, kWords, value(number.least));
  if (!number.most) return enough;
  return all_of({enough, Query(Query::OP_VALUE_LE, kWords, value(*number.most))});
}

bool is_of_text(const std::string& field) {
  return field.empty() || field == "headline" || field == "hlead";
}

Query near_terms(const searcher::NearNode& near) {
  const Queries terms = {Query("W" + only_term(near.sides[0])),
                         Query("W" + only_term(near.sides[1]))};
  const bool in_order = near.order == searcher::NearOrder::kInOrder;
  return {in_order ? Query::OP_PHRASE : Query::OP_NEAR, terms.begin(), terms.end(),
          near.distance + 1};
}

Query in_field(const std::string& field, const Reading& reading) {
  Queries parts;
  if (reading.size() == 1) {
    for (const auto& term : reading[0].terms) parts.emplace_back("F" + field + ":" + term);
    return any_of(parts);
  }
  for (std::size_t i = 0; i + 1 < reading.size(); ++i) {
    parts.push_back(phrase({reading[i], reading[i + 1]}, "P" + field + ":"));
  }
  return all_of(parts);
}

Query in_field(const std::string& field, const std::string& typed) {
  if (field == "id") return Query("Q" + to_hex(checksum(typed)));
  Queries readings;
  if (field == "url") {
    Analyser analyser;
    for (const Token& token : analyser.analyse(typed)) {
      if (token.kind == TokenKind::kWord) readings.emplace_back("Purl:" + std::string(token.term));
    }
    return all_of(readings);
  }
  for (const Reading& reading : searcher::interpret(typed, searcher::Form::kSpelling).readings) {
    readings.push_back(in_field(field, reading));
  }
  return any_of(readings);
}

}  // namespace

XapianArchive::XapianArchive(const IndexedArchive& archive, const std::filesystem::path& folder)
    : database_(folder.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS),
      articles_(static_cast<Xapian::doccount>(archive.articles.size())) {
  std::set<std::string> languages;
  for (const Article& article : archive.articles) {
    database_.add_document(document_of(article));
    languages.insert(article.language);
  }
  database_.commit();
  languages_.assign(languages.begin(), languages.end());
}

std::vector<std::uint32_t> XapianArchive::search(const searcher::Query& query) {
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(compile(query.root));
  const Xapian::MSet found = enquire.get_mset(0, articles_);
  std::vector<std::uint32_t> articles;
  for (auto match = found.begin(); match != found.end(); ++match) articles.push_back(*match - 1);
  std::sort(articles.begin(), articles.end());
  return articles;
}

Xapian::Document XapianArchive::document_of(const Article& article) {
  Xapian::Document document;
  const auto headline =
      add_text({article.headline, kFirstPosition, "WHL", "STK"}, article.language, document);
  const std::uint32_t body = headline + kHeadlineGap;
  const std::string_view text = article.body;
  const std::size_t lead = std::min(lead_end(text), text.size());
  add_text({text.substr(0, lead), body, "L", "K"}, article.language, document);
  const auto end = add_text({text, body, "W", "S"}, article.language, document);
  document.add_value(kWords, Xapian::sortable_serialise(headline - kFirstPosition + end - body));
  add_fields(article, document);
  add_dates(article.published, document);
  document.add_term("Q" + to_hex(checksum(article.id)));
  return document;
}

std::uint32_t XapianArchive::add_text(const Text& text, const std::string& language,
                                      Xapian::Document& document) {
  std::set<std::string> stemmable;
  for (const Token& token : analyser_.analyse(text.text, text.first_position)) {
    const std::string term(token.term);
    for (const char prefix : text.prefixes) document.add_posting(prefix + term, token.position);
    if (is_stemmable(term)) stemmable.insert(term);
  }
  Stemmer stemmer(language);
  for (const std::string& term : stemmable) {
    const std::string key(stemmer.key(term));
    for (const char prefix : text.stem_prefixes) document.add_term(prefix + key);
  }
  return analyser_.next_position();
}

// Bytes of the body up to its second paragraph.
std::size_t XapianArchive::lead_end(std::string_view body) {
  bool in_lead = false;
  for (const Token& token : analyser_.analyse(body)) {
    if (token.starts_paragraph && in_lead) return token.begin;
    if (token.starts_paragraph) in_lead = true;
  }
  return body.size();
}

void XapianArchive::add_fields(const Article& article, Xapian::Document& document) {
  add_field("byline", article.byline, kFirstPosition, document);
  add_field("source", article.source, kFirstPosition, document);
  add_field("agency", article.agency, kFirstPosition, document);
  add_field("section", article.section, kFirstPosition, document);
  add_field("place", article.place, kFirstPosition, document);
  add_field("language", article.language, kFirstPosition, document);
  add_field("url", article.url, kFirstPosition, document);
  Xapian::termpos position = kFirstPosition + kValueGap;
  for (const ArchiveField& field : article.fields) {
    add_field(field.name, field.value, position, document);
    position += kValueGap;
  }
}

void XapianArchive::add_field(const std::string& name, std::string_view value,
                              Xapian::termpos first_position, Xapian::Document& document) {
  for (const Token& token : analyser_.analyse(value, first_position)) {
    const std::string word = name + ":" + std::string(token.term);
    document.add_term("F" + word);
    if (token.kind == TokenKind::kWord) document.add_posting("P" + word, token.position);
  }
}

Xapian::Query XapianArchive::compile(const searcher::Node& node) {
  struct Visitor {
    XapianArchive& self;
    Query typed(const std::string& text, searcher::Form form, const std::string& field) const {
      if (!is_of_text(field)) return in_field(field, text);
      return self.compile_text(searcher::interpret(text, form), field);
    }
    Query operator()(const searcher::AllNode&) const { return Query::MatchAll; }
    Query operator()(const searcher::UndatedNode&) const { return Query("U"); }
    Query operator()(const searcher::SynonymNode& same) const {
      return self.compile_any(same.children);
    }
    Query operator()(const searcher::NearNode& near) const { return near_terms(near); }
    Query operator()(const searcher::AtLeastNode&) const { return Query::MatchNothing; }
    Query operator()(const searcher::NumberNode& number) const { return in_range(number); }
    Query operator()(const searcher::DateNode& date) const { return in_range(date.range); }
    Query operator()(const searcher::WordNode& word) const {
      return typed(word.typed, word.form, word.field.name());
    }
    Query operator()(const searcher::PhraseNode& words) const {
      return typed(words.typed, words.form, words.field.name());
    }
    Query operator()(const searcher::NotNode& none) const {
      return {Query::OP_AND_NOT, Query::MatchAll, self.compile(none.child.front())};
    }
    Query operator()(const searcher::AndNode& all) const { return self.compile_and(all.children); }
    Query operator()(const searcher::OrNode& any) const { return self.compile_any(any.children); }
  };
  return std::visit(Visitor{*this}, node.value);
}

Xapian::Query XapianArchive::compile_any(const std::vector<searcher::Node>& children) {
  Queries parts;
  for (const auto& child : children) parts.push_back(compile(child));
  return any_of(parts);
}

Xapian::Query XapianArchive::compile_and(const std::vector<searcher::Node>& children) {
  Queries wanted;
  Queries unwanted;
  for (const searcher::Node& child : children) {
    const auto* negated = std::get_if<searcher::NotNode>(&child.value);
    if (negated == nullptr) {
      wanted.push_back(compile(child));
    } else {
      unwanted.push_back(compile(negated->child.front()));
    }
  }
  const Query all = wanted.empty() ? Query::MatchAll : all_of(wanted);
  return unwanted.empty() ? all : Query(Query::OP_AND_NOT, all, any_of(unwanted));
}

Xapian::Query XapianArchive::compile_text(const searcher::Interpretation& meant,
                                          const std::string& field) const {
  const std::string word_prefix = field.empty() ? "W" : field == "headline" ? "H" : "L";
  const std::string stem_prefix = field.empty() ? "S" : field == "headline" ? "T" : "K";
  Queries readings;
  for (const Reading& reading : meant.readings) {
    if (reading.size() > 1) {
      readings.push_back(phrase(reading, word_prefix));
      continue;
    }
    for (const std::string& term : reading[0].terms) readings.emplace_back(word_prefix + term);
    const std::string& stem_of = reading[0].same_stem_as;
    if (stem_of.empty() || !is_stemmable(stem_of)) continue;
    for (const std::string& language : languages_) {
      Stemmer stemmer(language);
      for (const std::string& term : reading[0].terms) {
        if (is_stemmable(term)) readings.emplace_back(stem_prefix + std::string(stemmer.key(term)));
      }
    }
  }
  return any_of(readings);
}

}  // namespace dateline::oracle

// Xapian without Dateline's text index, at its leanest: see README.md here.
#include <xapian.h>

#include <optional>

#include "benchmarks/child_process.h"
#include "benchmarks/peers/peer.h"
#include "benchmarks/peers/prepared_articles.h"
#include "benchmarks/stopwatch.h"
#include "common/xapian_guard.h"

namespace dateline::bench {
namespace {

constexpr Xapian::valueno kDate = 0;
constexpr Xapian::doccount kArticlesAFlush = 20'000;

std::string stem_term(std::string_view stem) {
  return std::string("Z").append(stem);
}

Xapian::Document document_of(const PreparedArticle& article) {
  Xapian::Document document;
  document.set_data(article.text);
  document.add_value(kDate, Xapian::sortable_serialise(static_cast<double>(article.minutes)));
  Xapian::termpos position = 0;
  for (const auto word : split_words(article.words)) {
    document.add_posting(std::string(word), ++position);
  }
  for (const auto stem : split_words(article.stems)) document.add_term(stem_term(stem));
  return document;
}

void index_all(const std::filesystem::path& prepared, const std::filesystem::path& folder) {
  const std::string first = folder / "growing";
  {
    Xapian::WritableDatabase database(first, Xapian::DB_CREATE | Xapian::DB_NO_SYNC |
                                                 Xapian::DB_NO_TERMLIST | Xapian::DB_DANGEROUS);
    PreparedReader reader(prepared);
    PreparedArticle article;
    for (Xapian::doccount read = 1; reader.next(article); ++read) {
      database.add_document(document_of(article));
      if (read % kArticlesAFlush == 0) database.commit();
    }
    database.commit();
  }
  Xapian::Database(first).compact(folder / "xapian",
                                  Xapian::DBCOMPACT_SINGLE_FILE | Xapian::Compactor::FULLER);
  std::filesystem::remove_all(first);
}

Xapian::Query query_of(const PeerQuery& query) {
  if (query.match == Match::kPhrase) {
    return {Xapian::Query::OP_PHRASE, query.words.begin(), query.words.end(),
            static_cast<Xapian::termcount>(query.words.size())};
  }
  std::vector<Xapian::Query> stems;
  for (const std::string& stem : query.stems) stems.emplace_back(stem_term(stem));
  return {query.match == Match::kAll ? Xapian::Query::OP_AND : Xapian::Query::OP_OR, stems.begin(),
          stems.end()};
}

class XapianPeer final : public Peer {
 public:
  std::string name() const override { return std::string("Xapian ") + Xapian::version_string(); }

  PeerBuild build(const std::filesystem::path& prepared, const std::filesystem::path& folder,
                  unsigned) override {
    ::setenv("XAPIAN_FLUSH_THRESHOLD", "1000000", 1);  // commit() says when, not a count
    const ChildUsage usage = run_forked(
        [&] { xapian_guard("build Xapian's index", [&] { index_all(prepared, folder); }); });
    return {usage.seconds, usage.processor_seconds, usage.peak_resident_bytes};
  }

  void open(const std::filesystem::path& folder) override {
    xapian_guard("open Xapian's index", [&] { database_.emplace(folder / "xapian"); });
  }

  std::vector<PeerAnswer> ask(const std::vector<PeerQuery>& queries) override {
    std::vector<PeerAnswer> answers;
    for (const PeerQuery& query : queries) {
      PeerAnswer& answer = answers.emplace_back();
      answer.microseconds = microseconds(time_of(
          [&] { answer.hits = xapian_guard("ask Xapian", [&] { return hits_of(query); }); }));
    }
    return answers;
  }

 private:
  std::uint64_t hits_of(const PeerQuery& query) {
    Xapian::Enquire enquire(*database_);
    enquire.set_query(query_of(query));
    if (query.want == Want::kCount) {
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      return enquire.get_mset(0, 0, database_->get_doccount()).get_matches_lower_bound();
    }
    if (query.want == Want::kNewest) {
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      enquire.set_sort_by_value(kDate, true);
    } else {
      enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0));
    }
    std::uint64_t hits = 0;
    const Xapian::MSet page = enquire.get_mset(0, 10);
    for (auto match = page.begin(); match != page.end(); ++match) hits += *match > 0 ? 1 : 0;
    return hits;
  }

  std::optional<Xapian::Database> database_;
};

}  // namespace

std::unique_ptr<Peer> make_xapian_peer() {
  return std::make_unique<XapianPeer>();
}

}  // namespace dateline::bench

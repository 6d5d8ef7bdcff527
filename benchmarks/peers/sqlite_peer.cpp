// SQLite's full-text index FTS5, without its Porter stemmer: see README.md here.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include "benchmarks/child_process.h"
#include "benchmarks/peers/peer.h"
#include "benchmarks/peers/prepared_articles.h"
#include "benchmarks/stopwatch.h"
#include "common/error.h"

namespace dateline::bench {
namespace {

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

void expect(int status, int expected, sqlite3* database) {
  if (status == expected) return;
  throw Error(ErrorKind::kSystem, std::string("SQLite: ") + sqlite3_errmsg(database));
}

Database open_database(const std::filesystem::path& folder) {
  sqlite3* raw = nullptr;
  const int status = sqlite3_open((folder / "articles.sqlite").c_str(), &raw);
  Database database(raw);
  expect(status, SQLITE_OK, raw);
  return database;
}

void execute(const Database& database, const char* sql) {
  expect(sqlite3_exec(database.get(), sql, nullptr, nullptr, nullptr), SQLITE_OK, database.get());
}

Statement prepare(const Database& database, const char* sql) {
  sqlite3_stmt* raw = nullptr;
  expect(sqlite3_prepare_v2(database.get(), sql, -1, &raw, nullptr), SQLITE_OK, database.get());
  return Statement(raw);
}

void bind_text(const Statement& statement, int at, const std::string& text) {
  sqlite3_bind_text(statement.get(), at, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

void insert_all(const Database& database, const std::filesystem::path& prepared) {
  const Statement article = prepare(database, "INSERT INTO articles VALUES (?, ?, ?)");
  const Statement words = prepare(database, "INSERT INTO words(rowid, stems) VALUES (?, ?)");
  PreparedReader reader(prepared);
  PreparedArticle read;
  for (std::int64_t id = 1; reader.next(read); ++id) {
    sqlite3_bind_int64(article.get(), 1, id);
    sqlite3_bind_int64(article.get(), 2, read.minutes);
    bind_text(article, 3, read.text);
    sqlite3_bind_int64(words.get(), 1, id);
    bind_text(words, 2, read.stems);
    for (const Statement* statement : {&article, &words}) {
      expect(sqlite3_step(statement->get()), SQLITE_DONE, database.get());
      sqlite3_reset(statement->get());
    }
  }
}

void index_by_sqlite(const std::filesystem::path& prepared, const std::filesystem::path& folder) {
  const Database database = open_database(folder);
  execute(database, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
  execute(database, "PRAGMA cache_size = -262144");
  execute(database, "CREATE TABLE articles(id INTEGER PRIMARY KEY, minutes INTEGER, text TEXT)");
  execute(database,
          "CREATE VIRTUAL TABLE words USING fts5(stems, content = '', tokenize = 'unicode61 "
          "remove_diacritics 0')");
  execute(database, "BEGIN");
  insert_all(database, prepared);
  execute(database, "COMMIT");
  execute(database, "INSERT INTO words(words) VALUES ('optimize')");
}

constexpr const char* kBest = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 10";
constexpr const char* kNewest =
    "SELECT id FROM words JOIN articles ON id = words.rowid WHERE words MATCH ? "
    "ORDER BY minutes DESC LIMIT 10";
constexpr const char* kCount = "SELECT count(*) FROM words WHERE words MATCH ?";

std::string match_of(const PeerQuery& query) {
  if (query.match == Match::kPhrase) return fmt::format("\"{}\"", fmt::join(query.stems, " "));
  const char* const sign = query.match == Match::kAll ? "\" AND \"" : "\" OR \"";
  return fmt::format("\"{}\"", fmt::join(query.stems, sign));
}

class SqlitePeer final : public Peer {
 public:
  std::string name() const override { return std::string("SQLite FTS5 ") + sqlite3_libversion(); }

  PeerBuild build(const std::filesystem::path& prepared, const std::filesystem::path& folder,
                  unsigned) override {
    const ChildUsage usage = run_forked([&] { index_by_sqlite(prepared, folder); });
    return {usage.seconds, usage.processor_seconds, usage.peak_resident_bytes};
  }

  void open(const std::filesystem::path& folder) override {
    statements_.clear();
    database_ = open_database(folder);
    execute(database_, "PRAGMA mmap_size = 4294967296; PRAGMA cache_size = -262144");
    for (const char* const sql : {kBest, kNewest, kCount}) {
      statements_.push_back(prepare(database_, sql));
    }
  }

  std::vector<PeerAnswer> ask(const std::vector<PeerQuery>& queries) override {
    std::vector<PeerAnswer> answers;
    for (const PeerQuery& query : queries) {
      PeerAnswer& answer = answers.emplace_back();
      answer.microseconds = microseconds(time_of([&] { answer.hits = hits_of(query); }));
    }
    return answers;
  }

 private:
  std::uint64_t hits_of(const PeerQuery& query) {
    const Statement& statement = statements_[static_cast<std::size_t>(query.want)];
    const std::string match = match_of(query);
    bind_text(statement, 1, match);
    std::uint64_t rows = 0;
    std::int64_t last = 0;
    int status = SQLITE_ROW;
    while ((status = sqlite3_step(statement.get())) == SQLITE_ROW) {
      ++rows;
      last = sqlite3_column_int64(statement.get(), 0);
    }
    expect(status, SQLITE_DONE, database_.get());
    sqlite3_reset(statement.get());
    return query.want == Want::kCount ? static_cast<std::uint64_t>(last) : rows;
  }

  Database database_;
  std::vector<Statement> statements_;  // by Want; go before the database
};

}  // namespace

std::unique_ptr<Peer> make_sqlite_peer() {
  return std::make_unique<SqlitePeer>();
}

}  // namespace dateline::bench

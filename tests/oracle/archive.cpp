#include "tests/oracle/archive.h"

#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <unordered_map>
#include <utility>
#include <variant>

#include "common/index/index.h"
#include "corpus/generator.h"
#include "corpus/story_formats.h"
#include "indexer/enrichment/enrich.h"
#include "indexer/sources/archive_reader.h"
#include "indexer/sources/parse.h"
#include "indexer/update/update.h"

namespace dateline::oracle {
namespace {

namespace fs = std::filesystem;
using indexer::RawDocument;

constexpr std::size_t kParts = 3;
constexpr std::size_t kReplacedOf = 7;  // of so many articles one has an older version

// Nothing where the sources find no usable article in it.
std::optional<Article> article_of(RawDocument document) {
  const indexer::Origin origin = document.origin;
  indexer::SourceNotes notes;
  auto parsed = indexer::parse(std::move(document), {}, notes);
  auto* article = std::get_if<Article>(&parsed.front());
  if (article == nullptr) return std::nullopt;
  indexer::enrich(*article, origin, {});
  return std::move(*article);
}

// What the record might have said before it was corrected: another text under the same identity.
RawDocument older_version(RawDocument document) {
  const std::string_view word = " the ";
  for (std::size_t at = 0; (at = document.bytes.find(word, at)) != std::string::npos;) {
    document.bytes.replace(at, word.size(), " withdrawn ");
  }
  return document;
}

void update(const fs::path& index, const fs::path& input, std::optional<indexer::Format> format) {
  indexer::UpdateOptions options;
  options.index_dir = index;
  options.inputs = {input.string()};
  options.jobs = 2;
  options.format = format;
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream log;
  indexer::run_update(options, {in, out, log});
}

// An archive that grows part by part.
class PartWriter {
 public:
  explicit PartWriter(const fs::path& folder) : folder_(folder) {
    archive_.index = folder / "index";
  }

  void add(const RawDocument& document, const Article& article) {
    const auto [known, is_new] = latest_.try_emplace(article.id, archive_.articles.size());
    if (!is_new) archive_.live[known->second] = false;
    known->second = archive_.articles.size();
    archive_.articles.push_back(article);
    archive_.live.push_back(true);
    format_ = document.format;
    bytes_ += document.bytes + '\n';
  }

  void end_part() {
    const fs::path file = folder_ / "part";
    std::ofstream(file, std::ios::binary) << bytes_;
    update(archive_.index, file, format_);
    bytes_.clear();
  }

  IndexedArchive finish() && {
    archive_.segments = Index::open(archive_.index).segments().size();
    return std::move(archive_);
  }

 private:
  fs::path folder_;
  IndexedArchive archive_;
  std::unordered_map<std::string, std::size_t> latest_;
  std::string bytes_;
  indexer::Format format_ = indexer::Format::kText;
};

}  // namespace

std::vector<Record> read_records(const std::string& input) {
  std::istringstream nothing;
  indexer::ArchiveReader reader({input}, {}, nothing);
  std::vector<Record> records;
  while (auto next = reader.next()) {
    auto* document = std::get_if<RawDocument>(&*next);
    if (document == nullptr) continue;
    auto article = article_of(*document);
    if (article) records.push_back({std::move(*document), *std::move(article)});
  }
  return records;
}

fs::path generated_archive(const fs::path& folder, std::uint64_t articles) {
  corpus::GeneratorOptions options;
  options.articles = articles;
  corpus::Generator generator(options);
  std::string lines;
  while (const auto story = generator.next()) corpus::append_json_line(*story, lines);
  const fs::path file = folder / "generated.jsonl";
  std::ofstream(file, std::ios::binary) << lines;
  return file;
}

IndexedArchive index_at_once(const std::string& input, const std::vector<Record>& records,
                             const fs::path& index) {
  update(index, input, std::nullopt);
  IndexedArchive archive{index, Index::open(index).segments().size(), {}, {}};
  for (const Record& record : records) archive.articles.push_back(record.article);
  archive.live.assign(records.size(), true);
  return archive;
}

IndexedArchive index_in_parts(const std::vector<Record>& records, Replaced replaced,
                              const fs::path& folder) {
  PartWriter writer(folder);
  for (std::size_t part = 0; part < kParts; ++part) {
    const std::size_t begin = records.size() * part / kParts;
    const std::size_t end = records.size() * (part + 1) / kParts;
    for (std::size_t i = begin; i < end; ++i) writer.add(records[i].document, records[i].article);
    for (std::size_t i = end; i < records.size() && replaced == Replaced::kSome; ++i) {
      if (i % kReplacedOf != part) continue;
      const RawDocument older = older_version(records[i].document);
      if (older.bytes != records[i].document.bytes) writer.add(older, article_of(older).value());
    }
    writer.end_part();
  }
  return std::move(writer).finish();
}

}  // namespace dateline::oracle

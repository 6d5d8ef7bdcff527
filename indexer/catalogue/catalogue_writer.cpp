#include "indexer/catalogue/catalogue_writer.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "common/index/article_store.h"
#include "common/xapian_guard.h"

namespace dateline::indexer {
namespace {

constexpr int kScratchFlags = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS |
                              Xapian::DB_NO_TERMLIST | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;

std::string writing(const std::filesystem::path& file) {
  return fmt::format("write catalogue '{}'", file.string());
}

// Single file, densest, document ids kept in order.
std::string compact(Xapian::Database database, const std::filesystem::path& file) {
  database.compact(file.string(), Xapian::DBCOMPACT_SINGLE_FILE | Xapian::Compactor::FULLER);
  return Xapian::Database(file.string()).get_uuid();
}

std::string append_catalogues(std::span<const SegmentOnDisk> segments,
                              const std::filesystem::path& merged) {
  return xapian_guard(writing(merged), [&] {
    Xapian::Database all;
    for (const SegmentOnDisk& segment : segments) {
      all.add_database(Xapian::Database(segment.catalogue_path().string()));
    }
    return compact(all, merged);
  });
}

// Which fields of its articles a segment has terms of: not those whose names were refused.
class SearchedFields {
 public:
  explicit SearchedFields(const SegmentOnDisk& segment)
      : catalogue_(segment.catalogue_path().string()) {}

  bool contains(std::string_view field) {
    const auto known = searched_.find(field);
    if (known != searched_.end()) return known->second;
    const std::string prefix = field_term(field, "");
    const bool has_terms = catalogue_.allterms_begin(prefix) != catalogue_.allterms_end(prefix);
    return searched_.emplace(field, has_terms).first->second;
  }

 private:
  Xapian::Database catalogue_;
  std::map<std::string, bool, std::less<>> searched_;
};

void add_live_articles(const SegmentOnDisk& segment, CatalogueWriter& writer) {
  ArticleStore store(segment.article_store_path());
  CatalogueEntryMaker maker;
  auto searched = xapian_guard("read the catalogue", [&] { return SearchedFields(segment); });
  const IsSearched is_searched = [&](std::string_view field) {
    return xapian_guard("read the catalogue", [&] { return searched.contains(field); });
  };
  for (ArticleNumber number = 1; number <= store.articles(); ++number) {
    if (segment.deleted.contains(number)) continue;
    writer.add(maker.make(store.article(number), is_searched));
  }
}

}  // namespace

struct CatalogueWriter::Impl {
  explicit Impl(std::filesystem::path target)
      : file(std::move(target)),
        scratch(file.string() + std::string(kTemporarySuffix)),
        database(scratch.string(), kScratchFlags) {}

  ~Impl() {
    std::error_code ignored;
    std::filesystem::remove_all(scratch, ignored);
  }

  std::filesystem::path file;
  std::filesystem::path scratch;
  Xapian::WritableDatabase database;
};

CatalogueWriter::CatalogueWriter(std::filesystem::path file)
    : impl_(xapian_guard(writing(file), [&] { return std::make_unique<Impl>(file); })) {}

CatalogueWriter::~CatalogueWriter() = default;

void CatalogueWriter::add(const CatalogueEntry& entry) {
  xapian_guard(writing(impl_->file), [&] {
    Xapian::Document document;
    for (const std::string& term : entry.terms) document.add_boolean_term(term);
    impl_->database.add_document(document);
  });
}

// Compacting reads the committed database, so the commit comes first; the scratch folder goes last.
std::string CatalogueWriter::finish() {
  return xapian_guard(writing(impl_->file), [&] {
    impl_->database.commit();
    std::string uuid = compact(impl_->database, impl_->file);
    impl_->database.close();
    std::filesystem::remove_all(impl_->scratch);
    return uuid;
  });
}

std::string merge_catalogues(std::span<const SegmentOnDisk> segments,
                             const std::filesystem::path& merged) {
  const bool none_deleted = std::ranges::all_of(
      segments, [](const SegmentOnDisk& segment) { return segment.deleted.empty(); });
  if (none_deleted) return append_catalogues(segments, merged);
  CatalogueWriter writer(merged);
  for (const SegmentOnDisk& segment : segments) add_live_articles(segment, writer);
  return writer.finish();
}

}  // namespace dateline::indexer

#include "indexer/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/copies/copies_file.h"
#include "common/facets/facet_file.h"
#include "common/index/article_record.h"
#include "common/index/catalogue_schema.h"
#include "common/index/checksum.h"
#include "common/index/current.h"
#include "common/index/file.h"
#include "common/index/index.h"
#include "common/text_index/posting_cursor.h"
#include "common/text_index/text_index.h"
#include "common/text_index/url_terms.h"
#include "common/xapian_guard.h"
#include "indexer/facets/facet_input.h"
#include "indexer/sources/kept_fields.h"

namespace dateline::indexer {
namespace {

void check_file(const std::filesystem::path& path, const FileEntry& entry) {
  const MappedFile file(path);
  if (file.bytes().size() != entry.size_bytes) {
    throw damaged(path, fmt::format("it has {} bytes, the manifest says {}", file.bytes().size(),
                                    entry.size_bytes));
  }
  if (checksum(file.bytes()) != entry.checksum) {
    throw damaged(path, "its checksum is not the one in the manifest");
  }
}

// A sum over terms and their articles that is the same in any order.
class TermSum {
 public:
  void add(std::string_view term, ArticleNumber article) { add(checksum(term), article); }
  void add(std::uint64_t term, ArticleNumber article) {
    const std::uint64_t mixed = (term ^ article) * 0x9e37'79b9'7f4a'7c15;
    sum_ += (mixed ^ mixed >> 29) * 0xbf58'476d'1ce4'e5b9;
  }
  void add(const TermSum& other) { sum_ += other.sum_; }
  bool operator==(const TermSum&) const = default;

 private:
  std::uint64_t sum_ = 0;
};

// Walks over every list. Not Xapian::Database::check: it deletes an object as one of another size
// (1.4.22, seen by AddressSanitizer), and the file's checksum has vouched for the pages.
TermSum sum_of_postings(const Xapian::Database& catalogue, const std::filesystem::path& path) {
  TermSum sum;
  for (auto term = catalogue.allterms_begin(); term != catalogue.allterms_end(); ++term) {
    const std::uint64_t term_checksum = checksum(*term);
    Xapian::doccount count = 0;
    Xapian::docid last = 0;
    for (auto article = catalogue.postlist_begin(*term); article != catalogue.postlist_end(*term);
         ++article) {
      sum.add(term_checksum, last = *article);
      ++count;
    }
    if (count != term.get_termfreq() || last > catalogue.get_lastdocid()) {
      throw damaged(path, fmt::format("the list of term '{}' is wrong", *term));
    }
  }
  return sum;
}

TermSum check_catalogue(const std::filesystem::path& path, const SegmentEntry& entry) {
  return xapian_guard(fmt::format("check catalogue '{}'", path.string()), [&] {
    const Xapian::Database catalogue(path.string());
    if (catalogue.get_uuid() != entry.catalogue_uuid ||
        catalogue.get_doccount() != entry.articles || catalogue.get_lastdocid() != entry.articles) {
      throw damaged(path, "it belongs to another segment");
    }
    return sum_of_postings(catalogue, path);
  });
}

TermSum sum_of_url_terms(const TextIndex& index) {
  TermSum sum;
  auto term = index.words().at_or_after(std::string(1, kUrlMark));
  for (; !term.done() && is_url_term(term.text()); term.next()) {
    const std::uint64_t term_checksum = checksum(term.text());
    PostingCursor postings(index, term.term());
    while (postings.next() != kNoMoreArticles) sum.add(term_checksum, postings.article());
  }
  return sum;
}

// No name of a field holds a line end, so no two pairs are the same text.
std::uint64_t checksum_of(std::string_view field, std::string_view value) {
  return checksum(fmt::format("{}\n{}", field, value));
}

TermSum sum_of_facets(const FacetFile& facets) {
  TermSum sum;
  for (const auto& [name, field] : facets.fields()) {
    if (field.entry.state == FacetState::kTooMany) continue;
    const FacetColumn column = *facets.column(name);
    std::vector<std::uint64_t> values;
    for (std::uint32_t i = 0; i < column.values(); ++i) {
      values.push_back(checksum_of(name, column.value(i)));
    }
    for (ArticleNumber article = 1; article <= column.articles(); ++article) {
      column.for_each_value(column.choice_of(article),
                            [&](std::uint32_t value) { sum.add(values[value], article); });
    }
  }
  return sum;
}

TermSum expected_facets(const Article& article, ArticleNumber number, const FacetFile& facets,
                        const IsSearched& is_searched) {
  TermSum sum;
  for (const auto& [field, value] : facet_values(article)) {
    if (is_searched && !is_common_facet(field) && !is_searched(field)) continue;
    const auto known = facets.fields().find(field);
    const bool is_left_out =
        known != facets.fields().end() && known->second.entry.state == FacetState::kTooMany;
    if (!is_left_out) sum.add(checksum_of(field, value), number);
  }
  return sum;
}

// Made anew from the articles.
struct ExpectedTerms {
  TermSum catalogue;
  TermSum urls;
  TermSum facets;
};

// That the text index tells of every article what the store holds of it. Returns what the catalogue
// and the text index and the facets have to hold.
ExpectedTerms check_articles(const std::filesystem::path& folder, const TextIndex& text_index,
                             const FacetFile& facets, ArticleStore& store,
                             const IsSearched& is_searched) {
  ExpectedTerms expected;
  Analyser analyser;
  CatalogueEntryMaker maker;
  for (ArticleNumber number = 1; number <= store.articles(); ++number) {
    const Article article = store.article(number);
    if (text_index.identities()[number - 1] == checksum(article.id) &&
        text_index.dates()[number - 1] == to_date_code(article.published) &&
        text_index.contents()[number - 1] == content_of(article)) {
      for (const auto& term : maker.make(article, is_searched).terms)
        expected.catalogue.add(term, number);
      for (const auto& term : url_terms(article.url, analyser)) expected.urls.add(term, number);
      expected.facets.add(expected_facets(article, number, facets, is_searched));
      continue;
    }
    throw damaged(folder, fmt::format("its parts disagree about article {}", number));
  }
  return expected;
}

void check_copies(const SegmentOnDisk& segment) {
  const CopiesFile copies(segment.copies_path());
  if (copies.articles() != segment.entry.articles) copies.fail("it belongs to another segment");
  copies.check();
}

// That all parts tell the same of every article. Each on its own first: to compare them they must
// hold as many articles as the manifest says.
void check_parts(const SegmentOnDisk& segment, const IsSearched& is_searched) {
  const auto& [folder, entry, deleted] = segment;
  ArticleStore store(segment.article_store_path());
  const TextIndex text_index(segment.text_index_path());
  const MappedFile facets_file(segment.facets_path());
  const FacetFile facets(facets_file.bytes(), facets_file.path());
  store.verify();
  text_index.check();
  if (store.articles() != entry.articles || text_index.articles() != entry.articles ||
      facets.articles() != entry.articles || store.text_bytes() != entry.text_bytes) {
    throw damaged(folder, "its parts hold different articles");
  }
  check_copies(segment);
  const ExpectedTerms expected = check_articles(folder, text_index, facets, store, is_searched);
  if (check_catalogue(segment.catalogue_path(), entry) != expected.catalogue) {
    throw damaged(segment.catalogue_path(), "its terms are not those of its articles");
  }
  if (sum_of_url_terms(text_index) != expected.urls) {
    throw damaged(segment.text_index_path(), "its words of URLs are not those of its articles");
  }
  if (sum_of_facets(facets) != expected.facets) {
    throw damaged(facets_file.path(), "its values are not those of its articles");
  }
}

// Names are refused only where there are as many as an index may have.
IsSearched searched_fields(const Manifest& manifest) {
  if (manifest.archive_fields.size() < kMaxFieldNames) return {};
  return [&names = manifest.archive_fields](std::string_view field) {
    return std::ranges::binary_search(names, field);
  };
}

class Check {
 public:
  explicit Check(const std::filesystem::path& index) : index_(index) {}

  CheckReport run(const Current& current) {
    std::optional<Manifest> manifest;
    attempt([&] { manifest = manifest_of(current); });
    if (!manifest) return report_;
    report_.generation = manifest->generation;
    const IsSearched is_searched = searched_fields(*manifest);
    for (const SegmentEntry& segment : manifest->segments) check_segment(segment, is_searched);
    const auto& file = manifest->deletions;
    if (!file || check_files(index_, {*file})) {
      attempt([&] { read_deletions(index_, *manifest); });
    }
    return report_;
  }

 private:
  Manifest manifest_of(const Current& current) const {
    if (std::filesystem::exists(index_ / current.manifest)) return read_manifest(index_, current);
    throw damaged(index_ / kCurrentName,
                  fmt::format("it names '{}', which is missing", current.manifest));
  }

  // Notes what is broken and goes on; returns whether nothing was.
  template <typename Work>
  bool attempt(Work&& work) {
    try {
      work();
      return true;
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::kVersion) throw;
      report_.broken.emplace_back(error.what());
      return false;
    }
  }

  bool check_files(const std::filesystem::path& folder, const std::vector<FileEntry>& files) {
    bool right = true;
    for (const FileEntry& file : files) {
      right &= attempt([&] { check_file(folder / file.name, file); });
      ++report_.files;
      report_.bytes += file.size_bytes;
    }
    return right;
  }

  // Only where the checksums of its files are right: Xapian may crash on others.
  void check_segment(const SegmentEntry& entry, const IsSearched& is_searched) {
    const SegmentOnDisk segment{index_ / segment_folder(entry.id), entry, {}};
    report_.articles += entry.articles;
    if (check_files(segment.folder, entry.files))
      attempt([&] { check_parts(segment, is_searched); });
  }

  const std::filesystem::path& index_;
  CheckReport report_;
};

}  // namespace

// A run may have finished meanwhile and removed what is read: damage counts only where CURRENT
// still names the generation that was read.
CheckReport check_index(const std::filesystem::path& index) {
  for (;;) {
    std::optional<Current> current;
    try {
      current = read_current(index);
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kCorrupt) throw;
      return {.broken = {error.what()}};
    }
    if (!current) throw no_index(index);
    CheckReport report = Check(index).run(*current);
    if (report.broken.empty() || read_current(index) == current) return report;
  }
}

}  // namespace dateline::indexer

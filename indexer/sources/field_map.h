// Which of an archive's own fields is the headline, the text, the date: by usual name or by --map.
//
// One table serves JSON, CSV and TSV. Its names are those that public data sets, programming
// interfaces of papers, agencies and scrapers use.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

// The parts of an Article that a field can be. All the others are kept as ArchiveField.
enum class Role : std::uint8_t {
  kHeadline,
  kBody,
  kDate,
  kSource,
  kAgency,
  kByline,
  kPlace,
  kSection,
  kUrl,
  kId,
  kLanguage,
};
inline constexpr std::size_t kRoles = 11;

// How an archive's field name is kept: in lower-case ASCII letters and digits; anything else
// becomes '_'. "datePublished" -> "datepublished", "Byline / Author" -> "byline___author".
std::string field_name(std::string_view archive_name);

// How names are compared: without '_', '-', '.', ':', blanks and other signs, and without case.
// "article:published_time" and "article.publishedTime" are one name.
std::string name_key(std::string_view archive_name);

// How much a field of that name says by itself.
enum class Surety : std::uint8_t {
  kSure,    // "title", "body": an object that has it is an article
  kPage,    // "html": the text if there is no surer one; it may hold more than the article
  kUnsure,  // "name", "summary": taken only where no other field serves
};

class FieldMap {
 public:
  // Reads what --map takes: "headline=hed" makes the archive's field "hed" the headline, and
  // "text=response.docs.lead_paragraph" the field of that path, whose steps are names of objects
  // and of lists. A column of a table without a header has its number for a name: "body=3". Mapped
  // fields come before usual ones, in the order of adding. Throws Error(kUsage) for another shape
  // or an unknown part; parts are headline, body (or text), date, source, agency, byline, place,
  // section, url, id, language.
  void add(std::string_view mapping);

  struct Match {
    Role role = Role::kHeadline;
    unsigned rank = 0;  // of several fields for one role, the one of lowest rank comes first
    Surety surety = Surety::kSure;
    bool mapped = false;
    bool stays_own = false;  // "topics" serves as the section, and is looked up by its name too
  };

  // `key` is as name_key() gives it. Nothing if the field is one of the archive's own.
  std::optional<Match> match(std::string_view key) const;

  // The same for mapped fields alone.
  std::optional<Match> match_mapped(std::string_view key) const;

  // Whether a mapped path goes on behind `key`, the key of its first steps.
  bool leads_to_mapped(std::string_view key) const;

  bool has_mapped() const { return !mapped_.empty(); }

 private:
  struct Mapping {
    Role role;
    std::string key;
  };
  std::vector<Mapping> mapped_;
};

// True for names that mean a part of every article in a query, such as "headline".
bool is_role_name(std::string_view name);

// What --map and a query call the role: "headline".
std::string_view role_name(Role role);

// Whether an object of that name does not describe a thing of its own but holds the fields of the
// article: "_source", "fields", "attributes". `archive_name` is one step of a path, as spelled.
bool holds_fields_of_article(std::string_view archive_name);

// Whether a list of that name holds articles: "articles", "items", "docs".
bool holds_articles(std::string_view key);

// The same for names of which no other list is called: "articles", but not "items".
bool holds_only_articles(std::string_view key);

// "media" is what some call the newspaper, and others the pictures.
bool is_media(std::string_view key);

// Whether an object of that name describes a feed: "feed", beside "items" or around them.
bool describes_feed(std::string_view key);

}  // namespace dateline::indexer

// Which of an archive's own fields is the headline, the text, the date: by usual name or by --map.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

// The parts of an Article that a field can be. All the others are kept as ArchiveField.
enum class Role {
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

// How an archive's field name is compared and kept: in lower-case ASCII letters and digits; anything
// else becomes '_'. "datePublished" -> "datepublished", "Byline / Author" -> "byline___author".
std::string field_name(std::string_view archive_name);

class FieldMap {
 public:
  // Reads what --map takes: "headline=hed" makes the archive's field "hed" the headline. Mapped
  // fields come before usual ones, in the order of adding. Throws Error(kUsage) for another shape
  // or an unknown part; parts are headline, body, date, source, agency, byline, place, section,
  // url, id, language.
  void add(std::string_view mapping);

  struct Match {
    Role role = Role::kHeadline;
    std::size_t rank = 0;  // of several fields for one role, the one of lowest rank is taken
  };

  // `name` is as field_name() gives it. Nothing if the field is one of the archive's own.
  std::optional<Match> match(std::string_view name) const;

 private:
  struct Mapping {
    Role role;
    std::string name;
  };
  std::vector<Mapping> mapped_;
};

// True for names that mean a part of every article in a query, such as "headline".
bool is_role_name(std::string_view name);

}  // namespace dateline::indexer

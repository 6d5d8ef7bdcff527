// An article as it travels from an archive into the index: a plain value, all text UTF-8.
#pragma once

#include <string>
#include <vector>

#include "common/publication_time.h"

namespace dateline {

// One value of one of the archive's own fields; a field with several values occurs several times.
struct ArchiveField {
  std::string name;   // lower-case ASCII letters, digits and '_': "topics"
  std::string value;  // as printed
  bool operator==(const ArchiveField&) const = default;
};

struct Article {
  // Tells this article from all others in the index, across runs: the archive's id or URL, else
  // path and member. Never empty in an article that a source yields.
  std::string id;

  std::string headline;  // one line; may be empty
  std::string body;      // paragraphs separated by one empty line ("\n\n"); may be empty
  std::string byline;    // "Jane Doe", without "By"
  std::string source;    // the publication: "reuters.com", "UrduPoint News / Sputnik"
  std::string agency;    // the agency that the story is from: "PTI", "Sputnik", "Reuters"
  std::string place;     // of the dateline: "WASHINGTON"
  std::string section;
  std::string url;
  std::string language;  // ISO 639-1: "en"
  PublicationTime published;
  std::vector<ArchiveField> fields;

  bool operator==(const Article&) const = default;
};

}  // namespace dateline

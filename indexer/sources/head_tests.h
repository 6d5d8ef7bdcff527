// The questions that the rows of foreign_forms.cpp ask of the beginning of a file.
//
// Each answers for certain: "From Paris", "import duties", "1 of 2 soldiers" and "<3" open stories.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/sources/foreign_forms.h"

namespace dateline::indexer {

struct Markup {
  std::string root;       // the first element, lower case, without prefix; empty: not in sight
  bool declared = false;  // by "<?xml"
};

// Whether the line begins with one of these, given in small letters, in any case.
bool starts_with_any(std::string_view line, std::initializer_list<std::string_view> openings);

// Whether "<name" at the beginning is markup though no form has that name: a tag that is closed, has
// attributes, stands alone in its line or has others below it. "<ALM.N> Profits rise" is a story.
bool has_signs_of_markup(const Head& head);

// Markup that opens the text, or stands below a few words that a server put before it. Comments,
// the document type and processing instructions are passed over on the way to the root.
std::optional<Markup> markup_in(const Head& head);

bool is_wire_text(const Head& head);      // SOH or SYN first, as agencies send it
bool is_arc(const Head& head);            // "URL IP 14 digits type length"
bool is_mailbox(const Head& head);        // "From someone Thu Jan  2 03:04:05 2020"
bool is_mail(const Head& head);           // header fields that only mail has
bool is_nexis(const Head& head);          // "1 of 161 DOCUMENTS", or the cover of Nexis Uni
bool is_nexis_page(const Head& head);     // "Section:", "Length:", then "Body" alone
bool is_movable_type(const Head& head);   // "TITLE: Rain", "-----", "BODY:"
bool is_proquest(const Head& head);       // a line of underscores first, or its labels
bool is_factiva(const Head& head);        // labels of two capitals: HD, PD, SN, LP
bool is_checksums(const Head& head);      // digits of a sum and the name of a file, in each line
bool is_key(const Head& head);            // "-----BEGIN CERTIFICATE-----", also below a few lines
bool is_changes(const Head& head);        // "--- a/x", "+++ b/x"
bool is_references(const Head& head);     // RIS, BibTeX
bool is_subtitles(const Head& head);      // "00:00:01,000 --> 00:00:04,000"
bool is_database_dump(const Head& head);  // "INSERT INTO" and its like
bool is_latex(const Head& head);          // a command, below comments
bool is_base64(const Head& head);
bool is_log(const Head& head);            // a time, then a message, in each line
bool is_code(const Head& head);           // see is_source_code()
bool is_settings(const Head& head);       // "name = value" in each line
bool is_yaml(const Head& head);           // names in small letters, one below the other
bool is_addresses(const Head& head);      // a URL or a path in each line
bool is_dump_of_bytes(const Head& head);  // an address and bytes in hexadecimal, in each line
bool is_minified(const Head& head);       // more brackets than blanks
bool is_makefile(const Head& head);

}  // namespace dateline::indexer

#include "tests/searcher/query/query_manual.h"

#include <map>
#include <sstream>
#include <string_view>

#include "searcher/query/query_help.h"

namespace dateline::searcher {
namespace {

constexpr std::string_view kOpening =
    R"(.\" Written from docs/query-language.md by DATELINE_UPDATE_GOLDENS=1 searcher_tests.
.TH DATELINE\-QUERY 7 "November 27, 2026" Dateline
.nh
.ad l
.SH NAME
dateline\-query \- what can be asked of dateline\-search
.SH DESCRIPTION
)";
constexpr std::string_view kEnd = R"(.SH SEE ALSO
.BR dateline\-search (1)
)";

// Signs that roff takes for something else, or prints as a curly or wide sign.
std::string escaped(std::string_view text) {
  static const std::map<char, std::string_view> kSigns = {
      {'\\', "\\e"}, {'-', "\\-"}, {'^', "\\(ha"}, {'~', "\\(ti"}, {'\'', "\\(aq"}, {'"', "\\(dq"}};
  std::string roff;
  for (const char c : text) {
    const auto sign = kSigns.find(c);
    roff += sign == kSigns.end() ? std::string(1, c) : std::string(sign->second);
  }
  return roff;
}

// A line of Markdown; its code in bold. A line that begins with a dot would be a request.
std::string line_of(std::string_view markdown) {
  std::string roff = markdown.starts_with('.') ? "\\&" : "";
  bool in_code = false;
  while (!markdown.empty()) {
    const std::string_view part = markdown.substr(0, markdown.find('`'));
    roff += escaped(part);
    markdown.remove_prefix(part.size());
    if (markdown.empty()) break;
    in_code = !in_code;
    roff += in_code ? "\\fB" : "\\fR";
    markdown.remove_prefix(1);
  }
  return roff + '\n';
}

std::string in_capitals(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

std::string meaning_of(const QueryExample& example) {
  return line_of(example.finds.empty() ? example.meaning
                                       : example.meaning + " [" + example.finds + "]");
}

// One block of the document after the other, told by how its lines begin.
class Manual {
 public:
  void add(const std::string& line) {
    const bool is_code = line.starts_with("    ");
    if (is_code != in_code_) page_ += is_code ? ".PP\n.RS 4\n.nf\n" : ".fi\n.RE\n";
    in_code_ = is_code;
    if (is_code) {
      page_ += escaped(line.substr(4)) + '\n';
    } else if (line.starts_with("## ")) {
      page_ += ".SH \"" + in_capitals(line.substr(3)) + "\"\n";
    } else if (const auto example = read_example(line)) {
      page_ += ".TP\n\\fB" + escaped(example->query) + "\\fR\n" + meaning_of(*example);
    } else if (line.empty()) {
      begins_ = true;
    } else if (!line.starts_with("| ") && !line.starts_with("# ")) {
      page_ += (begins_ ? ".PP\n" : "") + line_of(line);
      begins_ = false;
    }
  }

  const std::string& page() const { return page_; }

 private:
  std::string page_;
  bool in_code_ = false;
  bool begins_ = true;  // a paragraph
};

}  // namespace

std::string query_manual() {
  Manual manual;
  std::istringstream document{std::string(query_language())};
  for (std::string line; std::getline(document, line);) manual.add(line);
  return std::string(kOpening) + manual.page() + std::string(kEnd);
}

std::string query_manual_items() {
  std::string items;
  std::istringstream document{std::string(query_language())};
  for (std::string line; std::getline(document, line);) {
    const auto example = read_example(line);
    if (!example || !example->is_essential) continue;
    items += ".It Li \"" + escaped(example->query) + "\"\n" + meaning_of(*example);
  }
  return items;
}

}  // namespace dateline::searcher

// No byte of an article, a file name or a query reaches a terminal that could drive or deceive it.
#include "common/terminal_text.h"
#include "common/utf8.h"
#include "searcher/output/formats.h"
#include "tests/end_to_end/dateline.h"

namespace dateline::test {
namespace {

constexpr std::string_view kNasty =
    "\x1b[31mred\x07\x7f \x08 \xc2\x9b"
    "31m\u202Eevil\u2066 \r";

// What of `text` is neither safe nor a newline, for the message; `parts` are characters with which
// a format parts its lines or cells.
std::string unsafe(std::string_view text, std::string_view parts = "") {
  std::string found;
  while (!text.empty()) {
    const Utf8Character c = first_character(text);
    const bool is_part = c.value == '\n' || parts.find(text.front()) != std::string_view::npos;
    const bool is_safe = c.valid && (is_part || is_safe_in_terminal(c.value));
    if (!is_safe) found += printable(text.substr(0, c.bytes)) + " ";
    text.remove_prefix(c.bytes);
  }
  return found;
}

void expect_safe(const Ended& ended, std::string_view parts = "") {
  EXPECT_EQ(unsafe(ended.out, parts), "");
  EXPECT_EQ(unsafe(ended.err), "");
}

std::string_view parts_of(std::string_view format) {
  if (format == "tsv") return "\t";
  return format == "csv" || format == "ris" ? "\r" : "";
}

// The sample, which holds some, and an article with a terminal's escapes in every field.
class EndToEndTerminalSafety : public EndToEndTest {
 protected:
  void SetUp() override {
    update_sample();
    const std::string text = "herons " + std::string(kNasty);
    Json article;
    for (const char* field : {"id", "title", "text", "byline", "source", "place", "section", "url",
                              "agency", "language", "desk"}) {
      article[field] = text;
    }
    has("wire.jsonl", json_line(article));
    has("herons " + std::string(kNasty) + ".txt", "Herons " + std::string(kNasty) + "\n\nherons");
    has("unread " + std::string(kNasty) + ".jpg", std::string("\xff\xd8\0", 3));
  }
};

TEST_F(EndToEndTerminalSafety, HoldsInWhatUpdateSays) {
  const Ended ended = update();
  EXPECT_EQ(ended.status, 1);
  expect_safe(ended);
  EXPECT_THAT(ended.err, testing::HasSubstr("skipped unread \\x1b[31mred"));
}

TEST_F(EndToEndTerminalSafety, HoldsInEveryFormatForEveryArticle) {
  update();
  for (const searcher::OutputFormat& format : searcher::output_formats()) {
    const std::string name(format.name);
    SCOPED_TRACE(name);
    const Ended ended = search({"--format", name, "--limit", "1000", "*"});
    EXPECT_EQ(ended.status, 0);
    expect_safe(ended, parts_of(name));
    expect_safe(search({"--format", name, "herons OR red OR pranksters"}), parts_of(name));
  }
}

TEST_F(EndToEndTerminalSafety, HoldsInFacetsAndTimelines) {
  update();
  for (const searcher::OutputFormat& format : searcher::output_formats()) {
    if (!format.carries_counts) continue;
    const std::string name(format.name);
    SCOPED_TRACE(name);
    const Ended ended =
        search({"--format", name, "--facets", "byline,source,place,section,agency,language,desk",
                "--facet-values", "1000", "--timeline", "day", "*"});
    EXPECT_EQ(ended.status, 0);
    expect_safe(ended);
    EXPECT_THAT(ended.out, testing::HasSubstr("desk"));
  }
}

TEST_F(EndToEndTerminalSafety, HoldsForEveryArticleShown) {
  update();
  for (const std::string& id : ids({"--limit", "1000", "*"})) {
    SCOPED_TRACE(printable(id));
    const Ended ended = search({"--show", id, "herons OR screens"});
    EXPECT_EQ(ended.status, 0);
    expect_safe(ended);
  }
}

TEST_F(EndToEndTerminalSafety, AddsColoursOfOurOwnOnly) {
  update();
  const Ended ended = search({"--color", "always", "--limit", "1000", "*"});
  EXPECT_THAT(ended.out, testing::Not(testing::HasSubstr("\x1b[31m")));
  EXPECT_THAT(ended.out, testing::Not(testing::HasSubstr("\x1b]")));
  EXPECT_THAT(ended.out, testing::HasSubstr("\\x1b[31m"));
}

TEST_F(EndToEndTerminalSafety, HoldsInComplaints) {
  update();
  const std::string nasty(kNasty);
  const Arguments complaints[] = {{"\"" + nasty},
                                  {"--show", nasty},
                                  {"--since", nasty, "x"},
                                  {"--batch", nasty},
                                  {"--" + nasty, "x"},
                                  {"--facets", nasty, "x"},
                                  {"--timeline", nasty, "x"},
                                  {"--format", nasty, "x"},
                                  {"date:" + nasty}};
  for (const Arguments& arguments : complaints) {
    SCOPED_TRACE(printable(arguments.front()));
    const Ended ended = search(arguments);
    EXPECT_NE(ended.status, 0);
    EXPECT_NE(ended.err, "");
    expect_safe(ended);
  }
  expect_safe(update({nasty}));
  expect_safe(update({"--map", nasty, "."}));
  expect_safe(update({"--" + nasty, "."}));
}

TEST_F(EndToEndTerminalSafety, HoldsInABatch) {
  update();
  const std::string nasty(kNasty);
  const auto file = folder_.write("queries", "q" + nasty + "\therons\nq2\t\"" + nasty + "\n");
  for (const searcher::OutputFormat& format : searcher::output_formats()) {
    if (format.batch == nullptr) continue;
    const std::string name(format.name);
    const Ended ended = search({"--batch", file.string(), "--format", name});
    EXPECT_EQ(ended.status, 2);
    expect_safe(ended, parts_of(name));
  }
}

TEST_F(EndToEndTerminalSafety, HoldsInInspect) {
  for (const char* format : {"text", "json"}) {
    expect_safe(run({{DATELINE_INDEX_PROGRAM, "inspect", "--format", format, "."}, archive_, ""}));
  }
}

TEST_F(EndToEndTerminalSafety, HoldsInInfo) {
  update();
  expect_safe(info());
  expect_safe(info({"--format", "json"}));
}

}  // namespace
}  // namespace dateline::test

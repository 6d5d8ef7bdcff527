#include "corpus/story_formats.h"

#include <fmt/format.h>

#include <chrono>
#include <iterator>
#include <string_view>

namespace dateline::corpus {
namespace {

// Generated text holds no other character that JSON must not see.
void append_escaped(std::string_view text, std::string& out) {
  for (;;) {
    const std::size_t quote = text.find('"');
    out += text.substr(0, quote);
    if (quote == std::string_view::npos) return;
    out += "\\\"";
    text.remove_prefix(quote + 1);
  }
}

void append_field(std::string_view name, std::string_view value, std::string& out) {
  fmt::format_to(std::back_inserter(out), "\"{}\":\"", name);
  append_escaped(value, out);
  out += "\",";
}

std::string day_of(const Story& story) {
  const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(*story.published));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

std::string time_of(const Story& story) {
  const auto day = std::chrono::floor<std::chrono::days>(*story.published);
  const auto minute = (*story.published - day).count();
  return fmt::format("{}T{:02}:{:02}", day_of(story), minute / 60, minute % 60);
}

std::string id_of_number(std::uint64_t number) {
  return fmt::format("story-{:08}", number);
}

}  // namespace

std::string id_of(const Story& story) {
  return id_of_number(story.number);
}

void append_json_line(const Story& story, std::string& out) {
  out += '{';
  append_field("id", id_of(story), out);
  append_field("title", story.headline, out);
  if (!story.byline.empty()) append_field("byline", story.byline, out);
  if (story.published) {
    append_field("date", time_of(story), out);
  } else {
    out += "\"date\":null,";
  }
  append_field("source", story.source, out);
  append_field("section", story.section, out);
  append_field("language", "en", out);
  if (story.copy_of) append_field("copy_of", id_of_number(*story.copy_of), out);
  out += "\"text\":\"";
  for (std::size_t i = 0; i < story.paragraphs.size(); ++i) {
    if (i > 0) out += "\\n\\n";
    append_escaped(story.paragraphs[i], out);
  }
  out += "\"}\n";
}

void append_text(const Story& story, std::string& out) {
  out += story.headline;
  out += '\n';
  if (!story.byline.empty()) out += "By " + story.byline + '\n';
  out += story.source;
  if (story.published) out += " | " + day_of(story);
  out += '\n';
  for (const std::string& paragraph : story.paragraphs) {
    out += '\n';
    out += paragraph;
    out += '\n';
  }
}

}  // namespace dateline::corpus

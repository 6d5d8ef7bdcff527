#include "indexer/sources/json_blocks.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/enrichment/characters.h"
#include "indexer/sources/field_value.h"

namespace dateline::indexer {
namespace {

namespace dom = simdjson::dom;

constexpr int kDeepestBlock = 32;

// Where the text of an object stands, the surest first.
constexpr auto kTextNames = std::to_array<std::string_view>(
    {"rendered", "text",           "value",      "content",   "body",        "articleBody",
     "html",     "fulltext",       "paragraphs", "paragraph", "blocks",      "children",
     "data",     "main",           "plain",      "raw",       "description", "summary",
     "p",        "items",          "sentences",  "$t",        "#text",       "_text",
     "__cdata",  "#cdata-section", "bodyModel",  "root",      "document",    "nodes",
     "leaves"});

struct BlockType {
  std::string_view type;
  std::string_view part;
};

// Types of blocks that are not the running text of the story.
constexpr auto kBlockTypes = std::to_array<BlockType>({
    {"kicker", "kicker"},
    {"title", "title"},
    {"headline", "title"},
    {"byline", "byline"},
    {"date", "date"},
    {"author_info", "-"},
    {"image", "-"},
    {"video", "-"},
    {"gallery", "-"},
    {"photo", "-"},
    {"picture", "-"},
    {"audio", "-"},
    {"embed", "-"},
    {"html_embed", "-"},
    {"ad", "-"},
    {"advertisement", "-"},
    {"deck", "-"},
    {"media", "-"},
    {"script", "-"},
    {"style", "-"},
    {"related", "-"},
    {"inline_story", "-"},
    {"interstitial_link", "-"},
    {"divider", "-"},
});

constexpr auto kSpanTypes = std::to_array<std::string_view>(
    {"text",          "span",         "link",      "a",       "em",
     "strong",        "inline",       "bold",      "italic",  "underline",
     "strikethrough", "spoiler",      "code",      "hashtag", "cashtag",
     "mention",       "mention_name", "text_link", "phone",   "email",
     "custom_emoji"});

std::string_view string_of(dom::object object, std::string_view name) {
  std::string_view text;
  if (object[name].get(text) != simdjson::SUCCESS) return {};
  return text;
}

std::string_view type_of(dom::object block) {
  std::string_view type = string_of(block, "type");
  if (type.empty()) type = string_of(block, "_type");
  return type;
}

// A span is text inside of a line, not a block of its own.
bool is_span(dom::object object) {
  dom::element text;
  return std::ranges::find(kSpanTypes, type_of(object)) != kSpanTypes.end() &&
         object["text"].get(text) == simdjson::SUCCESS && text.is_string();
}

// ninjs gives one text in several forms, each with its role.
bool is_rendering(dom::element piece) {
  dom::element value;
  if (!piece.is_object() || piece["value"].get(value) != simdjson::SUCCESS) return false;
  return !string_of(piece, "role").empty() || !string_of(piece, "contentType").empty() ||
         !string_of(piece, "contenttype").empty();
}

bool are_renderings(dom::array list) {
  std::size_t pieces = 0;
  for (const dom::element piece : list) {
    if (!is_rendering(piece)) return false;
    ++pieces;
  }
  return pieces > 0;
}

bool is_list_index(std::string_view name) {
  return !name.empty() && name.find_first_not_of("0123456789") == std::string_view::npos;
}

class TextGatherer {
 public:
  void gather(dom::element value, int depth = 0) {
    if (depth > kDeepestBlock) return;
    if (value.is_string()) return add_block(std::string_view(value));
    if (value.is_array()) return gather_list(value, depth);
    if (value.is_object()) return gather_object(value, depth);
  }

  std::string take() { return std::move(text_); }

 private:
  void end_block() {
    if (!text_.empty() && !text_.ends_with("\n\n")) text_ += "\n\n";
  }

  void add_block(std::string_view piece) {
    if (is_nothing(piece) || is_url(piece)) return;
    end_block();
    text_ += prose(piece);
    end_block();
  }

  void gather_list(dom::array list, int depth) {
    if (are_renderings(list)) return gather_fullest(list, depth);
    const bool is_line = has_spans(list);
    if (is_line) end_block();
    for (const dom::element piece : list) {
      if (is_line && piece.is_string()) {
        text_ += prose(std::string_view(piece));
      } else {
        gather(piece, depth + 1);
      }
    }
  }

  // ["Rain ", {"type": "bold", "text": "stops"}, " ferries."]: strings beside spans are of a line.
  static bool has_spans(dom::array list) {
    return std::any_of(list.begin(), list.end(),
                       [](dom::element piece) { return piece.is_object() && is_span(piece); });
  }

  void gather_fullest(dom::array renderings, int depth) {
    std::string fullest;
    for (const dom::element rendering : renderings) {
      TextGatherer one;
      one.gather(rendering, depth + 1);
      if (one.text_.size() > fullest.size() + fullest.size() / 50) fullest = one.take();
    }
    end_block();
    text_ += fullest;
    end_block();
  }

  void gather_object(dom::object object, int depth) {
    if (!part_of_block(object).empty()) return;
    if (is_span(object)) {
      text_ += prose(string_of(object, "text"));
      return;
    }
    end_block();
    const std::size_t before = text_.size();
    for (const auto name : kTextNames) {
      dom::element member;
      if (object[name].get(member) != simdjson::SUCCESS) continue;
      gather(member, depth + 1);
      if (text_.size() > before) break;
    }
    if (text_.size() == before) gather_odd_object(object, depth);
    end_block();
  }

  // {"0": "First.", "1": "Second."}, or the only string under a name that is not known.
  void gather_odd_object(dom::object object, int depth) {
    std::optional<dom::element> only;
    bool all_numbered = true;
    std::size_t strings = 0;
    for (const auto [name, member] : object) {
      all_numbered = all_numbered && is_list_index(name);
      if (member.is_string()) {
        only = member;
        ++strings;
      }
    }
    if (all_numbered) {
      for (const auto [name, member] : object) gather(member, depth + 1);
    } else if (strings == 1) {
      gather(*only, depth + 1);
    }
  }

  std::string text_;
};

}  // namespace

std::string_view part_of_block(dom::object block) {
  const auto part_of = [](std::string_view type) {
    const auto known = std::ranges::find(kBlockTypes, type, &BlockType::type);
    return known == kBlockTypes.end() ? std::string_view() : known->part;
  };
  const std::string_view part = part_of(type_of(block));
  return part.empty() ? part_of(string_of(block, "subtype")) : part;
}

std::string text_of_blocks(dom::element value) {
  if (value.is_string()) return string_text(std::string_view(value), Role::kBody);
  TextGatherer gatherer;
  gatherer.gather(value);
  std::string text = gatherer.take();
  text.erase(text.find_last_not_of('\n') + 1);
  return text;
}

}  // namespace dateline::indexer

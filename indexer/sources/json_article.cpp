#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/language_codes.h"
#include "indexer/enrichment/characters.h"
#include "indexer/sources/field_sorter.h"
#include "indexer/sources/field_value.h"
#include "indexer/sources/json_blocks.h"
#include "indexer/sources/json_value.h"
#include "indexer/sources/json_wrapper.h"
#include "indexer/sources/kept_fields.h"
#include "indexer/sources/parse.h"

namespace dateline::indexer {
namespace {

namespace dom = simdjson::dom;

// So much lower is the rank of a field in an object that holds fields of the article around it.
constexpr unsigned kHeldRank = 1'000;
constexpr unsigned kDescribedRank = 10'000;  // in "meta", which may describe other things too

// Items of agencies that are no articles. Of some a text makes one all the same.
constexpr auto kNeverArticles =
    std::to_array<std::string_view>({"picture", "video", "audio", "graphic", "photo"});
constexpr auto kNoArticlesWithoutText =
    std::to_array<std::string_view>({"composite", "event", "planning", "package", "components"});

// Reads the fields of one object into a sorter.
class ObjectReader {
 public:
  ObjectReader(const FieldMap& fields, std::string prefix, FieldSorter& sorter)
      : fields_(fields), prefix_(std::move(prefix)), sorter_(sorter) {}

  void read(const std::vector<JsonMember>& members) {
    for (const auto& [name, value] : members)
      put(Path{std::string(name), name_key(name)}, name, value);
  }

 private:
  struct Path {
    std::string spelled;  // "fields.bodyText"
    std::string key;      // "fieldsbodytext"
    unsigned rank = 0;    // what the objects around it add
    int depth = 0;

    Path operator/(std::string_view name) const {
      return {spelled + "." + std::string(name), key + name_key(name), rank, depth + 1};
    }
  };

  std::optional<FieldMap::Match> match(const Path& path, std::string_view name) const {
    if (fields_.has_mapped()) {
      if (auto mapped = fields_.match_mapped(prefix_ + path.key)) return mapped;
      if (auto mapped = fields_.match_mapped(path.key)) return mapped;
    }
    auto usual = path.rank > 0 ? fields_.match(name_key(name)) : std::nullopt;
    if (!usual) usual = fields_.match(path.key);
    if (!usual) usual = match_flat(name);
    if (usual) usual->rank += path.rank;
    return usual;
  }

  // "_source.title", as tools write that make one level of many.
  std::optional<FieldMap::Match> match_flat(std::string_view name) const {
    const std::size_t dot = name.find('.');
    if (dot == std::string_view::npos || !holds_fields_of_article(name.substr(0, dot))) {
      return std::nullopt;
    }
    auto usual = fields_.match(name_key(name.substr(dot + 1)));
    if (usual) usual->rank += kHeldRank;
    return usual;
  }

  void put(const Path& path, std::string_view name, dom::element value) {
    const bool is_nested = value.is_object() || value.is_array();
    if (is_nested && leads_to_mapped(path)) put_mapped(path, value);
    if (value.is_object() && holds_fields(path, name, value)) return put_held(path, name, value);
    auto found = match(path, name);
    if (!found) return keep(path, value);
    if (found->stays_own && value.is_array()) {  // each of its values can be looked up
      keep(path, value);
      found->stays_own = false;
    }
    if (found->surety == Surety::kUnsure && found->role == Role::kHeadline && is_nested) {
      return keep(path, value);
    }
    if (found->role == Role::kBody && value.is_array()) read_blocks(path, value);
    std::string text = text_of(value, found->role);
    if (trim(text).empty()) return keep_unless_nothing(path, value);
    sorter_.offer(*found, path.spelled, std::move(text));
  }

  bool leads_to_mapped(const Path& path) const {
    return fields_.has_mapped() &&
           (fields_.leads_to_mapped(prefix_ + path.key) || fields_.leads_to_mapped(path.key));
  }

  struct Mapped {
    FieldMap::Match match;
    std::string path;
    std::string text;
  };

  void put_mapped(const Path& path, dom::element value) {
    std::vector<Mapped> mapped;
    gather_mapped(path, value, mapped);
    for (Mapped& one : mapped) sorter_.offer(one.match, one.path, std::move(one.text));
  }

  // The field of a mapped path, in all elements of the lists on its way.
  void gather_mapped(const Path& path, dom::element value, std::vector<Mapped>& mapped) {
    if (path.depth > int(kMaxFieldDepth)) return;
    if (value.is_array()) {
      for (const dom::element element : dom::array(value)) {
        if (element.is_object()) gather_mapped(path, element, mapped);
      }
      return;
    }
    for (const auto [name, member] : dom::object(value)) {
      const Path inner = path / name;
      auto match = fields_.match_mapped(prefix_ + inner.key);
      if (!match) match = fields_.match_mapped(inner.key);
      if (match) {
        add_mapped({*match, inner.spelled, text_of(member, match->role)}, mapped);
      } else if ((member.is_object() || member.is_array()) && leads_to_mapped(inner)) {
        gather_mapped(inner, member, mapped);
      }
    }
  }

  static void add_mapped(Mapped one, std::vector<Mapped>& mapped) {
    if (trim(one.text).empty()) return;
    const auto same = std::ranges::find(mapped, one.path, &Mapped::path);
    if (same == mapped.end()) return mapped.push_back(std::move(one));
    same->text.append(one.match.role == Role::kBody ? "\n\n" : ", ").append(one.text);
  }

  // Whether an object is not one value but has fields of the article.
  bool holds_fields(const Path& path, std::string_view name, dom::object object) const {
    constexpr int kMostHolders = 3;
    if (path.depth >= kMostHolders || !holds_fields_of_article(name)) return false;
    if (name == "_source" || !fields_.match(name_key(name))) return true;
    return std::any_of(object.begin(), object.end(), [&](const auto& member) {
      const std::string key = name_key(member.key);
      const auto inner = fields_.match(key);
      if (!inner) return fields_.match(path.key + key).has_value();
      if (inner->role == Role::kHeadline) return true;
      return name != "content" && inner->surety == Surety::kSure && inner->role != Role::kBody;
    });
  }

  void put_held(const Path& path, std::string_view name, dom::object object) {
    const bool describes = name.starts_with("meta") || name == "thread" || name == "properties";
    for (const auto [inner_name, value] : object) {
      Path inner = path / inner_name;
      inner.rank += describes ? kDescribedRank : kHeldRank;
      put(inner, inner_name, value);
    }
  }

  // Kicker, title, byline and date may stand among the blocks of the text.
  void read_blocks(const Path& path, dom::array blocks) {
    for (const dom::element element : blocks) {
      dom::object block;
      if (element.get(block) != simdjson::SUCCESS) continue;
      const auto part = part_of_block(block);
      if (part.empty() || part == "-") continue;
      dom::element content;
      if (block["content"].get(content) != simdjson::SUCCESS) continue;
      const Role role = part == "kicker"   ? Role::kSection
                        : part == "title"  ? Role::kHeadline
                        : part == "byline" ? Role::kByline
                                           : Role::kDate;
      std::string text = text_of(content, role);
      if (trim(text).empty()) continue;
      sorter_.offer({role, kHeldRank + path.rank, Surety::kSure, false, false},
                    path.spelled + "." + std::string(part), std::move(text));
    }
  }

  // What cannot serve as the part that its name says: `author: 3`. Never under that part's name.
  void keep_unless_nothing(const Path& path, dom::element value) {
    if (is_nothing(scalar_text(value).value_or("?"))) return;
    if (!is_role_name(field_name(path.spelled))) keep(path, value);
  }

  void keep(const Path& path, dom::element value) {
    if (value.is_array()) {
      for (const dom::element part : dom::array(value)) keep_part(path, part);
    } else {
      keep_part(path, value);
    }
  }

  void keep_part(const Path& path, dom::element value) {
    if (auto text = scalar_text(value)) return sorter_.keep(path.spelled, *std::move(text));
    if (value.is_null()) return;
    if (path.depth >= int(kMaxFieldDepth)) return sorter_.note_beyond(path.spelled, {});
    if (value.is_array()) {
      Path deeper = path;
      ++deeper.depth;
      for (const dom::element part : dom::array(value)) keep_part(deeper, part);
      return;
    }
    for (const auto [name, member] : dom::object(value)) keep_member(path / name, name, member);
  }

  // "article": {"published_time": ...} is a name of the table in two steps.
  void keep_member(const Path& path, std::string_view name, dom::element value) {
    const auto found = name.empty() ? std::nullopt : fields_.match(path.key);
    if (!found) return keep(path, value);
    std::string text = text_of(value, found->role);
    if (trim(text).empty()) return keep(path, value);
    FieldMap::Match lower = *found;
    lower.rank += kHeldRank;
    sorter_.offer(lower, path.spelled, std::move(text));
  }

  const FieldMap& fields_;
  const std::string prefix_;
  FieldSorter& sorter_;
};

std::string_view string_member(const std::vector<JsonMember>& members, std::string_view name) {
  const auto found = std::ranges::find(members, name, &JsonMember::name);
  std::string_view text;
  if (found == members.end() || found->value.get(text) != simdjson::SUCCESS) return {};
  return text;
}

bool has_member(const std::vector<JsonMember>& members, std::string_view name) {
  return std::ranges::find(members, name, &JsonMember::name) != members.end();
}

// Names that items of agencies have, and articles of others seldom.
bool is_item_of_agency(const std::vector<JsonMember>& members) {
  constexpr auto kNames =
      std::to_array<std::string_view>({"versioncreated", "versionCreated", "pubstatus", "pubStatus",
                                       "headlines", "renditions", "eventDetails", "descriptions"});
  return std::ranges::any_of(kNames, [&](auto name) { return has_member(members, name); });
}

// Why an object is rightly no article; "" if it may be one.
std::string no_article(const std::vector<JsonMember>& members, bool has_text) {
  const auto type = string_member(members, "type");
  if (type == "attachment" && !has_text) return "a WordPress attachment, no article";
  if (!is_item_of_agency(members)) return {};
  const bool never = std::ranges::find(kNeverArticles, type) != kNeverArticles.end();
  const bool without_text =
      std::ranges::find(kNoArticlesWithoutText, type) != kNoArticlesWithoutText.end();
  if (never || (without_text && !has_text)) {
    return fmt::format("an item of type '{}', no article", type);
  }
  if (has_member(members, "eventDetails") && !has_text) return "an event, no article";
  return {};
}

// What is in a wrapper is told with its place there.
std::string in_wrapper(const std::string& within, std::string_view reason) {
  return within.empty() ? std::string(reason) : fmt::format("{}: {}", within, reason);
}

class JsonReader {
 public:
  JsonReader(const RawDocument& document, const FieldMap& fields, SourceNotes& notes)
      : document_(document), fields_(fields), notes_(notes) {}

  std::vector<FoundArticle> read() {
    dom::parser parser;
    dom::element root;
    read(document_.bytes, parser, root);
    return std::move(found_);
  }

 private:
  void read(std::string_view json, dom::parser& parser, dom::element& root) {
    bool repaired = false;
    if (const auto failure = parse_json(json, parser, root, repaired)) {
      return bad({}, fmt::format("not valid JSON: {}", simdjson::error_message(failure)));
    }
    if (repaired) ++notes_.repaired;
    if (root.is_string()) return read_string(root);
    if (!root.is_object() && !root.is_array()) return bad({}, "not a JSON object");
    const WrapperVisitor visitor{
        [this](const JsonArticle& article) { add(article); },
        [this](const std::string& within) { bad(within, "no field for headline or text"); }};
    const auto found = visit_articles(root, fields_, visitor);
    if (found == Found::kNothing) {
      bad({}, "no field for headline or text is known in it, map one");
    }
  }

  // A string that holds an object as JSON, as when a dump was dumped again.
  void read_string(std::string_view text) {
    text = trim(text);
    if (!text.starts_with('{') && !text.starts_with('[')) return bad({}, "not a JSON object");
    dom::parser parser;
    dom::element root;
    if (std::exchange(in_string_, true)) return bad({}, "JSON in a string in a string");
    read(std::string(text), parser, root);
  }

  void add(const JsonArticle& article) {
    FieldSorter sorter(notes_);
    ObjectReader(fields_, article.prefix, sorter).read(article.members);
    if (auto reason = no_article(article.members, sorter.has_text()); !reason.empty()) {
      return bad(article.within, reason);
    }
    found_.push_back({sorter.finish(), article.within});
  }

  void bad(const std::string& within, std::string_view reason) {
    found_.push_back({BadArticle{document_.origin, in_wrapper(within, reason)}, within});
  }

  const RawDocument& document_;
  const FieldMap& fields_;
  SourceNotes& notes_;
  std::vector<FoundArticle> found_;
  bool in_string_ = false;
};

}  // namespace

std::vector<FoundArticle> read_json_articles(const RawDocument& document, const FieldMap& fields,
                                             SourceNotes& notes) {
  return JsonReader(document, fields, notes).read();
}

}  // namespace dateline::indexer

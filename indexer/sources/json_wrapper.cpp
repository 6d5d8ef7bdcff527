#include "indexer/sources/json_wrapper.h"

#include <algorithm>
#include <array>

#include "indexer/sources/field_value.h"
#include "indexer/sources/json_blocks.h"
#include "indexer/sources/json_table.h"

namespace dateline::indexer {
namespace {

namespace dom = simdjson::dom;

constexpr int kDeepestWrapper = 8;
constexpr int kMostLooksDeep = 5;
constexpr int kMostHolders = 3;  // objects in each other that hold the fields of one article

// How much of an article an object has.
enum class Likeness {
  kNone,
  kNamed,     // fields of an article with nothing in them
  kHeadline,  // a headline, or what may be one of a text
  kText,
};

std::vector<JsonMember> members_of(dom::object object) {
  std::vector<JsonMember> members;
  members.reserve(object.size());
  for (const auto [name, value] : object) members.push_back({name, value});
  return members;
}

std::string behind(const std::string& path, std::string_view step) {
  std::string longer = path;
  if (!longer.empty()) longer += '/';
  constexpr std::size_t kLongestStep = 200;
  return longer.append(step.substr(0, kLongestStep));
}

// Lines of Elasticsearch's bulk form: {"index": {"_index": "news", "_id": "1"}}.
bool is_bulk_action(dom::object object) {
  constexpr auto kActions =
      std::to_array<std::string_view>({"create", "delete", "index", "update"});
  if (object.size() != 1) return false;
  const auto action = *object.begin();
  dom::object target;
  if (!std::ranges::binary_search(kActions, action.key) ||
      action.value.get(target) != simdjson::SUCCESS) {
    return false;
  }
  const auto is_own = [](const auto& member) { return member.key.starts_with('_'); };
  return std::all_of(target.begin(), target.end(), is_own);
}

class WrapperSearch {
 public:
  WrapperSearch(const FieldMap& fields, const WrapperVisitor& visitor)
      : fields_(fields), visitor_(visitor) {}

  struct At {
    std::string within;
    std::string prefix;
    int depth = 0;
    bool is_feed = false;  // an object that describes a feed is no article itself
  };

  Found search(dom::element value, const At& at) {
    if (at.depth > kDeepestWrapper) return Found::kNothing;
    if (value.is_array()) return search_list(value, at);
    if (value.is_object()) return search_object(value, at);
    return Found::kNothing;
  }

 private:
  Found search_object(dom::object object, const At& at) {
    if (is_bulk_action(object)) return Found::kNoArticles;
    if (search_table(object, at)) return Found::kArticles;
    const Likeness likeness = likeness_of(object);
    const bool may_hold = likeness != Likeness::kText || at.is_feed;
    if (may_hold && search_members(object, likeness, at) == Found::kArticles) {
      return Found::kArticles;
    }
    if (likeness == Likeness::kNone || at.is_feed) return Found::kNothing;
    visitor_.article({members_of(object), at.within, at.prefix});
    return Found::kArticles;
  }

  // Of an object with a headline only what is named as a list of articles is looked into.
  Found search_members(dom::object object, Likeness likeness, const At& at) {
    Found found = Found::kNothing;
    const bool is_map = likeness <= Likeness::kNamed && is_map_of_articles(object);
    for (const auto [name, value] : object) {
      if (!value.is_object() && !value.is_array()) continue;
      const std::string key = name_key(name);
      const bool is_known = is_map || holds_articles(key) || holds_fields_of_article(name);
      if (!is_known && (likeness >= Likeness::kHeadline || !has_full_article(value, false, 0)))
        continue;
      const At inside{behind(at.within, name), is_map ? at.prefix : at.prefix + key, at.depth + 1,
                      value.is_object() && describes_feed(key)};
      if (search(value, inside) == Found::kArticles) {
        found = Found::kArticles;
      } else if (is_map) {
        visitor_.stranger(inside.within);
      }
    }
    return found;
  }

  Found search_list(dom::array list, const At& at) {
    std::vector<std::string> strangers;
    Found found = Found::kNothing;
    std::size_t number = 0;
    for (const dom::element element : list) {
      const At inside{behind(at.within, std::to_string(++number)), at.prefix, at.depth + 1};
      if (search(element, inside) == Found::kArticles) {
        found = Found::kArticles;
      } else if (!element.is_null() && strangers.size() < kMostStrangers) {
        strangers.push_back(inside.within);
      }
    }
    if (found == Found::kArticles) std::ranges::for_each(strangers, visitor_.stranger);
    return found;
  }

  bool search_table(dom::object object, const At& at) {
    return visit_table(object, fields_, [&](std::string_view row, std::vector<JsonMember> members) {
      visitor_.article({std::move(members), behind(at.within, row), at.prefix});
    });
  }

  // {"a1": {...}, "a2": {...}}: nothing but objects, and articles among the first of them.
  bool is_map_of_articles(dom::object object) const {
    constexpr int kLooks = 20;
    int looks = 0;
    bool is_any = false;
    for (const auto [name, value] : object) {
      if (!value.is_object() || describes_feed(name_key(name))) return false;
      if (++looks <= kLooks) is_any = is_any || likeness_of(value) >= Likeness::kHeadline;
    }
    return is_any;
  }

  // Whether an object with headline and text is there, or in the first elements of a list; in a list
  // of nothing but articles a headline is enough.
  bool has_full_article(dom::element value, bool in_articles, int depth) const {
    constexpr int kLooks = 20;
    if (depth > kMostLooksDeep) return false;
    if (value.is_object()) {
      const Likeness likeness = likeness_of(value);
      if (in_articles && likeness >= Likeness::kHeadline) return true;
      if (likeness == Likeness::kText && has_headline(value)) return true;
      return has_full_member(value, depth);
    }
    if (!value.is_array()) return false;
    int looks = 0;
    for (const dom::element element : dom::array(value)) {
      if (has_full_article(element, in_articles, depth + 1)) return true;
      if (++looks == kLooks) break;
    }
    return false;
  }

  bool has_full_member(dom::object object, int depth) const {
    constexpr int kLooks = 20;
    int looks = 0;
    for (const auto [name, value] : object) {
      if (!value.is_object() && !value.is_array()) continue;
      if (has_full_article(value, holds_only_articles(name_key(name)), depth + 1)) return true;
      if (++looks == kLooks) break;
    }
    return false;
  }

  bool has_headline(dom::object object) const {
    return std::any_of(object.begin(), object.end(), [this](const auto& member) {
      const auto match = fields_.match(name_key(member.key));
      return match && match->role == Role::kHeadline && match->surety == Surety::kSure &&
             has_value(member.value);
    });
  }

  Likeness likeness_of(dom::object object, int depth = 0) const {
    Likeness best = Likeness::kNone;
    for (const auto [name, value] : object) {
      best = std::max(best, likeness_of(name, value, depth));
      if (best == Likeness::kText) break;
    }
    if (best < Likeness::kText && fields_.has_mapped() && has_mapped_text(object, "", depth)) {
      return Likeness::kText;
    }
    return best;
  }

  Likeness likeness_of(std::string_view name, dom::element value, int depth) const {
    Likeness held = Likeness::kNone;
    if (value.is_object() && depth < kMostHolders && holds_fields_of_article(name)) {
      held = likeness_of(dom::object(value), depth + 1);
      if (held >= Likeness::kHeadline) return held;
    }
    const auto match = fields_.match(name_key(name));
    if (!match || (match->role != Role::kHeadline && match->role != Role::kBody)) return held;
    const bool is_headline = match->role == Role::kHeadline;
    if (is_headline && match->surety == Surety::kUnsure) return held;
    if (!has_value(value)) return std::max(held, Likeness::kNamed);
    if (is_headline || match->surety == Surety::kUnsure) return Likeness::kHeadline;
    return is_text(value) ? Likeness::kText : held;
  }

  // A path of --map that leads to something inside of this object.
  bool has_mapped_text(dom::object object, const std::string& prefix, int depth) const {
    if (depth > kDeepestWrapper) return false;
    for (const auto [name, value] : object) {
      const std::string key = prefix + name_key(name);
      const auto match = fields_.match_mapped(key);
      if (match && (match->role == Role::kBody || match->role == Role::kHeadline)) return true;
      if (value.is_object() && fields_.leads_to_mapped(key) &&
          has_mapped_text(value, key, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  static bool has_value(dom::element value) {
    if (value.is_string()) return !is_nothing(std::string_view(value));
    if (value.is_array()) return dom::array(value).size() > 0;
    if (value.is_object()) return dom::object(value).size() > 0;
    return !value.is_null() && !value.is_bool();
  }

  // What stands under the name of a text and is none: a URL, a number, a list of articles.
  bool is_text(dom::element value) const {
    if (value.is_string()) return !is_url(std::string_view(value));
    if (value.is_object()) return true;
    if (!value.is_array()) return false;
    for (const dom::element element : dom::array(value)) {
      if (element.is_object()) return !is_article_in_list(element);
    }
    return true;
  }

  // A block has a text too, but no headline.
  bool is_article_in_list(dom::object object) const {
    bool identified = false;
    for (const auto [name, value] : object) {
      const auto match = fields_.match(name_key(name));
      identified =
          identified || (match && (match->role == Role::kUrl || match->role == Role::kDate ||
                                   match->role == Role::kBody));
    }
    return identified && has_headline(object);
  }

  static constexpr std::size_t kMostStrangers = 10'000;

  const FieldMap& fields_;
  const WrapperVisitor& visitor_;
};

}  // namespace

Found visit_articles(dom::element root, const FieldMap& fields, const WrapperVisitor& visitor) {
  return WrapperSearch(fields, visitor).search(root, {});
}

}  // namespace dateline::indexer

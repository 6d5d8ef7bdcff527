#include "searcher/meaning/resolve.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "common/index/checksum.h"
#include "common/text/analyser.h"
#include "common/text/language_codes.h"
#include "common/text_index/url_terms.h"
#include "searcher/query/parser.h"

namespace dateline::searcher {
namespace {

// Resolves all but the patterns, which are left where they stand: their number decides how many
// words each may have.
struct Resolver {
  using Value = decltype(MeaningNode::value);

  static MeaningNode resolve(const Node& node, double weight_around) {
    const Resolver resolver{weight_around * node.weight};
    return {std::visit(resolver, node.value), resolver.weight};
  }

  Value operator()(const WordNode& word) const {
    return resolve_typed(word.typed, word.form, word.field);
  }
  Value operator()(const PhraseNode& phrase) const {
    return resolve_typed(phrase.typed, phrase.form, phrase.field);
  }
  Value operator()(const AllNode&) const { return AskedAll{}; }
  Value operator()(const DateNode& date) const { return AskedDays{date.range}; }
  Value operator()(const UndatedNode&) const { return AskedUndated{}; }
  Value operator()(const NumberNode& number) const { return number; }
  Value operator()(const AndNode& all) const { return AllOf{resolve_all(all.children)}; }
  Value operator()(const OrNode& any) const { return AnyOf{resolve_all(any.children)}; }
  Value operator()(const NotNode& none) const { return NoneOf{resolve_all(none.child)}; }
  Value operator()(const SynonymNode& alike) const {
    return SynonymsOf{resolve_all(alike.children)};
  }
  Value operator()(const NearNode& near) const { return NearOf{near, resolve_all(near.sides)}; }
  Value operator()(const AtLeastNode& some) const {
    return AtLeastOf{some.times, resolve_all(some.child)};
  }

  static Value resolve_typed(const std::string& typed, Form form, const Field& field) {
    switch (field.kind()) {
      case FieldKind::kText:
        return AskedText{field.part(), interpret(typed, form)};
      case FieldKind::kIdentity:
        return AskedIdentity{checksum(typed)};
      case FieldKind::kUrl: {
        Analyser analyser;
        return AskedUrl{url_terms(typed, analyser)};
      }
      default:
        return AskedField{field.name(), interpret(value_of(typed, field), Form::kSpelling)};
    }
  }

  // Languages are in the index by their codes, and asked for by their names, too.
  static std::string value_of(const std::string& typed, const Field& field) {
    if (field.name() != "language" || typed.find_first_of("*?~") != std::string::npos) return typed;
    std::string code = language_code(typed);
    return code.empty() ? typed : code;
  }

  std::vector<MeaningNode> resolve_all(const std::vector<Node>& nodes) const {
    std::vector<MeaningNode> resolved;
    resolved.reserve(nodes.size());
    for (const Node& node : nodes) resolved.push_back(resolve(node, weight));
    return resolved;
  }

  double weight;
};

template <typename Visit>
void for_each_text(MeaningNode& node, const Visit& visit) {
  if (auto* text = std::get_if<AskedText>(&node.value)) visit(*text);
  for (MeaningNode& part : parts_of(node)) for_each_text(part, visit);
}

// Each once, in order of the query.
std::vector<WordPattern> patterns_of(MeaningNode& root) {
  std::vector<WordPattern> patterns;
  for_each_text(root, [&patterns](const AskedText& text) {
    for (const Reading& reading : text.words.readings) {
      for (const AcceptedWords& accepted : reading) {
        if (!accepted.pattern) continue;
        const bool is_new = std::ranges::find(patterns, *accepted.pattern) == patterns.end();
        if (is_new) patterns.push_back(*accepted.pattern);
      }
    }
  });
  return patterns;
}

Expansions expansions_of(const std::vector<WordPattern>& patterns, const Vocabulary& vocabulary) {
  Expansions expansions;
  const std::size_t expanded = std::min(patterns.size(), kMaxPatterns);
  std::size_t left =
      kMaxExpandedWords;  // of which each pattern has a share; what it leaves, others
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    Expansion& expansion = expansions[patterns[i]];
    if (i < expanded) {
      expansion = vocabulary.expand(patterns[i], {std::min(kMaxExpansions, left / (expanded - i)),
                                                  kMaxWordsLookedAt / expanded});
      left -= expansion.terms.size();
    } else {
      expansion.cut = true;
    }
  }
  return expansions;
}

// Puts words in the place of patterns. Returns whether something is left to look for.
bool expand(Reading& reading, const Expansions& expansions, AskedText& text) {
  bool has_words = true;
  for (AcceptedWords& accepted : reading) {
    if (!accepted.pattern) continue;
    text.has_pattern = true;
    const auto found = expansions.find(*accepted.pattern);
    const bool is_known = found != expansions.end();
    text.is_cut |= is_known && found->second.cut;
    has_words &= is_known && !found->second.terms.empty();
    if (is_known) accepted.terms = found->second.terms;
    accepted.pattern.reset();
  }
  return has_words;
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

std::vector<std::string> notes_on(const Expansions& expansions) {
  std::vector<std::string> notes;
  for (const auto& [pattern, expansion] : expansions) {
    if (!expansion.cut) continue;
    const std::string typed = to_string(pattern);
    if (expansion.found == 0) {
      notes.push_back(typed + " stands for no word: the query has too many patterns to expand all");
    } else if (expansion.found > expansion.terms.size()) {
      notes.push_back(fmt::format("{} stands for {} of {} words; the rest was left out", typed,
                                  grouped(expansion.terms.size()), grouped(expansion.found)));
    } else {
      notes.push_back(
          fmt::format("{} stands for {} words; there may be more, for the index has too "
                      "many to look at all of them",
                      typed, grouped(expansion.found)));
    }
  }
  return notes;
}

Meaning expanded(MeaningNode root, const Expansions& expansions) {
  for_each_text(root, [&expansions](AskedText& text) {
    std::erase_if(text.words.readings,
                  [&](Reading& reading) { return !expand(reading, expansions, text); });
  });
  return {std::move(root), notes_on(expansions)};
}

}  // namespace

Meaning resolve(const Query& query, const Vocabulary& vocabulary) {
  MeaningNode root = Resolver::resolve(query.root, 1);
  const Expansions expansions = expansions_of(patterns_of(root), vocabulary);
  return expanded(std::move(root), expansions);
}

Meaning resolve(const Query& query, const Expansions& expansions) {
  return expanded(Resolver::resolve(query.root, 1), expansions);
}

std::optional<AcceptedWords> single_word(std::string_view typed, Form form) {
  const Interpretation meant = interpret(typed, form);
  if (meant.readings.size() != 1 || meant.readings[0].size() != 1) return std::nullopt;
  return meant.readings[0][0];
}

}  // namespace dateline::searcher

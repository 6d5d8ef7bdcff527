#include "indexer/sources/character_references.h"

#include <gtest/gtest.h>

namespace dateline::indexer {
namespace {

struct CharacterReferencesCase {
  std::string_view text;
  std::string_view resolved;
};

TEST(CharacterReferences, BecomeWhatTheyStandFor) {
  const CharacterReferencesCase cases[] = {
      {"Smith &amp; Daughters", "Smith & Daughters"},
      {"&quot;Fer&eacute;&quot; &lt;sic&gt; O&apos;Leary", "\"Feré\" <sic> O'Leary"},
      {"council&#8217;s &#x201C;tape&#X201d;", "council’s “tape”"},
      {"council&#146;s", "council’s"},  // cp1252, as browsers read it
      {"Chipping&nbsp;Norbury", "Chipping Norbury"},
      {"iron&shy;monger", "ironmonger"},
      {"&amp;lt;", "&lt;"},  // may be meant
      {"caf&amp;eacute; &amp;amp; bar", "café & bar"},
      {"council&amp;#8217;s &amp;amp;apos;", "council’s '"},
      {"R&amp;D; &amp;nosuch;", "R&D; &nosuch;"},
      {"&amp;amp;amp;amp;amp;amp;", "&amp;amp;"},  // three times
  };
  for (const auto& [text, resolved] : cases) {
    SCOPED_TRACE(text);
    EXPECT_EQ(resolve_references(text), resolved);
  }
}

TEST(CharacterReferences, AreNotSeenInOtherText) {
  for (const std::string_view text :
       {"", "AT&T; and R&D", "&", "&;", "&#;", "&#x;", "&#8217", "&nosuch;", "&amp", "a && b;",
        "&averylongname;", "&#99999999999;", "&#-1;"}) {
    SCOPED_TRACE(text);
    EXPECT_EQ(resolve_references(text), text);
  }
}

TEST(CharacterReferences, BringInNoControlCharacters) {
  EXPECT_EQ(resolve_references("&#27;[31m&#x7;&#0;&#127;&#129;red"), "[31mred");
}

TEST(CharacterReferences, OfNoCharacterBecomeTheMarkForOne) {
  EXPECT_EQ(resolve_references("&#xD800;"), "\uFFFD");
}

}  // namespace
}  // namespace dateline::indexer

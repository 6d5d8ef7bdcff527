#include "indexer/copies/correction_note.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::indexer {
namespace {

const std::string kStory =
    "PORT ALDWYN, April 12 (Wire) - The ferry sails again.\n\nIts owner spoke of luck.\n\nNobody "
    "was hurt.\n\nThe harbour office opens its inquiry on Monday.\n\nThe quay stays closed.";

struct NoteCase {
  std::string_view note;
  std::string_view version;
};

const NoteCase kNotesOfPages[] = {
    {"Correction: An earlier version of this article said that it sinks.", "corrected"},
    {"CORRECTION: The ferry has two decks.", "corrected"},
    {"Correction", "corrected"},
    {"Correction, May 3, 2019: The ferry has two decks.", "corrected"},
    {"Corrections & Clarifications: The ferry has two decks.", "corrected"},
    {"Clarification: The ferry has two decks.", "corrected"},
    {"This story has been corrected to show that it has two decks.", "corrected"},
    {"This article was amended on 3 May 2019 to name the owner.", "corrected"},
    {"This article was updated to correct the owner's name.", "corrected"},
    {"This version corrects the number of decks.", "corrected"},
    {"(This April 12 story corrects paragraph 3 to say two decks)", "corrected"},
    {"(This story has been refiled to fix a typo)", "refiled"},
    {"This story has been updated.", "update"},
    {"This story has been updated with a comment of the owner.", "update"},
    {"Editor's note: This story has been corrected. It has two decks.", "corrected"},
    {"Editor\u2019s Note: This story has been corrected.", "corrected"},
    {"An earlier version of this story misstated the owner's name.", "corrected"},
    {"A previous version of the article had another name.", "corrected"},
    {"*This article has been corrected.", "corrected"},
    {"Korrektur: Die F\u00E4hre hat zwei Decks.", "corrected"},
    {"In einer fr\u00FCheren Version dieses Artikels fehlte ein Deck.", "corrected"},
    {"Anmerkung der Redaktion: Dieser Artikel wurde nachtr\u00E4glich korrigiert.", "corrected"},
    {"Dieser Beitrag wurde aktualisiert.", "update"},
    {"Rectificatif : le bac a deux ponts.", "corrected"},
    {"Une premi\u00E8re version de cet article donnait un autre nom.", "corrected"},
    {"Cet article a \u00E9t\u00E9 corrig\u00E9.", "corrected"},
    {"Fe de errores: el ferry tiene dos cubiertas.", "corrected"},
    {"Una versi\u00F3n anterior de esta nota daba otro nombre.", "corrected"},
    {"Errata corrige: il traghetto ha due ponti.", "corrected"},
    {"Questo articolo \u00E8 stato corretto.", "corrected"},
    {"Uma vers\u00E3o anterior deste texto dava outro nome.", "corrected"},
    {"Een eerdere versie van dit artikel noemde een andere naam.", "corrected"},
    // No notes.
    {"Correction officers guard the quay: two of them were seen.", ""},
    {"Corrections were made to the timetable.", ""},
    {"This report is on the corrections of the timetable.", ""},
    {"This story of a ferry is sad.", ""},
    {"The owner corrected himself.", ""},
    {"An earlier version of the ferry had one deck.", "corrected"},  // reads alike
    {"Prices (corrected for inflation) rose.", ""},
    {"He updates his fleet.", ""},
    {"", ""},
    {"\xff\xfe(", ""},
};

TEST(NotedVersion, IsReadAtTheEndOfABody) {
  for (const auto& [note, version] : kNotesOfPages) {
    EXPECT_EQ(noted_version(kStory + "\n\n" + std::string(note)), version) << note;
  }
}

TEST(NotedVersion, IsReadOnTopOfABody) {
  for (const auto& [note, version] : kNotesOfPages) {
    EXPECT_EQ(noted_version(std::string(note) + "\n\n" + kStory), version) << note;
  }
}

TEST(NotedVersion, IsReadBehindADateline) {
  const NoteCase cases[] = {
      {"(Corrects length of repair in fourth paragraph)", "corrected"},
      {"(Refiles to fix typo)", "refiled"},
      {"[Recasts with owner]", "recast"},
      {"(Adds quotes, background)", "update"},
      {"(This version corrects the name)", "corrected"},
      {"(the ferry's owner)", ""},
      {"(adds to the queue)", ""},
  };
  for (const auto& [note, version] : cases) {
    const std::string start = "PORT ALDWYN, April 12 (Wire) - ";
    EXPECT_EQ(noted_version(start + std::string(note) + " The ferry sails."), version) << note;
  }
}

TEST(NotedVersion, IsReadInALineAboveTheStory) {
  EXPECT_EQ(noted_version("Corrects name in paragraph 3\n\n" + kStory), "corrected");
  EXPECT_EQ(noted_version("(Corrects name in paragraph 3)\n\n" + kStory), "corrected");
  EXPECT_EQ(noted_version("Corrected ferries sail again.\n\n" + kStory), "");
  EXPECT_EQ(noted_version("Corrects\n\n" + kStory), "");
}

TEST(NotedVersion, IsNotReadInTheMiddleOfALongStory) {
  std::string text = kStory + "\n\nThis story has been corrected.";
  for (int i = 0; i < 3; ++i) text += "\n\nThe gulls are back.";
  EXPECT_EQ(noted_version(text), "");
}

TEST(NotedVersion, TakesWhateverIsCut) {
  for (const auto& [note, version] : kNotesOfPages) {
    for (std::size_t bytes = 0; bytes <= note.size(); ++bytes) {
      const std::string_view told = noted_version(note.substr(0, bytes));
      EXPECT_TRUE(told.empty() || told == "corrected" || told == "refiled" || told == "update");
    }
  }
}

}  // namespace
}  // namespace dateline::indexer

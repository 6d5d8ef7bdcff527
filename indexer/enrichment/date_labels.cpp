#include "indexer/enrichment/date_labels.h"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

struct Label {
  std::string_view word;
  DateLabel kind;
};

using enum DateLabel;

// clang-format off
constexpr auto kLabels = std::to_array<Label>({
    {"actualitzat", kUpdated}, {"actualizado", kUpdated}, {"actualizada", kUpdated},
    {"actualise", kUpdated}, {"aggiornato", kUpdated}, {"aktualisiert", kUpdated},
    {"aktualizacja", kUpdated}, {"aktualizovano", kUpdated}, {"aktualizowano", kUpdated},
    {"amended", kUpdated}, {"atualizado", kUpdated}, {"azurirano", kUpdated},
    {"bearbeitet", kUpdated}, {"bijgewerkt", kUpdated}, {"changed", kUpdated},
    {"corrected", kUpdated}, {"diperbarui", kUpdated}, {"edited", kUpdated},
    {"frissitve", kUpdated}, {"geandert", kUpdated}, {"gewijzigd", kUpdated},
    {"guncelleme", kUpdated}, {"guncellenme", kUpdated}, {"modification", kUpdated},
    {"jour", kUpdated},  // mis à jour
    {"modifie", kUpdated}, {"modified", kUpdated}, {"muokattu", kUpdated}, {"oppdatert", kUpdated},
    {"opdateret", kUpdated}, {"paivitetty", kUpdated}, {"revised", kUpdated}, {"stand", kUpdated},
    {"update", kUpdated}, {"updated", kUpdated}, {"uppdaterad", kUpdated},
    {"zaktualizowano", kUpdated}, {"обновлено", kUpdated}, {"оновлено", kUpdated},
    {"обновление", kUpdated}, {"ενημερωση", kUpdated}, {"تحدیث", kUpdated}, {"עודכן", kUpdated},
    {"created", kPublished}, {"date", kPublished}, {"dated", kPublished}, {"datum", kPublished},
    {"diterbitkan", kPublished}, {"erschienen", kPublished}, {"erstellt", kPublished},
    {"fecha", kPublished}, {"gepubliceerd", kPublished}, {"geplaatst", kPublished},
    {"issued", kPublished}, {"julkaistu", kPublished}, {"objavljeno", kPublished},
    {"opublikowano", kPublished}, {"posted", kPublished}, {"printed", kPublished},
    {"publicado", kPublished}, {"publicada", kPublished}, {"publicat", kPublished},
    {"publication", kPublished}, {"publicerad", kPublished}, {"publie", kPublished},
    {"parution", kPublished},
    {"publiee", kPublished}, {"publikovano", kPublished}, {"publikovane", kPublished},
    {"published", kPublished}, {"publisert", kPublished}, {"publiceret", kPublished},
    {"pubblicato", kPublished}, {"released", kPublished}, {"veroffentlicht", kPublished},
    {"yayinlanma", kPublished}, {"опубликовано", kPublished}, {"опубліковано", kPublished},
    {"дата", kPublished}, {"δημοσιευση", kPublished}, {"نشر", kPublished}, {"פורסם", kPublished},
});

// Their words go on without a blank.
constexpr auto kOpenings = std::to_array<Label>({
    {"更新", kUpdated}, {"修改", kUpdated}, {"수정", kUpdated}, {"업데이트", kUpdated},
    {"发布", kPublished}, {"發布", kPublished}, {"发表", kPublished}, {"公開", kPublished},
    {"掲載", kPublished}, {"発行", kPublished}, {"配信", kPublished}, {"입력", kPublished},
    {"등록", kPublished}, {"게재", kPublished},
});
// clang-format on

}  // namespace

std::optional<DateLabel> label_kind(std::string_view word) {
  if (word.empty()) return std::nullopt;
  const auto whole = std::ranges::find(kLabels, word, &Label::word);
  if (whole != kLabels.end()) return whole->kind;
  if (static_cast<unsigned char>(word.front()) < 0x80) return std::nullopt;
  for (const Label& opening : kOpenings) {
    if (word.starts_with(opening.word)) return opening.kind;
  }
  return std::nullopt;
}

}  // namespace dateline::indexer

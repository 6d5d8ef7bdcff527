#include "indexer/sources/companions.h"

namespace dateline::indexer {
namespace {

const RawDocument* document_of(const ArchiveRecord& record, Format format) {
  const auto* document = std::get_if<RawDocument>(&record);
  return document != nullptr && document->format == format ? document : nullptr;
}

// A file that was refused for its form is no article either, such as the distribution's DTD.
bool is_refused_form(const ArchiveRecord& record) {
  const auto* bad = std::get_if<BadArticle>(&record);
  return bad != nullptr && bad->origin.line == 0 && bad->reason.starts_with("not text: ");
}

ArchiveRecord as_companion(ArchiveRecord record) {
  constexpr const char* kReason = "lies beside Reuters-21578 files, no article";
  if (is_refused_form(record)) return Companion{std::get<BadArticle>(record).origin, kReason};
  if (document_of(record, Format::kText) == nullptr) return record;
  return Companion{std::move(std::get<RawDocument>(record).origin), kReason};
}

}  // namespace

// The verdict on the last group falls when another begins: what is held then were articles.
void Companions::put(ArchiveRecord record, const std::string& group) {
  if (group != group_) {
    release();
    group_ = group;
    verdict_ = group.empty() ? Verdict::kArticles : Verdict::kOpen;
  }
  if (verdict_ == Verdict::kOpen) decide(record);
  if (verdict_ == Verdict::kOpen) return hold(std::move(record));
  if (verdict_ == Verdict::kReuters) record = as_companion(std::move(record));
  ready_.push_back(std::move(record));
}

// JSON settles it too: the Reuters-21578 distribution holds none.
void Companions::decide(const ArchiveRecord& record) {
  if (document_of(record, Format::kReuters21578) != nullptr) {
    verdict_ = Verdict::kReuters;
    for (auto& held : held_) held = as_companion(std::move(held));
    release();
  } else if (document_of(record, Format::kJson) != nullptr) {
    verdict_ = Verdict::kArticles;
    release();
  }
}

void Companions::hold(ArchiveRecord record) {
  if (const auto* text = document_of(record, Format::kText)) held_bytes_ += text->bytes.size();
  held_.push_back(std::move(record));
  if (held_.size() <= kMaxHeldFiles && held_bytes_ <= kMaxHeldBytes) return;
  verdict_ = Verdict::kArticles;
  release();
}

void Companions::release() {
  for (auto& record : held_) ready_.push_back(std::move(record));
  held_.clear();
  held_bytes_ = 0;
}

std::optional<ArchiveRecord> Companions::take() {
  if (ready_.empty()) return std::nullopt;
  ArchiveRecord record = std::move(ready_.front());
  ready_.pop_front();
  return record;
}

}  // namespace dateline::indexer

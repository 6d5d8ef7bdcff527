#include "common/index/index.h"

#include <fmt/format.h>

#include <utility>

#include "common/index/current.h"
#include "common/index/file.h"
#include "common/xapian_guard.h"

namespace dateline {
namespace {

void require_size(const std::filesystem::path& path, const FileEntry& entry) {
  const std::uint64_t size = file_size_bytes(path);
  if (size == entry.size_bytes) return;
  throw damaged(path, fmt::format("it has {} bytes, the manifest says {}", size, entry.size_bytes));
}

Xapian::Database open_catalogue(const std::filesystem::path& path, const SegmentEntry& entry) {
  return xapian_guard(fmt::format("open catalogue '{}'", path.string()), [&] {
    Xapian::Database catalogue(path.string());
    if (catalogue.get_uuid() != entry.catalogue_uuid ||
        catalogue.get_lastdocid() != entry.articles) {
      throw damaged(path, "it belongs to another segment");
    }
    return catalogue;
  });
}

// Sizes first: a file that was cut may not be mapped, see MappedFile.
OpenSegment open_segment(const SegmentOnDisk& closed) {
  const SegmentEntry& entry = closed.entry;
  for (const FileEntry& file : entry.files) require_size(closed.folder / file.name, file);
  OpenSegment segment{closed, open_catalogue(closed.catalogue_path(), entry),
                      ArticleStore(closed.article_store_path()),
                      std::make_unique<TextIndex>(closed.text_index_path()),
                      MappedFile(closed.facets_path())};
  if (segment.text_index->articles() != entry.articles) {
    throw damaged(closed.text_index_path(), "it belongs to another segment");
  }
  if (segment.articles.articles() != entry.articles) {
    throw damaged(segment.articles.path(), "it belongs to another segment");
  }
  return segment;
}

// A file of a generation that is live may not be missing; of one that is not, it may.
bool has_moved_on(const std::filesystem::path& dir, const Current& current) {
  return read_current(dir) != current;
}

}  // namespace

Deletions read_deletions(const std::filesystem::path& dir, const Manifest& manifest) {
  Deletions deletions;
  if (manifest.deletions) {
    const MappedFile file(dir / manifest.deletions->name);
    require_size(file.path(), *manifest.deletions);
    deletions = decode_deletions(file.bytes(), file.path());
  }
  for (const SegmentEntry& segment : manifest.segments) {
    const DeletedArticles& deleted = deletions[segment.id];
    if (deleted.count() == segment.deleted && deleted.highest() <= segment.articles) continue;
    throw damaged(dir,
                  fmt::format("segment {} has other deletions than the manifest says", segment.id));
  }
  return deletions;
}

Index::Index(std::filesystem::path dir, Manifest manifest)
    : dir_(std::move(dir)), manifest_(std::move(manifest)) {
  for (const SegmentEntry& entry : manifest_.segments) {
    segments_.push_back(open_segment({dir_ / segment_folder(entry.id), entry, {}}));
  }
  Deletions deletions = read_deletions(dir_, manifest_);
  for (OpenSegment& segment : segments_) segment.deleted = std::move(deletions[segment.entry.id]);
}

// Whatever goes wrong while a run publishes goes away with the next try, so CURRENT is read again.
Index Index::open(const std::filesystem::path& dir) {
  for (;;) {
    const auto current = read_current(dir);
    if (!current) throw no_index(dir);
    try {
      return Index(dir, read_manifest(dir, *current));
    } catch (const Error& error) {
      if (has_moved_on(dir, *current)) continue;
      if (error.kind() != ErrorKind::kMissing) throw;
      throw Error(ErrorKind::kCorrupt,
                  fmt::format("index '{}' is damaged: {}", dir.string(), error.what()));
    }
  }
}

}  // namespace dateline

#include "tests/indexer/sources/packing.h"

#include <archive.h>
#include <archive_entry.h>
#include <zstd.h>

#include <memory>
#include <stdexcept>

namespace dateline::indexer::test {
namespace {

struct Deleter {
  void operator()(archive* handle) const noexcept { archive_write_free(handle); }
  void operator()(archive_entry* entry) const noexcept { archive_entry_free(entry); }
};

la_ssize_t append(archive*, void* bytes, const void* block, std::size_t size) {
  static_cast<std::string*>(bytes)->append(static_cast<const char*>(block), size);
  return static_cast<la_ssize_t>(size);
}

class Packer {
 public:
  using Choose = int (*)(archive*);

  Packer(Choose format, Choose filter) : handle_(archive_write_new()) {
    format(handle_.get());
    filter(handle_.get());
    archive_write_set_bytes_in_last_block(handle_.get(), 1);
    archive_write_open(handle_.get(), &bytes_, nullptr, append, nullptr);
  }

  void add(const std::string& name, std::string_view content, unsigned type = AE_IFREG) {
    const std::unique_ptr<archive_entry, Deleter> entry(archive_entry_new());
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry.get(), type);
    archive_entry_set_perm(entry.get(), 0644);
    if (type == AE_IFLNK) archive_entry_set_symlink(entry.get(), "elsewhere");
    if (archive_write_header(handle_.get(), entry.get()) != ARCHIVE_OK) {
      throw std::runtime_error(archive_error_string(handle_.get()));
    }
    archive_write_data(handle_.get(), content.data(), content.size());
  }

  void add(const Texts& texts) {
    for (const auto& [name, content] : texts) add(name, content);
  }

  std::string take() {
    archive_write_close(handle_.get());
    return std::move(bytes_);
  }

 private:
  std::string bytes_;
  std::unique_ptr<archive, Deleter> handle_;
};

std::string packed(const Texts& texts, Packer::Choose format, Packer::Choose filter) {
  Packer packer(format, filter);
  packer.add(texts);
  return packer.take();
}

Packer::Choose filter_of(Compression compression) {
  switch (compression) {
    case Compression::kZstd:
      return archive_write_add_filter_zstd;
    case Compression::kXz:
      return archive_write_add_filter_xz;
    case Compression::kBzip2:
      return archive_write_add_filter_bzip2;
    case Compression::kGzip:
      break;
  }
  return archive_write_add_filter_gzip;
}

}  // namespace

std::string tar_of(const Texts& texts) {
  return packed(texts, archive_write_set_format_ustar, archive_write_add_filter_none);
}

std::string tar_gz_of(const Texts& texts) {
  return packed(texts, archive_write_set_format_ustar, archive_write_add_filter_gzip);
}

std::string zip_of(const Texts& texts) {
  return packed(texts, archive_write_set_format_zip, archive_write_add_filter_none);
}

std::string compressed(std::string_view text, Compression compression) {
  return packed({{"text", std::string(text)}}, archive_write_set_format_raw,
                filter_of(compression));
}

std::string tar_with_other_entries(const Texts& texts) {
  Packer packer(archive_write_set_format_ustar, archive_write_add_filter_none);
  packer.add("folder", "", AE_IFDIR);
  packer.add("link", "", AE_IFLNK);
  packer.add(".hidden", "Nobody is to see this.\n");
  packer.add("folder/.hidden/inside.txt", "Nor this.\n");
  packer.add(texts);
  return packer.take();
}

// In two calls, so that the library does not know how short the text is.
std::string zstd_with_window(std::string_view text, int window_log) {
  const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(),
                                                                     ZSTD_freeCCtx);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, 1);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_windowLog, window_log);
  std::string frame(ZSTD_compressBound(text.size()) + 64, '\0');
  ZSTD_outBuffer output{frame.data(), frame.size(), 0};
  ZSTD_inBuffer input{text.data(), text.size(), 0};
  for (const auto directive : {ZSTD_e_continue, ZSTD_e_end}) {
    if (ZSTD_isError(ZSTD_compressStream2(context.get(), &output, &input, directive)) != 0) {
      throw std::runtime_error("zstd");
    }
  }
  frame.resize(output.pos);
  return frame;
}

}  // namespace dateline::indexer::test

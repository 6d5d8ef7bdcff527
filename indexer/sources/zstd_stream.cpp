#include "indexer/sources/zstd_stream.h"

#include <unistd.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <cstdint>

namespace dateline::indexer {
namespace {

constexpr int kUsualWindowLog = 27;
constexpr int kLargestWindowLog = 31;

// The longest window that takes no more than half of the memory.
int affordable_window_log() {
  const long pages = ::sysconf(_SC_PHYS_PAGES), page_bytes = ::sysconf(_SC_PAGE_SIZE);
  if (pages <= 0 || page_bytes <= 0) return kUsualWindowLog;
  const auto memory = static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(page_bytes);
  int log = kUsualWindowLog;
  while (log < kLargestWindowLog && (std::uint64_t{2} << (log + 1)) <= memory) ++log;
  return log;
}

}  // namespace

ZstdStream::ZstdStream(std::unique_ptr<ByteStream> from)
    : from_(std::move(from)), context_(ZSTD_createDCtx()), block_(ZSTD_DStreamInSize()) {
  if (context_) {
    ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, affordable_window_log());
  } else {
    failure_ = "no memory to decompress it";
  }
}

void ZstdStream::FreeContext::operator()(ZSTD_DCtx_s* context) const noexcept {
  ZSTD_freeDCtx(context);
}

bool ZstdStream::fetch() {
  block_bytes_ = from_->read(block_.data(), block_.size());
  block_at_ = 0;
  return block_bytes_ > 0;
}

void ZstdStream::fail(std::size_t result) {
  switch (ZSTD_getErrorCode(result)) {
    case ZSTD_error_frameParameter_windowTooLarge:
    case ZSTD_error_memory_allocation:
      failure_ =
          "its zstd window is larger than the memory allows: decompress it elsewhere, "
          "'zstd -d --long=31 -c FILE', and give - as INPUT";
      return;
    case ZSTD_error_prefix_unknown:
      failure_ = any_frame_ ? "what follows its last zstd frame is not zstd" : "not zstd";
      return;
    default:
      failure_ = std::string("zstd cannot decompress it: ") + ZSTD_getErrorName(result);
  }
}

std::size_t ZstdStream::read(char* into, std::size_t size) {
  ZSTD_outBuffer output{into, size, 0};
  while (output.pos == 0 && size > 0 && !ended_ && failure_.empty()) {
    if (block_at_ == block_bytes_ && !fetch()) {
      ended_ = true;
      if (failure_ = from_->failure(); failure_.empty() && wanted_ > 0) {
        failure_ = "it ends inside of a zstd frame";
      }
      break;
    }
    ZSTD_inBuffer input{block_.data(), block_bytes_, block_at_};
    const std::size_t result = ZSTD_decompressStream(context_.get(), &output, &input);
    block_at_ = input.pos;
    if (ZSTD_isError(result) != 0) {
      fail(result);
      break;
    }
    wanted_ = result;
    any_frame_ = any_frame_ || result == 0;
  }
  return output.pos;
}

}  // namespace dateline::indexer

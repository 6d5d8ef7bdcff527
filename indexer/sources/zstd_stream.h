// What zstd compressed, as a stream: frames one after another, skippable ones among them.
//
// libarchive refuses windows over 128 MiB and a stream that begins with a skippable frame; the large
// dumps for research are packed with both ("zstd --long=31", pzstd). So zstd is read through its own
// library.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "indexer/sources/byte_stream.h"

struct ZSTD_DCtx_s;

namespace dateline::indexer {

// Holds the window that the frame asks for: up to 128 MiB, and up to 2 GiB where that is no more
// than half of the machine's memory; a larger one is a failure that says what to type. What stands
// behind the last good frame and is none is a failure, told when all before has been read.
class ZstdStream final : public ByteStream {
 public:
  explicit ZstdStream(std::unique_ptr<ByteStream> from);

  std::size_t read(char* into, std::size_t size) override;
  std::string failure() const override { return failure_; }

 private:
  struct FreeContext {
    void operator()(ZSTD_DCtx_s* context) const noexcept;
  };

  bool fetch();
  void fail(std::size_t result);

  std::unique_ptr<ByteStream> from_;
  std::unique_ptr<ZSTD_DCtx_s, FreeContext> context_;
  std::vector<char> block_;
  std::size_t block_bytes_ = 0;  // of compressed bytes in the block
  std::size_t block_at_ = 0;     // before it they are used
  std::size_t wanted_ = 0;       // of the frame that is being read; 0: between frames
  bool any_frame_ = false;
  bool ended_ = false;
  std::string failure_;
};

}  // namespace dateline::indexer

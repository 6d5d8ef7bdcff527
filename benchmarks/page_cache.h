// Putting files out of the system's page cache, so that the next reader goes to the disk.
#pragma once

#include <filesystem>

namespace dateline::bench {

// Drops all files below the folder, as far as they are on disk and no process has them mapped.
// Returns whether hardly any of their pages are left in memory: on some file systems, and while
// others use the files, nothing can be dropped.
bool drop_from_page_cache(const std::filesystem::path& folder);

}  // namespace dateline::bench

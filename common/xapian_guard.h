// Turns what Xapian throws into the one Error of this project, at the door.
#pragma once

#include <xapian.h>

#include <string>
#include <utility>

#include "common/error.h"

namespace dateline {

// Runs `work`. `doing` completes "cannot ...": "open catalogue
// 'INDEX/segments/000017/catalogue.glass'".
template <typename Work>
decltype(auto) xapian_guard(const std::string& doing, Work&& work) {
  try {
    return std::forward<Work>(work)();
  } catch (const Xapian::DatabaseNotFoundError& error) {  // no Xapian error is a std::exception
    throw Error(ErrorKind::kMissing, "cannot " + doing + ": " + error.get_msg());
  } catch (const Xapian::DatabaseVersionError& error) {
    throw Error(ErrorKind::kVersion, "cannot " + doing + ": " + error.get_msg());
  } catch (const Xapian::DatabaseCorruptError& error) {
    throw Error(ErrorKind::kCorrupt, "cannot " + doing + ": " + error.get_msg());
  } catch (const Xapian::Error& error) {
    throw Error(ErrorKind::kSystem, "cannot " + doing + ": " + error.get_msg());
  }
}

}  // namespace dateline

# Every third party, in one place: all from Debian 12, installed by scripts/install-dependencies.

find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)

find_package(CLI11 REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(simdjson REQUIRED)
find_package(roaring REQUIRED)
find_package(date REQUIRED)

foreach(module xapian-core libzstd libarchive libutf8proc libxxhash)
  pkg_check_modules(${module} REQUIRED IMPORTED_TARGET ${module})
endforeach()

# Snowball ships neither a CMake package nor a .pc file.
find_library(SNOWBALL_LIBRARY stemmer REQUIRED)
find_path(SNOWBALL_INCLUDE_DIR libstemmer.h REQUIRED)
add_library(Snowball::stemmer UNKNOWN IMPORTED)
set_target_properties(Snowball::stemmer PROPERTIES
  IMPORTED_LOCATION ${SNOWBALL_LIBRARY}
  INTERFACE_INCLUDE_DIRECTORIES ${SNOWBALL_INCLUDE_DIR})

# Every third party, in one place: all from Debian 12, installed by scripts/install-dependencies.

find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)

find_package(CLI11 REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(simdjson REQUIRED)
find_package(roaring REQUIRED)
find_package(date REQUIRED)

foreach(module xapian-core libzstd libarchive libutf8proc libxxhash libxml-2.0 icu-i18n icu-uc uchardet
        yaml-cpp)
  pkg_check_modules(${module} REQUIRED IMPORTED_TARGET ${module})
endforeach()

if(DATELINE_TESTS)
  pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)  # reads the HTML that we write
endif()

# A program that is started for one query feels every library that must be loaded. Those that
# Debian ships as archives, all under permissive licences, become part of the program.
option(DATELINE_STATIC_LIBRARIES "Link zstd, xxhash, utf8proc and Snowball statically where their archives are installed" ON)

function(link_archive library target)
  find_library(${library}_ARCHIVE lib${library}.a)
  mark_as_advanced(${library}_ARCHIVE)
  if(DATELINE_STATIC_LIBRARIES AND ${library}_ARCHIVE)
    set_target_properties(${target} PROPERTIES INTERFACE_LINK_LIBRARIES ${${library}_ARCHIVE})
  endif()
endfunction()

link_archive(zstd PkgConfig::libzstd)
link_archive(xxhash PkgConfig::libxxhash)
link_archive(utf8proc PkgConfig::libutf8proc)

# Snowball ships neither a CMake package nor a .pc file.
if(DATELINE_STATIC_LIBRARIES)
  find_library(SNOWBALL_LIBRARY NAMES libstemmer.a stemmer REQUIRED)
else()
  find_library(SNOWBALL_LIBRARY stemmer REQUIRED)
endif()
find_path(SNOWBALL_INCLUDE_DIR libstemmer.h REQUIRED)
add_library(Snowball::stemmer UNKNOWN IMPORTED)
set_target_properties(Snowball::stemmer PROPERTIES
  IMPORTED_LOCATION ${SNOWBALL_LIBRARY}
  INTERFACE_INCLUDE_DIRECTORIES ${SNOWBALL_INCLUDE_DIR})

# Neither do the reader of CSV and the detector of languages.
foreach(library csv cld2)
  find_library(${library}_LIBRARY ${library} REQUIRED)
  mark_as_advanced(${library}_LIBRARY)
  add_library(${library}::${library} UNKNOWN IMPORTED)
  set_target_properties(${library}::${library} PROPERTIES IMPORTED_LOCATION ${${library}_LIBRARY})
endforeach()

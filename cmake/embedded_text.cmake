# embed_text(TARGET FILE FUNCTION HEADER): the text of FILE becomes what dateline::searcher::FUNCTION(),
# declared in HEADER, returns. A change of FILE is seen by the next build.
function(embed_text target file function header)
  file(READ ${file} text)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp)
  configure_file(${PROJECT_SOURCE_DIR}/cmake/embedded_text.cpp.in ${source} @ONLY)
  target_sources(${target} PRIVATE ${source})
endfunction()

// A command and what it prints, as a document shows them.
//
// In a document, an indented block that begins with "$ " is a transcript: the first line is a
// command of the shell, the lines below are what it prints. A line "…" stands for any number of
// lines, also none, and a line that ends with " …" for every line that begins so.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::test {

struct Transcript {
  std::size_t line = 0;  // of the document, from 1
  std::string command;
  std::vector<std::string> output;
};

std::vector<Transcript> transcripts_of(const std::filesystem::path& document);

// Whether the printed text is what the transcript shows, however long it took.
bool shows(const Transcript& transcript, std::string_view printed);

}  // namespace dateline::test

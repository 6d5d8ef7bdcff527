#include <CLI/CLI.hpp>

#include <cerrno>
#include <cstring>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>

#include "corpus/generator.h"
#include "corpus/story_formats.h"

namespace {

namespace fs = std::filesystem;
using dateline::corpus::Generator;
using dateline::corpus::GeneratorOptions;

constexpr std::size_t kWriteBytes = 1 << 20;
constexpr std::uint64_t kFilesPerFolder = 1'000;

enum class Format { kJsonLines, kText };

struct CommandLine {
  GeneratorOptions generator;
  fs::path out;
  Format format = Format::kJsonLines;
};

void write_out(std::ostream& out, const std::string& text, const fs::path& name) {
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  if (!out) {
    throw std::runtime_error("cannot write '" + name.string() + "': " + std::strerror(errno));
  }
}

std::uint64_t write_json_lines(Generator& generator, std::ostream& out, const fs::path& name) {
  std::string pending;
  std::uint64_t bytes = 0;
  while (const auto story = generator.next()) {
    append_json_line(*story, pending);
    if (pending.size() < kWriteBytes) continue;
    bytes += pending.size();
    write_out(out, pending, name);
    pending.clear();
  }
  write_out(out, pending, name);
  out.flush();
  write_out(out, "", name);
  return bytes + pending.size();
}

std::uint64_t write_text_files(Generator& generator, const fs::path& folder) {
  std::uint64_t bytes = 0;
  while (const auto story = generator.next()) {
    const fs::path below = folder / std::to_string(story->number / kFilesPerFolder);
    fs::create_directories(below);
    const fs::path path = below / (id_of(*story) + ".txt");
    std::string text;
    append_text(*story, text);
    std::ofstream file(path, std::ios::binary);
    write_out(file, text, path);
    file.close();
    write_out(file, "", path);
    bytes += text.size();
  }
  return bytes;
}

std::uint64_t generate(const CommandLine& line) {
  Generator generator(line.generator);
  if (line.format == Format::kText) return write_text_files(generator, line.out);
  if (line.out == "-") return write_json_lines(generator, std::cout, "standard output");
  std::ofstream file(line.out, std::ios::binary);
  return write_json_lines(generator, file, line.out);
}

}  // namespace

int main(int argc, char** argv) {
  CommandLine line;
  CLI::App app("Writes an invented news archive; the same seed gives the same bytes everywhere.");
  app.add_option("--articles", line.generator.articles, "How many")->required();
  app.add_option("--seed", line.generator.seed, "Another seed, another archive")
      ->capture_default_str();
  app.add_option("--out", line.out, "A file ('-': standard output); a folder for text")->required();
  app.add_option("--format", line.format, "jsonl or text")
      ->transform(CLI::Transformer(
          std::map<std::string, Format>{{"jsonl", Format::kJsonLines}, {"text", Format::kText}}));
  app.add_option("--copies", line.generator.copies_per_mille, "Abridged copies among 1000 articles")
      ->capture_default_str()
      ->check(CLI::Range(0, 1'000));
  app.add_option("--undated", line.generator.undated_per_mille, "Undated among 1000 articles")
      ->capture_default_str()
      ->check(CLI::Range(0, 1'000));
  CLI11_PARSE(app, argc, argv);
  try {
    const std::uint64_t bytes = generate(line);
    std::cerr << "corpus-generate: " << line.generator.articles << " articles, " << bytes
              << " bytes\n";
    return 0;
  } catch (const std::exception& e) {
    std::cerr << "corpus-generate: " << e.what() << '\n';
    return 2;
  }
}

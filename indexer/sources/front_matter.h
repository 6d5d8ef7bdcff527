// Front matter: fields above a text, as Jekyll, Hugo, Obsidian and clippers of web pages write them.
//
//   ---                       +++                        ;;;
//   title: "Market closed"    title = "Market closed"    {"title": "Market closed"}
//   tags: [trade, fish]       tags = ["trade", "fish"]   ;;;
//   ---                       +++
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline::indexer {

struct FrontMatter {
  std::string json;        // an object: names and values as they stand, scalars all as strings
  std::string_view below;  // the text behind the closing line
};

// Reads front matter where `text` opens with it: YAML between "---" (or up to "..."), assignments of
// TOML between "+++", JSON between ";;;". YAML that is none, such as a title with a colon and no
// quotes, is read line by line. Nothing where there is no closing line within 64 KB, or no field.
//
// Bounded: values deeper than 8 levels and more than 2,000 of them are left out.
std::optional<FrontMatter> take_front_matter(std::string_view text);

}  // namespace dateline::indexer

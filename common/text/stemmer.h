// Word -> stem key: what words must share to be found by each other. The only door to libstemmer.
//
// A stem key is "<language>:<stem>", "en:elect": stems of different languages never meet. Before
// stemming, English words go to one spelling (see spelling.h), so defence and defense share a key.
// Spanish and Portuguese words get the accents back that Snowball knows their endings by, which the
// analyser has folded (organizacion -> organización), and Portuguese plurals in -ões their singular,
// which Snowball does not bring together (eleições, eleição). Russian endings get their й back. In
// Turkish the folded ü and ı cost the words whose endings Snowball tells by them.
// Terms with a capital, a digit or a sign (see analyser.h) and words of languages that Snowball
// does not know are their own stem.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace dateline {

class Stemmer {
 public:
  // `language` is an ISO 639-1 code, "en". Any other text is a language without stems, never an
  // error.
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  // Returns the stem key of a term of the analyser. The view is valid until the next call on this
  // object. Not thread-safe: give each thread its own.
  std::string_view key(std::string_view term);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Whether stemming could change a term: it is all lower-case letters. Others have no stem entry in an
// index; they are found as the words they are.
bool is_stemmable(std::string_view term);

}  // namespace dateline

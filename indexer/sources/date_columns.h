// A day whose year, month and day stand in fields of their own.
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

// For one record: take() its fields in any order, then ask for the date. Not thread-safe.
class DateColumns {
 public:
  // Notes a field if its name is one of "year", "month" and "day", also "publication_year" and the
  // like, alone or in an object that holds the fields of an article. `path` is as the archive
  // spells it, its steps parted by dots. Years have four digits; "12.0" is 12, as pandas writes it; months
  // may be names. What is no year, month or day is passed over.
  void take(std::string_view path, std::string_view value);

  // "2016-12-09", "9 December 2016", "2016-12" or "2016", for parse_date_field(); "" without year.
  std::string date() const;

  // "year, month, day", as the archive spells those that date() is made of.
  std::string names() const;

 private:
  struct Column {
    std::string name;
    std::string value;
  };

  bool has_day() const;

  Column year_;
  Column month_;
  Column day_;
};

}  // namespace dateline::indexer

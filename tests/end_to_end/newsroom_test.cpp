// Ten queries as a researcher writes them who has learnt it at Nexis, Factiva or ProQuest, and the
// articles of the sample that each must find.
#include <set>
#include <string>
#include <vector>

#include "tests/end_to_end/dateline.h"

namespace dateline::test {
namespace {

struct Request {
  std::string query;
  std::set<std::string> articles;
  std::string but_not;  // an article that comes close, and why it is none
};

const std::vector<Request> kRequests = {
    {R"("lighthouse keepers" w/6 (automat* OR strik*))",
     {"courier/19870226/lighthouse-keepers-walk-out.txt",
      "courier/19870302/lighthouse-keepers-return.txt"},
     "reuters21578:5 has a lighthouse strike without keepers"},
    {"ferry /s narrows",
     {"courier/20080307/ferry-company-folds.txt"},
     "of the bridge toll one sentence has the ferry and the next one the narrows"},
    {"ferry /p narrows",
     {"courier/19891104/bridge-toll-doubled.txt", "courier/20080307/ferry-company-folds.txt"},
     "the opera on the bridge has ferries and no narrows"},
    {"atleast4(trombone)", {"words/who-was-that.txt"}, "five times would be one too many"},
    {"hlead(strike)",
     {"courier/19870226/lighthouse-keepers-walk-out.txt",
      "courier/19870302/lighthouse-keepers-return.txt", "led-0002", "reuters21578:5"},
     ""},
    {R"("by * votes")",
     {"courier/19891104/bridge-toll-doubled.txt",
      "packed/evening-star.tar.zst(1997/09/crossword-wins-election.txt)"},
     ""},
    {"organi?e* AND NOT headline:roof",
     {"words/defence-cuts.txt", "words/defense-budget.txt"},
     "an organization vaccinates, and organisers close the roof"},
    {"bank AND (euro* pre/2 day) date:q3 2008",
     {"http://www.meridianwire.example/article/2008/09/15/bank-lowland-idMW0420080915"},
     "the bank of the ferry company was another one in March"},
    {"harbour NOT w/2 bridge",
     {"courier/20180921/bridge-birds-delay-paint.txt", "datelines/cairo-slash-date.txt",
      "datelines/month-only-cannery.txt", "words/defence-cuts.txt"},
     "four stories have no harbour but in harbour bridge"},
    {"syn(boat ferry ship) w/5 waiting",
     {"courier/19870302/lighthouse-keepers-return.txt", "datelines/month-only-cannery.txt"},
     "the traffic that waits for the opera is too far from any ship"},
};

class EndToEndNewsroom : public EndToEndTest {
 protected:
  void SetUp() override { update_sample(); }
};

TEST_F(EndToEndNewsroom, FindsWhatANexisUserAsksFor) {
  for (const Request& request : kRequests) {
    SCOPED_TRACE(request.query + (request.but_not.empty() ? "" : "; " + request.but_not));
    EXPECT_EQ(found(request.query), request.articles);
  }
}

TEST_F(EndToEndNewsroom, TypesBackWhatItHasRead) {
  for (const Request& request : kRequests) {
    SCOPED_TRACE(request.query);
    EXPECT_EQ(found(result({"--", request.query}).at("read_as")), request.articles);
  }
}

TEST_F(EndToEndNewsroom, TakesOperatorsInAnyCaseWhereNoWordIsMeant) {
  const std::vector<std::vector<std::string>> alike = {
      {"ferry /s narrows", "ferry /S narrows", "ferry w/s narrows"},
      {"toll PRE/5 bridge", "toll pre/5 bridge", "toll ADJ/5 bridge", "toll adj/5 bridge"},
      {"crack* w/1 pin", "crack* W/1 pin", "crack* NEAR/1 pin", "crack* near/1 pin"},
      {"ATLEAST4(trombone)", "atleast4(trombone)", "AtLeast4(trombone)"},
      {"hlead:strike", "hlead(strike)", "HLEAD(strike)"},
  };
  for (const auto& forms : alike) {
    const auto expected = found(forms.front());
    EXPECT_FALSE(expected.empty()) << forms.front();
    for (const std::string& form : forms) EXPECT_EQ(found(form), expected) << form;
  }
}

}  // namespace
}  // namespace dateline::test

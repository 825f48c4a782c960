// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/emailtext.h"

#include "support/catch_qt.h"

using namespace headway;
using namespace Qt::StringLiterals;

TEST_CASE("One rule says what an e-mail address is", "[domain]")
{
    CHECK(isEmailAddress(u"ana.nunez+crm@acme.example"));
    CHECK(isEmailAddress(u" jörg@müller.example "));
    for (const QStringView wrong :
         {u"nowhere", u"a@b", u"a@b@c.example", u"a b@c.example", u"@c.example", u"a@c.", u""}) {
        CAPTURE(wrong.toString());
        CHECK_FALSE(isEmailAddress(wrong));
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/dialtext.h"

#include "domain/text/emailtext.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace Qt::StringLiterals;

TEST_CASE("An extension is not dialled as digits of the number", "[domain]")
{
    CHECK(dialAddress(u"+49 (30) 12-3"_s) == u"tel:+4930123"_s);
    CHECK(dialAddress(u"030 444444 ext. 5"_s) == u"tel:030444444;ext=5"_s);
    CHECK(dialAddress(u"030 444444, Ext 23"_s) == u"tel:030444444;ext=23"_s);
    CHECK(dialAddress(u"030 444444,,5"_s) == u"tel:030444444,,5"_s);
    CHECK(dialAddress(u"next 5"_s) == u"tel:5"_s);
    CHECK(dialAddress({}) == u"tel:"_s);
}

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

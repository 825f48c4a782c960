// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/addresstext.h"

#include "support/catch_qt.h"

using namespace headway;
using namespace Qt::StringLiterals;

TEST_CASE("A page and an e-mail address are of one site, however they are written", "[domain]")
{
    for (const QString &address : {u"acme.example"_s, u"https://www.acme.example/de/"_s,
                                   u"ana@ACME.example"_s, u"http://acme.example:8080"_s})
        CHECK(siteOf(address) == u"acme.example"_s);
    for (const QString &none : {u""_s, u"acme"_s, u"@"_s, u"no page"_s, u"https://"_s})
        CHECK(siteOf(none).isEmpty());
    CHECK(isSameSite(u"www.acme.example/de"_s, u"https://acme.example"_s));
    CHECK(isSameSite(u"acme.example/shop"_s, u"ana@acme.example"_s));
    CHECK_FALSE(isSameSite(u"acme.example"_s, u"acme-shop.example"_s));
    CHECK_FALSE(isSameSite(u""_s, u""_s));
}

TEST_CASE("Two companies with pages in one network are two", "[domain]")
{
    CHECK(isSameSite(u"linkedin.com/company/acme/"_s, u"https://www.LinkedIn.com/company/Acme"_s));
    CHECK_FALSE(isSameSite(u"linkedin.com/company/acme"_s, u"linkedin.com/company/bolt"_s));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/capital.h"

#include "support/catch_qt.h"

using namespace headway::app;
using namespace Qt::StringLiterals;

TEST_CASE("A line begins with a capital of its own language", "[app]")
{
    const QLocale english(QLocale::English);
    CHECK(withCapital(u"open, owner me"_s, english) == u"Open, owner me"_s);
    CHECK(withCapital(u"éclair"_s, english) == u"Éclair"_s);
    CHECK(withCapital(u"“quoted”"_s, english) == u"“quoted”"_s);
    CHECK(withCapital({}, english).isEmpty());
}

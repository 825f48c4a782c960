// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/zonetext.h"

#include "support/catch_qt.h"

using namespace headway;
using namespace Qt::StringLiterals;

TEST_CASE("A country is known by its name in English, in its own language, and by its code", "[domain]")
{
    for (const QString &name : {u"Germany"_s, u"deutschland"_s, u"DE"_s, u" de "_s})
        CHECK(zonesOfCountry(name).contains("Europe/Berlin"));
    CHECK(zonesOfCountry(u"Österreich"_s) == QList<QByteArray>{"Europe/Vienna"});
    CHECK(zonesOfCountry(u"日本"_s) == QList<QByteArray>{"Asia/Tokyo"});
    CHECK(zonesOfCountry(u"United States"_s).size() > 4);
    CHECK(zonesOfCountry(u"Atlantis"_s).isEmpty());
    CHECK(zonesOfCountry({}).isEmpty());
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/placetext.h"

#include "support/catch_qt.h"

using namespace headway::exchange;
using namespace Qt::StringLiterals;

TEST_CASE("A town comes apart from the postal code in its cell", "[exchange]")
{
    const auto requirePlace = [](const QString &cell, const PlaceText &place) {
        CAPTURE(cell);
        REQUIRE(placeIn(cell));
        CHECK(placeIn(cell)->postalCode == place.postalCode);
        CHECK(placeIn(cell)->city == place.city);
        CHECK(placeIn(cell)->region == place.region);
    };
    requirePlace(u"89073 Ulm"_s, {u"89073"_s, u"Ulm"_s, {}});
    requirePlace(u" D-70565  Stuttgart "_s, {u"D-70565"_s, u"Stuttgart"_s, {}});
    requirePlace(u"CH-8001 Zürich"_s, {u"CH-8001"_s, u"Zürich"_s, {}});
    requirePlace(u"1012 AB Amsterdam"_s, {u"1012 AB"_s, u"Amsterdam"_s, {}});
    requirePlace(u"8660 DE PANNE"_s, {u"8660"_s, u"DE PANNE"_s, {}});
    requirePlace(u"75011 Paris Cedex"_s, {u"75011"_s, u"Paris Cedex"_s, {}});
    requirePlace(u"111 22 Stockholm"_s, {u"111 22"_s, u"Stockholm"_s, {}});
    requirePlace(u"00-950 Warszawa"_s, {u"00-950"_s, u"Warszawa"_s, {}});
    requirePlace(u"01001-000 São Paulo"_s, {u"01001-000"_s, u"São Paulo"_s, {}});
    requirePlace(u"1000-001, Lisboa"_s, {u"1000-001"_s, u"Lisboa"_s, {}});
    requirePlace(u"Reno, NV 89501"_s, {u"89501"_s, u"Reno"_s, u"NV"_s});
    requirePlace(u"New York, NY 10001-2345"_s, {u"10001-2345"_s, u"New York"_s, u"NY"_s});
}

TEST_CASE("A whole address is its street where the town is known besides", "[exchange]")
{
    CHECK(streetBefore(u"5 Elm St, Oakland, CA 94607, USA"_s, u"Oakland"_s) == u"5 Elm St"_s);
    CHECK(streetBefore(u"Hauptstr. 5, 2. Stock, 70173 Stuttgart, Deutschland"_s, u"stuttgart"_s)
          == u"Hauptstr. 5, 2. Stock"_s);
    CHECK(streetBefore(u"Oakland Ave 7, Reno"_s, u"Oakland"_s) == u"Oakland Ave 7, Reno"_s);
    CHECK(streetBefore(u"Am Wall 3"_s, u"Bremen"_s) == u"Am Wall 3"_s);
    CHECK(streetBefore(u"Am Wall 3, Bremen"_s, QString()) == u"Am Wall 3, Bremen"_s);
}

TEST_CASE("The name of a town stays whole, though there are figures in it", "[exchange]")
{
    for (const QString &cell : {u""_s, u"Ulm"_s, u"100 Mile House"_s, u"6th of October City"_s, u"Paris 11"_s,
                                u"89073"_s, u"Hauptstr. 5"_s, u"London SW1A 1AA"_s, u"5 Elm, 10001"_s}) {
        CAPTURE(cell);
        CHECK(!placeIn(cell));
    }
}

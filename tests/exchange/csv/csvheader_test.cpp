// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv/csvheader.h"

#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;

namespace {

// Rows as a reader finds them, one a line; cells separated by bars.
qint64 headerOf(const QString &text)
{
    std::vector<CsvRow> rows;
    qint64 line = 0;
    for (const QString &each : text.split(u'\n')) {
        ++line;
        CsvRow row;
        row.line = line;
        row.fields = each.split(u'|');
        rows.push_back(row);
    }
    return headerLine(rows);
}

} // namespace

TEST_CASE("Column names are found below titles, notes and lines of another width", "[exchange]")
{
    CHECK(headerOf(u"Name|City\nAnna|Berlin\nBob|Rome"_s) == 1);
    CHECK(headerOf(u"Contacts of the North\nName|City\nAnna|Berlin\nBob|Rome"_s) == 2);
    CHECK(headerOf(u"Contacts||\nAs of|2026-03-04|\nName|City|Phone\nAnna|Berlin|1\nBob|Rome|2"_s) == 3);
    CHECK(headerOf(u"Note: made by hand\n\nName|City\nAnna|Berlin"_s) == 3);
}

TEST_CASE("The first row stays the column names where nothing speaks against it", "[exchange]")
{
    CHECK(headerOf(u"Name\nAnna\nBob"_s) == 1);
    CHECK(headerOf(u"Name|2024|2025\nAnna|1|2\nBob|3|4"_s) == 1);
    CHECK(headerOf(u"Name||City|\nAnna|x|Berlin|y"_s) == 1);
    CHECK(headerOf(u"Name|City"_s) == 1);
    CHECK(headerOf(u"Name|TEL 1|TEL 2\nAnna|030 1|030 2\nBob|030 3|030 4"_s) == 1);
    CHECK(headerOf(u"Name\nAnna, of Acme\nBob|Rome"_s) == 1); // one torn line is no table
    CHECK(headerOf(u"Last name|First name\nBerg|Anna||\nCole|Bob||"_s)
          == 1); // separators behind the last column
    CHECK(headerLine({}) == 1);
}

TEST_CASE("What a report writes below its data is no data", "[exchange]")
{
    CHECK(isFooter({u"Grand Total"_s, u"12,300.00"_s, QString()}));
    CHECK(isFooter({u"Grand Totals (5 records)"_s, QString()}));
    CHECK(isFooter({u"Grand Totals"_s, QString(), u"3 records"_s, u"51,400.50"_s}));
    CHECK(isFooter({u"Summe"_s, u"12.300,00 €"_s}));
    CHECK(isFooter({u"Grand total"_s, QString(), u"USD 12,300.00"_s, u"--"_s}));
    CHECK(isFooter({u"Summe"_s, u"1 500 zł"_s}));
    CHECK(isFooter({u"Copyright (c) 2000-2026 Somebody, inc. All rights reserved."_s, QString()}));
    CHECK(isFooter({u"Confidential Information - Do Not Distribute"_s}));
    CHECK_FALSE(isFooter({u"Total Energies"_s, u"Paris"_s}));
    CHECK_FALSE(isFooter({u"Total"_s, u"Paris"_s}));
    CHECK_FALSE(isFooter({u"Copyright Agency"_s, u"12"_s}));
    CHECK_FALSE(isFooter({u"Sum"_s, u"sum@x.example"_s, u"2"_s}));
    CHECK(isFooter({u"Erstellt mit Faktura 3"_s, QString()}));
    CHECK(isFooter({u"Généré par Facture"_s}));
    CHECK_FALSE(isFooter({u"Anna Berg"_s, u"1"_s}));
    CHECK_FALSE(isFooter({QString(), QString()}));
}

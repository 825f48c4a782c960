// SPDX-License-Identifier: GPL-3.0-or-later
// Filters that were saved some time ago.
#include "domain/query/readablefilter.h"

#include "domain/records/inenglish.h"
#include "domain/text/text.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 12, 15);

Lookups twoStages()
{
    Lookups lists;
    for (const QString &name : {u"Offer sent"_s, u"Negotiation"_s})
        lists.stages.push_back({.name = name, .nameKey = fold(name)});
    lists.users.push_back({.name = u"Anna Weber"_s, .nameKey = u"anna weber"_s});
    return lists;
}

ReadableFilter read(const QString &text)
{
    return readableFilter(EntityKind::Deal, text, today, twoStages());
}

QStringList said(const ReadableFilter &readable)
{
    QStringList texts;
    for (const Sentence &each : readable.gone)
        texts += inEnglish(each);
    return texts;
}

} // namespace

TEST_CASE("A filter whose stage is gone says so, and the rest of it still holds", "[domain]")
{
    const ReadableFilter readable = read(u"stage:Qualified owner:weber amount:>10k"_s);
    CHECK(said(readable) == QStringList{u"There is no stage “Qualified” any more."_s});
    CHECK(filterText(EntityKind::Deal, readable.filter) == u"owner:weber value:>10000"_s);
}

TEST_CASE("Of several stages in a filter those that are left are looked for", "[domain]")
{
    const ReadableFilter readable = read(u"stage:Qualified,offer,nego"_s);
    CHECK(said(readable) == QStringList{u"There is no stage “Qualified” any more."_s});
    CHECK(filterText(EntityKind::Deal, readable.filter) == u"stage:offer,nego"_s);
}

TEST_CASE("A filter by a field that no longer exists keeps its other conditions", "[domain]")
{
    const ReadableFilter readable = read(u"horsepower:>200 renewal status:open owner:nobody"_s);
    CHECK(said(readable)
          == QStringList{u"Deals have no “horsepower”."_s, u"There is no user “nobody” any more."_s});
    CHECK(filterText(EntityKind::Deal, readable.filter) == u"status:open renewal"_s);
    CHECK(said(read(u"status:open \"never closed"_s)).size() == 1);
}

TEST_CASE("Nothing is said of a filter that still holds, nor of companies, which are too many to know",
          "[domain]")
{
    const QString text = u"owner:me stage:Offer company:Gone close:this-month"_s;
    CHECK(said(read(text)).isEmpty());
    CHECK(read(text).filter == *parseFilter(EntityKind::Deal, text, today));
    CHECK(said(read(u"owner: -stage:"_s)).isEmpty()); // without one, and with one
}

TEST_CASE("An order is written as it is typed", "[domain]")
{
    for (const QString &text : {u""_s, u"-value"_s, u"stage,-close,name"_s, u"-weighted,created"_s})
        CHECK(orderText(EntityKind::Deal, *parseOrder(EntityKind::Deal, text)) == text);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The largest filters that are accepted, as the engines see them.
#include "domain/records/inenglish.h"
#include "store/reading/lists.h"
#include "support/salesbook.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::SalesBook;
using test::valueOf;

namespace {

const QDate today(2026, 2, 15);
const store::Viewer viewer{UserId{1}, QTimeZone::utc()};

struct LargeBook : SalesBook {
    std::vector<CustomField> fields{{.recordKind = EntityKind::Deal,
                                     .name = u"budget"_s,
                                     .label = u"Budget"_s,
                                     .kind = CustomKind::Money}};

    explicit LargeBook(sql::Engine engine) : SalesBook(engine)
    {
        add(fields.front());
        deal(u"Fan"_s, offer, 1000);
        deal(u"Pump"_s, offer, 500'000);
    }

    Query query(const QString &text) const
    {
        const auto filter = parseFilter(EntityKind::Deal, text, today, fields);
        CAPTURE(text.left(200));
        INFO((filter ? QString() : inEnglish(filter.error().text)).toStdString());
        REQUIRE(filter);
        return {EntityKind::Deal, *filter};
    }

    qint64 count(const QString &text)
    {
        return valueOf(store::totals(connection(), query(text), viewer)).count;
    }
};

QString nested(const QString &before, const QString &inmost)
{
    return before.repeated(8) + inmost + QString(u")"_s).repeated(8);
}

} // namespace

TEST_CASE("Brackets as deep as they are accepted are answered, whatever is in them", "[store]")
{
    LargeBook book(GENERATE(test::anyEngine()));
    for (const QString &inmost : {u"amount:>5"_s, u"-budget:>5"_s, u"-tag:nobody"_s, u"id:zoho-17"_s,
                                  u"-weighted:>5"_s, u"-renewal"_s, u"competitor:x"_s, u"team:South"_s}) {
        for (const QString &before :
             {u"-("_s, u"-(amount:>99999 or name:zzz "_s, u"(amount:>99999 or -name:zzz "_s}) {
            const QString text = nested(before, inmost);
            const qint64 met = book.count(text);
            CHECK(valueOf(store::ids(book.connection(), book.query(text), viewer, 0)).size() == size_t(met));
        }
    }
    CHECK(book.count(nested(u"-("_s, u"amount:>100"_s)) == 1); // an even number of times
    CHECK(book.count(nested(u"(amount:>99999 or "_s, u"amount:<100"_s)) == 1);
}

TEST_CASE("As many conditions and values as are accepted are answered", "[store]")
{
    LargeBook book(GENERATE(test::anyEngine()));
    const auto numbers = [](int from, int count) {
        QStringList all;
        for (int i = from; i < from + count; ++i)
            all += QString::number(i);
        return all.join(u',');
    };
    QStringList amounts;
    for (int i = 0; i < 100; ++i)
        amounts += u"amount:"_s + numbers(i * 10, 10);
    CHECK(book.count(amounts.join(u" or "_s)) == 1); // 10 is among them, 5,000 is not
    CHECK(book.count(amounts.join(u' ')) == 0);
    QStringList words;
    for (int i = 0; i < 100; ++i)
        words += u"-word%1"_s.arg(i);
    CHECK(book.count(words.join(u' ')) == 2);
    QStringList texts;
    for (int i = 0; i < 20; ++i)
        texts += u"-competitor:a%1,b%1"_s.arg(i);
    CHECK(book.count(texts.join(u' ')) == 2);
    CHECK(book.count(u"company:"_s + QString(u"x,"_s).repeated(149) + u"acme"_s)
          == book.count(u"company:acme"_s));
}

TEST_CASE("A server is not asked for more texts at once than it keeps at hand", "[store]")
{
    LargeBook book(GENERATE(test::anyEngine()));
    QStringList texts;
    for (int i = 0; i < 25; ++i)
        texts += u"-competitor:a%1"_s.arg(i);
    const auto answer = store::totals(book.connection(), book.query(texts.join(u' ')), viewer);
    if (book.connection().engine() == sql::Engine::Sqlite) {
        CHECK(valueOf(answer).count == 2);
    } else {
        REQUIRE_FALSE(answer);
        CHECK(answer.error().code == ErrorCode::Invalid);
        CHECK(inEnglish(answer.error().text)
              == u"At most 24 conditions on texts can be asked of a server at once."_s);
    }
}

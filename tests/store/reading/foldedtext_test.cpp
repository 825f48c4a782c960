// SPDX-License-Identifier: GPL-3.0-or-later
// Texts found without their marks and capitals, alike on both engines.
#include "store/reading/foldedtext.h"

#include "domain/query/filtersubjects.h"
#include "domain/records/company.h"
#include "domain/records/inenglish.h"
#include "domain/text/text.h"
#include "store/reading/lists.h"
#include "store/reading/valuecounts.h"
#include "support/book.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::valueOf;

namespace {

const store::Viewer viewer{UserId{1}, QTimeZone::utc()};

struct Foundries : FreshBook {
    std::vector<CustomField> fields{
        {.recordKind = EntityKind::Company, .name = u"note"_s, .label = u"Note"_s, .kind = CustomKind::Text}};

    explicit Foundries(sql::Engine engine) : FreshBook(engine)
    {
        add(fields.front());
        company(u"Dom"_s, u"Gießerei"_s, uR"({"note":"Köln, Süd"})"_s);
        company(u"Hel"_s, u"GIESSEREI  und Handel"_s, uR"({"note":"KÖLN"})"_s);
        company(u"Lor"_s, u"Łódź"_s, {});
        company(u"Moz"_s, u"Металл"_s, {});
        company(u"Nil"_s, {}, {});
    }

    void company(const QString &name, const QString &sector, const QString &custom)
    {
        add(Company{.name = name, .sector = sector, .custom = custom});
    }

    QString found(const QString &text)
    {
        const auto filter = parseFilter(EntityKind::Company, text, QDate(2026, 2, 15), fields);
        CAPTURE(text);
        INFO((filter ? QString() : inEnglish(filter.error().text)).toStdString());
        REQUIRE(filter);
        QStringList names;
        for (const qint64 id : valueOf(store::ids(connection(), {EntityKind::Company, *filter}, viewer, 0)))
            names += load<Company>(CompanyId{id}).name;
        names.sort();
        return names.join(u' ');
    }
};

} // namespace

TEST_CASE("A sector is found without its marks, in any case, and left out so, too", "[store]")
{
    Foundries book(GENERATE(test::anyEngine()));
    for (const QString &text : {u"giesserei"_s, u"Gießerei"_s, u"GIESS"_s, u"ßer"_s, u"sere"_s})
        CHECK(book.found(u"sector:"_s + text) == u"Dom Hel"_s);
    CHECK(book.found(u"sector:lodz"_s) == u"Lor"_s);
    CHECK(book.found(u"sector:МЕТАЛЛ,łódz"_s) == u"Lor Moz"_s);
    CHECK(book.found(u"-sector:giesserei"_s) == u"Lor Moz Nil"_s);
    CHECK(book.found(u"sector:\"giesserei und\""_s) == u"Hel"_s); // one space or two
    CHECK(book.found(u"sector:"_s) == u"Nil"_s);
    CHECK(book.found(u"sector:%"_s).isEmpty());
    CHECK(book.found(u"sector:."_s).isEmpty());
    CHECK(book.found(u"(sector:giesserei or -sector:metall) sector:*"_s).isEmpty());
}

TEST_CASE("A field of our own is found in the same way", "[store]")
{
    Foundries book(GENERATE(test::anyEngine()));
    CHECK(book.found(u"note:koln"_s) == u"Dom Hel"_s);
    CHECK(book.found(u"note:köln"_s) == u"Dom Hel"_s);
    CHECK(book.found(u"-note:sud"_s) == u"Hel Lor Moz Nil"_s);
}

TEST_CASE("While a sector is typed, it is offered whatever its marks", "[store]")
{
    Foundries book(GENERATE(test::anyEngine()));
    const auto sector = conditionOn(EntityKind::Company, u"sector");
    REQUIRE(sector);
    const store::ValueCounts counts = valueOf(store::valueCounts(
        book.connection(), {EntityKind::Company, {}, *sector, u"giesserei"_s, 10}, viewer));
    CHECK(counts.values.size() == 2);
}

TEST_CASE("What a text holds is said as the search folds it, on both engines", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const QStringList texts{u"KÖLN"_s,
                            u"Ko\u0308ln"_s,
                            u"Gießerei"_s,
                            u"Łódź"_s,
                            u"Ærøskøbing"_s,
                            u"Санкт-Петербург"_s,
                            u"ΟΔΥΣΣΕΥΣ"_s,
                            u"o\u00adffi\u200bce"_s,
                            u"o\ufb03ce"_s,
                            u"a  b\tc\nd"_s,
                            u"a\u00a0b"_s,
                            u"서울"_s,
                            u"[x]-\\^y.*+?(z)"_s,
                            u"½ l №5 ™"_s,
                            u"日本 株式会社"_s,
                            u"İstanbul ıspanak"_s,
                            u"\u05e9\u05c1\u05dc\u05d5\u05b9\u05dd"_s,
                            u"It's 100% a_b"_s,
                            u" lead"_s,
                            u""_s};
    const QStringList keys{u"köln"_s,
                           u"oln"_s,
                           u"gies"_s,
                           u"sere"_s,
                           u"s"_s,
                           u"lodz"_s,
                           u"aeroskob"_s,
                           u"eros"_s,
                           u"санкт"_s,
                           u"οδυσ"_s,
                           u"office"_s,
                           u"ffi"_s,
                           u"fi"_s,
                           u"f"_s,
                           u"a b c d"_s,
                           u"a b"_s,
                           u"서울"_s,
                           u"서우"_s,
                           u"[x]-\\^y.*+?(z)"_s,
                           u"]"_s,
                           u"1\u20442"_s,
                           u"no5"_s,
                           u"tm"_s,
                           u"日本"_s,
                           u"istanbul"_s,
                           u"ispanak"_s,
                           u"\u05e9\u05dc\u05d5\u05dd"_s,
                           u"lead"_s,
                           u"%"_s,
                           u"_"_s,
                           u"'"_s,
                           u"."_s};
    for (const QString &text : texts) {
        for (const QString &key : keys) {
            CAPTURE(text, key);
            const store::Clause clause =
                valueOf(store::holdsClause(book.connection(), u"CAST(? AS TEXT)"_s, {key}));
            sql::Values binds{text};
            binds.insert(binds.end(), clause.binds.begin(), clause.binds.end());
            const sql::Value said = valueOf(book.connection().cell(
                u"SELECT CASE WHEN "_s + clause.text + u" THEN 1 ELSE 0 END"_s, binds));
            CHECK(integerOf(said) == qint64(fold(text).contains(fold(key))));
        }
    }
}

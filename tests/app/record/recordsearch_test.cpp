// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/recordsearch.h"

#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/lists.h"
#include "support/await.h"
#include "support/openbook.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

struct Desk {
    OpenBook book{OpenBook::Content::Defaults};
    CompanyId acme = book.add(Company{.name = u"Acme"_s});

    void addPerson(const QString &first, const QString &last, CompanyId company = {})
    {
        book.add(Contact{.firstName = first, .lastName = last, .company = company});
    }
    QStringList found(const QString &typed)
    {
        return namesBy([&](QObject *context, const Told &then) {
            return app::searchContacts(book.workspace(), context, acme, typed, then);
        });
    }
    QStringList foundTags(const QString &typed)
    {
        return namesBy([&](QObject *context, const Told &then) {
            return app::searchRecords(book.workspace(), context, EntityKind::Tag, typed, then);
        });
    }

private:
    using Told = std::function<void(const std::vector<SearchHit> &)>;

    static QStringList namesBy(const std::function<app::Ticket(QObject *, const Told &)> &search)
    {
        std::optional<QStringList> names;
        QObject context;
        const auto ticket = search(&context, [&](const std::vector<SearchHit> &hits) {
            names.emplace();
            for (const SearchHit &hit : hits)
                *names += hit.title;
        });
        REQUIRE(await([&names] { return names.has_value(); }));
        return *names;
    }
};

} // namespace

TEST_CASE("Whom I name in full comes first, then the people of the company, then all others", "[app]")
{
    Desk desk;
    desk.addPerson(u"Ann"_s, u"Smith"_s);
    desk.addPerson(u"Ann"_s, u"Smithson"_s, desk.acme);
    desk.addPerson(u"Ann"_s, u"Smithers"_s);
    CHECK(desk.found(u"ann smith"_s) == QStringList{u"Ann Smith"_s, u"Ann Smithson"_s, u"Ann Smithers"_s});
    CHECK(desk.found(u"smi"_s).value(0) == u"Ann Smithson"_s);
    desk.addPerson(u"Ann"_s, u"Smith"_s, desk.acme); // of two with that name, the company's
    CHECK(desk.found(u"ann smith"_s).mid(0, 3)
          == QStringList{u"Ann Smith"_s, u"Ann Smith"_s, u"Ann Smithson"_s});
}

TEST_CASE("The one person of the company is found among hundreds of that name elsewhere", "[app]")
{
    Desk desk;
    desk.addPerson(u"Zed"_s, u"Smith"_s, desk.acme);
    std::vector<Change> others;
    for (int i = 0; i < 300; ++i)
        others.push_back(create(Contact{.firstName = u"Ann %1"_s.arg(i), .lastName = u"Smith"_s}));
    desk.book.commit({Sentence::verbatim(u"Add"_s), others});
    const QStringList found = desk.found(u"smith"_s);
    REQUIRE(found.size() > 1);
    CHECK(found.front() == u"Zed Smith"_s);
    CHECK(desk.found(u"%"_s).isEmpty()); // a letter like any other
    CHECK(desk.found(u"_ed"_s).isEmpty());
}

TEST_CASE("A tag is found by any of its words, and by any part where it has no spaces", "[app]")
{
    Desk desk;
    for (const QString &name : {u"Key account"_s, u"R&D"_s, u"重要顧客"_s})
        desk.book.add(Tag{.name = name});
    REQUIRE(await([&] { return desk.book.workspace().lookups().tags.size() >= 3; }));
    CHECK(desk.foundTags(u"acc"_s) == QStringList{u"Key account"_s});
    CHECK(desk.foundTags(u"account key"_s) == QStringList{u"Key account"_s});
    CHECK(desk.foundTags(u"rd"_s) == QStringList{u"R&D"_s});
    CHECK(desk.foundTags(u"顧客"_s) == QStringList{u"重要顧客"_s});
    CHECK(desk.foundTags(u"客顧"_s).isEmpty());
    CHECK(desk.foundTags(u"%"_s).isEmpty());
}

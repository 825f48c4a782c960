// SPDX-License-Identifier: GPL-3.0-or-later
// An import as its window runs it, without the window.
#include "app/transfer/importmodel.h"

#include "domain/records/lists.h"
#include "support/await.h"
#include "support/openbook.h"
#include "support/transfer.h"

using namespace headway;
using namespace headway::test;
using namespace headway::app;
using namespace Qt::StringLiterals;

namespace {

struct Import {
    OpenBook book{OpenBook::Content::Defaults};
    TextFile file;
    std::vector<transfer::NearName> asked;
    ImportModel model{book.workspace(), file.path(),
                      [this](const std::vector<transfer::NearName> &names) {
                          asked = names;
                          return !names.empty();
                      },
                      nullptr};
    QStringList told;

    explicit Import(const QByteArray &content) : file(content, u"pipeline.csv"_s)
    {
        const auto tell = [this](const QString &what) { told += what; };
        QObject::connect(&model, &ImportModel::previewed, &model, [tell] { tell(u"previewed"_s); });
        QObject::connect(&model, &ImportModel::unreadable, &model, [tell] { tell(u"unreadable"_s); });
        QObject::connect(&model, &ImportModel::imported, &model, [tell] { tell(u"imported"_s); });
        QObject::connect(&model, &ImportModel::failed, &model, [tell] { tell(u"failed"_s); });
        QObject::connect(&model, &ImportModel::reported, &model,
                         [tell](const transfer::ImportReport &report, transfer::RunMode mode) {
                             tell(u"%1 of %2 rejected%3"_s.arg(report.rejected)
                                      .arg(report.read)
                                      .arg(mode == transfer::RunMode::Dry ? u", nothing done"_s : QString()));
                         });
    }
    bool waitFor(const QString &what)
    {
        return await([&] { return told.contains(what) && !model.isRunning(); });
    }
    void look()
    {
        model.read({});
        REQUIRE(waitFor(u"previewed"_s));
        told.clear();
    }
    transfer::ImportRequest chosen() const
    {
        transfer::ImportRequest request;
        for (int i = 0; i < model.preview().columns.size(); ++i)
            request.map.push_back({model.preview().columns[i], model.preview().targets[i]});
        return request;
    }
    size_t deals() { return book.all(EntityKind::Deal).size(); }
};

} // namespace

TEST_CASE("A file is taken for what its columns suggest", "[ui]")
{
    Import import("name,stage,amount,expected_close\nRenewal,Offer,100,2027-01-05\n");
    import.look();
    CHECK(import.model.kind() == EntityKind::Deal);
    CHECK(import.model.preview().targets.front() == u"name"_s);
}

TEST_CASE("A clean import goes on by itself after its check", "[ui]")
{
    Import import("name,stage,amount\nRenewal,Offer,100\nPump,Offer,200\n");
    import.look();
    import.model.importRows(import.chosen());
    REQUIRE(import.waitFor(u"imported"_s));
    CHECK(import.told == QStringList{u"imported"_s});
    CHECK(import.deals() == 2);
}

TEST_CASE("An import that would leave rows out stops at the check, and goes on when it is told again", "[ui]")
{
    Import import("name,stage,amount\nRenewal,Offer,100\n,Offer,200\n");
    import.look();
    import.model.importRows(import.chosen());
    REQUIRE(import.waitFor(u"1 of 2 rejected, nothing done"_s));
    CHECK(import.model.isChecked());
    CHECK(import.deals() == 0);
    import.model.importRows(import.chosen());
    REQUIRE(import.waitFor(u"1 of 2 rejected"_s));
    CHECK(import.model.isDone());
    CHECK(import.deals() == 1);
}

TEST_CASE(
    "An import that asks what a word means stops at the check, and takes all rows when it is told again",
    "[ui]")
{
    Import import("name,stage,priority\nRenewal,Offer,whenever\nPump,Offer,high\n");
    import.look();
    import.model.importRows(import.chosen());
    REQUIRE(import.waitFor(u"0 of 2 rejected, nothing done"_s));
    CHECK(import.deals() == 0);
    CHECK_FALSE(import.model.isDone());
    import.model.importRows(import.chosen());
    REQUIRE(import.waitFor(u"imported"_s));
    CHECK(import.deals() == 2);
}

TEST_CASE("An import that would leave links out says so first, and goes on when it is told again", "[ui]")
{
    Import import("last_name,email,Account Id\nBerg,anna@x.example,9\n");
    import.look();
    CHECK(import.model.preview().targets.back() == u"company.external_id"_s);
    import.model.importRows(import.chosen());
    REQUIRE(import.waitFor(u"0 of 1 rejected, nothing done"_s));
    CHECK(import.model.isChecked());
    import.model.importRows(import.chosen());
    REQUIRE(import.waitFor(u"imported"_s));
}

TEST_CASE("What is chosen after a check wants a new one", "[ui]")
{
    Import import("name,stage,amount\nRenewal,Offer,100\n,Offer,200\n");
    import.look();
    import.model.check(import.chosen());
    REQUIRE(import.waitFor(u"1 of 2 rejected, nothing done"_s));
    CHECK(import.model.isChecked());
    import.model.forgetCheck();
    CHECK_FALSE(import.model.isChecked());
    import.told.clear();
    import.model.importRows(import.chosen());
    REQUIRE(import.waitFor(u"1 of 2 rejected, nothing done"_s));
    CHECK(import.deals() == 0);
}

TEST_CASE("A name that is near to a known one is asked before anything is imported", "[ui]")
{
    Import import("name,stage,product\nRenewal,Offer,GTXPro\n");
    import.book.add(Product{.name = u"GTX Pro"_s});
    import.look();
    import.model.importRows(import.chosen());
    REQUIRE(import.waitFor(u"0 of 1 rejected, nothing done"_s));
    REQUIRE(import.asked.size() == 1);
    CHECK(import.asked.front().known == u"GTX Pro"_s);
    CHECK_FALSE(import.model.isChecked()); // the answer changes the result
}

TEST_CASE("A file with nothing in it is told as such", "[ui]")
{
    Import import("");
    import.model.read({});
    REQUIRE(import.waitFor(u"unreadable"_s));
}

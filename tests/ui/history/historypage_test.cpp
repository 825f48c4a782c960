// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historypage.h"

#include "app/history/historymodel.h"
#include "app/workspace/newbook.h"
#include "domain/records/company.h"
#include "sql/connection.h"
#include "support/reads.h"
#include "ui/buttons.h"
#include "ui/controls/elidedlabel.h"
#include "ui/record/detailpane.h"
#include "ui/shell/shell.h"
#include "ui/windows/windowroom.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

struct Office : WindowRoom {
    CompanyId acme;
    qint64 lastStep = 0;

    Office()
    {
        const QString path = folder.filePath(u"sales.headway"_s);
        REQUIRE(app::createNewBook(path, u"Cara"_s, Instant{5}));
        open(path);
        const ChangeSet added =
            submit({Sentence::verbatim(u"Add Acme"_s), {create(Company{.name = u"Acme"_s})}});
        acme = {added.changes.front().ref.id};
        lastStep = added.operation.id;
        known = {.id = acme, .name = u"Acme"_s};
    }
    ChangeSet submit(const Edit &edit)
    {
        std::optional<ChangeSet> done;
        window->workspace().submit(
            &windows, [edit](sql::Connection &) -> Result<Edit> { return edit; },
            [&](const Result<ChangeSet> &set) { done = valueOf(set); });
        REQUIRE(await([&] { return done.has_value(); }));
        return *done;
    }
    void rename(const QString &name)
    {
        Company after = known;
        after.name = name;
        submit({Sentence::verbatim(u"Rename to "_s + name), {update(known, after)}});
        known = after;
    }
    void showHistory()
    {
        window->shell().showPage(u"history"_s);
        page = window->shell().findChild<HistoryPage *>();
        REQUIRE(page);
        steps = page->findChild<QTableView *>();
        REQUIRE(await([&] { return steps->model()->rowCount() > 0; }));
    }
    // All is of one minute.
    void unfold() const
    {
        steps->setFocus();
        QTest::keyClick(steps, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(steps, Qt::Key_Right);
    }
    QString textOf(int row) const
    {
        return steps->model()->index(row, app::HistoryModel::What).data().toString();
    }
    void choose(const QString &text) const
    {
        const auto row = [&] {
            for (int i = 0; i < steps->model()->rowCount(); ++i) {
                if (textOf(i).endsWith(text))
                    return i;
            }
            return -1;
        };
        REQUIRE(await([&] { return row() >= 0; }));
        steps->setCurrentIndex(steps->model()->index(row(), 0));
    }
    FlatButton *button(const QString &text) const { return findButton(window->shell().messages(), text); }
    FlatButton *takeBackButton() const
    {
        FlatButton *found = findButton(*page, u"Undo this step"_s);
        REQUIRE(found);
        return found;
    }
    QString message() const { return window->shell().messages().message(); }

    Company known;
    HistoryPage *page = nullptr;
    QTableView *steps = nullptr;
};

} // namespace

TEST_CASE("The history says which later step stands in the way, shows it, and takes both back", "[ui]")
{
    Office office;
    office.rename(u"Acme Ltd"_s);
    office.rename(u"Acme plc"_s);
    office.showHistory();
    office.unfold();
    office.choose(u"Rename to Acme Ltd"_s);
    office.page->takeBack();
    REQUIRE(await([&] { return office.message().endsWith(u"(Rename to Acme plc) came later."_s); }));
    CHECK(office.message().startsWith(u"Step "_s));
    REQUIRE(office.button(u"Show"_s));
    REQUIRE(office.button(u"Take both back"_s));
    office.button(u"Show"_s)->click();
    CHECK(await([&] { return office.textOf(office.steps->currentIndex().row()).endsWith(u"Acme plc"_s); }));

    office.choose(u"Rename to Acme Ltd"_s);
    office.page->takeBack();
    REQUIRE(await([&] { return office.button(u"Take both back"_s) != nullptr; }));
    office.button(u"Take both back"_s)->click();
    REQUIRE(await([&] { return office.message().startsWith(u"Took back “Rename to Acme Ltd”"_s); }));
    auto *pane = office.window->shell().findChild<DetailPane *>();
    CHECK(await([&] { return pane->title() == u"Acme"_s; }));
    office.window->workspace().undo(); // one step
    CHECK(await([&] { return pane->title() == u"Acme plc"_s; }));
    CHECK(await([&] { return office.button(u"Redo (Ctrl+Shift+Z)"_s) != nullptr; }));
}

TEST_CASE("The pane shows the record of the step that is chosen", "[ui]")
{
    Office office;
    office.submit({Sentence::verbatim(u"Add Bolt"_s), {create(Company{.name = u"Bolt"_s})}});
    office.showHistory();
    office.unfold();
    const auto *pane = office.window->shell().findChild<DetailPane *>();
    office.choose(u"Add Acme"_s);
    CHECK(await([&] { return pane->title() == u"Acme"_s; }));
    office.choose(u"Add Bolt"_s);
    CHECK(await([&] { return pane->title() == u"Bolt"_s; }));
}

TEST_CASE("The history is narrowed by its bar, and by the place it is opened at", "[ui]")
{
    Office office;
    office.showHistory();
    QComboBox *kinds = nullptr;
    QComboBox *days = nullptr;
    for (QComboBox *each : office.page->findChildren<QComboBox *>()) {
        if (each->accessibleName() == u"Of what kind of record"_s)
            kinds = each;
        else if (each->accessibleName() == u"Of which days"_s)
            days = each;
    }
    REQUIRE(kinds);
    REQUIRE(days);
    const int all = office.steps->model()->rowCount();
    kinds->setCurrentIndex(kinds->findText(u"companies"_s));
    Q_EMIT kinds->activated(kinds->currentIndex());
    REQUIRE(
        await([&] { return office.steps->model()->rowCount() == 1 && office.textOf(0) == u"Add Acme"_s; }));
    CHECK(office.window->shell().place().inside == u"kind:company"_s);
    days->setEditText(u"rubbish"_s);
    Q_EMIT days->activated(0);
    CHECK(office.steps->model()->rowCount() == 1); // narrows nothing
    office.page->showPlace(u"days:1999"_s);
    CHECK(await([&] { return office.steps->model()->rowCount() == 0; }));
    office.page->showPlace({});
    CHECK(await([&] { return office.steps->model()->rowCount() == all; }));
}

TEST_CASE("Back and Forward lead through the histories one has looked at, one by one", "[ui]")
{
    Office office;
    office.showHistory();
    Shell &shell = office.window->shell();
    const int all = office.steps->model()->rowCount();
    const auto go = [&](const QString &inside) { shell.go({.page = u"history"_s, .inside = inside}); };
    const QString ofPerson = u"user:1 days:this-week"_s;
    const QString step = u"step:%1"_s.arg(office.lastStep);
    go(u"kind:company"_s);
    go(ofPerson);
    CHECK(shell.place().inside == ofPerson);
    CHECK(shell.place().trail == QStringList{u"Cara, this week"_s});
    go(step); // over a narrowed list: everything is shown
    REQUIRE(await([&] { return office.steps->currentIndex().isValid(); }));
    CHECK(shell.place().inside == step);
    shell.goBack();
    CHECK(shell.place().inside == ofPerson);
    CHECK(shell.place().trail == QStringList{u"Cara, this week"_s});
    shell.goBack();
    CHECK(shell.place().inside == u"kind:company"_s);
    CHECK(await([&] { return office.steps->model()->rowCount() == 1; }));
    shell.goBack();
    CHECK(shell.place().inside.isEmpty());
    CHECK(await([&] { return office.steps->model()->rowCount() == all; }));
    for (const QString &inside : {u"kind:company"_s, ofPerson, step}) {
        shell.goForward();
        CHECK(shell.place().inside == inside);
    }
    CHECK(await([&] { return office.steps->currentIndex().isValid(); }));
}

TEST_CASE("A person who has left the book does not bar the way back", "[ui]")
{
    Office office;
    office.showHistory();
    Shell &shell = office.window->shell();
    shell.go({.page = u"history"_s, .inside = u"kind:company"_s});
    shell.go({.page = u"history"_s, .inside = u"user:99"_s});
    CHECK(shell.place().inside == u"user:99"_s);
    shell.goBack();
    CHECK(shell.place().inside == u"kind:company"_s);
}

TEST_CASE("The pane stays with what one works on when the step in the history is taken back", "[ui]")
{
    Office office;
    const EntityRef bolt =
        office.submit({Sentence::verbatim(u"Add Bolt"_s), {create(Company{.name = u"Bolt"_s})}})
            .changes.front()
            .ref;
    office.rename(u"Acme Ltd"_s);
    office.showHistory();
    office.unfold();
    auto *pane = office.window->shell().findChild<DetailPane *>();
    office.choose(u"Rename to Acme Ltd"_s);
    REQUIRE(await([&] { return pane->title() == u"Acme Ltd"_s; }));
    CHECK(office.takeBackButton()->isEnabled());
    pane->show(bolt); // a link was followed
    REQUIRE(await([&] { return pane->title() == u"Bolt"_s; }));

    QSignalSpy selected(office.page, &BookPage::selected);
    office.window->workspace().undo();
    REQUIRE(await([&] { return !office.takeBackButton()->isEnabled(); }));
    CHECK(office.textOf(office.steps->currentIndex().row()).endsWith(u"Acme Ltd (taken back)"_s));
    awaitReads(office.window->workspace());
    CHECK(selected.isEmpty());
    CHECK(pane->title() == u"Bolt"_s);
}

TEST_CASE("The pane stays with what one works on when new steps are folded over the chosen one", "[ui]")
{
    Office office;
    const EntityRef bolt =
        office.submit({Sentence::verbatim(u"Add Bolt"_s), {create(Company{.name = u"Bolt"_s})}})
            .changes.front()
            .ref;
    office.rename(u"Acme Ltd"_s);
    office.showHistory();
    office.steps->setFocus();
    QTest::keyClick(office.steps, Qt::Key_Home, Qt::ControlModifier); // all steps, folded into one line
    auto *pane = office.window->shell().findChild<DetailPane *>();
    REQUIRE(await([&] { return pane->title() == u"Acme Ltd"_s; }));
    pane->show(bolt);
    REQUIRE(await([&] { return pane->title() == u"Bolt"_s; }));

    QSignalSpy selected(office.page, &BookPage::selected);
    office.rename(u"Acme plc"_s);
    REQUIRE(await([&] { return office.textOf(0).endsWith(u"Rename to Acme plc"_s); }));
    CHECK(office.steps->currentIndex().row() == 0);
    const auto *title = office.takeBackButton()->parentWidget()->findChild<ElidedLabel *>();
    CHECK(title->text() == u"Rename to Acme Ltd"_s); // what the button undoes
    awaitReads(office.window->workspace());
    CHECK(selected.isEmpty());
    CHECK(pane->title() == u"Bolt"_s);
    office.takeBackButton()->click();
    REQUIRE(await([&] { return office.message().endsWith(u"(Rename to Acme plc) came later."_s); }));
    office.choose(u"Rename to Acme plc"_s);
    office.unfold();
    office.choose(u"Rename to Acme Ltd"_s); // chosen by hand: now it is shown
    CHECK(await([&] { return pane->title() == u"Acme plc"_s; }));
}

TEST_CASE("The step one looks at stays the one that is undone when it is folded together with newer ones",
          "[ui]")
{
    Office office;
    office.submit({Sentence::verbatim(u"Add Bolt"_s), {create(Company{.name = u"Bolt"_s})}});
    office.showHistory();
    office.choose(u"Add Bolt"_s);
    const auto *title = office.takeBackButton()->parentWidget()->findChild<ElidedLabel *>();
    REQUIRE(title->text() == u"Add Bolt"_s);
    office.rename(u"Acme Ltd"_s);
    REQUIRE(await([&] { return office.textOf(0).startsWith(u"▸ 3"_s); }));
    CHECK(await([&] { return office.steps->currentIndex().row() == 0; }));
    CHECK(title->text() == u"Add Bolt"_s);
    office.takeBackButton()->click();
    REQUIRE(await([&] { return office.textOf(0).startsWith(u"Took back: Add Bolt"_s); }));
    CHECK(await([&] { return !office.takeBackButton()->isEnabled(); }));
    CHECK(title->text() == u"Add Bolt"_s);
}

TEST_CASE("The changes of one step never stand below the name of another that could not be read", "[ui]")
{
    Office office;
    office.rename(u"Acme Ltd"_s);
    office.showHistory();
    QTableView *lines = nullptr;
    for (QTableView *each : office.page->findChildren<QTableView *>()) {
        if (each->accessibleName() == u"What the step changed"_s)
            lines = each;
    }
    REQUIRE(lines);
    const auto areShown = [&] { return lines->model()->rowCount() > 0; };
    office.choose(u"Add Acme"_s);
    REQUIRE(await([&] { return areShown() && office.page->current().id == office.acme.value; }));

    const auto other =
        valueOf(sql::openSqlite(office.folder.filePath(u"sales.headway"_s), sql::Access::ReadWrite));
    valueOf(other->run(u"ALTER TABLE change RENAME TO change_gone"_s));
    QSignalSpy failed(office.page, &BookPage::failed);
    office.choose(u"Rename to Acme Ltd"_s);
    REQUIRE(await([&] { return !failed.isEmpty(); }));
    CHECK_FALSE(areShown());
    CHECK_FALSE(office.page->current().id);

    valueOf(other->run(u"ALTER TABLE change_gone RENAME TO change"_s));
    office.choose(u"Add Acme"_s);
    office.choose(u"Rename to Acme Ltd"_s);
    CHECK(await([&] { return areShown() && office.page->current().id == office.acme.value; }));
}

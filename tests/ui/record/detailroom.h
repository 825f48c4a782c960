// SPDX-License-Identifier: GPL-3.0-or-later
// A window with only the detail pane in it, and ways to type into it: for tests of the pane, the log form and
// the editors.
#pragma once

#include "app/commands/commands.h"
#include "app/input/drafts.h"
#include "app/program/settings.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "support/await.h"
#include "support/openbook.h"
#include "ui/commands/commandactions.h"
#include "ui/fields/fieldrow.h"
#include "ui/fields/recordform.h"
#include "ui/programcontext.h"
#include "ui/record/detailpane.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QMainWindow>
#include <QPointer>
#include <QTest>

namespace headway::test {

struct DetailRoom {
    OpenBook book{OpenBook::Content::Defaults};
    app::Settings settings{book.folderPath(QStringLiteral("headway.ini"))};
    app::Drafts drafts{book.folderPath(QStringLiteral("drafts.json"))};
    app::Commands commands{settings};
    QMainWindow window;
    ui::CommandActions actions{commands, &window};
    PageContext given{lent(book.workspace()), drafts, settings, commands, actions};
    QPointer<ui::DetailPane> pane{new ui::DetailPane(given.context.editors(), commands)};
    CompanyId company = book.add(Company{.name = QStringLiteral("Acme")});
    DealId deal = book.add(Deal{.name = QStringLiteral("Renewal"),
                                .company = company,
                                .pipeline = {1},
                                .stage = {1},
                                .amount = 1'000'000,
                                .currency = QStringLiteral("EUR")});
    QList<Error> errors;
    QList<Error> stepErrors; // emitted by the workspace

    DetailRoom()
    {
        window.setCentralWidget(pane);
        window.resize(400, 700);
        window.show();
        window.activateWindow();
        actions.attach(app::Area::Detail, pane);
        QObject::connect(pane, &ui::DetailPane::failed, &window,
                         [this](const Error &error) { errors += error; });
        QObject::connect(&book.workspace(), &app::Workspace::failed, &window,
                         [this](const Error &error) { stepErrors += error; });
        REQUIRE(await([this] { return window.isActiveWindow(); }));
        pane->setFocus(); // as the shell does
        show({EntityKind::Deal, deal.value});
    }
    // The pane must be deleted before its context.
    ~DetailRoom() { delete pane; }

    void show(EntityRef record) const
    {
        REQUIRE(awaitSignal(*pane, &ui::DetailPane::shown, [&] { pane->show(record); }));
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : pane.data(), key, modifiers);
    }

    // Any letters, as sent by an input method.
    void type(const QString &text)
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        REQUIRE(QApplication::focusWidget());
        QApplication::sendEvent(QApplication::focusWidget(), &event);
    }

    ui::RecordForm *sheet() const { return pane->findChild<ui::RecordForm *>(); }
    ui::FieldRow *fieldRow(QStringView name) const
    {
        ui::FieldRow *found = sheet()->fieldRow(name);
        REQUIRE(found);
        return found;
    }
    // Opens the editor of a field, by keyboard.
    ui::FieldRow *edit(QStringView name) const
    {
        pane->choosePart(ui::DetailPane::Part::Details);
        ui::FieldRow *wanted = fieldRow(name);
        wanted->show();
        wanted->setFocus();
        press(Qt::Key_F2);
        REQUIRE(wanted->isEditing());
        return wanted;
    }
    Deal theDeal() { return book.load<Deal>(deal); }
};

} // namespace headway::test

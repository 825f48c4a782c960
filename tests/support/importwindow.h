// SPDX-License-Identifier: GPL-3.0-or-later
// A window that imports, of one file or of several, on an empty book, and what a user does in either.
#pragma once

#include "app/program/settings.h"
#include "app/text/display.h"
#include "support/await.h"
#include "support/openbook.h"
#include "ui/controls/dialogs.h"
#include "ui/controls/flatbutton.h"

#include <QComboBox>
#include <QLabel>
#include <QPointer>
#include <QTableWidget>

namespace headway::test {

template <class Dialog>
struct ImportWindow {
    OpenBook book{OpenBook::Content::Defaults};
    app::Settings settings{book.folderPath(QStringLiteral("headway.ini"))};
    ui::Dialogs dialogs{settings};
    app::Display display{QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()};
    QPointer<Dialog> dialog;

    static QComboBox *choiceIn(const QWidget &window, const QString &name)
    {
        for (auto *box : window.findChildren<QComboBox *>()) {
            if (box->accessibleName() == name)
                return box;
        }
        return nullptr;
    }
    static void chooseFrom(QComboBox *box, const QString &text)
    {
        REQUIRE(box);
        const int index = box->findText(text);
        REQUIRE(index >= 0);
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }
    static void chooseIn(const QWidget &window, const QString &name, const QString &text)
    {
        chooseFrom(choiceIn(window, name), text);
    }
    ui::FlatButton *button(const QString &text) const
    {
        QStringList seen;
        for (auto *each : dialog->template findChildren<ui::FlatButton *>()) {
            if (each->text() == text && each->isVisibleTo(dialog))
                return each;
            seen += each->text();
        }
        UNSCOPED_INFO("buttons: " << seen.join(QStringLiteral(", ")).toStdString());
        return nullptr;
    }
    QTableWidget *table(const QString &name) const
    {
        for (auto *each : dialog->template findChildren<QTableWidget *>()) {
            if (each->accessibleName() == name)
                return each;
        }
        return nullptr;
    }
    QString result() const
    {
        for (const auto *label : dialog->template findChildren<QLabel *>()) {
            if (label->accessibleName() == QStringLiteral("What became of the rows"))
                return label->text();
        }
        return {};
    }
};

} // namespace headway::test

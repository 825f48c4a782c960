// SPDX-License-Identifier: GPL-3.0-or-later
// The import assistant on a file, and its user.
#pragma once

#include "support/importwindow.h"
#include "support/transfer.h"
#include "ui/transfer/importasked.h"
#include "ui/transfer/importdialog.h"
#include "ui/transfer/importmapping.h"

#include <QGridLayout>

namespace headway::test {

struct Assistant : ImportWindow<ui::ImportDialog> {
    TextFile file;

    explicit Assistant(const QByteArray &content, const QString &name = QStringLiteral("pipeline.csv"))
        : file(content, name)
    {
    }
    ~Assistant() { delete dialog; }

    void open() { openFile(file.path()); }
    void openFile(const QString &path)
    {
        dialog = new ui::ImportDialog(book.workspace(), display, dialogs, path);
        dialog->open();
        REQUIRE(await([&] { return dialog->findChild<ui::ImportMapping *>()->rowCount() > 0; }));
        REQUIRE(await([&] { return target(0) != QStringLiteral("?"); }));
    }

    QComboBox *choice(const QString &name) const { return choiceIn(*dialog, name); }
    QString target(int row) const { return dialog->findChild<ui::ImportMapping *>()->targets().at(row); }
    void choose(const QString &name, const QString &text) const { chooseFrom(choice(name), text); }
    QTableWidget *rejected() const { return table(QStringLiteral("Rows that cannot be taken")); }
    // What is asked, with its number of rows.
    QStringList questions() const
    {
        QStringList texts;
        const auto *asked = dialog->findChild<ui::ImportAsked *>();
        for (const auto *box : asked->findChildren<QComboBox *>()) {
            if (!box->isVisibleTo(dialog))
                continue;
            const auto *grid = asked->findChild<QGridLayout *>();
            int row = 0, column = 0, rows = 0, columns = 0;
            grid->getItemPosition(grid->indexOf(box), &row, &column, &rows, &columns);
            const auto *count = qobject_cast<QLabel *>(grid->itemAtPosition(row, 1)->widget());
            texts += box->accessibleName() + QStringLiteral(" · ") + count->text();
        }
        return texts;
    }
    // Waits until the file is read again, after something of how it is written was said.
    void awaitColumn(const QString &name) const
    {
        REQUIRE(await([&] { return dialog->findChild<ui::ImportMapping *>()->columns().contains(name); }));
    }
    void close()
    {
        dialog->close();
        REQUIRE(await([&] { return !dialog; }));
    }
    qsizetype deals() { return qsizetype(book.all(EntityKind::Deal).size()); }
};

} // namespace headway::test

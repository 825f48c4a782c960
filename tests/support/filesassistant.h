// SPDX-License-Identifier: GPL-3.0-or-later
// The window that imports several files, and its user.
#pragma once

#include "app/transfer/filesimport.h"
#include "support/importwindow.h"
#include "support/transfer.h"
#include "ui/transfer/filedetails.h"
#include "ui/transfer/filelist.h"
#include "ui/transfer/filesdialog.h"
#include "ui/transfer/importmapping.h"

namespace headway::test {

struct FilesAssistant : ImportWindow<ui::FilesDialog> {
    Folder folder;

    ~FilesAssistant() { delete dialog; }

    void open(const QStringList &paths)
    {
        dialog = new ui::FilesDialog(book.workspace(), display, dialogs, app::chosenFiles(paths));
        dialog->open();
        REQUIRE(await([&] { return list()->rowCount() > 0; }));
    }
    ui::FileList *list() const { return dialog->findChild<ui::FileList *>(); }
    QStringList column(int column) const
    {
        QStringList texts;
        for (int row = 0; row < list()->rowCount(); ++row)
            texts += list()->item(row, column)->text();
        return texts;
    }
    QComboBox *choice(const QString &name) const
    {
        for (auto *box : dialog->findChildren<QComboBox *>()) {
            if (box->accessibleName() == name && box->isVisibleTo(dialog))
                return box;
        }
        return nullptr;
    }
    void choose(const QString &name, const QString &text) const { chooseFrom(choice(name), text); }
    void click(const QString &text) const
    {
        CAPTURE(text);
        REQUIRE(await([&] { return button(text) != nullptr; }));
        button(text)->click();
    }
    void select(const QString &name) const
    {
        const qsizetype row = column(0).indexOf(name);
        CAPTURE(name);
        REQUIRE(row >= 0);
        list()->setCurrentCell(int(row), 0);
    }
    // Opens what is to be said of a file, once it is read.
    ui::FileDetails *openDetails(const QString &name) const
    {
        select(name);
        click(QStringLiteral("How this file is read, and where its columns go…"));
        ui::FileDetails *opened = nullptr;
        REQUIRE(await([&] {
            for (auto *each : dialog->findChildren<ui::FileDetails *>())
                opened = each->isVisible() ? each : opened;
            return opened && opened->findChild<ui::ImportMapping *>()->rowCount() > 0;
        }));
        return opened;
    }
    size_t count(EntityKind kind) { return book.all(kind).size(); }
};

} // namespace headway::test

// SPDX-License-Identifier: GPL-3.0-or-later
// A window of the program on any book, opened as the program opens it: with threads of its own.
#pragma once

#include "app/program/settings.h"
#include "app/workspace/workspace.h"
#include "support/await.h"
#include "ui/controls/dialogs.h"
#include "ui/windows/bookwindow.h"
#include "ui/windows/windows.h"

#include <QPointer>
#include <QTemporaryDir>

namespace headway::test {

struct WindowRoom {
    QTemporaryDir folder;
    app::Settings settings{folder.filePath(QStringLiteral("headway.ini"))};
    ui::Dialogs dialogs{settings};
    ui::Windows windows{
        settings,
        dialogs,
        {.clock = [] { return Instant{5}; }, .ticks = [] { return 0; }, .stateFolder = folder.path()}};
    QPointer<ui::BookWindow> window;

    void open(const QString &address)
    {
        QObject::connect(&windows, &ui::Windows::opened, &windows,
                         [this](ui::BookWindow *opened) { window = opened; });
        windows.openBook(address);
        REQUIRE(await([this] { return !window.isNull(); }));
    }
    ~WindowRoom()
    {
        if (window)
            delete window->parent(); // its shell
    }
};

} // namespace headway::test

// SPDX-License-Identifier: GPL-3.0-or-later
// A book opened as by a window: a workspace with its threads, on a SQLite file of its own.
#pragma once

#include "app/text/display.h"
#include "app/workspace/workspace.h"
#include "domain/records/inenglish.h"
#include "support/await.h"
#include "support/book.h"

#include <QObject>

namespace headway::test {

// Fails the test if the book does not open.
inline std::shared_ptr<app::Workspace> opened(const app::WorkspaceOptions &options)
{
    QObject context;
    std::shared_ptr<app::Workspace> workspace;
    Error error;
    app::Workspace::open(&context, options, [&](Result<std::shared_ptr<app::Workspace>> result) {
        if (result)
            workspace = *result;
        else
            error = result.error();
    });
    REQUIRE(await([&] { return workspace || !error.text.isEmpty(); }));
    INFO(inEnglish(error.text).toStdString());
    REQUIRE(workspace);
    return workspace;
}

struct LiveBook {
    FreshBook book{sql::Engine::Sqlite}; // for filling it; commits here are those of another program
    Instant now{1'800'000'000'000};
    std::shared_ptr<app::Workspace> workspace = {};
    app::Display display{QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()};

    app::WorkspaceOptions options()
    {
        return {.address = book.place(), .user = {1}, .clock = [this] { return now; }};
    }
    // Call after filling the book.
    app::Workspace &open()
    {
        workspace = opened(options());
        return *workspace;
    }
};

} // namespace headway::test

// SPDX-License-Identifier: GPL-3.0-or-later
// What one run of a command works with: the book, who works, the clock, the output. The book is opened
// when a command first asks for it, so that `--help` needs none.
#pragma once

#include "app/text/display.h"
#include "ctl/arguments.h"
#include "ctl/output.h"
#include "store/commit/commit.h"
#include "store/reading/query.h"

#include <QDate>

#include <memory>
#include <optional>

namespace headway::ctl {

// Everything outside that a run depends on.
struct Environment {
    Instant now = {};
    app::Display display;        // how people here write numbers and days, and their clock
    QStringList loginNames = {}; // the login, and the full name behind it
    QString book = {};           // HEADWAY_BOOK
    QString settingsFile = {};
};

class Session
{
public:
    Session(Environment environment, const Arguments &globals);

    const Output &output() const { return m_output; }
    const app::Display &display() const { return m_environment.display; }
    const QTimeZone &zone() const { return m_environment.display.zone(); }
    Instant now() const { return m_environment.now; }
    QDate today() const;
    // What "this-quarter" goes by in the book, which this opens.
    Result<Calendar> calendar();

    // The book's file or server: --book, HEADWAY_BOOK, else the one last opened.
    Result<QString> address() const;
    // Opens it at the first call.
    Result<sql::Connection *> book(sql::Access access);
    // Makes it; nothing else may have asked for it before.
    Result<sql::Connection *> newBook();
    // Lets go of the file.
    // From now on this book is the one last opened.
    void rememberBook() const;

    // Who writes. Where --as says nothing: the book's only user, or the one named like the login; nobody
    // in a book that has no users yet.
    Result<Actor> actor();
    // Who reads: the same, or nobody where that is not clear.
    Result<store::Viewer> viewer();
    // --as as typed; else the name of whoever is logged in.
    QString nameOfUser() const;

private:
    Result<UserId> userNamed(const QString &name);
    Result<std::optional<UserId>> userByLogin();

    Environment m_environment;
    Arguments m_globals;
    Output m_output;
    std::unique_ptr<sql::Connection> m_book;
    std::optional<UserId> m_user;
};

} // namespace headway::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
// The context of one run of a command: the book, the user, the clock, the output. The book is opened when a
// command first needs it, so that `--help` needs none.
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

// Everything outside the program that a run depends on.
struct Environment {
    Instant now = {};
    app::Display display;        // formats of numbers and days, and the time zone
    QStringList loginNames = {}; // the login, and the full name of its user
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
    // The calendar for typed days, "this-quarter" and the like in the book; opens the book.
    Result<Calendar> calendar();

    // The book's file or server: --book, HEADWAY_BOOK, else the one last opened.
    Result<QString> address() const;
    // Where import profiles are kept, beside the settings.
    QString profileFolder() const;
    // Opens the book at the first call.
    Result<sql::Connection *> book(sql::Access access);
    // Creates the book; it must not have been opened before.
    Result<sql::Connection *> newBook();
    // Makes this book the one last opened.
    void rememberBook() const;

    // Who writes. Without --as: the book's only user, or the one named like the login; none in a book that
    // has no users yet.
    Result<Actor> actor();
    // Who reads: the same, or none if that is unclear.
    Result<store::Viewer> viewer();
    // --as as typed; else the login's full name.
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

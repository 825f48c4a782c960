// SPDX-License-Identifier: GPL-3.0-or-later
// headwayctl as run by a person: a process of its own with a home folder of its own, in a temporary folder.
//     Program ctl(GENERATE(anyEngine()));
//     CHECK(ctl.run({u"count"_s, u"deals"_s}).out == u"0 deals\n"_s);
#pragma once

#include "support/engines.h"

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

namespace headway::test {

struct Run {
    int status = 0;
    QString out = {};
    QString err = {};

    // The JSON document on the standard output; fails the test if there is none.
    QJsonObject json() const;
};

class Program
{
public:
    // --book is added to every call; `new` creates the book.
    explicit Program(sql::Engine engine);
    // Where its user lives, as "en_US.UTF-8"; nowhere at first.
    void liveIn(const QString &locale) { m_locale = locale; }

    Run run(const QStringList &words, const QByteArray &input = {});
    // The same, as typed in one line: list deals --filter 'owner:me'
    Run line(const QString &typed);
    // Fails the test unless the program reports success.
    QString done(const QString &typed);

    // Of `show RECORD --json`.
    QString field(const QString &record, const QString &name);

    // From now on its user sits in this zone; before, in UTC.
    void sitIn(const QString &zone) { m_zone = zone; }

    // Starts it, for tests that interrupt it.
    void start(QProcess &process, const QStringList &words);

    // Writes a file into the program's working folder.
    QString file(const QString &name, const QByteArray &content) const;
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray bytes(const QString &name) const;
    QString place() const { return m_database.place(); }
    bool onServer() const { return m_database.engine() == sql::Engine::Postgres; }

private:
    QString m_locale = QStringLiteral("C.UTF-8");
    QTemporaryDir m_folder;
    FreshDatabase m_database;
    QString m_zone = QStringLiteral("UTC");
};

// Splits a line into words like a shell: spaces, 'single' and "double" quotes.
QStringList shellWords(const QString &typed);

} // namespace headway::test

template <>
struct Catch::StringMaker<headway::test::Run> {
    static std::string convert(const headway::test::Run &run)
    {
        return QStringLiteral("status %1\n%2%3").arg(run.status).arg(run.out, run.err).toStdString();
    }
};

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/program.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace headway::test {

namespace {

constexpr int generous = 60'000; // milliseconds; only reached by tests that fail

QProcessEnvironment cleanEnvironment(const QString &home, const QString &zone, const QString &locale)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home);
    environment.insert(u"TZ"_s, zone);
    environment.insert(u"LC_ALL"_s, locale);
    for (const QString &name :
         {u"HEADWAY_BOOK"_s, u"LANGUAGE"_s, u"XDG_CONFIG_HOME"_s, u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s})
        environment.remove(name);
    return environment;
}

} // namespace

QJsonObject Run::json() const
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(out.toUtf8(), &error);
    if (!document.isObject())
        FAIL("no JSON object: " << error.errorString().toStdString() << "\n"
                                << out.toStdString() << err.toStdString());
    return document.object();
}

QStringList shellWords(const QString &typed)
{
    QStringList words;
    QString word;
    QChar quote;
    bool begun = false;
    for (const QChar c : typed) {
        if (!quote.isNull() ? c == quote : c == u'"' || c == u'\'') {
            quote = quote.isNull() ? c : QChar();
            begun = true;
        } else if (quote.isNull() && c.isSpace()) {
            if (begun)
                words += word;
            word.clear();
            begun = false;
        } else {
            word += c;
            begun = true;
        }
    }
    return begun ? words << word : words;
}

Program::Program(sql::Engine engine) : m_database(engine)
{
}

void Program::start(QProcess &process, const QStringList &words)
{
    process.setProgram(QCoreApplication::applicationDirPath() + u"/headwayctl"_s);
    process.setArguments(QStringList{u"--book"_s, place()} + words);
    process.setProcessEnvironment(cleanEnvironment(m_folder.path(), m_zone, m_locale));
    process.setWorkingDirectory(m_folder.path());
    process.start();
    REQUIRE(process.waitForStarted(generous));
}

Run Program::run(const QStringList &words, const QByteArray &input)
{
    QProcess process;
    start(process, words);
    process.write(input);
    process.closeWriteChannel();
    REQUIRE(process.waitForFinished(generous));
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

Run Program::line(const QString &typed)
{
    return run(shellWords(typed));
}

QString Program::field(const QString &record, const QString &name)
{
    const QJsonObject shown = line(u"show %1 --json"_s.arg(record)).json();
    return shown.value(u"fields"_s).toObject().value(name).toVariant().toString();
}

QString Program::done(const QString &typed)
{
    const Run result = line(typed);
    INFO(typed.toStdString());
    INFO(result.err.toStdString());
    REQUIRE(result.status == 0);
    return result.out;
}

QString Program::file(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(content) == content.size());
    return file.fileName();
}

QByteArray Program::bytes(const QString &name) const
{
    QFile file(path(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace headway::test

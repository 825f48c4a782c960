// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program/settings.h"

#include "support/catch_qt.h"

#include <QSet>
#include <QTemporaryDir>

using namespace headway;
using namespace headway::app;
using namespace Qt::StringLiterals;

TEST_CASE("A setting nobody changed reads as its default", "[app]")
{
    const QTemporaryDir folder;
    const Settings settings(folder.filePath(u"headway.ini"_s));
    CHECK(settings.value(setting::look) == Look::System);
    CHECK(settings.value(setting::recentBooks).isEmpty());
}

TEST_CASE("Settings are there again after a restart", "[app]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"headway.ini"_s);
    {
        Settings settings(file);
        settings.enterBook(u"one"_s);
        settings.change(setting::look, Look::Dark);
        settings.change(setting::columns, u"deals", QStringList{u"name:200"_s});
        settings.change(setting::windowGeometry, QByteArray("\x01\x00\xff", 3));
    }
    Settings settings(file);
    settings.enterBook(u"one"_s);
    CHECK(settings.value(setting::look) == Look::Dark);
    CHECK(settings.value(setting::columns, u"deals") == QStringList{u"name:200"_s});
    CHECK(settings.value(setting::columns, u"contacts").isEmpty());
    CHECK(settings.value(setting::windowGeometry) == QByteArray("\x01\x00\xff", 3));
}

TEST_CASE("What belongs to a book is kept apart from other books, and nowhere without one", "[app]")
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"headway.ini"_s));
    settings.change(setting::lastPage, u"deals"_s);
    CHECK(settings.value(setting::lastPage) == QString());

    settings.enterBook(u"one"_s);
    settings.change(setting::lastPage, u"deals"_s);
    settings.enterBook(u"two"_s);
    CHECK(settings.value(setting::lastPage) == QString());
    settings.enterBook(u"one"_s);
    CHECK(settings.value(setting::lastPage) == u"deals"_s);
}

TEST_CASE("A spoilt setting reads as its default", "[app]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"headway.ini"_s);
    {
        QSettings raw(file, QSettings::IniFormat);
        raw.setValue(u"program/look"_s, u"sepia"_s);
    }
    const Settings settings(file);
    CHECK(settings.value(setting::look) == Look::System);
}

TEST_CASE("The latest book is first, each stands once, and the eleventh is forgotten", "[app]")
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"headway.ini"_s));
    for (int i = 0; i < 11; ++i)
        settings.rememberBook(u"/book%1"_s.arg(i));
    settings.rememberBook(u"/book5"_s);
    const QStringList books = settings.value(setting::recentBooks);
    CHECK(books.size() == 10);
    CHECK(books.first() == u"/book5"_s);
    CHECK(books.count(u"/book5"_s) == 1);
    CHECK(!books.contains(u"/book0"_s));
    CHECK(settings.value(setting::lastBook) == u"/book5"_s);
}

TEST_CASE("A change is told once, and only if it is one", "[app]")
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"headway.ini"_s));
    QStringList told;
    QObject::connect(&settings, &Settings::changed, &settings,
                     [&told](QLatin1StringView name) { told += name; });
    settings.change(setting::look, Look::Dark);
    settings.change(setting::look, Look::Dark);
    settings.forget(setting::look);
    settings.forget(setting::look);
    CHECK(told == QStringList{u"look"_s, u"look"_s});
}

TEST_CASE("No two settings share a name", "[app]")
{
    QSet<QString> names;
    for (const SettingInfo *info : setting::all)
        names.insert(info->name);
    CHECK(names.size() == qsizetype(setting::all.size()));
}

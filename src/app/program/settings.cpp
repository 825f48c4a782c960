// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program/settings.h"

#include "app/program/serveraddress.h"

#include <QDir>
#include <QFileInfo>

namespace headway::app {

using namespace Qt::StringLiterals;

Settings::Settings(const QString &file) : m_file(file, QSettings::IniFormat)
{
}

Settings::~Settings() = default;

QString Settings::profileFolder() const
{
    return QFileInfo(file()).dir().filePath(u"profiles"_s);
}

void Settings::enterBook(const QString &uuid)
{
    m_book = uuid;
}

QString Settings::path(const SettingInfo &key, QStringView part) const
{
    if (key.scope == Scope::Book && m_book.isEmpty())
        return {};
    const QString group = key.scope == Scope::Book ? QString(u"book-"_s + m_book) : u"program"_s;
    QString path = group + u'/' + key.name;
    if (!part.isEmpty())
        path += u'-' + part.toString();
    return path;
}

QVariant Settings::stored(const SettingInfo &key, QStringView part) const
{
    const QString where = path(key, part);
    return where.isEmpty() ? QVariant() : m_file.value(where);
}

void Settings::store(const SettingInfo &key, QStringView part, const QVariant &value)
{
    const QString where = path(key, part);
    if (where.isEmpty() || m_file.value(where) == value)
        return;
    m_file.setValue(where, value);
    Q_EMIT changed(key.name, part.toString());
}

void Settings::forget(const SettingInfo &key, QStringView part)
{
    const QString where = path(key, part);
    if (where.isEmpty() || !m_file.contains(where))
        return;
    m_file.remove(where);
    Q_EMIT changed(key.name, part.toString());
}

void Settings::rememberBook(const QString &book)
{
    constexpr qsizetype most = 10;
    const QString kept = withoutPasswords(book);
    QStringList books{kept};
    for (const QString &each : value(setting::recentBooks)) {
        if (const QString known = withoutPasswords(each); !books.contains(known)) // of an older version
            books += known;
    }
    change(setting::recentBooks, QStringList(books.first(qMin(books.size(), most))));
    change(setting::lastBook, kept);
}

} // namespace headway::app

// In a file of its own, so that the command line, which needs the settings, does not link the window's
// classes.
#include "moc_settings.cpp"

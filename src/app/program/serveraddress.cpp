// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program/serveraddress.h"

#include <QStringList>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

// What stands between "//", "@", "/" and "?", still encoded.
struct Pieces {
    QString scheme; // with its "://"
    QString user;   // "ana:secret"
    QString place;  // "server:5432"
    QString path;   // "/sales"
    QStringList options;
};

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

Pieces piecesOf(const QString &address)
{
    Pieces pieces;
    const qsizetype begin = address.indexOf("://"_L1) + 3;
    pieces.scheme = address.left(begin);
    QString rest = address.mid(begin);
    // A password that was typed as it is may hold "@" and "?": the last "@" of the part ends it.
    const qsizetype slash = rest.indexOf(u'/');
    const qsizetype at = (slash < 0 ? rest : rest.left(slash)).lastIndexOf(u'@');
    if (at >= 0) {
        pieces.user = rest.left(at);
        rest = rest.mid(at + 1);
    }
    const qsizetype question = rest.indexOf(u'?');
    if (question >= 0) {
        pieces.options = rest.mid(question + 1).split(u'&', Qt::SkipEmptyParts);
        rest = rest.left(question);
    }
    const qsizetype path = rest.indexOf(u'/');
    pieces.place = path < 0 ? rest : rest.left(path);
    pieces.path = path < 0 ? QString() : rest.mid(path);
    return pieces;
}

QString *partNamed(ServerAddress &parts, const QString &option)
{
    if (option == "host"_L1)
        return &parts.host;
    if (option == "port"_L1)
        return &parts.port;
    if (option == "dbname"_L1)
        return &parts.database;
    if (option == "user"_L1)
        return &parts.user;
    return option == "password"_L1 ? &parts.password : nullptr;
}

void takePlace(ServerAddress &parts, const QString &place)
{
    const qsizetype colon = place.lastIndexOf(u':');
    const bool hasPort = colon > place.lastIndexOf(u']'); // "[::1]:5432"
    QString host = hasPort ? place.left(colon) : place;
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    parts.host = decoded(host);
    parts.port = hasPort ? place.mid(colon + 1) : QString();
}

} // namespace

bool isServerAddress(QStringView text)
{
    return text.startsWith("postgresql://"_L1) || text.startsWith("postgres://"_L1);
}

std::optional<ServerAddress> partsOf(const QString &address)
{
    if (!isServerAddress(address))
        return {};
    const Pieces pieces = piecesOf(address);
    if (pieces.place.contains(u','))
        return {};
    ServerAddress parts;
    takePlace(parts, pieces.place);
    parts.database = decoded(pieces.path.mid(1));
    parts.user = decoded(pieces.user.section(u':', 0, 0));
    parts.password = decoded(pieces.user.section(u':', 1));
    QStringList others;
    for (const QString &option : pieces.options) {
        if (QString *part = partNamed(parts, option.section(u'=', 0, 0)))
            *part = decoded(option.section(u'=', 1));
        else
            others += option;
    }
    parts.options = others.join(u'&');
    if (parts.host.contains(u','))
        return {};
    return parts;
}

QString addressOf(const ServerAddress &parts)
{
    QString address = u"postgresql://"_s + encoded(parts.user);
    if (!parts.password.isEmpty())
        address += u':' + encoded(parts.password);
    if (!parts.user.isEmpty() || !parts.password.isEmpty())
        address += u'@';
    const bool isFolder = parts.host.startsWith(u'/');
    if (!isFolder) {
        address += parts.host.contains(u':') ? QString(u'[' + parts.host + u']') : encoded(parts.host);
        if (!parts.port.isEmpty())
            address += u':' + parts.port;
    }
    address += u'/' + encoded(parts.database);
    QStringList options;
    if (isFolder) { // of a socket: it has no place before the path
        options += u"host="_s + parts.host;
        if (!parts.port.isEmpty())
            options += u"port="_s + parts.port;
    }
    if (!parts.options.isEmpty())
        options += parts.options;
    return options.isEmpty() ? address : QString(address + u'?' + options.join(u'&'));
}

QString withoutPasswords(const QString &address)
{
    if (!isServerAddress(address))
        return address;
    Pieces pieces = piecesOf(address);
    pieces.options.removeIf([](const QString &option) {
        const QString name = option.section(u'=', 0, 0);
        return name == "password"_L1 || name == "sslpassword"_L1;
    });
    QString kept = pieces.scheme;
    if (const QString user = pieces.user.section(u':', 0, 0); !user.isEmpty())
        kept += user + u'@';
    kept += pieces.place + pieces.path;
    return pieces.options.isEmpty() ? kept : QString(kept + u'?' + pieces.options.join(u'&'));
}

} // namespace headway::app

// SPDX-License-Identifier: GPL-3.0-or-later
// The address of a team's server, postgresql://user:password@host:port/database?option=value, in the parts
// that a form shows; and without its passwords, which are kept nowhere. Pure; any thread; nothing fails.
#pragma once

#include <QString>

#include <optional>

namespace headway::app {

// All as people read them; empty: the server's own choice, or that of libpq's files (pg_service.conf,
// ~/.pgpass).
struct ServerAddress {
    QString host = {}; // a name, an address, or the folder of a socket
    QString port = {};
    QString database = {};
    QString user = {};
    QString password = {};
    QString options = {}; // the rest, as it stands in the address: "service=sales&sslmode=require"

    bool operator==(const ServerAddress &) const = default;
};

bool isServerAddress(QStringView text);
// Nullopt: not a server's address, or one of several hosts, which has no such parts.
std::optional<ServerAddress> partsOf(const QString &address);
QString addressOf(const ServerAddress &parts);
// What may be kept of a book's address: a file's path stays as it is.
QString withoutPasswords(const QString &address);

} // namespace headway::app

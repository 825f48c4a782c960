// SPDX-License-Identifier: GPL-3.0-or-later
// A zip file that somebody else made: its parts by name, unpacked as they are read. The names are never used for files.
// One that would unpack to more than it may, or that needs a password, is refused before anything of it is read. On one
// thread. Fails with Unreadable.
#pragma once

#include "domain/result.h"

#include <QHash>
#include <QIODevice>
#include <QStringList>

#include <memory>

struct zip;

namespace headway::exchange {

struct ZipLimits {
    qint64 mostParts = 20'000;
    qint64 mostBytes = qint64(8) * 1024 * 1024 * 1024; // unpacked, of all parts together
    qint64 mostTimes = 400;                            // as large as it is packed, each part …
    qint64 smallPart = qint64(64) * 1024 * 1024;       // … that unpacks to more than so many bytes
};

class ZipFile
{
public:
    [[nodiscard]] static Result<std::unique_ptr<ZipFile>> open(const QString &path,
                                                               const ZipLimits &limits = {});
    ~ZipFile();
    Q_DISABLE_COPY_MOVE(ZipFile)

    QString name() const; // of the file, for sentences
    QStringList parts() const { return m_parts; }
    // Names are compared without regard to case, with either slash.
    bool has(const QString &part) const { return indexOf(part) >= 0; }
    // Its bytes, to be read once from the beginning; several may be read at the same time. Not longer than the file.
    [[nodiscard]] Result<std::unique_ptr<QIODevice>> read(const QString &part) const;
    qint64 unpackedSize(const QString &part) const; // 0: there is none of that name

private:
    explicit ZipFile(const QString &path) : m_path(path) {}

    Result<> list(const ZipLimits &limits);
    Result<> listPart(qint64 index, const ZipLimits &limits, qint64 &bytes);
    qint64 indexOf(const QString &part) const;

    const QString m_path;
    struct zip *m_zip = nullptr;
    QStringList m_parts;
    QList<qint64> m_sizes;
    QHash<QString, qint64> m_indexes; // by name in small letters
};

// That a file is not as it should be.
[[nodiscard]] Error damagedFile(const QString &name, const QString &detail);

} // namespace headway::exchange

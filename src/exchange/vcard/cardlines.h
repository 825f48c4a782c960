// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a file of cards, whole: those that were folded (RFC 6350), cut softly (quoted-printable) or ended by CR
// alone are put together again, in constant memory whatever the file is. Fails as its device does.
#pragma once

#include "domain/result.h"
#include "exchange/csv/textencoding.h"
#include "exchange/vcard/card.h"

#include <QByteArray>

#include <optional>

class QIODevice;

namespace headway::exchange {

struct CardLine {
    QByteArrayView bytes = {}; // without its end; valid until the next line is read
    qint64 number = 0;         // where it begins; the first is 1
    bool isCut = false;        // it is longer than a line may be; the rest is passed over
};

class CardLines
{
public:
    // The device is open for reading, at its start, and outlives this. A file in UTF-16 becomes UTF-8.
    CardLines(QIODevice &device, qsizetype longest, qint64 chunk);

    // How the lines of the card are folded; it may become known within it.
    void setVersion(CardVersion version) { m_version = version; }
    // The next line; none at the end.
    [[nodiscard]] Result<std::optional<CardLine>> next();
    // Likewise, before any line is taken: the first bytes, to see how they are written.
    [[nodiscard]] Result<QByteArray> opening(qsizetype most);

    qint64 bytesRead() const { return m_bytesRead; }

private:
    struct Physical {
        qsizetype from = 0;
        qsizetype to = 0;
        bool isCut = false;
    };
    [[nodiscard]] Result<bool> fill();
    [[nodiscard]] Result<std::optional<Physical>> scan();
    [[nodiscard]] Result<std::optional<qsizetype>> lineEnd();
    [[nodiscard]] Result<qsizetype> behindEnd(qsizetype end);
    [[nodiscard]] Result<qsizetype> passOverRest();
    [[nodiscard]] Result<> join(CardLine &line, Physical first);
    bool isContinued() const;
    bool isSoft(QByteArrayView line) const;

    QIODevice &m_device;
    qsizetype m_longest;
    qint64 m_chunk;
    CardVersion m_version = CardVersion::V30;
    std::optional<TextDecoder> m_decoder; // of a file in UTF-16
    bool m_isBegun = false;
    bool m_atEnd = false;
    qint64 m_bytesRead = 0;
    qint64 m_line = 1;

    QByteArray m_buffer;
    qsizetype m_at = 0;
    qsizetype m_feed = -1;   // where the next line feed stands, as far as it was looked for; -1: not yet
    qsizetype m_return = -1; // likewise
    QByteArray m_joined;
};

} // namespace headway::exchange

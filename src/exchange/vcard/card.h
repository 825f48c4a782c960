// SPDX-License-Identifier: GPL-3.0-or-later
// A card of an address book (vCard 2.1, 3.0, 4.0) as it is written: its properties in their order. Values; any thread.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

namespace headway::exchange {

enum class CardVersion { V21, V30, V40 };

[[nodiscard]] QString versionText(CardVersion version); // "3.0"

struct CardParameter {
    QString name = {}; // in capitals; TYPE of those that stand alone, as vCard 2.1 has them
    QStringList values = {};

    bool operator==(const CardParameter &) const = default;
};

struct CardHeader {
    QString group = {};    // "item1", of item1.TEL; empty: none
    QString name = {};     // in capitals
    QString spelling = {}; // as it was written; empty: in capitals
    QList<CardParameter> parameters = {};

    // All values of the parameters of that name; TYPE="work,voice" has two.
    QStringList values(QLatin1StringView parameter) const;

    bool operator==(const CardHeader &) const = default;
};

struct CardProperty {
    CardHeader header = {};
    QString value =
        {}; // still escaped, as its version has it; of one line, but of 2.1, where it may be of several

    bool operator==(const CardProperty &) const = default;
};

// Whether it holds bytes, such as a picture, and no text.
[[nodiscard]] bool isBinary(const CardProperty &property);

struct Card {
    CardVersion version = CardVersion::V30;
    qint64 line = 0; // where it begins; the first of a file is 1
    std::vector<CardProperty> properties = {};
    QByteArray original =
        {}; // as it stood in the file, without pictures; only if the reader was asked for it
};

} // namespace headway::exchange

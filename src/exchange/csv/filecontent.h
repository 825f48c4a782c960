// SPDX-License-Identifier: GPL-3.0-or-later
// What a file that is called CSV really is, by its first bytes: a workbook, a picture, an archive … Pure; any thread;
// nothing fails.
#pragma once

#include "domain/sentence.h"

#include <QByteArray>

#include <optional>

class QIODevice;

namespace headway::exchange {

// The bytes of a file by which it is known; it stays at its start.
[[nodiscard]] QByteArray startOf(QIODevice &device);

// What to say of a file of that name if it is something else than a table in a text, and what to do with it.
[[nodiscard]] std::optional<Sentence> otherContent(const QString &name, const QByteArray &start);
// Of a packed file that is nothing that is known.
[[nodiscard]] Sentence packedFile(const QString &name);

// Whether it is an address book of vCards, whatever it is called.
[[nodiscard]] bool isAddressBook(const QByteArray &start);

} // namespace headway::exchange

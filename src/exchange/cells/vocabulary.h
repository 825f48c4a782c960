// SPDX-License-Identifier: GPL-3.0-or-later
// What the words of other systems mean here: "Working" is a lead that is connected, "Handy" a mobile phone, "März"
// the third month. The words are data (resources/vocabulary/*.tsv), so that another language or product needs no
// compiler. Read once; any thread.
#pragma once

#include "domain/fields/entity.h"
#include "domain/result.h"

#include <QHash>
#include <QString>

#include <optional>

namespace headway::exchange {

class Vocabulary
{
public:
    // The words that come with the program.
    static const Vocabulary &own();

    // Adds the lines of a file: list, code, language, words with | between them. Invalid names the line and what is
    // wrong with it; a word of two meanings in one list is wrong.
    Result<> add(const QString &text);

    // The code of a word, by its letters and digits alone; none if the list does not have it.
    std::optional<QString> code(QStringView list, QStringView word) const;
    bool has(QStringView list, QStringView word) const { return code(list, word).has_value(); }
    // Every code of a list that is in use.
    QStringList codes(QStringView list) const;
    QStringList lists() const;

private:
    QHash<QString, QHash<QString, QString>> m_codes; // by list, then by looseKey
};

// Whether a cell says by its words, or by marks alone, that there is nothing to say: "n/a", "-", "unknown".
bool isBlankWord(QStringView text);

// Whose an address of the web is that many share, "network", "page" or "mailbox"; none if it is one company's own.
std::optional<QString> sharedHost(const QString &host);

// The list of a field with fixed choices, or of one that refers to a list of the book: "lead.status".
QString choiceList(EntityKind kind, QLatin1StringView field);

} // namespace headway::exchange

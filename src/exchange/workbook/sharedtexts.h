// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of an Office Open XML workbook: in runs, with signs that XML does not know written as _x000D_. On one
// thread. Fails with Unreadable.
#pragma once

#include "exchange/workbook/xmlpart.h"

#include <QByteArray>

#include <vector>

namespace headway::exchange {

// "_x0041_" is A, "_x005F_" an underscore; line breaks of any kind are LF.
[[nodiscard]] QString decodedText(const QString &text);

// The text of the element that has begun, <si> or <is>: its runs joined, without how it is pronounced.
[[nodiscard]] Result<QString> richText(XmlPart &xml);

// The texts that cells refer to by number, in as little memory as they need.
class SharedTexts
{
public:
    [[nodiscard]] static Result<SharedTexts> read(const ZipFile &file, const QString &part);

    size_t size() const { return m_ends.size(); }
    QString at(size_t index) const; // below size()

private:
    QByteArray m_bytes; // UTF-8, one after the other
    std::vector<quint32> m_ends;
};

} // namespace headway::exchange

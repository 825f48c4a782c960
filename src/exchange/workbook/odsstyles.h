// SPDX-License-Identifier: GPL-3.0-or-later
// What the styles of an OpenDocument workbook say that the numbers of cells are: some programs say it only there. On one
// thread. Fails with Unreadable.
#pragma once

#include "exchange/workbook/numberformat.h"
#include "exchange/workbook/xmlpart.h"

#include <QHash>

namespace headway::exchange {

class OdsStyles
{
public:
    [[nodiscard]] static Result<OdsStyles> read(const ZipFile &file);

    // The format of cells of that style; plain if it has none.
    NumberFormat of(const QString &style) const { return m_formats.value(m_cells.value(style)); }

private:
    Result<> readPart(const ZipFile &file, const QString &part);
    Result<> readFormat(XmlPart &xml);

    QHash<QString, QString> m_cells; // the names of their formats
    QHash<QString, NumberFormat> m_formats;
};

} // namespace headway::exchange

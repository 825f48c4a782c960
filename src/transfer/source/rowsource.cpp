// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/source/rowsource.h"

#include "transfer/source/csvsource.h"

namespace headway::transfer {

QStringList Writing::texts() const
{
    QStringList list;
    for (const Trait &trait : traits)
        list += trait.text;
    return list;
}

Result<std::unique_ptr<RowSource>> openSource(const SourceFile &file)
{
    return CsvSource::open(file);
}

} // namespace headway::transfer

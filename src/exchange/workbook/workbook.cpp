// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook/workbook.h"

#include "exchange/workbook/odsworkbook.h"
#include "exchange/workbook/xlsxworkbook.h"
#include "exchange/zip/zipfile.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

Error notReadHere(const QString &name, const QString &kind)
{
    return {ErrorCode::Unreadable,
            Sentence::tr(
                "%1 is a workbook of another kind (%2). Open it in its program, save or export it as XLSX, "
                "and import that.")
                .arg(name, kind),
            {}};
}

bool hasPartBelow(const ZipFile &file, QLatin1StringView folder)
{
    const QStringList parts = file.parts();
    return std::any_of(parts.begin(), parts.end(), [folder](const QString &part) {
        return part.startsWith(folder, Qt::CaseInsensitive);
    });
}

} // namespace

bool mayBeWorkbook(const QByteArray &start)
{
    return start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06");
}

Result<std::unique_ptr<Workbook>> Workbook::open(const QString &path)
{
    HEADWAY_TRY(file, ZipFile::open(path));
    if (file->has(u"xl/workbook.bin"_s))
        return failure(notReadHere(file->name(), u"XLSB"_s));
    if (hasPartBelow(*file, "Index/Document.iwa"_L1) || file->has(u"Index.zip"_s))
        return failure(notReadHere(file->name(), u"Numbers"_s));
    if (isOdsWorkbook(*file))
        return openOdsWorkbook(std::move(file));
    if (isXlsxWorkbook(*file))
        return openXlsxWorkbook(std::move(file));
    return std::unique_ptr<Workbook>();
}

} // namespace headway::exchange

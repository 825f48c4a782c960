// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/pastedtable.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QFile>
#include <QGuiApplication>

namespace headway::ui {

std::optional<QString> PastedTable::take()
{
    const QString text = QGuiApplication::clipboard()->text();
    // A row of column names and one below it; cells of a row have tabs between them.
    const QString rows = text.trimmed();
    if (!rows.contains(u'\n') && !rows.contains(u'\r'))
        return std::nullopt;
    const QString name = QCoreApplication::translate("headway::ui::PastedTable", "Pasted table %1.tsv");
    QFile file(m_folder.filePath(name.arg(++m_taken)));
    const QByteArray bytes = text.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        return std::nullopt;
    return file.fileName();
}

} // namespace headway::ui

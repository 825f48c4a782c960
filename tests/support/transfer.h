// SPDX-License-Identifier: GPL-3.0-or-later
// Imports and exports of a book, as text.
#pragma once

#include "support/book.h"
#include "transfer/export/exporter.h"
#include "transfer/import/importer.h"

#include <QTemporaryDir>

namespace headway::test {

// A temporary file.
class TextFile
{
public:
    explicit TextFile(const QByteArray &content, const QString &name = QStringLiteral("file.csv"));
    QString path() const { return m_path; }

private:
    QTemporaryDir m_folder;
    QString m_path;
};

QByteArray contentOf(const QString &path);

// Fails the test if the import or export fails.
transfer::ImportReport import(FreshBook &book, const transfer::ImportRequest &request,
                              const QByteArray &content);
transfer::ImportReport importFile(FreshBook &book, const transfer::ImportRequest &request,
                                  const QString &path);
transfer::ImportReport importFrom(FreshBook &book, const transfer::ImportRequest &request,
                                  const transfer::SourceFile &file);
QByteArray exported(FreshBook &book, EntityKind kind, const QStringList &columns = {});
QByteArray exportedWhole(FreshBook &book);

template <class E>
std::vector<E> all(FreshBook &book)
{
    return valueOf(store::loadAll<E>(book.connection()));
}

// A pipeline "Sales" with Qualified (20 %), Offer (60 %), Won, Lost.
PipelineId givenPipeline(FreshBook &book);

} // namespace headway::test

// SPDX-License-Identifier: GPL-3.0-or-later
// Imports and exports of a book, as text.
#pragma once

#include "support/book.h"
#include "transfer/export/exporter.h"
#include "transfer/import/importauto.h"
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

// A temporary folder of files, as another system exports them.
class Folder
{
public:
    void add(const QString &name, const QByteArray &content) const;
    QString path() const { return m_folder.path(); }
    QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

QByteArray contentOf(const QString &path);

// Fails the test if the import or export fails.
transfer::ImportReport import(FreshBook &book, const transfer::ImportRequest &request,
                              const QByteArray &content);
transfer::ImportReport importFile(FreshBook &book, const transfer::ImportRequest &request,
                                  const QString &path);
transfer::ImportReport importFrom(FreshBook &book, const transfer::ImportRequest &request,
                                  const transfer::SourceFile &file);
// The questions of an import that are about this.
std::vector<transfer::ImportQuestion> questionsAbout(const transfer::ImportReport &report,
                                                     transfer::ImportQuestion::About about);
transfer::AutoReport importedWith(FreshBook &book, const transfer::AutoRequest &request);
// Why it is refused; empty if it went in.
QString refusalOf(FreshBook &book, const transfer::AutoRequest &request);
// A file of several kinds, or a folder; a row that is rejected fails the test, too.
transfer::AutoReport importedAll(FreshBook &book, const QString &path,
                                 const transfer::ImportRequest &rules = {});
// It was imported before, and brings nothing new.
void checkNothingTwice(FreshBook &book, const QString &path);
// A second run adds nothing, and an undo of the first leaves the book as it was `before`, exported as a whole.
void checkAgainAndBack(FreshBook &book, const QString &path, const QByteArray &before,
                       const transfer::ImportRequest &rules = {});
QByteArray exported(FreshBook &book, EntityKind kind, const QStringList &columns = {});
QByteArray exportedWhole(FreshBook &book);

template <class E>
std::vector<E> all(FreshBook &book)
{
    return valueOf(store::loadAll<E>(book.connection()));
}

// The first record of that name; the test fails if there is none.
template <class E>
E named(FreshBook &book, const QString &name)
{
    for (const E &each : all<E>(book)) {
        if (each.name == name)
            return each;
    }
    FAIL("nothing is called " << name.toStdString());
    return {};
}

// A pipeline "Sales" with Qualified (20 %), Offer (60 %), Won, Lost.
PipelineId givenPipeline(FreshBook &book);

} // namespace headway::test

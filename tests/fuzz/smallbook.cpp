// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/smallbook.h"

#include "sql/file.h"
#include "store/book/book.h"
#include "store/bulk/bulk.h"
#include "support/smallcompany.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace headway::fuzz {

namespace {

void fillCompany(sql::Connection &connection)
{
    auto bulk = need(store::BulkLoad::begin(connection));
    bulk.logHistory(10'000);
    for (const test::SampleRecord &record : test::smallCompany(3))
        need(bulk.add(record.ref.kind, record.ref.id, record.row, record.createdAt));
    need(bulk.finish({}));
}

} // namespace

Folder::Folder()
{
    require(m_folder.isValid());
}

void Folder::clear() const
{
    const QDir folder(m_folder.path());
    for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden))
        QFile::remove(folder.filePath(name));
}

void putFile(const QString &path, const QByteArray &bytes)
{
    sql::removeDatabaseFile(path);
    QFile file(path);
    require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

SmallBook::SmallBook(Content content)
{
    m_connection = need(store::createBook(path()));
    if (content == Content::Company)
        fillCompany(*m_connection);
    keep();
}

void SmallBook::open()
{
    m_connection = need(store::openBook(path(), sql::Access::ReadWrite));
}

void SmallBook::keep()
{
    m_connection.reset();
    need(sql::settleDatabaseFile(path()));
    QFile file(path());
    require(file.open(QIODevice::ReadOnly));
    m_bytes = file.readAll();
    open();
}

void SmallBook::restore()
{
    m_connection.reset();
    putFile(path(), m_bytes);
    open();
}

} // namespace headway::fuzz

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/transfer.h"

#include "domain/records/pipeline.h"

#include <QBuffer>
#include <QFile>

using namespace Qt::StringLiterals;

namespace headway::test {

namespace {

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(content) == content.size());
}

} // namespace

TextFile::TextFile(const QByteArray &content, const QString &name) : m_path(m_folder.filePath(name))
{
    write(m_path, content);
}

void Folder::add(const QString &name, const QByteArray &content)
{
    write(path(name), content);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

transfer::ImportReport importFrom(FreshBook &book, const transfer::ImportRequest &request,
                                  const transfer::SourceFile &file)
{
    const transfer::ImportReport report =
        valueOf(transfer::importFile(book.connection(), file, request, book.actor()));
    CHECK(report.read == report.created + report.updated + report.unchanged + report.rejected);
    return report;
}

transfer::ImportReport importFile(FreshBook &book, const transfer::ImportRequest &request,
                                  const QString &path)
{
    return importFrom(book, request, {.path = path});
}

transfer::ImportReport import(FreshBook &book, const transfer::ImportRequest &request,
                              const QByteArray &content)
{
    const TextFile file(content);
    return importFile(book, request, file.path());
}

QByteArray exported(FreshBook &book, EntityKind kind, const QStringList &columns)
{
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    transfer::ExportRequest request;
    request.query.kind = kind;
    request.columns = columns;
    transfer::CsvSink sink(buffer, exchange::CsvDialect::machine(), transfer::Digest::None);
    valueOf(transfer::exportRows(book.connection(), request, sink));
    return buffer.data();
}

QByteArray exportedWhole(FreshBook &book)
{
    QByteArray all;
    for (const EntityKind kind : allEntityKinds())
        all += exported(book, kind);
    return all;
}

PipelineId givenPipeline(FreshBook &book)
{
    const PipelineId id = book.add(Pipeline{.name = u"Sales"_s});
    book.add(Stage{.pipeline = id, .name = u"Qualified"_s, .position = 1, .probability = 20});
    book.add(Stage{.pipeline = id, .name = u"Offer"_s, .position = 2, .probability = 60});
    book.add(
        Stage{.pipeline = id, .name = u"Won"_s, .position = 3, .type = StageType::Won, .probability = 100});
    book.add(Stage{.pipeline = id, .name = u"Lost"_s, .position = 4, .type = StageType::Lost});
    return id;
}

} // namespace headway::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/transfer.h"

#include "domain/records/pipeline.h"
#include "transfer/export/csvsink.h"

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

void Folder::add(const QString &name, const QByteArray &content) const
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
    transfer::CsvSink sink(buffer, exchange::CsvDialect::machine());
    valueOf(transfer::exportRows(book.connection(), request, sink));
    return buffer.data();
}

std::vector<transfer::ImportQuestion> questionsAbout(const transfer::ImportReport &report,
                                                     transfer::ImportQuestion::About about)
{
    std::vector<transfer::ImportQuestion> questions = report.questions;
    std::erase_if(questions,
                  [about](const transfer::ImportQuestion &question) { return question.about != about; });
    return questions;
}

transfer::AutoReport importedWith(FreshBook &book, const transfer::AutoRequest &request)
{
    return valueOf(transfer::importAuto(book.connection(), request, book.actor()));
}

QString refusalOf(FreshBook &book, const transfer::AutoRequest &request)
{
    const auto report = transfer::importAuto(book.connection(), request, book.actor());
    return report ? QString() : inEnglish(report.error().text);
}

transfer::AutoReport importedAll(FreshBook &book, const QString &path, const transfer::ImportRequest &rules)
{
    transfer::AutoRequest request{.path = path};
    request.rules = rules;
    transfer::AutoReport report = importedWith(book, request);
    for (const transfer::AutoReport::Part &part : report.parts) {
        CAPTURE(part.path);
        for (const transfer::RejectedRow &row : part.report.firstRejected)
            FAIL_CHECK(row.line << ": " << inEnglish(row.reason).toStdString());
    }
    return report;
}

void checkNothingTwice(FreshBook &book, const QString &path)
{
    const transfer::AutoReport again = importedAll(book, path);
    REQUIRE_FALSE(again.parts.empty());
    for (const transfer::AutoReport::Part &part : again.parts) {
        CAPTURE(part.path);
        CHECK(part.report.read > 0);
        CHECK(part.report.created == 0);
    }
}

void checkAgainAndBack(FreshBook &book, const QString &path, const QByteArray &before,
                       const transfer::ImportRequest &rules)
{
    const QByteArray after = exportedWhole(book);
    CHECK(importedAll(book, path, rules).step.id == 0);
    CHECK(exportedWhole(book) == after);
    book.undo();
    CHECK(exportedWhole(book) == before);
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

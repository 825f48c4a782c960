// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/archive.h"

#include "domain/changes/stepwords.h"
#include "domain/records/record.h"
#include "domain/savefile.h"
#include "store/book/defaults.h"
#include "store/reading/importlookup.h"
#include "transfer/export/csvsink.h"
#include "transfer/export/exporter.h"
#include "transfer/import/importrun.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

constexpr int archiveVersion = 1;
const QString manifestName = u"manifest.json"_s;

QString fileNameOf(EntityKind kind)
{
    return tableName(kind) + u".csv"_s;
}

Error cannotWrite(const QString &path, const QString &why)
{
    return {ErrorCode::Full, Sentence::tr("%1 cannot be written: %2.").arg(path, why), {}};
}

Result<QJsonObject> exportKind(sql::Connection &connection, EntityKind kind, const QDir &folder,
                               const Progress &progress)
{
    QSaveFile file(folder.filePath(fileNameOf(kind)));
    if (!file.open(QIODevice::WriteOnly))
        return failure(cannotWrite(file.fileName(), file.errorString()));
    ExportRequest request;
    request.wholeDays = WholeDays::AsTheyLie;
    request.query.kind = kind;
    HashingDevice hashed(file, Digest::Sha256);
    CsvSink sink(hashed, exchange::CsvDialect::machine());
    HEADWAY_TRY(report, exportWithin(connection, request, sink, progress));
    if (!commitWhole(file))
        return failure(cannotWrite(file.fileName(), file.errorString()));
    return QJsonObject{{u"file"_s, fileNameOf(kind)},
                       {u"kind"_s, QString(tableName(kind))},
                       {u"records"_s, report.rows},
                       {u"sha256"_s, QString::fromLatin1(hashed.hash().toHex())}};
}

Result<QByteArray> hashOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return failure(ErrorCode::Unreadable,
                       Sentence::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    return hash.result().toHex();
}

struct ManifestEntry {
    EntityKind kind = EntityKind::Team;
    QString path = {};
    qint64 records = 0;
};

Result<std::vector<ManifestEntry>> readManifest(const QDir &folder)
{
    const QString path = folder.filePath(manifestName);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unreadable, Sentence::tr("There is no archive in %1.").arg(folder.path()));
    const QJsonObject manifest = QJsonDocument::fromJson(file.readAll()).object();
    const int version = manifest.value(u"headway_archive"_s).toInt();
    if (version < 1)
        return failure(ErrorCode::Unreadable,
                       Sentence::tr("%1 is not a list of an archive's files.").arg(path));
    if (version > archiveVersion)
        return failure(ErrorCode::NewerVersion,
                       Sentence::tr("%1 was made by a newer version of Headway.").arg(path));
    std::vector<ManifestEntry> entries;
    for (const auto value : manifest.value(u"files"_s).toArray()) {
        const QJsonObject entry = value.toObject();
        const auto kind = entityKindNamed(entry.value(u"kind"_s).toString());
        if (!kind)
            return failure(ErrorCode::Unreadable,
                           Sentence::tr("%1 speaks of a kind of record that is not known.").arg(path));
        const QString csv = folder.filePath(fileNameOf(*kind));
        HEADWAY_TRY(hash, hashOf(csv));
        if (hash != entry.value(u"sha256"_s).toString().toLatin1())
            return failure(ErrorCode::Unreadable,
                           Sentence::tr("%1 was changed since the archive was made.").arg(csv));
        entries.push_back({*kind, csv, entry.value(u"records"_s).toInteger()});
    }
    std::sort(entries.begin(), entries.end(),
              [](const ManifestEntry &a, const ManifestEntry &b) { return comesAfter(b.kind, a.kind); });
    return entries;
}

Result<> importKind(sql::Connection &connection, const ManifestEntry &entry, const Actor &actor,
                    store::StepWriter &step, const Progress &progress)
{
    if (entry.records == 0)
        return {};
    ImportRequest request;
    request.kind = entry.kind;
    request.part = ImportRequest::Part::OfArchive;
    request.match = {u"id"_s};
    HEADWAY_TRY(source, openSource({.path = entry.path, .author = Author::Headway}));
    HEADWAY_TRY(run, ImportRun::prepare(connection, *source, request, actor));
    HEADWAY_CHECK(run->into(step, progress));
    const ImportReport &report = run->report();
    if (!report.firstRejected.empty()) {
        const RejectedRow &row = report.firstRejected.front();
        return failure(
            ErrorCode::Unreadable,
            Sentence::tr("%1, line %2: %3").arg(entry.path).arg(QString::number(row.line)).arg(row.reason));
    }
    return {};
}

// An archive of before has leads with the statuses that were fixed then.
Result<> addLeadStatuses(store::StepWriter &step)
{
    for (const store::DefaultRecord &record : store::defaultRecords()) {
        if (record.kind == EntityKind::LeadStatus)
            HEADWAY_CHECK(step.apply(createRow(record.kind, record.row, record.id)));
    }
    return step.settle();
}

} // namespace

Result<ArchiveReport> exportArchive(sql::Connection &connection, const QString &path,
                                    const Progress &progress)
{
    const QDir folder(path);
    if (!folder.mkpath(u"."_s))
        return failure(cannotWrite(path, u"the folder cannot be made"_s));
    if (folder.exists(manifestName))
        return failure(ErrorCode::Conflict, Sentence::tr("There is an archive in %1 already.").arg(path));
    const auto snapshot = sql::Transaction::read(connection);
    if (!snapshot)
        return failure(snapshot.error());
    ArchiveReport report;
    QJsonArray files;
    for (const EntityKind kind : allEntityKinds()) {
        HEADWAY_TRY(entry, exportKind(connection, kind, folder, progress));
        ++report.files;
        report.records += entry.value(u"records"_s).toInteger();
        files.append(entry);
    }
    QSaveFile manifest(folder.filePath(manifestName));
    if (!manifest.open(QIODevice::WriteOnly))
        return failure(cannotWrite(manifest.fileName(), manifest.errorString()));
    manifest.write(
        QJsonDocument(QJsonObject{{u"headway_archive"_s, archiveVersion}, {u"files"_s, files}}).toJson());
    if (!commitWhole(manifest))
        return failure(cannotWrite(manifest.fileName(), manifest.errorString()));
    return report;
}

Result<ArchiveReport> importArchive(sql::Connection &connection, const QString &path, const Actor &actor,
                                    const Progress &progress)
{
    const QDir folder(path);
    HEADWAY_TRY(entries, readManifest(folder));
    HEADWAY_TRY(present, store::firstKindPresent(connection));
    if (present)
        return failure(ErrorCode::Conflict,
                       Sentence::tr("An archive goes into an empty book; this one holds %1 already.")
                           .arg(KindName{*present, Number::Many}));
    HEADWAY_TRY(step,
                store::StepWriter::begin(connection, Sentence(steps::archiveImported).arg(folder.dirName()),
                                         Origin::Imported, actor));
    ArchiveReport report;
    bool hasStatuses = std::any_of(entries.begin(), entries.end(), [](const ManifestEntry &entry) {
        return entry.kind == EntityKind::LeadStatus;
    });
    for (const ManifestEntry &entry : entries) {
        if (!hasStatuses && comesAfter(entry.kind, EntityKind::LeadStatus)) {
            HEADWAY_CHECK(addLeadStatuses(step));
            hasStatuses = true;
        }
        HEADWAY_CHECK(importKind(connection, entry, actor, step, progress));
        ++report.files;
        report.records += entry.records;
    }
    HEADWAY_CHECK(step.finish());
    return report;
}

} // namespace headway::transfer

// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/export/exporter.h"

#include "domain/records/linkednames.h"
#include "domain/records/record.h"
#include "domain/records/wholeday.h"
#include "domain/rules/deals.h"
#include "domain/text/datetext.h"
#include "domain/text/moneytext.h"
#include "domain/text/quoted.h"
#include "exchange/plan/fieldtext.h"
#include "store/reading/exportpages.h"
#include "store/reading/groups.h"
#include "store/reading/lists.h"
#include "store/rows/records.h"
#include "transfer/export/cardexport.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

constexpr int pageSize = 1000;
constexpr qsizetype mostNamesKept = 50'000; // for each kind

enum class Shows { Id, Field, Name, Custom, Created, Modified, Probability, Weighted, With, Deals };

struct Column {
    Shows shows = Shows::Field;
    int field = -1; // Field, Name: index of the kind's field; Custom: of the custom field
    QString title = {};
};

// touched_at is neither logged nor imported: in another book it starts again.
bool isExported(const FieldInfo &field)
{
    return field.name != "touched_at"_L1
        && (!field.has(Trait::Internal) || field.has(Trait::Exported) || field.type == FieldType::Rank);
}

std::vector<Column> allColumns(EntityKind kind, const std::vector<CustomField> &custom)
{
    const EntityInfo &info = entityInfo(kind);
    std::vector<Column> columns{{Shows::Id, -1, u"id"_s}};
    for (int i = 0; i < int(info.fields.size()); ++i) {
        const FieldInfo &field = info.field(i);
        if (!isExported(field))
            continue;
        if (field.type == FieldType::Reference)
            columns.push_back({Shows::Name, i, QString(field.name).chopped(3)});
        columns.push_back({Shows::Field, i, QString(field.name)});
    }
    if (info.indexOf(u"custom") >= 0) {
        for (size_t i = 0; i < custom.size(); ++i)
            columns.push_back({Shows::Custom, int(i), u"custom."_s + custom[i].name});
    }
    columns.push_back({Shows::Created, -1, u"created"_s});
    return columns;
}

// Columns that cannot be imported, but that a list may show.
std::vector<Column> columnsOnDemand(EntityKind kind)
{
    std::vector<Column> columns{{Shows::Modified, -1, u"modified"_s}};
    if (kind == EntityKind::Activity) {
        columns.push_back({Shows::With, -1, u"with"_s});
        columns.push_back({Shows::Deals, -1, u"deal"_s});
    }
    if (kind != EntityKind::Deal)
        return columns;
    columns.push_back({Shows::Field, entityInfo(kind).indexOf(u"touched_at"), u"touched_at"_s});
    columns.push_back({Shows::Probability, -1, u"probability"_s});
    columns.push_back({Shows::Weighted, -1, u"weighted"_s});
    return columns;
}

Result<std::vector<Column>> chosenColumns(EntityKind kind, const std::vector<CustomField> &custom,
                                          const QStringList &names)
{
    std::vector<Column> all = allColumns(kind, custom);
    if (names.isEmpty())
        return all;
    QStringList known;
    for (const Column &column : all)
        known += column.title;
    const std::vector<Column> alsoOffered = columnsOnDemand(kind);
    all.insert(all.end(), alsoOffered.begin(), alsoOffered.end());
    std::vector<Column> chosen;
    for (const QString &name : names) {
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const Column &c) { return c.title == name; });
        if (found == all.end())
            return failure(ErrorCode::Invalid,
                           Sentence::tr("%1 is not a column of %2; there are: %3, modified.")
                               .arg(Quoted{name}, KindName{kind, Number::Many}, known.join(u", "_s)));
        chosen.push_back(*found);
    }
    return chosen;
}

Result<std::vector<CustomField>> customFieldsOf(sql::Connection &connection, EntityKind kind)
{
    HEADWAY_TRY(all, store::loadAll<CustomField>(connection));
    std::erase_if(all, [kind](const CustomField &field) { return field.recordKind != kind; });
    std::stable_sort(all.begin(), all.end(),
                     [](const CustomField &a, const CustomField &b) { return a.position < b.position; });
    return std::move(all);
}

// The fields of the kind that must be read for the columns.
std::vector<int> fieldsFor(EntityKind kind, const std::vector<Column> &columns)
{
    const EntityInfo &info = entityInfo(kind);
    std::vector<bool> needed(info.fields.size(), info.has(KindTrait::IsPart)); // see isOrphan()
    const auto need = [&needed](int field) {
        if (field >= 0)
            needed[size_t(field)] = true;
    };
    // Whether a time takes the whole day, and which.
    const auto needDayOf = [&](const Column &column) {
        const int day = column.shows == Shows::Field ? dayFieldOf(info, column.field) : -1;
        need(day);
        if (day >= 0 && kind == EntityKind::Activity) {
            need(info.indexOf(u"all_day"));
            need(info.indexOf(u"time_zone"));
        }
    };
    need(info.indexOf(u"currency"));
    for (const Column &column : columns) {
        if (column.shows == Shows::Custom) {
            need(info.indexOf(u"custom"));
        } else if (column.shows == Shows::Probability || column.shows == Shows::Weighted) {
            for (const QStringView name : {u"stage_id", u"status", u"amount", u"probability_override"})
                need(info.indexOf(name));
        } else {
            need(column.field);
            needDayOf(column);
        }
    }
    std::vector<int> fields;
    for (size_t i = 0; i < needed.size(); ++i) {
        if (needed[i])
            fields.push_back(int(i));
    }
    return fields;
}

// Whether the day of the activity, read again, gives the time that it has.
bool beginsItsDay(const Record &record, QDate day, Instant at)
{
    const QTimeZone zone = zoneCalled(textOf(record.value(u"time_zone")));
    return zone.isValid() && day.startOfDay(zone).toMSecsSinceEpoch() == at.ms;
}

// Turns a page of records into rows of text; the names they need are read once for the page, and many of
// them kept for the next.
class PageWriter
{
public:
    PageWriter(sql::Connection &connection, EntityKind kind, std::vector<CustomField> custom,
               std::vector<Column> columns, WholeDays wholeDays)
        : m_connection(connection), m_info(entityInfo(kind)), m_custom(std::move(custom)),
          m_columns(std::move(columns)), m_wholeDays(wholeDays), m_currency(m_info.indexOf(u"currency")),
          m_customField(m_info.indexOf(u"custom"))
    {
        findReferences();
        if (std::none_of(m_columns.begin(), m_columns.end(),
                         [](const Column &c) { return c.shows == Shows::Custom; }))
            m_customField = -1;
    }

    Result<> read(const std::vector<Record> &page)
    {
        m_currencies.clear();
        std::map<EntityKind, std::vector<qint64>> wanted;
        for (const Record &record : page) {
            for (const int field : m_references) {
                const EntityRef ref = referenceIn(record, field);
                if (ref.id)
                    wanted[ref.kind].push_back(ref.id);
            }
        }
        for (auto &[kind, ids] : wanted) {
            std::sort(ids.begin(), ids.end());
            ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
            QHash<qint64, QString> &known = m_names[kind];
            if (known.size() > mostNamesKept)
                known.clear();
            std::vector<qint64> unknown;
            std::copy_if(ids.begin(), ids.end(), std::back_inserter(unknown),
                         [&known](qint64 id) { return !known.contains(id); });
            HEADWAY_TRY(names, store::namesOf(m_connection, kind, unknown));
            known.insert(names);
        }
        HEADWAY_CHECK(readLinked(page));
        if (m_info.kind == EntityKind::LineItem) {
            HEADWAY_TRY(currencies, store::currenciesOf(m_connection, wanted[EntityKind::Deal]));
            m_currencies = currencies;
        }
        return {};
    }

    // For the columns that depend on a deal's stage.
    Result<> readStages()
    {
        HEADWAY_TRY(stages, store::loadAll<Stage>(m_connection));
        for (const Stage &stage : stages)
            m_stages.insert(stage.id.value, stage);
        return {};
    }

    // A child record whose owner was deleted counts as deleted, too.
    bool isOrphan(const Record &record) const
    {
        if (!m_info.has(KindTrait::IsPart))
            return false;
        for (int i = 0; i < int(m_info.fields.size()); ++i) {
            if (!m_info.field(i).has(Trait::Required))
                continue;
            const EntityRef ref = referenceIn(record, i);
            if (ref.id && !nameOf(ref))
                return true;
        }
        return false;
    }

    QStringList row(const Record &record) const
    {
        const QJsonObject custom = m_customField < 0
            ? QJsonObject()
            : QJsonDocument::fromJson(textOf(record.row[size_t(m_customField)]).toUtf8()).object();
        QStringList cells;
        cells.reserve(qsizetype(m_columns.size()));
        for (const Column &column : m_columns)
            cells += cell(record, column, custom);
        return cells;
    }

private:
    // The records that the activities of the page are about.
    Result<> readLinked(const std::vector<Record> &page)
    {
        m_linked.clear();
        if (std::none_of(m_columns.begin(), m_columns.end(), [](const Column &column) {
                return column.shows == Shows::With || column.shows == Shows::Deals;
            }))
            return {};
        std::vector<qint64> ids;
        for (const Record &record : page)
            ids.push_back(record.ref.id);
        HEADWAY_TRY(rows, store::rows(m_connection, m_info.kind, ids));
        for (LoadedRecord &row : rows)
            m_linked.emplace(row.record.ref.id, std::move(row.linked));
        return {};
    }

    // Finds the references that a column shows, by name or by id; for child records, all of them.
    void findReferences()
    {
        for (int i = 0; i < int(m_info.fields.size()); ++i) {
            const FieldType type = m_info.field(i).type;
            const bool isReference = type == FieldType::Reference || type == FieldType::RecordId;
            const bool isShown = m_info.has(KindTrait::IsPart)
                || std::any_of(m_columns.begin(), m_columns.end(), [i](const Column &column) {
                                     return column.field == i
                                         && (column.shows == Shows::Name || column.shows == Shows::Field);
                                 });
            if (isReference && isShown)
                m_references.push_back(i);
        }
    }

    EntityRef referenceIn(const Record &record, int index) const
    {
        const FieldInfo &field = m_info.field(index);
        if (field.type == FieldType::Reference)
            return {field.target, integerOf(record.row[size_t(index)])};
        if (field.type == FieldType::RecordId) {
            const auto kind = entityKindNamed(textOf(record.row[size_t(index - 1)]));
            return {kind.value_or(EntityKind::Deal), integerOf(record.row[size_t(index)])};
        }
        return {};
    }

    // Null if it was deleted.
    const QString *nameOf(EntityRef ref) const
    {
        const auto names = m_names.find(ref.kind);
        if (names == m_names.end())
            return nullptr;
        const auto name = names->second.constFind(ref.id);
        return name == names->second.cend() ? nullptr : &*name;
    }

    QString cell(const Record &record, const Column &column, const QJsonObject &custom) const
    {
        switch (column.shows) {
        case Shows::Id: return QString::number(record.ref.id);
        case Shows::Created: return formatInstant(record.createdAt.ms);
        case Shows::Modified: return formatInstant(record.modifiedAt.ms);
        case Shows::Probability:
        case Shows::Weighted: return chanceOf(record, column.shows);
        case Shows::With: return linkedNames(m_linked.value(record.ref.id), Linked::With);
        case Shows::Deals: return linkedNames(m_linked.value(record.ref.id), Linked::Deals);
        case Shows::Custom: {
            const CustomField &field = m_custom[size_t(column.field)];
            return exchange::writeCustom(field, custom.value(field.name), currencyOf(record));
        }
        case Shows::Name:
        case Shows::Field: break;
        }
        const FieldInfo &field = m_info.field(column.field);
        if (field.type == FieldType::Reference) {
            const QString *name = nameOf(referenceIn(record, column.field));
            if (!name || column.shows == Shows::Name)
                return name ? *name : QString();
        }
        const QDate day = wholeDayIn(m_info, record.row, column.field);
        if (day.isValid() && isWrittenAsDay(record, day, column.field))
            return formatDay(day);
        return exchange::writeCell(field, record.row[size_t(column.field)],
                                   field.type == FieldType::Money ? currencyOf(record) : QString());
    }

    bool isWrittenAsDay(const Record &record, QDate day, int field) const
    {
        return m_wholeDays == WholeDays::AsDays || m_info.kind != EntityKind::Activity
            || beginsItsDay(record, day, {integerOf(record.row[size_t(field)])});
    }

    // The effective probability, or the amount weighted by it.
    QString chanceOf(const Record &record, Shows what) const
    {
        const Deal deal = as<Deal>(record);
        const auto stage = m_stages.constFind(deal.stage.value);
        if (stage == m_stages.cend())
            return {};
        const qint64 percent = effectiveProbability(deal, *stage).percent;
        if (what == Shows::Probability)
            return QString::number(percent);
        return deal.amount ? formatMinor(weighted(*deal.amount, percent), deal.currency).value_or(QString())
                           : QString();
    }

    QString currencyOf(const Record &record) const
    {
        if (m_currency >= 0)
            return textOf(record.row[size_t(m_currency)]);
        if (m_info.kind == EntityKind::LineItem)
            return m_currencies.value(integerOf(record.value(u"deal_id")));
        return {};
    }

    sql::Connection &m_connection;
    const EntityInfo &m_info;
    std::vector<CustomField> m_custom;
    QHash<qint64, Stage> m_stages;
    std::vector<Column> m_columns;
    WholeDays m_wholeDays;
    std::vector<int> m_references; // field indexes
    int m_currency;
    int m_customField;
    std::map<EntityKind, QHash<qint64, QString>> m_names;
    QHash<qint64, QString> m_currencies;               // of deals
    QHash<qint64, std::vector<LinkedRecord>> m_linked; // of activities
};

// The records of a query, a page at a time. A whole kind by ascending id needs no list of ids.
class Pages
{
public:
    static Result<Pages> of(sql::Connection &connection, const ExportRequest &request,
                            std::vector<int> fields)
    {
        Pages pages(connection, request.query.kind, std::move(fields));
        if (request.query.filter.isEmpty() && request.query.order.empty() && !request.grouping) {
            HEADWAY_TRY(count, store::countOf(connection, request.query.kind));
            pages.m_count = count;
            return pages;
        }
        HEADWAY_TRY(ids, idsOf(connection, request));
        pages.m_count = qint64(ids.size());
        pages.m_ids = std::move(ids);
        return pages;
    }

    qint64 count() const { return m_count; }

    Result<std::vector<Record>> next()
    {
        if (!m_ids) {
            HEADWAY_TRY(page, store::pageAfter(m_connection, m_kind, m_lastId, pageSize, m_fields));
            if (!page.empty())
                m_lastId = page.back().ref.id;
            return std::move(page);
        }
        const size_t end = std::min(m_ids->size(), m_at + size_t(pageSize));
        const std::vector<qint64> ids(m_ids->begin() + qsizetype(m_at), m_ids->begin() + qsizetype(end));
        m_at = end;
        return store::loadMany(m_connection, m_kind, ids);
    }

private:
    Pages(sql::Connection &connection, EntityKind kind, std::vector<int> fields)
        : m_connection(connection), m_kind(kind), m_fields(std::move(fields))
    {
    }

    sql::Connection &m_connection;
    EntityKind m_kind;
    std::vector<int> m_fields;
    std::optional<std::vector<qint64>> m_ids;
    size_t m_at = 0;
    qint64 m_lastId = 0;
    qint64 m_count = 0;
};

} // namespace

Result<std::vector<qint64>> idsOf(sql::Connection &connection, const ExportRequest &request)
{
    if (!request.grouping)
        return store::ids(connection, request.query, request.viewer, 0);
    HEADWAY_TRY(grouped,
                store::groupedIds(connection,
                                  {request.query, *request.grouping, request.firstMonth, request.today},
                                  request.viewer));
    return std::move(grouped.ids);
}

Result<QStringList> exportColumns(sql::Connection &connection, EntityKind kind)
{
    HEADWAY_TRY(custom, customFieldsOf(connection, kind));
    QStringList titles;
    for (const Column &column : allColumns(kind, custom))
        titles += column.title;
    return titles;
}

Result<ExportReport> exportWithin(sql::Connection &connection, const ExportRequest &request, RowSink &sink,
                                  const Progress &progress)
{
    const EntityKind kind = request.query.kind;
    HEADWAY_TRY(custom, customFieldsOf(connection, kind));
    HEADWAY_TRY(columns, chosenColumns(kind, custom, request.columns));
    ExportReport report;
    for (const Column &column : columns)
        report.columns += column.title;

    HEADWAY_CHECK(sink.begin(report.columns));
    PageWriter pageWriter(connection, kind, custom, columns, request.wholeDays);
    HEADWAY_CHECK(pageWriter.readStages());
    HEADWAY_TRY(pages, Pages::of(connection, request, fieldsFor(kind, columns)));
    for (qint64 done = 0;;) {
        HEADWAY_TRY(page, pages.next());
        if (page.empty())
            break;
        HEADWAY_CHECK(pageWriter.read(page));
        for (const Record &record : page) {
            if (pageWriter.isOrphan(record)) {
                ++report.leftOut;
                continue;
            }
            HEADWAY_CHECK(sink.add(pageWriter.row(record)));
            ++report.rows;
        }
        done += qint64(page.size());
        if (progress && !progress(done, pages.count()))
            return failure(ErrorCode::Cancelled, Sentence::tr("Cancelled; nothing was exported."));
    }
    HEADWAY_CHECK(sink.finish());
    return report;
}

Result<ExportReport> exportRows(sql::Connection &connection, const ExportRequest &request, RowSink &sink,
                                const Progress &progress)
{
    const auto snapshot = sql::Transaction::read(connection);
    if (!snapshot)
        return failure(snapshot.error());
    return exportWithin(connection, request, sink, progress);
}

Result<ExportReport> exportInto(QIODevice &device, sql::Connection &connection, const ExportRequest &request,
                                const TargetFile &target, const Progress &progress)
{
    HashingDevice hashing(device, target.digest);
    if (target.format == FileFormat::VCard) {
        HEADWAY_TRY(report, exportCards(connection, request, hashing, target.cards, progress));
        report.sha256 = hashing.hash();
        return std::move(report);
    }
    CsvSink sink(device, target.csv, target.digest);
    HEADWAY_TRY(report, exportRows(connection, request, sink, progress));
    report.sha256 = sink.sha256();
    return std::move(report);
}

Result<ExportReport> exportFile(sql::Connection &connection, const ExportRequest &request,
                                const TargetFile &target, const Progress &progress)
{
    QSaveFile file(target.path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(ErrorCode::Unreadable,
                       Sentence::tr("%1 cannot be written: %2.").arg(target.path, file.errorString()));
    HEADWAY_TRY(report, exportInto(file, connection, request, target, progress));
    if (!file.commit())
        return failure(ErrorCode::Full,
                       Sentence::tr("%1 cannot be written: %2.").arg(target.path, file.errorString()));
    return std::move(report);
}

} // namespace headway::transfer

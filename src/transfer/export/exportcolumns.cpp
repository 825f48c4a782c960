// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/export/exportcolumns.h"

#include "domain/records/record.h"
#include "domain/records/wholeday.h"
#include "domain/text/quoted.h"
#include "store/rows/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

using Shows = ExportColumn::Shows;

namespace {

// touched_at is neither logged nor imported: in another book it starts again.
bool isExported(const FieldInfo &field)
{
    return field.name != "touched_at"_L1
        && (!field.has(Trait::Internal) || field.has(Trait::Exported) || field.type == FieldType::Rank);
}

// Columns that cannot be imported, but that a list may show.
std::vector<ExportColumn> columnsOnDemand(EntityKind kind)
{
    std::vector<ExportColumn> columns{{Shows::Modified, -1, u"modified"_s}};
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

} // namespace

Result<std::vector<CustomField>> customFieldsOf(sql::Connection &connection, EntityKind kind)
{
    HEADWAY_TRY(all, store::loadAll<CustomField>(connection));
    std::erase_if(all, [kind](const CustomField &field) { return field.recordKind != kind; });
    std::stable_sort(all.begin(), all.end(),
                     [](const CustomField &a, const CustomField &b) { return a.position < b.position; });
    return std::move(all);
}

std::vector<ExportColumn> allColumns(EntityKind kind, const std::vector<CustomField> &custom)
{
    const EntityInfo &info = entityInfo(kind);
    std::vector<ExportColumn> columns{{Shows::Id, -1, u"id"_s}};
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

Result<std::vector<ExportColumn>> chosenColumns(EntityKind kind, const std::vector<CustomField> &custom,
                                                const QStringList &names)
{
    std::vector<ExportColumn> all = allColumns(kind, custom);
    if (names.isEmpty())
        return all;
    QStringList known;
    for (const ExportColumn &column : all)
        known += column.title;
    const std::vector<ExportColumn> alsoOffered = columnsOnDemand(kind);
    all.insert(all.end(), alsoOffered.begin(), alsoOffered.end());
    std::vector<ExportColumn> chosen;
    for (const QString &name : names) {
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const ExportColumn &c) { return c.title == name; });
        if (found == all.end())
            return failure(ErrorCode::Invalid,
                           Sentence::tr("%1 is not a column of %2; there are: %3, modified.")
                               .arg(Quoted{name}, KindName{kind, Number::Many}, known.join(u", "_s)));
        chosen.push_back(*found);
    }
    return chosen;
}

std::vector<int> fieldsFor(EntityKind kind, const std::vector<ExportColumn> &columns)
{
    const EntityInfo &info = entityInfo(kind);
    std::vector<bool> needed(info.fields.size(), info.has(KindTrait::IsPart)); // see isOrphan()
    const auto need = [&needed](int field) {
        if (field >= 0)
            needed[size_t(field)] = true;
    };
    // Whether a time takes the whole day, and which.
    const auto needDayOf = [&](const ExportColumn &column) {
        const int day = column.shows == Shows::Field ? dayFieldOf(info, column.field) : -1;
        need(day);
        if (day >= 0 && kind == EntityKind::Activity) {
            need(info.indexOf(u"all_day"));
            need(info.indexOf(u"time_zone"));
        }
    };
    need(info.indexOf(u"currency"));
    for (const ExportColumn &column : columns) {
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

} // namespace headway::transfer

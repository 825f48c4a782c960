// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/historylines.h"

#include "domain/records/loadedrecord.h"
#include "domain/records/record.h"
#include "store/commit/changelog.h"
#include "store/rows/records.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

// Parts that no one adds, changes or could call by a name.
bool isBookkeeping(EntityKind kind)
{
    const EntityInfo &info = entityInfo(kind);
    return info.has(KindTrait::IsPart) && !info.has(KindTrait::IsAddedAlone) && !*info.title;
}

// The fields that people change. The time zone of a moment comes from the computer.
std::vector<FieldDelta> shownFields(const Change &change)
{
    if (isBookkeeping(change.ref.kind))
        return {};
    const EntityInfo &info = entityInfo(change.ref.kind);
    const bool hasMoment = info.indexOf(u"at") >= 0;
    std::vector<FieldDelta> fields;
    std::copy_if(change.fields.begin(), change.fields.end(), std::back_inserter(fields),
                 [&](const FieldDelta &delta) {
                     const FieldInfo &field = info.field(delta.field);
                     return *field.label && !field.has(Trait::Internal) && !field.has(Trait::System)
                         && !field.has(Trait::Derived) && field.type != FieldType::Rank
                         && !(hasMoment && field.name == "time_zone"_L1);
                 });
    return fields;
}

bool isWhole(const Change &change)
{
    return change.kind == ChangeKind::Remove || change.kind == ChangeKind::Restore;
}

QString valueText(sql::Connection &connection, const Display &display, const Row &row, EntityKind kind,
                  int field)
{
    const FieldInfo &info = entityInfo(kind).field(field);
    LoadedRecord shown{{{kind, 0}, 0, {}, {}, {}, row}, {}};
    if (info.type == FieldType::Reference && !isNull(row[size_t(field)])) {
        const auto title = store::titleOf(connection, {info.target, integerOf(row[size_t(field)])});
        shown.titles.emplace_back(field, title.value_or(QString()));
    }
    return display.cell(shown, field);
}

QString said(const char *word)
{
    return QCoreApplication::translate("HistoryLines", word);
}

// Amounts are shown in the record's own currency, even if the step did not change that.
Result<> addLines(sql::Connection &connection, const Display &display, const Change &change,
                  std::vector<HistoryLine> &lines)
{
    if (countLines(change) == 0)
        return {};
    const EntityKind kind = change.ref.kind;
    const EntityInfo &info = entityInfo(kind);
    HEADWAY_TRY(title, store::titleOf(connection, change.ref));
    const QString record = display.kindName(kind) + (title.isEmpty() ? QString() : u" “"_s + title + u'”');
    if (isWhole(change)) {
        const bool removed = change.kind == ChangeKind::Remove;
        lines.push_back({record,
                         {},
                         {},
                         removed ? said(QT_TRANSLATE_NOOP("HistoryLines", "deleted"))
                                 : said(QT_TRANSLATE_NOOP("HistoryLines", "restored"))});
        return {};
    }
    const Result<Record> present = store::load(connection, change.ref);
    Row before = present ? present->row : info.defaults;
    Row after = before;
    for (const FieldDelta &delta : change.fields) {
        before[size_t(delta.field)] = delta.before;
        after[size_t(delta.field)] = delta.after;
    }
    const bool isNew = change.kind == ChangeKind::Create;
    const std::vector<FieldDelta> fields = shownFields(change);
    for (const FieldDelta &delta : fields)
        lines.push_back({record, display.label(info.field(delta.field)),
                         isNew ? QString() : valueText(connection, display, before, kind, delta.field),
                         valueText(connection, display, after, kind, delta.field)});
    if (fields.empty()) // a new record that holds nothing of its own
        lines.push_back({record, {}, {}, said(QT_TRANSLATE_NOOP("HistoryLines", "added"))});
    return {};
}

bool canBeOpened(EntityKind kind)
{
    return entityInfo(kind).has(KindTrait::IsSearched) || kind == EntityKind::Activity;
}

// The record itself, or the one that it is a part of.
Result<EntityRef> openable(sql::Connection &connection, EntityRef ref)
{
    if (canBeOpened(ref.kind))
        return ref;
    const EntityInfo &info = entityInfo(ref.kind);
    if (!info.has(KindTrait::IsPart))
        return EntityRef();
    const Result<Record> part = store::load(connection, ref);
    if (!part)
        return EntityRef(); // it is gone, and its owner with it
    if (const int kind = info.indexOf(u"record_kind"); kind >= 0) {
        const auto owner = entityKindNamed(textOf(part->row[size_t(kind)]));
        return owner && canBeOpened(*owner) ? EntityRef{*owner, integerOf(part->row[size_t(kind) + 1])}
                                            : EntityRef();
    }
    for (size_t i = 0; i < info.fields.size(); ++i) {
        if (info.fields[i].type == FieldType::Reference && canBeOpened(info.fields[i].target))
            return EntityRef{info.fields[i].target, integerOf(part->row[i])};
    }
    return EntityRef();
}

Result<HistoryLines> read(sql::Connection &connection, const Display &display, qint64 operation, int most)
{
    HEADWAY_TRY(changes, store::changesOf(connection, operation, most + 1));
    HistoryLines result;
    result.isComplete = int(changes.size()) <= most;
    for (auto it = changes.rbegin(); it != changes.rend() && int(result.lines.size()) <= most; ++it) {
        HEADWAY_CHECK(addLines(connection, display, *it, result.lines));
        if (!result.record.id) {
            HEADWAY_TRY(record, openable(connection, it->ref));
            result.record = record;
        }
    }
    if (int(result.lines.size()) > most) {
        result.isComplete = false;
        result.lines.resize(size_t(most));
    }
    return result;
}

} // namespace

int countLines(const Change &change)
{
    if (isBookkeeping(change.ref.kind))
        return 0;
    if (isWhole(change))
        return 1;
    const int fields = int(shownFields(change).size());
    return change.kind == ChangeKind::Create ? std::max(1, fields) : fields;
}

Ticket readHistoryLines(Workspace &workspace, QObject *context, const Display &display, qint64 operation,
                        int most, std::function<void(Result<HistoryLines>)> then)
{
    return workspace.read<HistoryLines>(
        context,
        [display, operation, most](sql::Connection &connection) {
            return read(connection, display, operation, most);
        },
        std::move(then));
}

} // namespace headway::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/changetext.h"

#include "domain/records/loadedrecord.h"
#include "domain/records/record.h"
#include "store/rows/records.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

bool isShown(const FieldInfo &field)
{
    return *field.label && !field.has(Trait::Internal) && !field.has(Trait::System)
        && !field.has(Trait::Derived) && field.type != FieldType::Currency;
}

// The record before or after the change, so that its cells are formatted as in lists.
LoadedRecord rowOf(const Change &change, const Row &present, Value FieldDelta::*side, const Names &names)
{
    LoadedRecord row;
    row.record.ref = change.ref;
    row.record.row = present;
    for (const FieldDelta &delta : change.fields) {
        const FieldInfo &field = entityInfo(change.ref.kind).field(delta.field);
        row.record.row[size_t(delta.field)] = delta.*side;
        if (field.type == FieldType::Reference)
            row.titles.emplace_back(delta.field, names.value({field.target, integerOf(delta.*side)}));
    }
    return row;
}

QString shortened(QString text)
{
    text.replace(u'\n', u' ');
    return text.size() > 80 ? QString(text.left(79) + u'…') : text;
}

} // namespace

Result<> collectNames(sql::Connection &connection, const Change &change, Names &names)
{
    for (const FieldDelta &delta : change.fields) {
        const FieldInfo &field = entityInfo(change.ref.kind).field(delta.field);
        if (field.type != FieldType::Reference || change.kind != ChangeKind::Update)
            continue;
        for (const Value &value : {delta.before, delta.after}) {
            const EntityRef ref{field.target, integerOf(value)};
            if (ref.id <= 0 || names.contains(ref))
                continue;
            HEADWAY_TRY(title, store::titleOf(connection, ref));
            names.insert(ref, title);
        }
    }
    return {};
}

QStringList changeLines(const Change &change, const Row &present, const Names &names, const Display &display)
{
    if (change.kind != ChangeKind::Update)
        return {};
    const LoadedRecord before = rowOf(change, present, &FieldDelta::before, names);
    const LoadedRecord after = rowOf(change, present, &FieldDelta::after, names);
    const QString nothing = QCoreApplication::translate("Change", "nothing");
    QStringList lines;
    for (const FieldDelta &delta : change.fields) {
        const FieldInfo &field = entityInfo(change.ref.kind).field(delta.field);
        if (!isShown(field))
            continue;
        const QString was = shortened(display.cell(before, delta.field));
        const QString is = shortened(display.cell(after, delta.field));
        if (was.isEmpty() && !is.isEmpty())
            lines += u"%1: %2"_s.arg(display.label(field), is);
        else
            lines += u"%1: %2 → %3"_s.arg(display.label(field), was.isEmpty() ? nothing : was,
                                          is.isEmpty() ? nothing : is);
    }
    return lines;
}

} // namespace headway::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/relatedlist.h"

#include "app/edits/recordedits.h"
#include "app/input/drafts.h"
#include "domain/records/record.h"
#include "domain/text/reftext.h"
#include "ui/controls/intosight.h"
#include "ui/fields/recordeditor.h"

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

// The part of the record's draft that holds the form of one child record.
QString partOf(EntityRef child)
{
    return refText(child);
}

} // namespace

RelatedList::RelatedList(const QString &name, const app::OpenRecord &record, const EditorContext &context,
                         QWidget *parent)
    : LinkList(parent), m_name(name), m_record(record), m_context(context)
{
    connect(this, &LinkList::addWanted, this, &RelatedList::add);
    connect(this, &LinkList::editWanted, this, &RelatedList::edit);
    connect(this, &LinkList::primaryWanted, this, &RelatedList::makePrimary);
    connect(this, &LinkList::removeWanted, this, &RelatedList::remove);
}

RelatedList::~RelatedList() = default;

void RelatedList::showRelated(const std::vector<LinkGroup> &groups)
{
    const bool isOther = m_owner != m_record.ref();
    m_owner = m_record.ref();
    showGroups(groups);
    if (isOther) {
        takeUpDraft();
    } else if (m_form && m_form->record().id) {
        if (const LoadedRecord *row = rowOf(m_form->record()))
            m_form->showRecord(*row);
        else if (!m_form->isEdited())
            close();
    }
}

void RelatedList::leave()
{
    if (m_form && m_form->record().id)
        m_form->save(); // what is to be added waits for "Add", as a draft
    if (m_form)
        close();
    m_owner = {};
}

void RelatedList::save()
{
    if (m_form)
        m_form->save();
}

const LoadedRecord *RelatedList::rowOf(EntityRef child) const
{
    if (!m_record.isLoaded())
        return nullptr;
    const RelatedRecords &related = m_record.related();
    for (const auto *list :
         {&related.contactPoints, &related.addresses, &related.affiliations, &related.dealContacts}) {
        for (const LoadedRecord &row : *list) {
            if (row.record.ref == child)
                return &row;
        }
    }
    return nullptr;
}

LoadedRecord RelatedList::newRow(EntityKind kind) const
{
    const EntityInfo &info = entityInfo(kind);
    LoadedRecord row;
    row.record.ref = {kind, 0};
    row.record.row = info.defaults;
    for (size_t i = 0; i < info.fields.size(); ++i) {
        Value &value = row.record.row[i];
        switch (info.fields[i].type) {
        case FieldType::RecordKind: value = QString(tableName(m_owner.kind)); break;
        case FieldType::RecordId: value = m_owner.id; break;
        case FieldType::Reference:
            if (info.fields[i].target == m_owner.kind)
                value = m_owner.id;
            break;
        default: break;
        }
    }
    return row;
}

void RelatedList::add(EntityKind kind)
{
    if (!m_record.isLoaded() || m_record.isDeleted())
        return;
    if (!entityInfo(kind).has(KindTrait::IsPart)) {
        Q_EMIT newWanted(kind);
        return;
    }
    if (!m_form || m_form->record() != EntityRef{kind, 0}) {
        leave();
        m_owner = m_record.ref();
        open(newRow(kind));
    }
    m_form->begin();
    bringIntoSight(*m_form);
}

void RelatedList::edit(EntityRef child)
{
    const LoadedRecord *row = rowOf(child);
    if (!row || m_record.isDeleted())
        return;
    if (!m_form || m_form->record() != child) {
        const LoadedRecord copy = *row;
        leave();
        m_owner = m_record.ref();
        open(copy);
    }
    m_form->begin();
    bringIntoSight(*m_form);
}

void RelatedList::open(const LoadedRecord &row)
{
    m_form = new RelatedForm(m_owner, row, m_context, this);
    placeForm(m_form, row.record.ref);
    if (m_owner.kind == EntityKind::Deal) {
        for (RecordEditor *link : m_form->findChildren<RecordEditor *>())
            link->prefer({integerOf(m_record.row().record.value(u"company_id"))});
    }
    connect(m_form, &RelatedForm::saveWanted, this, &RelatedList::commit);
    connect(m_form, &RelatedForm::edited, this, &RelatedList::keepDraft);
    connect(m_form, &RelatedForm::cancelled, this, [this] {
        m_context.drafts.discardPart(draftKey(), partOf(m_form->record()));
        close();
    });
    connect(m_form, &RelatedForm::removeWanted, this, [this, removed = row.record.ref] {
        m_context.drafts.discardPart(draftKey(), partOf(removed));
        close();
        remove(removed);
    });
    const QJsonValue typed = m_context.drafts.find(draftKey()).value(partOf(row.record.ref));
    if (typed.isObject() && !m_saving.contains(typed))
        m_form->type(typed.toObject());
}

void RelatedList::close()
{
    RelatedForm *closing = m_form;
    m_form = nullptr;
    closing->disconnect(this);
    takeForm();
}

// The result goes to the form, or only to its draft if the pane shows another record by then.
app::Workspace::Committed RelatedList::takeAnswer()
{
    keepDraft();
    const QString key = draftKey();
    const QString part = partOf(m_form->record());
    const QJsonValue typed = m_context.drafts.find(key).value(part);
    m_saving.append(typed);
    return [this, form = m_form, key, part, typed](const Result<ChangeSet> &set) {
        const bool isHere = form && form == m_form;
        m_saving.removeOne(typed);
        if (set && m_context.drafts.find(key).value(part) == typed) // else another input is being typed
            m_context.drafts.discardPart(key, part);
        if (set && isHere)
            close();
        else if (!set && isHere)
            form->showRefused(m_context.rules.display.words(set.error().text));
        else if (!set)
            takeBack(key, part, m_context.rules.display.words(set.error().text));
    };
}

// The form was left and its input is refused: it stays as a draft, and is shown in the form if that was
// reopened.
void RelatedList::takeBack(const QString &key, const QString &part, const QString &why)
{
    const bool isOpenAgain =
        m_form && key == draftKey() && part == partOf(m_form->record()) && !m_form->isEdited();
    if (!isOpenAgain) {
        Q_EMIT refused(why);
        return;
    }
    m_form->type(m_context.drafts.find(key).value(part).toObject());
    m_form->showRefused(why);
}

void RelatedList::commit(const Row &row)
{
    const EntityRef record = m_form->record();
    if (!record.id) {
        app::createRecord(m_context.workspace, this, record.kind, row, takeAnswer());
        return;
    }
    app::saveFields(m_context.workspace, this, record, difference(record.kind, m_form->before(), row),
                    takeAnswer());
}

void RelatedList::makePrimary(EntityRef point)
{
    const int field = entityInfo(point.kind).indexOf(u"is_primary");
    app::saveFields(m_context.workspace, this, point, {{field, qint64(0), qint64(1)}},
                    [this](const Result<ChangeSet> &set) {
                        if (!set)
                            Q_EMIT refused(m_context.rules.display.words(set.error().text));
                    });
}

void RelatedList::remove(EntityRef child)
{
    app::deleteRecords(m_context.workspace, this, {child}, [this](const Result<ChangeSet> &set) {
        if (!set)
            Q_EMIT refused(m_context.rules.display.words(set.error().text));
    });
}

QString RelatedList::draftKey() const
{
    return app::Drafts::key(m_name, m_owner);
}

void RelatedList::keepDraft()
{
    if (!m_form)
        return;
    const QString part = partOf(m_form->record());
    if (m_form->isEdited())
        m_context.drafts.keepPart(draftKey(), part, m_form->typed());
    else
        m_context.drafts.discardPart(draftKey(), part);
}

// One at a time; other drafts are restored when their form is opened, or the record is shown again.
void RelatedList::takeUpDraft()
{
    const QJsonObject draft = m_context.drafts.find(draftKey());
    for (const QString &part : draft.keys()) {
        const auto child = refNamed(part);
        if (m_form || !child || m_saving.contains(draft.value(part)))
            continue;
        const LoadedRecord *row = rowOf(*child);
        const bool isNew = !child->id && canAdd(child->kind);
        if (row || isNew) // deleted otherwise; the draft stays in case it is restored
            open(row ? *row : newRow(child->kind));
    }
}

} // namespace headway::ui

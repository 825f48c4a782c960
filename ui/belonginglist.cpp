// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/belonginglist.h"

#include "app/recordedits.h"
#include "ui/theme.h"

#include <QScrollArea>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

BelongingList::BelongingList(const QString &name, const app::OpenRecord &record,
                             const EditorSurroundings &surroundings, app::Drafts &drafts, QWidget *parent)
    : LinkList(parent), m_name(name), m_record(record), m_surroundings(surroundings), m_drafts(drafts)
{
    connect(this, &LinkList::addWanted, this, &BelongingList::add);
    connect(this, &LinkList::editWanted, this, &BelongingList::edit);
    connect(this, &LinkList::primaryWanted, this, &BelongingList::makePrimary);
    connect(this, &LinkList::removeWanted, this, &BelongingList::remove);
}

BelongingList::~BelongingList() = default;

void BelongingList::showBelongings(const std::vector<LinkGroup> &groups)
{
    const bool isOther = m_owner != m_record.ref();
    m_owner = m_record.ref();
    showGroups(groups);
    if (isOther) {
        takeUpDraft();
    } else if (m_form && m_form->record().id) {
        if (const store::ListRow *row = rowOf(m_form->record()))
            m_form->showRecord(*row);
        else if (!m_form->isEdited())
            close();
    }
}

void BelongingList::leave()
{
    if (m_form)
        m_form->saveIfComplete();
    if (m_form)
        close();
    m_owner = {};
}

void BelongingList::save()
{
    if (m_form)
        m_form->save();
}

const store::ListRow *BelongingList::rowOf(EntityRef belonging) const
{
    if (!m_record.isLoaded())
        return nullptr;
    const store::Related &related = m_record.related();
    for (const auto *list : {&related.contactPoints, &related.addresses, &related.tagLinks,
                             &related.affiliations, &related.dealContacts}) {
        for (const store::ListRow &row : *list) {
            if (row.record.ref == belonging)
                return &row;
        }
    }
    return nullptr;
}

store::ListRow BelongingList::newRow(EntityKind kind) const
{
    const EntityInfo &info = entityInfo(kind);
    store::ListRow row;
    row.record.ref = {kind, 0};
    row.record.row = info.defaults;
    for (size_t i = 0; i < info.fields.size(); ++i) {
        Value &value = row.record.row[i];
        switch (info.fields[i].kind) {
        case Kind::RecordKind: value = QString(tableName(m_owner.kind)); break;
        case Kind::RecordId: value = m_owner.id; break;
        case Kind::Reference:
            if (info.fields[i].target == m_owner.kind)
                value = m_owner.id;
            break;
        default: break;
        }
    }
    return row;
}

void BelongingList::add(EntityKind kind)
{
    if (!m_record.isLoaded() || m_record.isDeleted())
        return;
    if (!m_form || m_form->record() != EntityRef{kind, 0}) {
        leave();
        m_owner = m_record.ref();
        open(newRow(kind));
    }
    m_form->begin();
    bringIntoSight();
}

void BelongingList::edit(EntityRef belonging)
{
    const store::ListRow *row = rowOf(belonging);
    if (!row || m_record.isDeleted())
        return;
    if (!m_form || m_form->record() != belonging) {
        const store::ListRow copy = *row;
        leave();
        m_owner = m_record.ref();
        open(copy);
    }
    m_form->begin();
    bringIntoSight();
}

void BelongingList::open(const store::ListRow &row)
{
    m_form = new BelongingForm(m_owner, row, m_surroundings, this);
    placeForm(m_form, row.record.ref);
    connect(m_form, &BelongingForm::saveWanted, this, &BelongingList::commit);
    connect(m_form, &BelongingForm::newTagWanted, this, &BelongingList::commitTag);
    connect(m_form, &BelongingForm::edited, this, &BelongingList::keepDraft);
    connect(m_form, &BelongingForm::cancelled, this, [this] {
        m_drafts.discard(draftKey());
        close();
    });
    connect(m_form, &BelongingForm::removeWanted, this, [this, removed = row.record.ref] {
        m_drafts.discard(draftKey());
        close();
        remove(removed);
    });
}

void BelongingList::bringIntoSight()
{
    QScrollArea *area = nullptr;
    for (QWidget *around = parentWidget(); around && !area; around = around->parentWidget())
        area = qobject_cast<QScrollArea *>(around);
    if (area) // after the layout has made room for the form
        QMetaObject::invokeMethod(
            m_form, [area, form = m_form.data()] { area->ensureWidgetVisible(form, 0, space::small); },
            Qt::QueuedConnection);
}

void BelongingList::close()
{
    BelongingForm *closing = m_form;
    m_form = nullptr;
    closing->disconnect(this);
    takeForm();
}

// What comes back from the book finds the form, or only its draft if the pane went on.
app::Workspace::Committed BelongingList::takeAnswer()
{
    const QPointer<BelongingForm> form = m_form;
    const QString key = draftKey();
    return [this, form, key](const Result<ChangeSet> &set) {
        const bool isHere = form && form == m_form;
        if (set)
            m_drafts.discard(key);
        if (set && isHere)
            close();
        else if (!set && isHere)
            form->showRefused(set.error().text);
        else if (!set)
            Q_EMIT refused(set.error().text);
    };
}

void BelongingList::commit(const Row &row)
{
    const EntityRef record = m_form->record();
    if (!record.id) {
        app::createRecord(m_surroundings.workspace, this, record.kind, row, takeAnswer());
        return;
    }
    std::vector<app::FieldChange> changes;
    for (const FieldDelta &delta : difference(record.kind, m_form->before(), row))
        changes.push_back({delta.field, delta.before, delta.after});
    app::saveFields(m_surroundings.workspace, this, record, changes, takeAnswer());
}

void BelongingList::commitTag(const QString &name)
{
    app::addTag(m_surroundings.workspace, this, m_owner, name, takeAnswer());
}

void BelongingList::makePrimary(EntityRef point)
{
    const int field = entityInfo(point.kind).indexOf(u"is_primary");
    app::saveFields(m_surroundings.workspace, this, point, {{field, qint64(0), qint64(1)}},
                    [this](const Result<ChangeSet> &set) {
                        if (!set)
                            Q_EMIT refused(set.error().text);
                    });
}

void BelongingList::remove(EntityRef belonging)
{
    app::deleteRecords(m_surroundings.workspace, this, {belonging}, [this](const Result<ChangeSet> &set) {
        if (!set)
            Q_EMIT refused(set.error().text);
    });
}

QString BelongingList::draftKey() const
{
    return app::Drafts::key(m_name, m_owner);
}

void BelongingList::keepDraft()
{
    if (!m_form || !m_form->isEdited()) {
        m_drafts.discard(draftKey());
        return;
    }
    m_drafts.keep(draftKey(),
                  {{u"kind"_s, QString(tableName(m_form->record().kind))},
                   {u"id"_s, m_form->record().id},
                   {u"fields"_s, m_form->typed()}});
}

void BelongingList::takeUpDraft()
{
    const QJsonObject draft = m_drafts.find(draftKey());
    const auto kind = entityKindNamed(draft.value(u"kind"_s).toString());
    if (m_form || draft.isEmpty() || !kind)
        return;
    const EntityRef record{*kind, draft.value(u"id"_s).toInteger()};
    const store::ListRow *row = rowOf(record);
    if (record.id && !row)
        return; // gone by now; the draft stays, should it come back
    open(record.id ? *row : newRow(*kind));
    m_form->type(draft.value(u"fields"_s).toObject());
}

} // namespace headway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// A list of links whose lines can be added, edited and removed in place: the contact points of a record, its
// addresses, the roles of people. Keeps input as a draft until it is saved. Part of the detail pane;
// GUI thread; a refusal is shown in the form, or emitted by refused() when its record is no longer shown.
#pragma once

#include "app/record/openrecord.h"
#include "domain/records/loadedrecord.h"
#include "ui/record/linklist.h"
#include "ui/record/relatedform.h"

#include <QJsonValue>
#include <QPointer>

namespace headway::ui {

class RelatedList : public LinkList
{
    Q_OBJECT
public:
    // `record` and the rest outlive the list; `name` keeps its drafts apart from those of other lists.
    RelatedList(const QString &name, const app::OpenRecord &record, const EditorContext &context,
                QWidget *parent);
    ~RelatedList() override;

    // Call after the open record was read; restores an unfinished form of it.
    void showRelated(const std::vector<LinkGroup> &groups);
    // Before another record is shown: saves the input, or keeps it as a draft.
    void leave();
    void save();

    void add(EntityKind kind);
    void edit(EntityRef child);
    RelatedForm *form() const { return m_form; }

Q_SIGNALS:
    void refused(const QString &why);
    // A record that is no part of this one is asked for here: a deal of a company.
    void newWanted(headway::EntityKind kind);

private:
    void open(const LoadedRecord &row);
    void close();
    void commit(const Row &row);
    app::Workspace::Committed takeAnswer();
    void takeBack(const QString &key, const QString &part, const QString &why);
    void makePrimary(EntityRef point);
    void remove(EntityRef child);
    const LoadedRecord *rowOf(EntityRef child) const;
    LoadedRecord newRow(EntityKind kind) const;
    QString draftKey() const;
    void keepDraft();
    void takeUpDraft();

    const QString m_name;
    const app::OpenRecord &m_record;
    const EditorContext &m_context;
    EntityRef m_owner;
    QPointer<RelatedForm> m_form;
    QList<QJsonValue> m_saving; // being saved: not to be restored as drafts
};

} // namespace headway::ui

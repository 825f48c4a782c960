// SPDX-License-Identifier: GPL-3.0-or-later
// The top of the detail pane: kind of record, name, state and next step, and buttons for the common commands.
// GUI thread; nothing fails.
#pragma once

#include "app/record/openrecord.h"
#include "domain/records/activity.h"
#include "domain/records/loadedrecord.h"
#include "ui/fields/fieldeditors.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace headway::app {
class Commands;
}

namespace headway::ui {

class ElidedLabel;
class FlatButton;
class SegmentedLabel;
struct Segment;

class DetailHead : public QWidget
{
    Q_OBJECT
public:
    DetailHead(const EditorContext &context, const app::Commands &commands, QWidget *parent);
    ~DetailHead() override;

    void showRecord(const app::OpenRecord &record);
    void showNew(EntityKind kind);

Q_SIGNALS:
    void followed(headway::EntityRef record);
    void nameEditWanted();
    void logWanted(headway::ActivityKind kind);
    void nextClicked(); // the line with the next step

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    std::vector<Segment> stateOf(const app::OpenRecord &record) const;
    std::vector<Segment> dealState(const LoadedRecord &row) const;
    std::vector<Segment> nextOf(const app::OpenRecord &record) const;
    std::vector<Segment> rotOfDeal(const LoadedRecord &row) const;
    void showParents(const LoadedRecord &row);
    void showCallText(const app::OpenRecord &record);
    FlatButton *addButton(ActivityKind kind, const QString &command, const QString &text);

    const EditorContext &m_context;
    const app::OpenRecord *m_record = nullptr; // none: a new one is being typed
    const app::Commands &m_commands;
    QString m_iconName;
    QLabel *m_icon;
    ElidedLabel *m_kind;
    QLabel *m_name;
    std::vector<FlatButton *> m_parents; // company, contact
    std::vector<EntityRef> m_parentRefs;
    ElidedLabel *m_line; // a short description: a job title, a sector
    SegmentedLabel *m_state;
    SegmentedLabel *m_next;
    SegmentedLabel *m_rot;
    QWidget *m_parentRow;
    QWidget *m_buttons;
    FlatButton *m_call;
};

} // namespace headway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The top of the detail pane, each line at its fixed place: kind; name and amount; whom it is about; how they are
// reached; state and stages; next step; and buttons for the common commands. GUI thread; nothing fails.
#pragma once

#include "app/record/openrecord.h"
#include "domain/records/activity.h"
#include "domain/records/loadedrecord.h"
#include "ui/fields/fieldeditors.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QLabel;

namespace headway::app {
class Commands;
}

namespace headway::ui {

class ElidedLabel;
class FlatButton;
class ReachLine;
class SegmentedLabel;
class StageBar;
struct Segment;

class DetailHead : public QWidget
{
    Q_OBJECT
public:
    DetailHead(const EditorContext &context, const app::Commands &commands, QWidget *parent);
    ~DetailHead() override;

    void showRecord(const app::OpenRecord &record);
    void showNew(EntityKind kind);
    // The first phone number of whoever is reached; empty: none.
    QString number() const;

Q_SIGNALS:
    void followed(headway::EntityRef record);
    void nameEditWanted();
    void logWanted(headway::ActivityKind kind);
    void nextClicked(); // the next step is done; without one, it is to be planned
    void stageChosen(headway::StageId stage);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString figureInstead(const LoadedRecord &row, int field) const;
    void addStay(const LoadedRecord &row, std::vector<Segment> &segments) const;
    std::vector<Segment> stateOf(const app::OpenRecord &record) const;
    std::vector<Segment> dealState(const LoadedRecord &row) const;
    std::vector<Segment> nextOf(const app::OpenRecord &record) const;
    std::vector<Segment> rotOfDeal(const LoadedRecord &row) const;
    void build();
    void fillParentRow();
    void fillButtons();
    void fillNextRow();
    void orderFocus();
    void showAmount(const LoadedRecord &row);
    void showParents(const app::OpenRecord &record);
    void showStages(const LoadedRecord &row);
    void showNext(const app::OpenRecord &record);
    void showTall(bool isWhole);
    void showCallText(const app::OpenRecord &record);
    void fitButtons();
    FlatButton *addButton(ActivityKind kind, const QString &command, const QString &text);

    const EditorContext &m_context;
    QTimer m_minute;                           // in which the time elsewhere goes on
    const app::OpenRecord *m_record = nullptr; // none: a new one is being typed
    const app::Commands &m_commands;
    QString m_iconName;
    QLabel *m_icon;
    ElidedLabel *m_kind;
    ElidedLabel *m_name;
    QLabel *m_amount;
    std::vector<FlatButton *> m_parents; // company, contact
    std::vector<EntityRef> m_parentRefs;
    ElidedLabel *m_line; // a short description: an organisation, a job title, a sector
    ReachLine *m_reach;
    SegmentedLabel *m_state;
    StageBar *m_stages;
    SegmentedLabel *m_next;
    FlatButton *m_act; // does or plans the next step
    QWidget *m_parentRow;
    QWidget *m_nextRow;
    QWidget *m_buttons;
    FlatButton *m_call;
};

} // namespace headway::ui

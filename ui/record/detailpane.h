// SPDX-License-Identifier: GPL-3.0-or-later
// The pane at the right: one record with its state, next step, timeline, fields edited in place, related
// records and history; the form of a new record; and the log form. Follows every committed step. One for each
// window, made by BookWindow and RecordWindow; GUI thread. Refusals are shown at their place; errors without
// a place (a record that cannot be read) are emitted by failed().
#pragma once

#include "app/commands/commands.h"
#include "app/record/openrecord.h"
#include "app/record/timelinemodel.h"
#include "domain/records/record.h"
#include "ui/fields/fieldeditors.h"
#include "ui/record/logform.h"

#include <QLayout>
#include <QWidget>

#include <functional>

class QStackedWidget;

namespace headway::app {
struct StepRefusal;
}

namespace headway::ui {

class RelatedList;
class DetailHead;
class RecordForm;
class TabRow;
class TagField;
class TimelineView;

class DetailPane : public QWidget
{
    Q_OBJECT
public:
    enum class Part { Timeline, Details, Related, History };

    // Both outlive the pane. It adds its commands to `commands`, and removes them when destroyed.
    DetailPane(const EditorContext &context, app::Commands &commands, QWidget *parent = nullptr);
    ~DetailPane() override;

    // In a window of its own: from 900 pixels of width on, facts and people stand beside the timeline. Once, before
    // it is shown.
    void spreadWhenWide();
    bool isSpread() const { return m_isSpread; }

    // A line below everything else of the pane, which owns it from now on.
    void placeBelow(QWidget *line) { layout()->addWidget(line); }

    using QWidget::show;
    // Open edits are saved first. A ref without an id empties the pane.
    void show(EntityRef record);
    // A form for a new record that begins with `preset` (usually entityInfo(kind).defaults); what was typed into
    // a form that began so and not saved is taken up. An activity is written in the log form, which asks whom it is
    // with. A deal's stage may be asked for, or only be the one at hand: then what was typed in another one is
    // taken up, too.
    enum class StageGiven { Asked, AtHand };
    void create(EntityKind kind, const Row &preset, StageGiven stage = StageGiven::Asked);
    // The same for what belongs to the record in the pane: with its company, its contact; and what was typed there.
    void createHere(EntityKind kind);
    bool canCreateHere(EntityKind kind) const;
    EntityRef record() const { return m_record.ref(); }
    QString title() const { return m_record.title(); } // of the record
    bool isLoaded() const { return m_record.isLoaded(); }
    bool isCreating() const;

    void choosePart(Part part);
    bool canLog() const;
    void log(ActivityKind kind);
    // Of a record that is being shown: as soon as it is there, unless another one, or a form, is wanted before.
    void logCallWith(EntityRef record) { await(record, Awaited::LogCall); }
    void finishNextOf(EntityRef record) { await(record, Awaited::Finish); } // itself, if it is an activity
    void forgetAwaited() { m_awaitedOf = {}; }
    void completePlanned(); // the planned activity under the cursor, else the next one
    // Until another record is shown: the activity that completePlanned() means, instead of the next one.
    void aimAt(const std::optional<Activity> &planned) { m_aim = planned; }
    void save(); // what is open: the log form, the new record, the fields
    void editField(QStringView name);
    // Opens a form for a new child record of this kind (contact point, address, role), where the record has such;
    // a tag is typed into the line behind those that are there.
    void addRelated(EntityKind kind);
    bool canAddRelated(EntityKind kind) const;

    // Called when a deal is moved here to a stage that requires more fields; without it, the pane tries to
    // save and shows what is missing.
    void moveDealsBy(std::function<void(const Record &deal, const Stage &to)> move);
    // The record in the pane, once it is loaded, if it is of this kind; else null.
    const Record *loaded(EntityKind kind) const;
    const Record *deal() const { return loaded(EntityKind::Deal); }

Q_SIGNALS:
    void shown(headway::EntityRef record); // the pane shows another record now
    void created(headway::EntityRef record);
    void opened(headway::EntityRef record); // from here, by a link or because it is new
    void wanted();                          // input is wanted: the pane must be visible
    void failed(const headway::Error &error);
    void undoRefused(const headway::app::StepRefusal &refusal);

protected:
    void focusInEvent(QFocusEvent *event) override; // the shell focuses the pane as a whole
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build(const app::Commands &commands);
    void buildParts();
    QWidget *makeRelatedArea();
    QWidget *makeSides();
    void listen();
    void addCommands();
    void addLogCommand(ActivityKind kind, const QString &id, const QString &text, const QString &shortcut);
    void addHereCommand(EntityKind kind, const QString &id, const QString &text, const QString &shortcut);
    void addRelatedCommand(EntityKind kind, const QString &id, const QString &text);
    void begin(LoadedRecord begun, const QString &beginning);
    void takeRecord();
    void showRecord();
    void showLinks();
    void spread(bool isSpread);
    void fitFacts();
    QWidget *formPart() const;
    Part partShown() const;
    void showTabs();
    void orderStops();
    void leaveRecord();
    void follow(EntityRef record);
    void logAnew();
    enum class Awaited { LogCall, Finish };
    void await(EntityRef record, Awaited what);
    void doAwaited();
    void chooseSubject(EntityRef record);
    void startForm();
    void showForm();
    void hideForm();
    bool asksSubject() const;
    app::LogSubject subject() const;
    void complete(qint64 activity);
    void moveTo(StageId id);
    void planStep();
    bool hasNumber() const;
    void copyNumber() const;

    app::Workspace &m_workspace;
    app::OwnCommands m_ownCommands;
    const EditorContext &m_context;
    app::OpenRecord m_record;
    app::TimelineModel m_timeline;
    app::TimelineModel m_history;
    QPointer<QWidget> m_focusBefore; // before the log form opened
    std::optional<Activity> m_aim;
    std::function<void(const Record &deal, const Stage &to)> m_moveDeal;
    EntityRef m_awaitedOf = {}; // with it something is done as soon as it is shown
    Awaited m_awaited = Awaited::LogCall;
    qint64 m_logAim = 0; // the planned activity that was pointed at when the log form opened

    bool m_canSpread = false;
    bool m_isSpread = false;
    QPointer<QWidget> m_focusLast; // what had the keyboard last; only where it can be spread

    QStackedWidget *m_whole = nullptr; // an empty page, or a record
    QWidget *m_factsSide = nullptr;    // of two columns; else hidden
    QWidget *m_recordSide = nullptr;
    DetailHead *m_head = nullptr;
    TabRow *m_tabs = nullptr;
    QStackedWidget *m_parts = nullptr;
    QWidget *m_noPart = nullptr;    // while the log form asks for the record
    Part m_chosen = Part::Timeline; // by the user; shown where the record has it
    TimelineView *m_timelineView = nullptr;
    QWidget *m_sheetPlace = nullptr; // where the facts are, unless they stand beside
    RecordForm *m_sheet = nullptr;
    QWidget *m_below = nullptr; // the facts
    RelatedList *m_contactPoints = nullptr;
    TagField *m_tags = nullptr;
    QWidget *m_relatedPlace = nullptr; // where they are, unless they stand below the facts
    RelatedList *m_related = nullptr;
    TimelineView *m_historyView = nullptr;
    LogForm *m_form = nullptr;
};

} // namespace headway::ui

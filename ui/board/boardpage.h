// SPDX-License-Identifier: GPL-3.0-or-later
// The pipeline board as a page: columns of cards that are moved by mouse and by keyboard. Knows the
// workspace through its model; what is opened or selected is told by signals. One for each window;
// GUI thread; what fails is told by failed().
#pragma once

#include "app/board/boardmodel.h"
#include "app/commands/commands.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace headway::ui {

class BoardColumn;
class CardDelegate;
class CardList;
class StageForm;
class CommandActions;
class EdgeScroll;
class ElidedLabel;
class EmptyPage;
class FoldedColumn;
struct EditorSurroundings;

class BoardPage : public QWidget
{
    Q_OBJECT
public:
    // Adds its commands (Area::Board) to `commands`; whoever shows the page attaches that area to it.
    BoardPage(std::shared_ptr<app::Workspace> workspace, const EditorSurroundings &surroundings,
              app::Commands &commands, CommandActions &actions, QWidget *parent = nullptr);
    ~BoardPage() override;

    app::BoardModel &board() { return *m_board; }

    void showPipeline(PipelineId pipeline); // none: the first
    void setFilter(const Filter &filter);
    // Puts another filter bar into the place of the plain line; takes it.
    void placeFilterBar(QWidget *bar);

    // The card that has the keyboard, and all that are selected, top first.
    EntityRef current() const;
    std::vector<EntityRef> selection() const;
    void select(EntityRef deal);

    // What the last line says: totals, or where the carried card is now.
    QString summary() const;

Q_SIGNALS:
    void selected(const headway::EntityRef &record); // id 0: nothing is
    void opened(const headway::EntityRef &record);
    void failed(const headway::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void build();
    QWidget *buildBar();
    void buildColumns();
    BoardColumn *addColumn(int column, int place);
    void fillPipelines();
    void showTotals();
    void showSummary();
    void showEmptiness();
    void readFilterLine();
    void toggleFold(FoldedColumn &folded);

    void addCommands();
    void addMoveCommands();
    void addStageCommands();
    void addCommand(app::Command command, app::OwnCommands &to);
    void openMenu(CardList &list, QPoint global);

    CardList *listOf(int column) const; // nullptr: folded
    FoldedColumn *foldedOf(int column) const;
    std::vector<int> order() const;
    int beside(int column, int steps) const; // -1: there is none
    std::vector<DealId> selectedDeals() const;
    void focusColumn(int column, int nearRow);
    void focusDeals(const std::vector<DealId> &deals);
    void onChanged(const ChangeSet &set);
    void showTakenBack();
    void onMeant(CardList &list);

    bool pressed(CardList &list, int key);
    bool pressed(FoldedColumn &folded, int key);
    bool pressedCarrying(int key);
    void pickUp();
    void carry(int column, int row);
    void carryBy(int key);
    void showCarried();
    void dropCarried();
    void putBack();
    void announce(const QString &text);

    void dropOn(const std::vector<DealId> &deals, int column, int row);
    void moveTo(int column, int row, QRect anchor);
    void moveToStage(int column);
    void moveBy(int columns, int rows);
    void close(StageType type);
    StageForm &stageForm();
    bool isAsking() const;
    void stopAsking();
    void commitMove(const StageEntry &entry);
    void cancelMove();
    void conclude(const std::vector<DealId> &deals, const std::optional<Error> &refusal);
    QRect anchorOf(int column) const;
    QString describe(const std::vector<DealId> &deals) const;

    const EditorSurroundings &m_surroundings;
    app::BoardModel *m_board;
    QPointer<app::Commands> m_commands;
    QPointer<CommandActions> m_actions;
    app::OwnCommands m_ownCommands;
    app::OwnCommands m_stageCommands; // "Move to Offer"
    CardDelegate *m_delegate;

    QHBoxLayout *m_bar = nullptr;
    QComboBox *m_pipelines = nullptr;
    QWidget *m_filterBar = nullptr;
    QLineEdit *m_filterLine = nullptr;
    ElidedLabel *m_filterError = nullptr;
    QScrollArea *m_scroll = nullptr;
    EdgeScroll *m_edge = nullptr;
    QWidget *m_strip = nullptr; // holds the columns
    QHBoxLayout *m_columnsLayout = nullptr;
    QVBoxLayout *m_rail = nullptr;
    std::vector<BoardColumn *> m_columns; // those unfolded, from left to right
    std::vector<FoldedColumn *> m_folded;
    ElidedLabel *m_summary = nullptr;
    EmptyPage *m_empty = nullptr;
    StageForm *m_stageForm = nullptr; // at the first use

    // What the form asks about.
    struct Move {
        std::vector<DealId> deals = {};
        int column = 0;
        int row = 0;
    };
    Move m_move;
    Move m_asked;           // the one that was answered last
    bool m_isBegun = false; // somebody has looked at it
    Filter m_filter;
    QPointer<CardList> m_active; // the one that has, or had last, the keyboard
    DealId m_lastSelected = {};
    std::vector<DealId> m_takenBack; // by undo or redo; to be shown where they stand now
};

} // namespace headway::ui

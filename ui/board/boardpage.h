// SPDX-License-Identifier: GPL-3.0-or-later
// The pipeline board as a page: the choice of pipeline and filter, its commands, and a last line with totals.
// The columns are BoardView, moving by hand is CardCarrier. One for each window; GUI thread; errors are
// emitted by failed().
#pragma once

#include "app/board/boardmodel.h"
#include "ui/pages/bookpage.h"

#include <QPointer>

class QComboBox;
class QMenu;

namespace headway::ui {

class BoardView;
class BookContext;
class CardCarrier;
class CommandActions;
class ElidedLabel;
class EmptyPage;
class FilterBar;

class BoardPage : public BookPage
{
    Q_OBJECT
public:
    static PageFace face(const BookContext &context);
    // Adds its commands (Area::Board); the window attaches that area to it. `context` outlives it.
    explicit BoardPage(BookContext &context, QWidget *parent = nullptr);
    ~BoardPage() override;

    app::BoardModel &board() { return *m_board; }

    void showPipeline(PipelineId pipeline); // none or a removed one: the first
    void setFilter(const Filter &filter);

    void begin() override;
    void showPlace(const QString &filter) override;
    void chooseFirst() override;
    void showCovered(int width) override;
    // The card that has the focus, and all selected cards, top first.
    EntityRef current() const override;
    std::vector<EntityRef> selection() const;
    std::optional<std::vector<DealId>> dealsToClose() const override;
    std::vector<EntityRef> deletable() const override;
    Row presetOf(EntityKind kind) const override; // a deal of the current card's stage
    void select(EntityRef deal) override;
    std::optional<Arrangement> arrangement() const override;
    void arrange(const Arrangement &arrangement, Whose whose) override;
    FilterBar *bar() const override { return m_filterBar; }
    std::optional<app::PrintRequest> sheet() const override;

    // The text of the last line: totals, or where the carried card is now.
    QString summary() const;

protected:
    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override; // the shell focuses the page as a whole

private:
    void build();
    QWidget *makeBar();
    void listen();
    void fillPipelines();
    void showSummary();
    void showEmptiness();
    void announce(const QString &text);
    void onChanged(const ChangeSet &set);
    void showTakenBack();

    void addCommands();
    void addMoveCommands();
    void addStageCommands();
    void addCommand(app::Command command, app::OwnCommands &to);
    void openMenu(int column, QPoint global);
    void addOwners(QMenu &menu);
    void changeOwner(UserId owner);
    Row presetIn(int column) const;
    void keepOpen();
    QStringList openStages() const;
    std::vector<Sentence> open(const QStringList &names, PipelineId pipeline, Whose whose);

    BookContext &m_context;
    app::BoardModel *m_board;
    QPointer<CommandActions> m_actions;
    app::OwnCommands m_ownCommands;
    app::OwnCommands m_stageCommands; // "Move to Offer"
    BoardView *m_view;
    CardCarrier *m_carrier;

    QComboBox *m_pipelines = nullptr;
    FilterBar *m_filterBar = nullptr;
    ElidedLabel *m_summary = nullptr;
    EmptyPage *m_empty = nullptr;

    bool m_isBegun = false; // it was shown once
    Filter m_filter;
    Whose m_whose = Whose::Own;      // what is arranged now
    std::vector<DealId> m_takenBack; // deals moved by undo or redo, to be focused once drawn
    std::vector<DealId> m_cameBack;  // deals changed by it, to be seen for a moment then
};

} // namespace headway::ui

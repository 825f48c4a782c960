// SPDX-License-Identifier: GPL-3.0-or-later
// What the board shows; its commands are in boardcommands.cpp.
#include "ui/board/boardpage.h"

#include "app/program/settings.h"
#include "domain/records/record.h"
#include "domain/records/totals.h"
#include "domain/rules/viewsettings.h"
#include "domain/text/text.h"
#include "ui/board/boardview.h"
#include "ui/board/cardcarrier.h"
#include "ui/board/cardlist.h"
#include "ui/board/foldedcolumn.h"
#include "ui/commands/commandactions.h"
#include "ui/commands/emptypage.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/within.h"
#include "ui/pages/bookcontext.h"
#include "ui/pages/filterbar.h"
#include "ui/style/compactamounts.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestPipelineName = 32; // letters that the bar has room for

// The columns of a printout for a meeting.
std::vector<app::Column> printedColumns()
{
    return app::columnsNamed(EntityKind::Deal,
                             {u"name"_s, u"company_id"_s, u"amount"_s, u"probability"_s, u"expected_close"_s,
                              u"owner_id"_s, u"next_step"_s});
}

// Exact for a single currency; else rounded, with the largest `most` currencies only, since the line is
// short.
QString footSums(const app::Display &display, const std::vector<MoneySum> &sums, Sum sum, size_t most)
{
    if (sums.size() != 1)
        return compactAmounts(display, sums, sum, most);
    return sum == Sum::Whole ? display.moneySums(sums) : display.weightedSums(sums);
}

} // namespace

PageFace BoardPage::face(const BookContext &)
{
    return {.id = u"board"_s,
            .title = tr("Board"),
            .iconName = u"view-calendar-workweek"_s,
            .areas = app::Area::Board,
            .section = PageFace::Section::Work,
            .beside = PageFace::Beside::WhenAsked, // the columns need the room
            .made = PageFace::Made::AtOnce,        // menus and palette list its commands
            .creates = EntityKind::Deal,
            .views = ViewPlace::Board};
}

BoardPage::BoardPage(BookContext &context, QWidget *parent)
    : BookPage(parent), m_context(context),
      m_board(new app::BoardModel(context.sharedWorkspace(), context.display(), this)),
      m_actions(&context.actions()), m_ownCommands(context.commands()), m_stageCommands(context.commands()),
      m_view(new BoardView(*m_board, this)),
      m_carrier(new CardCarrier(*m_board, *m_view, context.editors(), *this))
{
    build();
    addCommands();
    listen();
    fillPipelines();
    keepOpen();
}

BoardPage::~BoardPage() = default;

void BoardPage::build()
{
    setObjectName(u"board"_s);
    m_summary = new ElidedLabel(this);
    m_summary->setObjectName(u"summary"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::medium, space::large, space::small);
    layout->setSpacing(space::medium);
    layout->addWidget(makeBar());
    layout->addWidget(m_view, 1);
    layout->addWidget(m_summary);
    m_empty = new EmptyPage(m_context.commands(), m_view->columnsArea());
}

QWidget *BoardPage::makeBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::small);
    m_pipelines = new QComboBox(bar);
    m_pipelines->setAccessibleName(tr("Pipeline"));
    m_pipelines->setToolTip(tr("Pipeline"));
    m_pipelines->setFocusPolicy(Qt::TabFocus);
    m_pipelines->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_pipelines->setMaximumWidth(fontMetrics().averageCharWidth() * longestPipelineName);
    m_filterBar = new FilterBar(EntityKind::Deal, m_context.workspace(), m_context.display(), bar);
    auto *first = new QVBoxLayout; // beside the line, also where there are tokens below it
    first->setContentsMargins(0, space::small, 0, space::small);
    first->addWidget(m_pipelines);
    first->addStretch(1);
    row->addLayout(first);
    row->addWidget(m_filterBar, 1);
    return bar;
}

void BoardPage::listen()
{
    connect(m_pipelines, &QComboBox::activated, this, [this](int at) {
        showPipeline({m_pipelines->itemData(at).toLongLong()});
        Q_EMIT arranged();
    });
    connect(m_filterBar, &FilterBar::filterChanged, this, [this](const Filter &filter) {
        setFilter(filter);
        Q_EMIT placed(m_filterBar->text(), m_filterBar->trail());
        Q_EMIT arranged();
    });
    connect(m_filterBar, &FilterBar::leave, this, qOverload<>(&QWidget::setFocus));
    connect(m_view, &BoardView::selected, this, [this](DealId deal) {
        Q_EMIT selected({EntityKind::Deal, deal.value});
    });
    connect(m_view, &BoardView::opened, this, [this](DealId deal) {
        Q_EMIT opened({EntityKind::Deal, deal.value});
    });
    connect(m_view, &BoardView::menuWanted, this, &BoardPage::openMenu);
    connect(m_view, &BoardView::addWanted, this,
            [this](int column) { Q_EMIT addWanted(EntityKind::Deal, presetIn(column)); });
    connect(m_view, &BoardView::keptOpen, this, [this](const QSet<qint64> &stages) {
        QStringList ids;
        for (const qint64 stage : stages)
            ids += QString::number(stage);
        ids.sort();
        if (m_whose == Whose::Own) // else it is a change of the view
            m_context.settings().change(app::setting::keptOpen, ids);
        Q_EMIT arranged();
    });
    connect(m_view, &BoardView::closedToggled, this, &BoardPage::arranged);
    connect(m_carrier, &CardCarrier::carried, this, &BoardPage::announce);
    connect(m_carrier, &CardCarrier::ended, this, &BoardPage::showSummary);
    connect(m_board, &app::BoardModel::columnsReset, this, [this] {
        fillPipelines();
        addStageCommands();
    });
    connect(m_board, &app::BoardModel::totalsChanged, this, [this] {
        showSummary();
        showEmptiness();
    });
    connect(m_board, &app::BoardModel::loaded, this, [this] {
        showTakenBack();
        if (hasFocus()) // the focus came before there was a card to take it
            m_view->takeFocus();
    });
    connect(m_board, &app::BoardModel::failed, this, &BoardPage::failed);
    connect(&m_context.workspace(), &app::Workspace::changed, this, &BoardPage::onChanged);
    connect(&m_context.workspace(), &app::Workspace::lookupsChanged, this, &BoardPage::fillPipelines);
}

void BoardPage::setFilter(const Filter &filter)
{
    m_filter = filter;
    m_carrier->stopAsking();
    if (m_isBegun)
        m_board->show(m_board->pipeline(), filter);
}

void BoardPage::showPlace(const QString &filter)
{
    m_filterBar->setText(filter);
}

// Nothing is read before the board is first shown.
void BoardPage::showEvent(QShowEvent *event)
{
    BookPage::showEvent(event);
    begin();
}

void BoardPage::begin()
{
    if (!std::exchange(m_isBegun, true))
        m_board->show({}, m_filter);
}

void BoardPage::focusInEvent(QFocusEvent *)
{
    m_view->takeFocus();
}

void BoardPage::chooseFirst()
{
    setFocus(Qt::OtherFocusReason);
}

void BoardPage::showCovered(int width)
{
    m_view->showCovered(
        qMax(0, width - layout()->contentsMargins().right())); // margins are alike on both sides
}

void BoardPage::showPipeline(PipelineId pipeline)
{
    m_carrier->stopAsking();
    const bool isThere = m_context.workspace().lookups().pipeline(pipeline);
    m_board->show(isThere ? pipeline : PipelineId{}, m_filter);
    m_pipelines->setCurrentIndex(qMax(0, m_pipelines->findData(pipeline.value)));
}

void BoardPage::fillPipelines()
{
    const QSignalBlocker quiet(m_pipelines);
    m_pipelines->clear();
    for (const Pipeline &each : m_context.workspace().lookups().pipelines)
        m_pipelines->addItem(each.name, each.id.value);
    m_pipelines->setCurrentIndex(qMax(0, m_pipelines->findData(m_board->pipeline().value)));
    m_pipelines->setVisible(m_pipelines->count() > 1);
}

EntityRef BoardPage::current() const
{
    return {EntityKind::Deal, m_view->current().value};
}

std::vector<EntityRef> BoardPage::selection() const
{
    std::vector<EntityRef> records;
    for (const DealId deal : m_view->selection())
        records.push_back({EntityKind::Deal, deal.value});
    return records;
}

// None: the board has commands of its own for closing deals.
std::optional<std::vector<DealId>> BoardPage::dealsToClose() const
{
    return std::vector<DealId>();
}

std::vector<EntityRef> BoardPage::deletable() const
{
    return m_board->isCarrying() ? std::vector<EntityRef>() : selection();
}

Row BoardPage::presetOf(EntityKind kind) const
{
    return kind == EntityKind::Deal ? presetIn(m_board->columnOf(m_view->current()))
                                    : BookPage::presetOf(kind);
}

// Closed deals are not made here: -1, or a closed column, leaves the stage open.
Row BoardPage::presetIn(int column) const
{
    const EntityInfo &info = entityInfo(EntityKind::Deal);
    Row row = info.defaults;
    if (m_board->pipeline())
        row[size_t(info.indexOf(u"pipeline_id"))] = m_board->pipeline().value;
    if (column >= 0 && !isClosed(m_board->column(column).stage.type))
        row[size_t(info.indexOf(u"stage_id"))] = m_board->column(column).stage.id.value;
    return row;
}

// As it was left.
void BoardPage::keepOpen()
{
    QSet<qint64> stages;
    for (const QString &id : m_context.settings().value(app::setting::keptOpen))
        stages.insert(id.toLongLong());
    m_view->keepOpen(stages);
}

void BoardPage::select(EntityRef deal)
{
    if (deal.kind == EntityKind::Deal)
        m_view->select({deal.id});
}

std::optional<Arrangement> BoardPage::arrangement() const
{
    return Arrangement{.filter = m_filterBar->text(),
                       .pipeline = {m_pipelines->currentData().toLongLong()},
                       .settings = withSetting({}, viewsetting::openStages, namesText(openStages()))};
}

// The names of the stages that are open by somebody's choice, of the pipeline that is shown.
QStringList BoardPage::openStages() const
{
    QStringList names;
    for (const Stage &stage :
         m_context.workspace().lookups().stagesOf({m_pipelines->currentData().toLongLong()})) {
        const QSet<qint64> &open = isClosed(stage.type) ? m_board->unfoldedStages() : m_view->openedStages();
        if (open.contains(stage.id.value))
            names += stage.name;
    }
    return names;
}

// Opens those of the pipeline, and says which it does not have.
std::vector<Sentence> BoardPage::open(const QStringList &names, PipelineId pipeline, Whose whose)
{
    std::vector<Sentence> gone;
    QSet<qint64> opened;
    QSet<qint64> closed; // won and lost ones
    const std::vector<Stage> stages = m_context.workspace().lookups().stagesOf(pipeline);
    for (const QString &name : names) {
        const auto found = std::find_if(stages.begin(), stages.end(),
                                        [&name](const Stage &stage) { return stage.nameKey == fold(name); });
        if (found == stages.end())
            gone.push_back(
                Sentence::tr("There is no %1 %2 any more.").arg(KindName{EntityKind::Stage}, Quoted{name}));
        else
            (isClosed(found->type) ? closed : opened).insert(found->id.value);
    }
    m_view->showClosed(closed);
    if (whose == Whose::View)
        m_view->keepOpen(opened);
    else
        keepOpen();
    return gone;
}

void BoardPage::arrange(const Arrangement &arrangement, Whose whose)
{
    const std::vector<Pipeline> &pipelines = m_context.workspace().lookups().pipelines;
    const bool isThere = m_context.workspace().lookups().pipeline(arrangement.pipeline);
    m_whose = whose;
    m_carrier->letGo(); // before a column that the cards are over is folded
    std::vector<Sentence> gone =
        open(namesIn(settingOf(arrangement.settings, viewsetting::openStages)),
             isThere || pipelines.empty() ? arrangement.pipeline : pipelines.front().id, whose);
    if (!isThere) // its stages need not be told one by one
        gone = {Sentence::tr("The pipeline of this view is gone.")};
    showPipeline(arrangement.pipeline);
    if (whose == Whose::View)
        m_filterBar->setSavedText(arrangement.filter, gone);
    else
        m_filterBar->setText(arrangement.filter);
}

std::optional<app::PrintRequest> BoardPage::sheet() const
{
    const Pipeline *pipeline = m_context.workspace().lookups().pipeline(m_board->pipeline());
    return app::PrintRequest{.title = pipeline ? pipeline->name : QString(),
                             .filter = m_filterBar->trail().join(u", "_s),
                             .summary = summary(),
                             .query = {.filter = m_board->filter()},
                             .pipeline = m_board->pipeline(),
                             .columns = printedColumns(),
                             .display = m_context.display()};
}

// Totals of the whole filter, not only of the cards read so far; won and lost show their sums at the right.
void BoardPage::showSummary()
{
    if (m_board->isCarrying())
        return; // the line says where the card is
    const app::Display &display = m_board->display();
    const Totals open = m_board->totals(app::BoardModel::Which::Open);
    const Totals all = m_board->totals(app::BoardModel::Which::All);
    const Totals &won = m_board->wonThisQuarter();
    const auto line = [&](size_t most) {
        QStringList words{
            open.count == all.count
                ? tr("%1 open").arg(display.number(open.count))
                : tr("%1 open of %2").arg(display.number(open.count), display.number(all.count))};
        if (!open.sums.empty())
            words += {footSums(display, open.sums, Sum::Whole, most),
                      tr("weighted %1").arg(footSums(display, open.sums, Sum::Weighted, most))};
        if (all.count > 0)
            words += won.sums.empty()
                ? tr("%1 won this quarter").arg(display.number(won.count))
                : tr("won this quarter %1").arg(footSums(display, won.sums, Sum::Whole, most));
        return display.line(words, u"   ·   "_s);
    };
    QStringList lines;
    for (size_t most = std::max({size_t(1), open.sums.size(), won.sums.size()}); most > 0; --most)
        lines += line(most);
    m_summary->showFitting(lines, ElidedLabel::Tone::Quiet);
}

QString BoardPage::summary() const
{
    return m_summary->text();
}

// An empty board says what it is for and how to fill it.
void BoardPage::showEmptiness()
{
    const bool isEmpty =
        m_board->filter().isEmpty() && m_board->totals(app::BoardModel::Which::All).count == 0;
    if (isEmpty && !m_empty->isVisibleTo(this))
        m_empty->tell(tr("A deal is a possible sale. It moves over this board from left to right until it is "
                         "won or lost."),
                      {{u"record.new"_s, tr("Add a deal")}, {u"book.import"_s, tr("Import a list")}});
    m_empty->setVisible(isEmpty);
}

// Shows the text in the last line and tells screen readers.
void BoardPage::announce(const QString &text)
{
    m_summary->showText(text, ElidedLabel::Tone::Normal);
    QAccessibleEvent named(m_summary, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&named);
    QAccessibleEvent alert(m_summary, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

// After undo or redo by this user, notes which deals moved, to focus them, and which came back at all.
void BoardPage::onChanged(const ChangeSet &set)
{
    if (!m_context.workspace().isTakenBackHere(set) || !isVisible() || !isActiveWindow())
        return;
    std::vector<DealId> moved;
    std::vector<DealId> shifted; // within their stage; some of them only to make room
    std::vector<DealId> others;
    for (const Change &change : set.changes) {
        if (change.ref.kind != EntityKind::Deal || change.kind == ChangeKind::Remove)
            continue;
        if (deltaOf(change, u"stage_id"))
            moved.push_back({change.ref.id});
        else if (deltaOf(change, u"rank"))
            shifted.push_back({change.ref.id});
        else
            others.push_back({change.ref.id});
    }
    m_cameBack = moved.empty() ? shifted : moved;
    m_cameBack.insert(m_cameBack.end(), others.begin(), others.end());
    if (!moved.empty() || !shifted.empty()) // else keep those of the step before, which may not be drawn yet
        m_takenBack = moved.empty() ? shifted : moved;
}

// Focuses them once they are drawn in their new places, unless the user is busy with something other than
// cards.
void BoardPage::showTakenBack()
{
    if (!m_board->isCurrent())
        return;
    m_view->glow(std::exchange(m_cameBack, {}));
    if (m_takenBack.empty())
        return;
    std::vector<DealId> deals = std::exchange(m_takenBack, {});
    std::erase_if(deals, [this](DealId deal) { return m_board->columnOf(deal) < 0; });
    const QWidget *focus = QApplication::focusWidget();
    const bool isOnCards =
        focus == this || qobject_cast<const CardList *>(focus) || qobject_cast<const FoldedColumn *>(focus);
    if (isOnCards && isWithin(focus, this) && !m_board->isCarrying())
        m_view->focusDeals(deals);
}

} // namespace headway::ui

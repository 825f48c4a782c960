// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/boardpage.h"

#include "domain/records/record.h"
#include "domain/records/totals.h"
#include "ui/board/boardview.h"
#include "ui/board/cardcarrier.h"
#include "ui/commands/commandactions.h"
#include "ui/pages/bookcontext.h"
#include "ui/pages/filterbar.h"
#include "ui/stages/closingcommands.h"
#include "ui/style/compactamounts.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QMenu>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;
using app::Area;

namespace {

constexpr int longestPipelineName = 32; // letters that the bar has room for

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
    : CardsPage(context, EntityKind::Deal, Area::Board,
                {.purpose = tr("A deal is a possible sale. It moves over this board from left to right until "
                               "it is won or lost."),
                 .add = tr("Add a deal")},
                parent),
      m_pipelines(new QComboBox(this))
{
    setObjectName(u"board"_s);
    m_pipelines->setAccessibleName(tr("Pipeline"));
    m_pipelines->setToolTip(tr("Pipeline"));
    m_pipelines->setFocusPolicy(Qt::TabFocus);
    m_pipelines->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_pipelines->setMaximumWidth(fontMetrics().averageCharWidth() * longestPipelineName);
    auto *first = new QVBoxLayout; // beside the line, also where there are tokens below it
    first->setContentsMargins(0, space::small, 0, space::small);
    first->addWidget(m_pipelines);
    first->addStretch(1);
    barRow().insertLayout(0, first);
    setTabOrder(m_pipelines, m_filterBar);
    addCommands();
    listen();
    connect(m_pipelines, &QComboBox::activated, this, [this](int at) {
        showPipeline({m_pipelines->itemData(at).toLongLong()});
        Q_EMIT arranged();
    });
    connect(m_board, &app::BoardModel::columnsReset, this, &BoardPage::fillPipelines);
    connect(&m_context.workspace(), &app::Workspace::lookupsChanged, this, &BoardPage::fillPipelines);
    fillPipelines();
}

BoardPage::~BoardPage() = default;

void BoardPage::showPipeline(PipelineId pipeline)
{
    m_carrier->stopAsking();
    const bool isThere = m_context.workspace().lookups().pipeline(pipeline);
    m_board->show(isThere ? pipeline : PipelineId{}, filter());
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

// None: the board has commands of its own for closing deals.
std::optional<std::vector<DealId>> BoardPage::dealsToClose() const
{
    return std::vector<DealId>();
}

// Closed deals are not made here: -1, or a closed column, leaves the stage open.
Row BoardPage::presetIn(int column) const
{
    const EntityInfo &info = entityInfo(EntityKind::Deal);
    Row row = info.defaults;
    if (m_board->pipeline())
        row[size_t(info.indexOf(u"pipeline_id"))] = m_board->pipeline().value;
    if (column >= 0 && !m_board->column(column).lane.isClosed())
        row[size_t(info.indexOf(u"stage_id"))] = m_board->column(column).lane.id();
    return row;
}

std::optional<Arrangement> BoardPage::arrangement() const
{
    std::optional<Arrangement> shown = CardsPage::arrangement();
    shown->pipeline = {m_pipelines->currentData().toLongLong()}; // also before it is read
    return shown;
}

std::vector<Lane> BoardPage::lanesOf(const Arrangement &arrangement) const
{
    const Lookups &lookups = m_context.workspace().lookups();
    const bool isThere = lookups.pipeline(arrangement.pipeline);
    std::vector<Lane> lanes;
    for (const Stage &stage : lookups.stagesOf(
             isThere || lookups.pipelines.empty() ? arrangement.pipeline : lookups.pipelines.front().id))
        lanes.emplace_back(stage);
    return lanes;
}

void BoardPage::showBoardOf(const Arrangement &arrangement)
{
    showPipeline(arrangement.pipeline);
}

std::vector<Sentence> BoardPage::goneIn(const Arrangement &arrangement) const
{
    if (m_context.workspace().lookups().pipeline(arrangement.pipeline))
        return {};
    return {Sentence::tr("The pipeline of this view is gone.")};
}

QString BoardPage::printedTitle() const
{
    const Pipeline *pipeline = m_context.workspace().lookups().pipeline(m_board->pipeline());
    return pipeline ? pipeline->name : QString();
}

// For a meeting.
std::vector<app::Column> BoardPage::printedColumns() const
{
    return app::columnsNamed(EntityKind::Deal,
                             {u"name"_s, u"company_id"_s, u"amount"_s, u"probability"_s, u"expected_close"_s,
                              u"owner_id"_s, u"next_step"_s});
}

// Won and lost show their sums at the right.
QStringList BoardPage::totalsForms() const
{
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
    return lines;
}

void BoardPage::addCommands()
{
    addCommand({.id = u"deal.open"_s,
                .text = tr("&Open the deal"),
                .iconName = u"document-open"_s,
                .menu = {tr("&Record")},
                .section = 10,
                .run = [this] { Q_EMIT opened(current()); }},
               m_ownCommands);
    for (app::Command &command :
         closingCommands(ClosingPlace::Board, {}, [this](StageType type) { m_carrier->close(type); }))
        addCommand(std::move(command), m_ownCommands);
    addMoveCommands(u"deal"_s, tr("Move to the &next stage"), tr("Move to the stage &before"));
}

void BoardPage::addLaneCommands()
{
    CardsPage::addLaneCommands(u"deal"_s);
}

void BoardPage::openMenu(int column, QPoint global)
{
    if (!m_actions)
        return;
    m_actions->refresh();
    QMenu *menu = m_actions->contextMenu(
        {u"deal.open"_s, u"record.window"_s, u"activity.logCall"_s, {}, u"deal.won"_s, u"deal.lost"_s, {}},
        this);
    addLanes(*menu->addMenu(tr("&Move to")), column);
    for (const QString &id : {u"deal.moveNext"_s, u"deal.moveBack"_s}) {
        if (QAction *action = m_actions->find(id))
            menu->addAction(action);
    }
    menu->addSeparator();
    addOwners(*menu->addMenu(tr("Ow&ner")));
    if (QAction *action = m_actions->find(u"record.delete"))
        menu->addAction(action);
    menu->popup(global);
}

} // namespace headway::ui

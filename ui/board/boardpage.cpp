// SPDX-License-Identifier: GPL-3.0-or-later
// How the board is put together and shows what its model tells. Moving by hand is in boardkeys.cpp,
// commands in boardcommands.cpp.
#include "ui/board/boardpage.h"

#include "ui/board/boardcolumn.h"
#include "ui/board/carddelegate.h"
#include "ui/board/cardlist.h"
#include "ui/board/foldedcolumn.h"
#include "ui/commands/commandactions.h"
#include "ui/commands/emptypage.h"
#include "ui/controls/edgescroll.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/quietscrollbar.h"
#include "ui/controls/searchline.h"
#include "ui/stages/stageform.h"
#include "ui/style/shortsums.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

BoardPage::BoardPage(std::shared_ptr<app::Workspace> workspace, const EditorSurroundings &surroundings,
                     app::Commands &commands, CommandActions &actions, QWidget *parent)
    : QWidget(parent), m_surroundings(surroundings),
      m_board(new app::BoardModel(std::move(workspace), surroundings.rules.display, this)),
      m_commands(&commands), m_actions(&actions), m_ownCommands(commands), m_stageCommands(commands),
      m_delegate(new CardDelegate(*m_board, this))
{
    build();
    addCommands();
    connect(m_board, &app::BoardModel::columnsReset, this, &BoardPage::buildColumns);
    connect(m_board, &app::BoardModel::totalsChanged, this, &BoardPage::showTotals);
    connect(m_board, &app::BoardModel::loaded, this, [this] {
        showTakenBack();
        if (hasFocus()) // it was given before there was a card to take it
            focusInEvent(nullptr);
    });
    connect(&m_board->workspace(), &app::Workspace::changed, this, &BoardPage::onChanged);
    connect(m_board, &app::BoardModel::failed, this, &BoardPage::failed);
    connect(m_board, &app::BoardModel::landed, this, &BoardPage::conclude);
    connect(&m_board->workspace(), &app::Workspace::lookupsChanged, this, &BoardPage::fillPipelines);
    fillPipelines();
}

BoardPage::~BoardPage() = default;

void BoardPage::build()
{
    setObjectName(u"board"_s);
    m_strip = new QWidget;
    m_columnsLayout = new QHBoxLayout(m_strip);
    m_columnsLayout->setContentsMargins(0, 0, 0, 0);
    m_columnsLayout->setSpacing(space::hair); // and the scroll bars, which stand in the gaps
    m_columnsLayout->addStretch(0);
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBar(new QuietScrollBar(Qt::Horizontal, m_scroll));
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_strip->setAutoFillBackground(false);
    m_scroll->setWidget(m_strip);
    m_strip->setAutoFillBackground(false);
    m_edge = new EdgeScroll(m_scroll->horizontalScrollBar(), this);

    auto *rail = new QWidget(this);
    m_rail = new QVBoxLayout(rail);
    m_rail->setContentsMargins(0, 0, 0, 0);
    m_rail->setSpacing(space::medium);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(space::hair);
    middle->addWidget(m_scroll, 1);
    middle->addWidget(rail);

    m_summary = new ElidedLabel(this);
    m_summary->setObjectName(u"summary"_s);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::medium, space::large, space::small);
    layout->setSpacing(space::medium);
    layout->addWidget(buildBar());
    layout->addLayout(middle, 1);
    layout->addWidget(m_summary);
    m_empty = new EmptyPage(*m_commands, m_scroll);
}

QWidget *BoardPage::buildBar()
{
    auto *bar = new QWidget(this);
    m_bar = new QHBoxLayout(bar);
    m_bar->setContentsMargins(0, 0, 0, 0);
    m_bar->setSpacing(space::small);
    m_pipelines = new QComboBox(bar);
    m_pipelines->setAccessibleName(tr("Pipeline"));
    m_pipelines->setToolTip(tr("Pipeline"));
    m_pipelines->setFocusPolicy(Qt::TabFocus);
    m_bar->addWidget(m_pipelines);
    connect(m_pipelines, &QComboBox::activated, this,
            [this](int at) { showPipeline({m_pipelines->itemData(at).toLongLong()}); });

    m_filterBar = new QWidget(bar);
    auto *line = new QHBoxLayout(m_filterBar);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::small);
    m_filterLine = new SearchLine(tr("Filter the board"),
                                  tr("Filter: owner:me close:<+30d amount:>10k renewal"), m_filterBar);
    m_filterLine->setObjectName(u"filter"_s);
    m_filterLine->setMinimumWidth(160);
    m_filterLine->setMaximumWidth(460);
    m_filterError = new ElidedLabel(m_filterBar);
    line->addWidget(m_filterLine, 3);
    line->addWidget(m_filterError, 2);
    m_bar->addWidget(m_filterBar, 1);
    connect(m_filterLine, &QLineEdit::textChanged, this, &BoardPage::readFilterLine);
    return bar;
}

void BoardPage::placeFilterBar(QWidget *bar)
{
    delete m_bar->replaceWidget(m_filterBar, bar); // the layout item, not the widget
    m_filterBar->deleteLater();
    m_filterBar = bar;
    m_filterLine = nullptr;
    m_filterError = nullptr;
}

void BoardPage::readFilterLine()
{
    const auto filter = parseFilter(EntityKind::Deal, m_filterLine->text(), m_board->workspace().calendar());
    m_filterError->showText(filter ? QString() : filter.error().text, ElidedLabel::Tone::Error);
    if (filter) // a half-typed one leaves the board as it is
        setFilter(*filter);
}

void BoardPage::setFilter(const Filter &filter)
{
    m_filter = filter;
    stopAsking();
    if (m_isBegun)
        m_board->show(m_board->pipeline(), filter);
}

// A board that nobody has looked at yet reads nothing.
void BoardPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!std::exchange(m_isBegun, true))
        m_board->show({}, m_filter);
}

void BoardPage::showPipeline(PipelineId pipeline)
{
    stopAsking();
    m_board->show(pipeline, m_filter);
    m_pipelines->setCurrentIndex(qMax(0, m_pipelines->findData(pipeline.value)));
}

void BoardPage::fillPipelines()
{
    const QSignalBlocker quiet(m_pipelines);
    m_pipelines->clear();
    for (const Pipeline &each : m_board->workspace().lookups().pipelines)
        m_pipelines->addItem(each.name, each.id.value);
    m_pipelines->setCurrentIndex(qMax(0, m_pipelines->findData(m_board->pipeline().value)));
    m_pipelines->setVisible(m_pipelines->count() > 1);
}

void BoardPage::buildColumns()
{
    for (BoardColumn *each : std::exchange(m_columns, {}))
        delete each;
    for (FoldedColumn *each : std::exchange(m_folded, {}))
        delete each;
    for (int i = 0; i < m_board->columnCount(); ++i) {
        if (!isClosed(m_board->column(i).stage.type)) {
            addColumn(i, int(m_columns.size()));
            continue;
        }
        auto *folded = new FoldedColumn(*m_board, i, this);
        m_folded.push_back(folded);
        m_rail->addWidget(folded);
        folded->show();
        folded->installEventFilter(this);
        connect(folded, &FoldedColumn::toggled, this, [this, folded] { toggleFold(*folded); });
        connect(folded, &FoldedColumn::dropped, this,
                [this, folded](const std::vector<DealId> &deals) { dropOn(deals, folded->column(), 0); });
    }
    fillPipelines();
    addStageCommands();
    for (size_t i = 1; i < m_columns.size(); ++i)
        QWidget::setTabOrder(&m_columns[i - 1]->cards(), &m_columns[i]->cards());
}

BoardColumn *BoardPage::addColumn(int column, int place)
{
    auto *one = new BoardColumn(*m_board, column, *m_delegate, m_strip);
    m_columns.insert(m_columns.begin() + place, one);
    m_columnsLayout->insertWidget(place, one, 1);
    CardList *list = &one->cards();
    list->installEventFilter(this);
    list->viewport()->installEventFilter(this);
    connect(list, &CardList::dropped, this, [this, column](const std::vector<DealId> &deals, int row) {
        m_edge->stop();
        dropOn(deals, column, row);
    });
    connect(list, &CardList::draggedAt, this, [this](QPoint global) {
        m_edge->dragAt(m_scroll->viewport()->mapFromGlobal(global).x(), m_scroll->viewport()->width());
    });
    connect(list, &CardList::dragEnded, m_edge, &EdgeScroll::stop);
    connect(list, &CardList::meant, this, [this, list] { onMeant(*list); });
    connect(list, &CardList::menuWanted, this, [this, list](QPoint global) { openMenu(*list, global); });
    connect(list, &CardList::doubleClicked, this, [this] { Q_EMIT opened(current()); });
    one->show();
    return one;
}

void BoardPage::toggleFold(FoldedColumn &folded)
{
    const int column = folded.column();
    if (folded.isChecked()) {
        m_board->unfold(column);
        const auto after =
            std::find_if(m_columns.begin(), m_columns.end(),
                         [column](const BoardColumn *each) { return each->column() > column; });
        BoardColumn *one = addColumn(column, int(after - m_columns.begin()));
        m_strip->layout()->activate();
        m_scroll->ensureWidgetVisible(one);
    } else {
        const auto one = std::find_if(m_columns.begin(), m_columns.end(),
                                      [column](const BoardColumn *each) { return each->column() == column; });
        if (one != m_columns.end()) {
            delete *one;
            m_columns.erase(one);
        }
        m_board->fold(column);
    }
    folded.showTotals();
}

void BoardPage::showTotals()
{
    for (BoardColumn *each : m_columns)
        each->showTotals();
    for (FoldedColumn *each : m_folded)
        each->showTotals();
    showSummary();
    showEmptiness();
}

namespace {

// Exact where there is one currency, else rounded and only the largest `most` of them: a line has an end.
QString footSums(const app::Display &display, const std::vector<store::MoneySum> &sums, Sum sum, size_t most)
{
    if (sums.size() != 1)
        return shortSums(display, sums, sum, most);
    return sum == Sum::Whole ? display.moneySums(sums) : display.weightedSums(sums);
}

} // namespace

// Of the whole filter, not of the cards that are read; won and lost have their sums at the right end.
void BoardPage::showSummary()
{
    if (m_board->isCarrying())
        return; // the line says where the card is
    const app::Display &display = m_board->display();
    const store::Totals open = m_board->totals(app::BoardModel::Which::Open);
    const store::Totals all = m_board->totals(app::BoardModel::Which::All);
    const store::Totals &won = m_board->wonThisQuarter();
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
        return words.join(u"   ·   "_s);
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

// A board without a single deal says what it is for and how it is filled.
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

} // namespace headway::ui

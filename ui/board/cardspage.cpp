// SPDX-License-Identifier: GPL-3.0-or-later
// What a board shows; its commands are in cardscommands.cpp.
#include "ui/board/cardspage.h"

#include "app/program/settings.h"
#include "domain/records/record.h"
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
#include "ui/style/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

// The part of the setting that holds which empty columns stay open.
QString partOf(EntityKind cards)
{
    return cards == EntityKind::Lead ? u"leads"_s : QString();
}

} // namespace

CardsPage::CardsPage(BookContext &context, EntityKind cards, app::Area area, Words words, QWidget *parent)
    : BookPage(parent), m_context(context),
      m_board(new app::BoardModel(context.sharedWorkspace(), context.display(), cards, this)),
      m_actions(&context.actions()), m_ownCommands(context.commands()), m_laneCommands(context.commands()),
      m_view(new BoardView(*m_board, this)),
      m_carrier(new CardCarrier(*m_board, *m_view, context.editors(), *this)), m_area(area),
      m_words(std::move(words))
{
    build();
}

CardsPage::~CardsPage() = default;

void CardsPage::build()
{
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

QWidget *CardsPage::makeBar()
{
    auto *bar = new QWidget(this);
    m_barRow = new QHBoxLayout(bar);
    m_barRow->setContentsMargins(0, 0, 0, 0);
    m_barRow->setSpacing(space::small);
    m_filterBar = new FilterBar(m_board->kind(), m_context.workspace(), m_context.display(), bar);
    m_barRow->addWidget(m_filterBar, 1);
    return bar;
}

void CardsPage::listen()
{
    connect(m_filterBar, &FilterBar::filterChanged, this, [this](const Filter &filter) {
        setFilter(filter);
        Q_EMIT placed(m_filterBar->text(), m_filterBar->trail());
        Q_EMIT arranged();
    });
    connect(m_filterBar, &FilterBar::leave, this, qOverload<>(&QWidget::setFocus));
    connect(m_view, &BoardView::selected, this,
            [this](app::CardId id) { Q_EMIT selected(m_board->refOf(id)); });
    connect(m_view, &BoardView::opened, this, [this](app::CardId id) { Q_EMIT opened(m_board->refOf(id)); });
    connect(m_view, &BoardView::menuWanted, this, &CardsPage::openMenu);
    connect(m_view, &BoardView::addWanted, this,
            [this](int column) { Q_EMIT addWanted(m_board->kind(), presetIn(column)); });
    connect(m_view, &BoardView::keptOpen, this, [this](const QSet<qint64> &lanes) {
        QStringList ids;
        for (const qint64 lane : lanes)
            ids += QString::number(lane);
        ids.sort();
        if (m_whose == Whose::Own) // else it is a change of the view
            m_context.settings().change(app::setting::keptOpen, partOf(m_board->kind()), ids);
        Q_EMIT arranged();
    });
    connect(m_view, &BoardView::asideToggled, this, &CardsPage::arranged);
    connect(m_carrier, &CardCarrier::conversionWanted, this, [this](const std::vector<app::CardId> &cards) {
        std::vector<LeadId> leads;
        for (const app::CardId card : cards)
            leads.push_back({card.value});
        Q_EMIT convertWanted(leads);
    });
    connect(m_carrier, &CardCarrier::carried, this, &CardsPage::announce);
    connect(m_carrier, &CardCarrier::ended, this, &CardsPage::showSummary);
    connect(m_board, &app::BoardModel::columnsReset, this, [this] { addLaneCommands(); });
    connect(m_board, &app::BoardModel::totalsChanged, this, [this] {
        showSummary();
        showEmptiness();
    });
    connect(m_board, &app::BoardModel::loaded, this, [this] {
        showTakenBack();
        if (hasFocus()) // the focus came before there was a card to take it
            m_view->takeFocus();
    });
    connect(m_board, &app::BoardModel::failed, this, &CardsPage::failed);
    connect(&m_context.workspace(), &app::Workspace::changed, this, &CardsPage::onChanged);
    keepOpen();
}

void CardsPage::setFilter(const Filter &filter)
{
    m_filter = filter;
    m_carrier->stopAsking();
    if (m_isBegun)
        m_board->show(m_board->pipeline(), filter);
}

void CardsPage::showPlace(const QString &filter)
{
    m_filterBar->setText(filter);
}

// Nothing is read before the board is first shown.
void CardsPage::showEvent(QShowEvent *event)
{
    BookPage::showEvent(event);
    begin();
}

void CardsPage::begin()
{
    if (!std::exchange(m_isBegun, true))
        m_board->show({}, m_filter);
}

void CardsPage::focusInEvent(QFocusEvent *)
{
    m_view->takeFocus();
}

void CardsPage::chooseFirst()
{
    setFocus(Qt::OtherFocusReason);
}

void CardsPage::showCovered(int width)
{
    m_view->showCovered(
        qMax(0, width - layout()->contentsMargins().right())); // margins are alike on both sides
}

EntityRef CardsPage::current() const
{
    return m_board->refOf(m_view->current());
}

std::vector<EntityRef> CardsPage::selection() const
{
    std::vector<EntityRef> records;
    for (const app::CardId id : m_view->selection())
        records.push_back(m_board->refOf(id));
    return records;
}

std::vector<EntityRef> CardsPage::deletable() const
{
    return m_board->isCarrying() ? std::vector<EntityRef>() : selection();
}

Row CardsPage::presetOf(EntityKind kind) const
{
    return kind == m_board->kind() ? presetIn(m_board->columnOf(m_view->current()))
                                   : BookPage::presetOf(kind);
}

// As it was left.
void CardsPage::keepOpen()
{
    QSet<qint64> lanes;
    for (const QString &id : m_context.settings().value(app::setting::keptOpen, partOf(m_board->kind())))
        lanes.insert(id.toLongLong());
    m_view->keepOpen(lanes);
}

void CardsPage::select(EntityRef record)
{
    if (record.kind == m_board->kind())
        m_view->select(app::CardId(record.id));
}

std::optional<Arrangement> CardsPage::arrangement() const
{
    return Arrangement{.filter = m_filterBar->text(),
                       .pipeline = m_board->pipeline(),
                       .settings = withSetting({}, viewsetting::openStages, namesText(openLanes()))};
}

// The names of the columns that are open by somebody's choice.
QStringList CardsPage::openLanes() const
{
    QStringList names;
    for (const Lane &lane : lanesOf({.pipeline = m_board->pipeline()})) {
        const QSet<qint64> &open = lane.isAside() ? m_board->unfoldedLanes() : m_view->openedLanes();
        if (open.contains(lane.id()))
            names += lane.name();
    }
    return names;
}

// Opens those that there are, and says which there are not.
std::vector<Sentence> CardsPage::open(const QStringList &names, const std::vector<Lane> &lanes, Whose whose)
{
    const EntityInfo &cards = entityInfo(m_board->kind());
    const EntityKind kindOfLanes = cards.field(cards.indexOf(app::laneField(m_board->kind()))).target;
    std::vector<Sentence> gone;
    QSet<qint64> opened;
    QSet<qint64> aside;
    for (const QString &name : names) {
        const auto found = std::find_if(lanes.begin(), lanes.end(), [&name](const Lane &lane) {
            return fold(lane.name()) == fold(name);
        });
        if (found == lanes.end())
            gone.push_back(
                Sentence::tr("There is no %1 %2 any more.").arg(KindName{kindOfLanes}, Quoted{name}));
        else
            (found->isAside() ? aside : opened).insert(found->id());
    }
    m_view->showAside(aside);
    if (whose == Whose::View)
        m_view->keepOpen(opened);
    else
        keepOpen();
    return gone;
}

void CardsPage::showBoardOf(const Arrangement &)
{
}

std::vector<Sentence> CardsPage::goneIn(const Arrangement &) const
{
    return {};
}

void CardsPage::arrange(const Arrangement &arrangement, Whose whose)
{
    m_whose = whose;
    m_carrier->letGo(); // before a column that the cards are over is folded
    std::vector<Sentence> gone =
        open(namesIn(settingOf(arrangement.settings, viewsetting::openStages)), lanesOf(arrangement), whose);
    if (std::vector<Sentence> whole = goneIn(arrangement); !whole.empty())
        gone = std::move(whole);
    showBoardOf(arrangement);
    if (whose == Whose::View)
        m_filterBar->setSavedText(arrangement.filter, gone);
    else
        m_filterBar->setText(arrangement.filter);
}

std::optional<app::PrintRequest> CardsPage::sheet() const
{
    return app::PrintRequest{.title = printedTitle(),
                             .filter = m_filterBar->trail().join(u", "_s),
                             .summary = summary(),
                             .query = {.kind = m_board->kind(), .filter = m_board->filter()},
                             .board = m_board->of(),
                             .columns = printedColumns(),
                             .display = m_context.display()};
}

// Totals of the whole filter, not only of the cards read so far.
void CardsPage::showSummary()
{
    if (!m_board->isCarrying()) // else the line says where the card is
        m_summary->showFitting(totalsForms(), ElidedLabel::Tone::Quiet);
}

QString CardsPage::summary() const
{
    return m_summary->text();
}

// An empty board says what it is for and how to fill it.
void CardsPage::showEmptiness()
{
    const bool isEmpty =
        m_board->filter().isEmpty() && m_board->totals(app::BoardModel::Which::All).count == 0;
    if (isEmpty && !m_empty->isVisibleTo(this))
        m_empty->tell(m_words.purpose,
                      {{u"record.new"_s, m_words.add}, {u"book.import"_s, tr("Import a list")}});
    m_empty->setVisible(isEmpty);
}

// Shows the text in the last line and tells screen readers.
void CardsPage::announce(const QString &text)
{
    m_summary->showText(text, ElidedLabel::Tone::Normal);
    QAccessibleEvent named(m_summary, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&named);
    QAccessibleEvent alert(m_summary, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

// After undo or redo by this user, notes which cards moved, to focus them, and which came back at all.
void CardsPage::onChanged(const ChangeSet &set)
{
    if (!m_context.workspace().isTakenBackHere(set) || !isVisible() || !isActiveWindow())
        return;
    std::vector<app::CardId> moved;
    std::vector<app::CardId> shifted; // within their column; some of them only to make room
    std::vector<app::CardId> others;
    for (const Change &change : set.changes) {
        if (change.ref.kind != m_board->kind() || change.kind == ChangeKind::Remove)
            continue;
        if (deltaOf(change, app::laneField(m_board->kind())))
            moved.emplace_back(change.ref.id);
        else if (deltaOf(change, u"rank"))
            shifted.emplace_back(change.ref.id);
        else
            others.emplace_back(change.ref.id);
    }
    m_cameBack = moved.empty() ? shifted : moved;
    m_cameBack.insert(m_cameBack.end(), others.begin(), others.end());
    if (!moved.empty() || !shifted.empty()) // else keep those of the step before, which may not be drawn yet
        m_takenBack = moved.empty() ? shifted : moved;
}

// Focuses them once they are drawn in their new places, unless the user is busy with something other than
// cards.
void CardsPage::showTakenBack()
{
    if (!m_board->isCurrent())
        return;
    m_view->glow(std::exchange(m_cameBack, {}));
    if (m_takenBack.empty())
        return;
    std::vector<app::CardId> ids = std::exchange(m_takenBack, {});
    std::erase_if(ids, [this](app::CardId id) { return m_board->columnOf(id) < 0; });
    const QWidget *focus = QApplication::focusWidget();
    const bool isOnCards =
        focus == this || qobject_cast<const CardList *>(focus) || qobject_cast<const FoldedColumn *>(focus);
    if (isOnCards && isWithin(focus, this) && !m_board->isCarrying())
        m_view->focusCards(ids);
}

} // namespace headway::ui

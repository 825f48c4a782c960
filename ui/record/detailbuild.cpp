// SPDX-License-Identifier: GPL-3.0-or-later
// What stands where in the detail pane: its parts one below the other, or, in a wide window of its own, facts and
// people beside the timeline. The widgets are the same ones; they only move.
#include "domain/records/record.h"
#include "ui/controls/tabrow.h"
#include "ui/controls/within.h"
#include "ui/fields/recordform.h"
#include "ui/record/detailhead.h"
#include "ui/record/detailpane.h"
#include "ui/record/relatedlist.h"
#include "ui/record/tagfield.h"
#include "ui/record/timelineview.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QFocusEvent>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int enoughForTwo = 900; // pixels, from which on there are two columns
constexpr int factsWidth = 340;
constexpr int mostTimelineWidth = 720; // a day at the far edge of a wider line is not found by the eye

QVBoxLayout *columnIn(QWidget *place)
{
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins({});
    column->setSpacing(0);
    return column;
}

QVBoxLayout *columnOf(const QWidget *place)
{
    return static_cast<QVBoxLayout *>(place->layout());
}

// An editor comes last in the order in which widgets were made; it belongs behind the row that it stands in.
void bringToTheirRows(std::vector<QWidget *> &stops)
{
    std::unordered_map<const QWidget *, size_t> ranks;
    for (size_t i = 0; i < stops.size(); ++i)
        ranks[stops[i]] = i;
    struct Placed {
        size_t rank; // of the outermost around it
        int depth;   // below the window
        QWidget *stop;
    };
    std::vector<Placed> placed;
    for (QWidget *stop : stops) {
        size_t rank = ranks[stop];
        int depth = 0;
        for (const QWidget *around = stop->parentWidget(); around; around = around->parentWidget()) {
            if (const auto row = ranks.find(around); row != ranks.end())
                rank = row->second;
            ++depth;
        }
        placed.push_back({rank, depth, stop});
    }
    std::stable_sort(placed.begin(), placed.end(), [](const Placed &a, const Placed &b) {
        return std::tie(a.rank, a.depth) < std::tie(b.rank, b.depth);
    });
    for (size_t i = 0; i < stops.size(); ++i)
        stops[i] = placed[i].stop;
}

// The stops of Tab within `region` in their present order, without those within `other`.
void addStops(QWidget *region, const QWidget *other, std::vector<QWidget *> &stops)
{
    std::vector<QWidget *> found;
    QWidget *each = region;
    do {
        const bool isStop = (each->focusPolicy() & Qt::TabFocus) && !each->focusProxy();
        if (isStop && isWithin(each, region) && !(other && isWithin(each, other)))
            found.push_back(each);
        each = each->nextInFocusChain();
    } while (each != region);
    bringToTheirRows(found);
    stops.insert(stops.end(), found.begin(), found.end());
}

} // namespace

void DetailPane::build(const app::Commands &commands)
{
    auto *nothing = new QLabel(tr("Choose a record to see it here."), this);
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setWordWrap(true);
    nothing->setForegroundRole(QPalette::PlaceholderText);

    m_head = new DetailHead(m_context, commands, this);
    m_tabs = new TabRow(this);
    buildParts();
    m_form = new LogForm(m_context, this);
    m_whole = new QStackedWidget(this);
    m_whole->addWidget(nothing);
    m_whole->addWidget(makeSides());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_whole);
    setAccessibleName(tr("Details"));
    m_tabs->showTabs({tr("Timeline"), tr("Details"), tr("Related"), tr("History")});
    listen();
}

// What the tabs choose between.
void DetailPane::buildParts()
{
    m_timelineView = new TimelineView(m_timeline, m_context.rules.display, m_workspace, this);
    m_timelineView->setObjectName(u"timeline"_s);
    m_sheet = new RecordForm(m_context, this);
    m_below = new QWidget(m_sheet);
    m_contactPoints = new RelatedList(u"reach"_s, m_record, m_context, m_below);
    m_tags = new TagField(m_record, m_context, m_below);
    auto *belowColumn = columnIn(m_below);
    belowColumn->addWidget(m_contactPoints);
    belowColumn->addWidget(m_tags);
    m_sheet->placeBelow(m_below);
    QWidget *related = makeRelatedArea();
    m_historyView = new TimelineView(m_history, m_context.rules.display, m_workspace, this);
    m_historyView->setObjectName(u"history"_s);
    m_parts = new QStackedWidget(this);
    m_sheetPlace = new QWidget(m_parts);
    columnIn(m_sheetPlace)->addWidget(m_sheet);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_timelineView, m_sheetPlace, related, m_historyView})
        m_parts->addWidget(part);
    m_noPart = new QWidget(m_parts);
    m_parts->addWidget(m_noPart);
    m_parts->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    m_parts->setMinimumHeight(1); // an open form needs the room
}

QWidget *DetailPane::makeRelatedArea()
{
    auto *relatedArea = new QScrollArea(this);
    relatedArea->setFrameShape(QFrame::NoFrame);
    relatedArea->setWidgetResizable(true);
    relatedArea->setFocusPolicy(Qt::NoFocus); // the widgets in it take the focus
    relatedArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_relatedPlace = new QWidget(relatedArea);
    m_related = new RelatedList(u"related"_s, m_record, m_context, m_relatedPlace);
    auto *relatedColumn = new QVBoxLayout(m_relatedPlace);
    relatedColumn->setContentsMargins(space::small, 0, space::small, space::large);
    relatedColumn->addWidget(m_related);
    relatedColumn->addStretch(1);
    relatedArea->setWidget(m_relatedPlace);
    m_relatedPlace->setAutoFillBackground(false);
    relatedArea->viewport()->setAutoFillBackground(false);
    return relatedArea;
}

// The record, and the facts beside it where there is room for two columns.
QWidget *DetailPane::makeSides()
{
    auto *whole = new QWidget(this);
    m_factsSide = new QWidget(whole);
    columnIn(m_factsSide);
    m_factsSide->installEventFilter(this);
    m_factsSide->hide();
    m_recordSide = new QWidget(whole);
    auto *recordColumn = columnIn(m_recordSide);
    recordColumn->addWidget(m_head);
    recordColumn->addWidget(m_form);
    recordColumn->addWidget(m_tabs);
    recordColumn->addWidget(m_parts, 1);
    auto *sides = new QHBoxLayout(whole);
    sides->setContentsMargins({});
    sides->setSpacing(space::large);
    sides->addWidget(m_factsSide);
    sides->addWidget(m_recordSide, 1);
    sides->addStretch(0); // what is more than the timeline's widest
    return whole;
}

void DetailPane::spreadWhenWide()
{
    m_canSpread = true;
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now)
            m_focusLast = now;
    });
    spread(width() >= enoughForTwo);
}

void DetailPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_canSpread)
        spread(width() >= enoughForTwo);
}

void DetailPane::spread(bool isSpread)
{
    if (isSpread == m_isSpread)
        return;
    const QPointer<QWidget> focus = QApplication::focusWidget(); // which moving takes away
    const bool wasHere = isWithin(focus, this);
    m_isSpread = isSpread;
    if (isSpread) {
        columnOf(m_factsSide)->addWidget(m_head);
        columnOf(m_factsSide)->addWidget(m_sheet, 1);
        columnOf(m_below)->addWidget(m_related);
    } else {
        columnOf(m_recordSide)->insertWidget(0, m_head);
        columnOf(m_sheetPlace)->addWidget(m_sheet);
        columnOf(m_relatedPlace)->insertWidget(0, m_related);
    }
    for (QWidget *moved : std::initializer_list<QWidget *>{m_head, m_sheet, m_related})
        moved->show();
    fitFacts();
    m_factsSide->setVisible(isSpread);
    m_recordSide->setMaximumWidth(isSpread ? mostTimelineWidth : QWIDGETSIZE_MAX);
    showTabs();
    if (m_sheet->isNew() && m_tabs->isHidden())
        m_parts->setCurrentWidget(formPart());
    else if (m_parts->currentWidget() != m_noPart)
        m_parts->setCurrentIndex(m_tabs->current());
    orderStops();
    if (wasHere && focus && focus->isVisible())
        focus->setFocus(Qt::OtherFocusReason);
}

// Nothing in them is cut.
void DetailPane::fitFacts()
{
    m_factsSide->setFixedWidth(qMax(factsWidth, m_factsSide->layout()->minimumSize().width()));
}

// Another record, or larger letters, may need another width.
bool DetailPane::eventFilter(QObject *watched, QEvent *event)
{
    if (m_isSpread && watched == m_factsSide && event->type() == QEvent::LayoutRequest)
        fitFacts();
    return QWidget::eventFilter(watched, event);
}

// Where the form of a new record stands; beside it there is nothing in two columns.
QWidget *DetailPane::formPart() const
{
    return m_isSpread ? m_noPart : m_sheetPlace;
}

// What was chosen, where there is a tab for it: an activity has no timeline, and facts that stand beside have none.
DetailPane::Part DetailPane::partShown() const
{
    const bool hasTimeline = m_record.ref().kind != EntityKind::Activity;
    const bool isBeside = m_isSpread && (m_chosen == Part::Details || m_chosen == Part::Related);
    if (m_chosen != Part::Timeline && !isBeside)
        return m_chosen;
    if (hasTimeline)
        return Part::Timeline;
    return m_isSpread ? Part::History : Part::Details;
}

void DetailPane::showTabs()
{
    const QSignalBlocker notChosen(m_tabs);
    const bool hasTimeline = m_record.ref().kind != EntityKind::Activity;
    const QString related = m_related->count() > 0
        ? tr("Related %1").arg(m_context.rules.display.number(m_related->count()))
        : tr("Related");
    m_tabs->showTabs({hasTimeline ? tr("Timeline") : QString(), m_isSpread ? QString() : tr("Details"),
                      m_isSpread ? QString() : related, tr("History")});
    m_tabs->choose(int(partShown()));
}

// Tab goes as the eye does: one column after the other.
void DetailPane::orderStops()
{
    if (!m_canSpread)
        return;
    std::vector<QWidget *> stops;
    const auto addFacts = [&] {
        addStops(m_sheet, m_below, stops);
        addStops(m_contactPoints, nullptr, stops);
        addStops(m_tags, nullptr, stops);
    };
    addStops(m_head, nullptr, stops);
    if (m_isSpread) {
        addFacts();
        addStops(m_related, nullptr, stops);
    }
    for (QWidget *part : std::initializer_list<QWidget *>{m_form, m_tabs, m_timelineView})
        addStops(part, nullptr, stops);
    if (!m_isSpread) {
        addFacts();
        addStops(m_related, nullptr, stops);
    }
    addStops(m_historyView, nullptr, stops);
    for (size_t i = 1; i < stops.size(); ++i)
        setTabOrder(stops[i - 1], stops[i]);
}

// From the other column, facts take the keyboard; from them and from elsewhere, the tabs.
void DetailPane::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    const bool isFromRecord = m_focusLast && isWithin(m_focusLast, m_recordSide);
    if (m_isSpread && event->reason() == Qt::TabFocusReason && isFromRecord) {
        std::vector<QWidget *> stops;
        addStops(m_head, nullptr, stops);
        addStops(m_sheet, nullptr, stops);
        for (QWidget *stop : stops) {
            if (stop->isVisible() && stop->isEnabled()) {
                stop->setFocus(event->reason());
                return;
            }
        }
    }
    if (m_form->isOpen())
        m_form->takeFocus();
    else if (m_tabs->isVisible()) // else there is nothing to focus yet
        m_tabs->setFocus(event->reason());
}

} // namespace headway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/filtercompletion.h"

#include "ui/controls/listbelow.h"
#include "ui/style/colours.h"
#include "ui/style/popuplook.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

namespace headway::ui {

namespace {

constexpr int besideRole = Qt::UserRole;
constexpr qsizetype shortestName = 2; // letters, before names are offered
constexpr int rowsInSight = 12;
constexpr int leastWidth = 160;
constexpr int mostWidth = 480;
constexpr int gap = space::huge; // between a value and its number

// A value, and at the far edge its number, which is never cut.
class OfferDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QFontMetrics &metrics = option.fontMetrics;
        const QString beside = index.data(besideRole).toString();
        const int figure = beside.isEmpty() ? 0 : gap + metrics.horizontalAdvance(beside);
        return {metrics.horizontalAdvance(index.data().toString()) + figure + 2 * space::small + 2,
                popupRowHeight(metrics)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem row = option;
        initStyleOption(&row, index);
        row.text.clear();
        paintPopupRow(*painter, row); // the ground
        const bool isChosen = row.state.testFlag(QStyle::State_Selected);
        const QColor text =
            row.palette.color(QPalette::Active, isChosen ? QPalette::HighlightedText : QPalette::Text);
        painter->save();
        painter->setFont(row.font);
        const RowPainter cells(*painter, row.rect, row.direction);
        QRect place = row.rect.adjusted(space::small - popupInset, 0, -space::small + popupInset, 0);
        const QString beside = index.data(besideRole).toString();
        if (!beside.isEmpty()) {
            painter->setPen(isChosen ? text : colourRoles(schemeOf(row.palette)).quietText);
            place.setRight(place.right() - cells.text(place, Qt::AlignRight, beside) - space::small);
        }
        painter->setPen(text);
        cells.text(place, Qt::AlignLeft, index.data().toString());
        painter->restore();
    }
};

} // namespace

FilterCompletion::FilterCompletion(EntityKind kind, app::Workspace &workspace, const app::Display &display,
                                   QLineEdit &line)
    : QObject(&line), m_kind(kind), m_workspace(workspace), m_display(display), m_line(line),
      m_rows(new QStandardItemModel(this)),
      m_completer(listBelow(line, *m_rows, tr("What the filter can go on with"), rowsInSight))
{
    QAbstractItemView *popup = m_completer->popup();
    popup->setItemDelegate(new OfferDelegate(popup));
    popup->installEventFilter(this); // before the completer's own
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            &FilterCompletion::take);
}

FilterCompletion::~FilterCompletion() = default;

bool FilterCompletion::isOpen() const
{
    return m_completer->popup()->isVisible();
}

int FilterCompletion::current() const
{
    return isOpen() ? m_completer->popup()->currentIndex().row() : -1;
}

void FilterCompletion::close()
{
    m_counting = {};
    m_offers.clear();
    hide();
}

void FilterCompletion::hide()
{
    m_isHiding = true;
    m_completer->popup()->hide();
    m_isHiding = false;
}

bool FilterCompletion::isInUse() const
{
    const QAbstractItemView *popup = m_completer->popup();
    return isOpen() && (current() >= 0 || popup->verticalScrollBar()->value() > 0 || popup->underMouse());
}

bool FilterCompletion::isTypedInto() const
{
    return m_line.hasFocus() && m_line.isActiveWindow() && !QApplication::activePopupWidget();
}

void FilterCompletion::offer()
{
    ask(typingAt(m_line.text(), m_line.cursorPosition()));
}

void FilterCompletion::offerInstead(const FilterSpan &condition)
{
    FilterTyping typing = typingAt(m_line.text(), condition.end());
    typing.typed.clear();
    m_line.setFocus(Qt::OtherFocusReason);
    m_line.setSelection(int(typing.position), int(typing.length));
    ask(typing);
}

void FilterCompletion::ask(const FilterTyping &typing)
{
    m_counting = {}; // interrupts what was counted for another text
    m_typing = typing;
    const bool isShort = typing.what == FilterTyping::What::Name && typing.typed.size() < shortestName;
    if (typing.what == FilterTyping::What::Nothing || isShort) {
        close();
        return;
    }
    m_completer->popup()->setCurrentIndex({}); // it was offered for another text
    m_completer->popup()->scrollToTop();
    const Calendar calendar = m_workspace.calendar();
    show(app::filterOffers(m_kind, typing, {m_display, m_workspace.lookups(), calendar}, m_workspace.user(),
                           nullptr));
    m_counting = app::countOffers(m_workspace, this, m_kind, m_line.text(), typing, m_display,
                                  [this](const std::vector<app::FilterOffer> &offers) {
                                      // Else it was clicked away, or somebody is at work elsewhere by now.
                                      if (isOpen() || (m_offers.empty() && isTypedInto()))
                                          showCounted(offers);
                                  });
}

void FilterCompletion::showCounted(std::vector<app::FilterOffer> offers)
{
    if (isInUse()) { // what is shown stays where it is
        const auto placeOf = [this](const app::FilterOffer &offer) {
            return std::find_if(
                       m_offers.begin(), m_offers.end(),
                       [&offer](const app::FilterOffer &shown) { return shown.written == offer.written; })
                - m_offers.begin();
        };
        std::stable_sort(offers.begin(), offers.end(),
                         [&placeOf](const app::FilterOffer &a, const app::FilterOffer &b) {
                             return placeOf(a) < placeOf(b);
                         });
    }
    show(std::move(offers));
}

void FilterCompletion::show(std::vector<app::FilterOffer> offers)
{
    const int chosen = current();
    const int scrolled = m_completer->popup()->verticalScrollBar()->value();
    const QString written = chosen >= 0 ? m_offers[size_t(chosen)].written : QString();
    m_offers = std::move(offers);
    m_rows->clear();
    int kept = -1;
    for (const app::FilterOffer &offer : m_offers) {
        auto *row = new QStandardItem(offer.text);
        row->setData(offer.beside, besideRole);
        row->setData(offer.spoken, Qt::AccessibleTextRole);
        if (chosen >= 0 && offer.written == written)
            kept = m_rows->rowCount();
        m_rows->appendRow(row);
    }
    if (m_offers.empty()) {
        hide();
        return;
    }
    popUp();
    // Nothing is chosen until somebody does: Enter means the text as it is.
    m_completer->popup()->setCurrentIndex(kept < 0 ? QModelIndex()
                                                   : m_completer->completionModel()->index(kept, 0));
    if (scrolled > 0) {
        m_completer->popup()->doItemsLayout(); // else there is nothing yet to scroll through
        m_completer->popup()->verticalScrollBar()->setValue(scrolled);
    }
}

// Below the cursor, as wide as what is in it, within the window.
void FilterCompletion::popUp()
{
    QAbstractItemView *popup = m_completer->popup();
    m_completer->setCompletionPrefix({});
    const QWidget *window = m_line.window();
    const int room = window->width() - 2 * space::small;
    const int wanted = popup->sizeHintForColumn(0) + 2 * popupInset + space::large; // and a scroll bar
    QRect place = m_line.rect();
    place.setWidth(qMin(qBound(leastWidth, wanted, mostWidth), qMax(room, leastWidth)));
    const int cursor = m_line.inputMethodQuery(Qt::ImCursorRectangle).toRect().center().x();
    const int begin = m_line.isRightToLeft() ? cursor - place.width() : cursor;
    const int least = m_line.mapFrom(window, QPoint(space::small, 0)).x();
    place.moveLeft(qBound(least, begin, qMax(least, least + room - place.width())));
    m_completer->complete(place);
    popup->move(m_line.mapToGlobal(place.topLeft()).x(), popup->y());
}

void FilterCompletion::take(const QModelIndex &index)
{
    if (!index.isValid() || index.row() >= int(m_offers.size()))
        return;
    const QString written = m_offers[size_t(index.row())].written;
    const FilterTyping typing = m_typing;
    const bool isName = typing.what == FilterTyping::What::Name;
    close();
    QString text = m_line.text();
    qsizetype cursor = typing.position + written.size();
    text.replace(typing.position, typing.length, written);
    if (written.isEmpty()) { // a space behind the colon says that nothing is meant to follow
        if (text.mid(cursor, 1) != QStringLiteral(" "))
            text.insert(cursor, u' ');
        ++cursor;
    }
    {
        const QSignalBlocker quiet(m_line); // until the cursor is there, too
        m_line.setText(text);
        m_line.setCursorPosition(int(cursor));
    }
    Q_EMIT taken();
    if (isName) // its values; later, since a click closes the list when this returns
        QMetaObject::invokeMethod(this, &FilterCompletion::offer, Qt::QueuedConnection);
}

bool FilterCompletion::eventFilter(QObject *watched, QEvent *event)
{
    const QAbstractItemView *popup = m_completer->popup();
    if (watched == popup && event->type() == QEvent::Hide && !m_isHiding)
        // Later: a click in the list may hide it before it takes the row.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (isOpen())
                    return;
                close();
                Q_EMIT closed();
            },
            Qt::QueuedConnection);
    if (watched != popup || event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const QModelIndex chosen = popup->currentIndex();
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        close();
        Q_EMIT closed();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (chosen.isValid()) {
            take(chosen);
        } else {
            close();
            Q_EMIT left();
        }
        return true;
    case Qt::Key_Tab:
        if (!chosen.isValid() && m_typing.what == FilterTyping::What::Name) { // a word is as good as a name
            close();
            QCoreApplication::sendEvent(&m_line, event);
        } else {
            take(chosen.isValid() ? chosen : m_completer->completionModel()->index(0, 0));
        }
        return true;
    default: return QObject::eventFilter(watched, event);
    }
}

} // namespace headway::ui

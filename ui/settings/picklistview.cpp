// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/picklistview.h"

#include "app/text/plaintip.h"
#include "ui/controls/slimscrollbar.h"
#include "ui/style/colours.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

enum Role { NoteRole = Qt::UserRole, ColourRole, RetiredRole, InsideRole };

constexpr int usualWidth = 280;
constexpr int colourWidth = 3;
constexpr int colourHeight = 14;
constexpr int insideBy = 20;

class PicklistDelegate : public QStyledItemDelegate
{
public:
    explicit PicklistDelegate(PicklistView *list) : QStyledItemDelegate(list), m_list(*list) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {10, lineHeight(TextSize::Body)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const ColourRoles &colours = colourRolesOf(m_list);
        const bool isChosen = option.state & QStyle::State_Selected;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF ground = QRectF(option.rect).adjusted(2, 1, -2, -1);
        painter->setPen(Qt::NoPen);
        if (isChosen)
            painter->setBrush(option.palette.color(QPalette::Active, QPalette::Highlight));
        else if (option.state & QStyle::State_MouseOver)
            painter->setBrush(colours.hover);
        else
            painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(ground, cornerRadius, cornerRadius);
        if ((option.state & QStyle::State_HasFocus) && m_list.hasFocus())
            paintFocusRing(*painter, ground, colours);
        paintTexts(*painter, option, index);
        painter->restore();
    }

private:
    void paintTexts(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        const ColourRoles &colours = colourRolesOf(m_list);
        const RowPainter row(painter, option.rect, option.direction);
        const bool isChosen = option.state & QStyle::State_Selected;
        const bool isInside = index.data(InsideRole).toBool();
        QRect place = option.rect.adjusted(space::medium, 0, -space::medium, 0);
        if (isInside)
            place.setLeft(place.left() + insideBy);
        const QColor line(index.data(ColourRole).toString());
        if (line.isValid()) {
            const int left = isInside ? place.left() - space::medium : place.left();
            const QRect mark(left, place.center().y() - colourHeight / 2 + 1, colourWidth, colourHeight);
            painter.fillRect(row.placed(mark), line);
            if (!isInside)
                place.setLeft(place.left() + space::medium);
        }
        const bool isHead = !isInside && index.siblingAtRow(index.row() + 1).data(InsideRole).toBool();
        const QColor text =
            isChosen ? option.palette.color(QPalette::HighlightedText) : option.palette.color(QPalette::Text);
        const QColor quiet = isChosen ? text : colours.quietText;
        const QFont small = ui::font(TextSize::Small);
        const int most = place.width() / 2;
        const QString note =
            QFontMetrics(small).elidedText(index.data(NoteRole).toString(), Qt::ElideRight, most);
        painter.setFont(small);
        painter.setPen(quiet);
        row.text(place, Qt::AlignRight, note);
        if (!note.isEmpty())
            place.setRight(place.right() - QFontMetrics(small).horizontalAdvance(note) - space::small);
        painter.setFont(ui::font(TextSize::Body, isHead ? Weight::Strong : Weight::Normal));
        painter.setPen(index.data(RetiredRole).toBool() ? quiet : text);
        row.text(place, Qt::AlignLeft, index.data().toString());
    }

    const PicklistView &m_list;
};

QStandardItem *itemFor(const app::PicklistRow &value)
{
    auto *item = new QStandardItem(value.name);
    item->setData(value.note, NoteRole);
    item->setData(value.colour, ColourRole);
    item->setData(value.isRetired, RetiredRole);
    item->setData(value.isInside, InsideRole);
    item->setData(value.note.isEmpty() ? value.name : u"%1, %2"_s.arg(value.name, value.note),
                  Qt::AccessibleTextRole);
    item->setToolTip(
        app::plainTip(value.name + (value.note.isEmpty() ? QString() : QString(u'\n' + value.note))));
    return item;
}

} // namespace

PicklistView::PicklistView(QWidget *parent) : QListView(parent), m_items(new QStandardItemModel(this))
{
    setModel(m_items);
    setItemDelegate(new PicklistDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollBar(new SlimScrollBar(Qt::Vertical, this));
    viewport()->setAutoFillBackground(
        false); // a ground of its own would be an empty box below the last value
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    setTabKeyNavigation(false);
    connect(this, &QListView::doubleClicked, this, &PicklistView::editWanted);
}

PicklistView::~PicklistView() = default;

QSize PicklistView::sizeHint() const
{
    return {usualWidth, 300};
}

int PicklistView::rowOf(EntityRef value) const
{
    for (size_t i = 0; i < m_values.size(); ++i) {
        if (m_values[i].ref() == value)
            return int(i);
    }
    return -1;
}

void PicklistView::showValues(std::vector<app::PicklistRow> values)
{
    const EntityRef before = current() ? current()->ref() : EntityRef();
    const int place = qMax(0, currentIndex().row());
    {
        const QScopedValueRollback filling(m_isFilling, true);
        m_values = std::move(values);
        m_items->clear();
        for (const app::PicklistRow &value : m_values)
            m_items->appendRow(itemFor(value));
        int row = rowOf(m_wanted);
        if (row >= 0)
            m_wanted = {};
        else
            row = rowOf(before);
        if (row < 0)
            row = qMin(place, m_items->rowCount() - 1);
        setCurrentIndex(m_items->index(row, 0));
    }
    Q_EMIT chosen();
}

const app::PicklistRow *PicklistView::current() const
{
    const int row = currentIndex().row();
    return row >= 0 && size_t(row) < m_values.size() ? &m_values[size_t(row)] : nullptr;
}

void PicklistView::select(EntityRef value)
{
    const int row = rowOf(value);
    m_wanted = row < 0 ? value : EntityRef();
    if (row >= 0)
        setCurrentIndex(m_items->index(row, 0));
}

void PicklistView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_isFilling)
        Q_EMIT chosen();
}

void PicklistView::keyPressEvent(QKeyEvent *event)
{
    const bool withAlt = event->modifiers() == Qt::AltModifier;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (!withAlt)
            break;
        Q_EMIT moveWanted(event->key() == Qt::Key_Up ? -1 : 1);
        return;
    case Qt::Key_F2:
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT editWanted(); return;
    case Qt::Key_Insert: Q_EMIT addWanted(); return;
    case Qt::Key_Delete: Q_EMIT removeWanted(); return;
    default: break;
    }
    QListView::keyPressEvent(event);
}

} // namespace headway::ui

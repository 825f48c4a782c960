// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/sidebar.h"

#include "app/text/plaintip.h"
#include "ui/style/colours.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

enum Role { IdRole = Qt::UserRole, IconNameRole, ShortcutRole, CountRole, SectionRole, RowRole, MarkRole };

constexpr int iconSize = 16;
constexpr int inset = 6;                 // of a row's background from the edges
constexpr int textInset = 14;            // of the icon from the left edge
constexpr int rowIndent = space::medium; // of a row, from the names of pages
constexpr int sectionGap = space::medium;
constexpr int iconsWidth = iconSize + 2 * textInset + 1;

QString countText(const QModelIndex &index)
{
    const qint64 count = index.data(CountRole).toLongLong();
    return count > 0 ? QLocale().toString(count) : QString();
}

// A row under a page, rather than a page.
bool isRow(const QModelIndex &index)
{
    return !index.data(RowRole).toString().isEmpty();
}

int widthOf(const QString &name)
{
    return QFontMetrics(ui::font(TextSize::Body, Weight::Strong)).horizontalAdvance(name);
}

bool beginsSection(const QModelIndex &index)
{
    return index.row() > 0
        && index.data(SectionRole) != index.siblingAtRow(index.row() - 1).data(SectionRole);
}

class PageDelegate : public QStyledItemDelegate
{
public:
    explicit PageDelegate(Sidebar *sidebar) : QStyledItemDelegate(sidebar), m_sidebar(*sidebar) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const int row = qMax(rowHeight, lineHeight(TextSize::Body));
        return {10, row + (beginsSection(index) ? sectionGap : 0)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const ColourRoles &colours = colourRolesOf(m_sidebar);
        const bool isCurrent = option.state & QStyle::State_Selected;
        QRect row = option.rect;
        if (beginsSection(index))
            row.setTop(row.top() + sectionGap);

        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        paintGround(*painter, option, row);
        const QColor text = isCurrent ? option.palette.color(QPalette::HighlightedText)
                                      : option.palette.color(QPalette::WindowText);
        const QRect icon(row.left() + textInset, row.center().y() - iconSize / 2 + 1, iconSize, iconSize);
        const RowPainter mirrored(*painter, row, option.direction);
        if (!isRow(index))
            mirrored.pixmap(icon.topLeft(),
                            tinted(index.data(IconNameRole).toString(), iconSize,
                                   isCurrent ? colours.accent : text, m_sidebar.devicePixelRatioF()));
        if (m_sidebar.shownWidth() == Sidebar::Width::Full)
            paintTexts(mirrored, index, row.adjusted(icon.right() - row.left() + 11, 0, 0, 0), text,
                       isCurrent);
        else if (!countText(index).isEmpty())
            paintDot(*painter, mirrored.placed(icon));
        painter->restore();
    }

private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option, QRect row) const
    {
        const ColourRoles &colours = colourRolesOf(m_sidebar);
        const QRectF ground = QRectF(row).adjusted(inset, 1, -inset, -1);
        painter.setPen(Qt::NoPen);
        if (option.state & QStyle::State_Selected)
            painter.setBrush(option.palette.color(QPalette::Active, QPalette::Highlight));
        else if (option.state & QStyle::State_MouseOver)
            painter.setBrush(colours.hover);
        else
            painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(ground, cornerRadius, cornerRadius);
        if ((option.state & QStyle::State_HasFocus) && m_sidebar.hasFocus())
            paintFocusRing(painter, ground, colours);
    }

    void paintTexts(const RowPainter &row, const QModelIndex &index, QRect place, const QColor &text,
                    bool isCurrent) const
    {
        place.setRight(place.right() - textInset);
        if (isRow(index))
            place.setLeft(place.left() + rowIndent);
        if (const QString count = countText(index); !count.isEmpty()) {
            row->setFont(ui::font(TextSize::Small));
            row->setPen(isCurrent ? text : colourRolesOf(m_sidebar).quietText);
            row.text(place, Qt::AlignRight, count);
            place.setRight(place.right() - row->fontMetrics().horizontalAdvance(count) - space::small);
        }
        if (index.data(MarkRole).toBool()) {
            const int size = space::small;
            const QRect dot(place.right() - size, place.center().y() - size / 2 + 1, size, size);
            row->setBrush(colourRolesOf(m_sidebar).accent);
            row->setPen(Qt::NoPen);
            row->drawEllipse(row.placed(dot));
            place.setRight(dot.left() - space::small);
        }
        row->setFont(ui::font(TextSize::Body, isCurrent ? Weight::Strong : Weight::Normal));
        row->setPen(text);
        row.text(place, Qt::AlignLeft, index.data().toString());
    }

    void paintDot(QPainter &painter, QRect icon) const
    {
        const ColourRoles &colours = colourRolesOf(m_sidebar);
        painter.setPen(QPen(m_sidebar.palette().color(QPalette::Window), 1.5));
        painter.setBrush(colours.accent);
        painter.drawEllipse(QPointF(icon.right() + 1, icon.top()), 3.5, 3.5);
    }

    const Sidebar &m_sidebar;
};

} // namespace

Sidebar::Sidebar(QWidget *parent) : QListView(parent), m_pages(new QStandardItemModel(this))
{
    setAccessibleName(tr("Pages"));
    setModel(m_pages);
    setItemDelegate(new PageDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setBackgroundRole(QPalette::Window);
    viewport()->setBackgroundRole(QPalette::Window);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setViewportMargins(0, space::small, 1, 0);
    fold(Width::Full);
}

Sidebar::~Sidebar() = default;

void Sidebar::addPage(const SidebarPage &page)
{
    auto *item = new QStandardItem(page.name);
    item->setData(page.id, IdRole);
    item->setData(page.iconName, IconNameRole);
    item->setData(page.shortcut, ShortcutRole);
    item->setData(page.section, SectionRole);
    describe(*item);
    m_pages->appendRow(item);
    m_widest = qMax(m_widest, widthOf(page.name));
    fold(m_width);
}

QStandardItem *Sidebar::find(QStringView page, QStringView row) const
{
    for (int i = 0; i < m_pages->rowCount(); ++i) {
        const QStandardItem &item = *m_pages->item(i);
        if (item.data(IdRole).toString() == page && item.data(RowRole).toString() == row)
            return m_pages->item(i);
    }
    return nullptr;
}

void Sidebar::showRows(QStringView page, const std::vector<SidebarRow> &rows)
{
    const QStandardItem *under = find(page);
    if (!under)
        return;
    const int first = under->row() + 1;
    QStringList before;
    for (int i = first; i < m_pages->rowCount() && isRow(m_pages->index(i, 0)); ++i)
        before += m_pages->item(i)->data(RowRole).toString();
    QStringList now;
    for (const SidebarRow &row : rows)
        now += row.id;
    if (before != now)
        replaceRows(*under, before.size(), now);
    for (size_t i = 0; i < rows.size(); ++i) {
        QStandardItem &item = *m_pages->item(first + int(i));
        item.setText(rows[i].name);
        item.setData(rows[i].isMarked, MarkRole);
        describe(item);
    }
}

void Sidebar::replaceRows(const QStandardItem &under, qsizetype count, const QStringList &ids)
{
    const QScopedValueRollback showing(m_isShowing, true);
    const QString page = under.data(IdRole).toString();
    const QModelIndex current = currentIndex();
    const QString currentPage = current.data(IdRole).toString();
    const QString currentRow = current.data(RowRole).toString();
    const int first = under.row() + 1;
    m_pages->removeRows(first, int(count));
    for (qsizetype i = 0; i < ids.size(); ++i) {
        auto *item = new QStandardItem;
        item->setData(page, IdRole);
        item->setData(ids[i], RowRole);
        item->setData(under.data(SectionRole), SectionRole);
        m_pages->insertRow(first + int(i), item);
    }
    hideRows();
    showCurrent(currentPage, currentRow);
}

// A row of an icon's width would say nothing.
void Sidebar::hideRows()
{
    for (int i = 0; i < m_pages->rowCount(); ++i)
        setRowHidden(i, m_width == Width::Icons && isRow(m_pages->index(i, 0)));
}

QString Sidebar::nameOfPage(const QStandardItem &item) const
{
    const QStandardItem *page = find(item.data(IdRole).toString());
    return page ? page->text() : QString();
}

void Sidebar::describe(QStandardItem &item) const
{
    if (isRow(item.index())) {
        const bool isMarked = item.data(MarkRole).toBool();
        item.setToolTip(
            app::plainTip(isMarked ? tr("%1, changed and not saved").arg(item.text()) : item.text()));
        item.setData((isMarked ? tr("%1, view of %2, changed and not saved") : tr("%1, view of %2"))
                         .arg(item.text(), nameOfPage(item)),
                     Qt::AccessibleTextRole);
        return;
    }
    const QString shortcut = item.data(ShortcutRole).toString();
    item.setToolTip(
        app::plainTip(shortcut.isEmpty() ? item.text() : u"%1 (%2)"_s.arg(item.text(), shortcut)));
    const qint64 count = item.data(CountRole).toLongLong();
    item.setData(count > 0 ? tr("%1, %2 waiting").arg(item.text(), QLocale().toString(count)) : item.text(),
                 Qt::AccessibleTextRole);
}

void Sidebar::showCurrent(QStringView page, QStringView row)
{
    const QScopedValueRollback showing(m_isShowing, true);
    const QStandardItem *item = find(page, row);
    if (!item)
        item = find(page);
    if (item)
        setCurrentIndex(item->index());
    else
        clearSelection();
}

void Sidebar::showCount(QStringView id, qint64 count)
{
    QStandardItem *item = find(id);
    if (!item || item->data(CountRole).toLongLong() == count)
        return;
    item->setData(count, CountRole);
    describe(*item);
}

void Sidebar::showShortcut(QStringView id, const QString &shortcut)
{
    QStandardItem *item = find(id);
    if (!item || item->data(ShortcutRole).toString() == shortcut)
        return;
    item->setData(shortcut, ShortcutRole);
    describe(*item);
}

void Sidebar::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (m_isShowing || !current.isValid())
        return;
    if (isRow(current))
        Q_EMIT rowChosen(current.data(IdRole).toString(), current.data(RowRole).toString());
    else
        Q_EMIT chosen(current.data(IdRole).toString());
}

// The right button asks for the menu of a row, and does not go there.
void Sidebar::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::RightButton)
        QListView::mousePressEvent(event);
}

void Sidebar::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isMouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex index = isMouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid() || !isRow(index))
        return;
    const QPoint place =
        isMouse ? event->globalPos() : viewport()->mapToGlobal(visualRect(index).bottomLeft());
    Q_EMIT rowMenuWanted(index.data(IdRole).toString(), index.data(RowRole).toString(), place);
}

int Sidebar::neededWidth() const
{
    const int badge = widthOf(u"0,000"_s);
    return qBound(168, iconsWidth + m_widest + space::small + badge, 260);
}

void Sidebar::fold(Width width)
{
    m_width = width;
    hideRows();
    setFixedWidth(width == Width::Full ? neededWidth() : iconsWidth);
    scheduleDelayedItemsLayout();
    viewport()->update();
}

QSize Sidebar::sizeHint() const
{
    return {m_width == Width::Full ? neededWidth() : iconsWidth, 400};
}

void Sidebar::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    m_widest = 0;
    for (int i = 0; i < m_pages->rowCount(); ++i) {
        if (!isRow(m_pages->index(i, 0)))
            m_widest = qMax(m_widest, widthOf(m_pages->item(i)->text()));
    }
    fold(m_width);
}

} // namespace headway::ui

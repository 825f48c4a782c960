// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commandpalette.h"

#include "ui/controls/searchline.h"
#include "ui/controls/slimscrollbar.h"
#include "ui/style/colours.h"
#include "ui/style/popuplook.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"

#include <QAbstractListModel>
#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

enum Role { ExtraRole = Qt::UserRole, ShortcutRole, IconNameRole };

constexpr int mostRows = 12;
constexpr int widest = 640;
constexpr int shadowWidth = 14;
constexpr int panelRadius = 8;
constexpr int iconSize = 16;

int itemHeight()
{
    return qMax(rowHeight, lineHeight(TextSize::Body)) + 2;
}

class PaletteDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, itemHeight()};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const ColourRoles &colours = colourRolesOf(*option.widget);
        const bool isCurrent = option.state & QStyle::State_Selected;
        const QColor text =
            option.palette.color(QPalette::Active, isCurrent ? QPalette::HighlightedText : QPalette::Text);
        const QColor quiet = isCurrent ? text : colours.quietText;

        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (isCurrent) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(option.palette.color(QPalette::Active, QPalette::Highlight));
            painter->drawRoundedRect(option.rect.adjusted(space::small, 1, -space::small, -1), cornerRadius,
                                     cornerRadius);
        }
        QRect place = option.rect.adjusted(space::large, 0, -space::large, 0);
        const RowPainter row(*painter, option.rect, option.direction);
        row.pixmap(
            {place.left(), place.center().y() - iconSize / 2 + 1},
            tinted(index.data(IconNameRole).toString(), iconSize, quiet, option.widget->devicePixelRatioF()));
        place.setLeft(place.left() + iconSize + space::medium);

        painter->setFont(ui::font(TextSize::Small));
        painter->setPen(quiet);
        const QString shortcut = index.data(ShortcutRole).toString();
        row.text(place, Qt::AlignRight, shortcut);
        if (!shortcut.isEmpty())
            place.setRight(place.right() - painter->fontMetrics().horizontalAdvance(shortcut) - space::large);
        paintTexts(row, place, index, text, quiet);
        painter->restore();
    }

private:
    static void paintTexts(const RowPainter &row, QRect place, const QModelIndex &index, const QColor &text,
                           const QColor &quiet)
    {
        row->setFont(ui::font(TextSize::Body));
        row->setPen(text);
        const int taken = row.text(place, Qt::AlignLeft, index.data().toString());
        place.setLeft(place.left() + taken + space::medium);
        if (place.width() < space::huge)
            return;
        row->setFont(ui::font(TextSize::Small));
        row->setPen(quiet);
        row.text(place, Qt::AlignLeft, index.data(ExtraRole).toString());
    }
};

} // namespace

class CommandPalette::Entries : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : int(m_items.size());
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        const app::PaletteItem &item = m_items[size_t(index.row())];
        switch (role) {
        case Qt::DisplayRole: return item.text;
        case ExtraRole: return item.extra;
        case ShortcutRole: return item.shortcut;
        case IconNameRole: return item.iconName;
        case Qt::AccessibleTextRole: {
            QStringList parts{item.text, item.extra, item.shortcut};
            parts.removeAll(QString());
            return parts.join(u", "_s);
        }
        default: return {};
        }
    }

    void replace(app::PaletteItems items)
    {
        beginResetModel();
        m_items = std::move(items);
        endResetModel();
    }

    const app::PaletteItem &at(int row) const { return m_items[size_t(row)]; }

    int rowOf(const QString &id) const
    {
        for (size_t row = 0; row < m_items.size(); ++row) {
            if (m_items[row].id == id)
                return int(row);
        }
        return -1;
    }

private:
    app::PaletteItems m_items;
};

CommandPalette::CommandPalette(app::PaletteSearch &search, QWidget *window)
    : QWidget(window), m_search(search), m_items(new Entries(this)), m_line(new QLineEdit(this)),
      m_list(new QListView(this)), m_nothing(new QLabel(this))
{
    hide();
    setAccessibleName(tr("Search and commands"));
    m_line->setFrame(false);
    m_line->setFont(ui::font(TextSize::Title));
    m_line->setPlaceholderText(tr("Search, or > for a command"));
    m_line->setAccessibleName(tr("Search records and commands"));
    m_line->setTextMargins(space::hair, space::medium, space::large, space::medium);
    addSign(*m_line, u"search"_s);
    m_line->installEventFilter(this);
    setFocusProxy(m_line);

    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(m_items);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // arrow keys typed in the line move its cursor
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBar(new SlimScrollBar(Qt::Vertical, m_list));
    m_list->setMouseTracking(true);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setContentsMargins(space::large, space::small, space::large, space::medium);

    auto *column = new QVBoxLayout(this);
    constexpr int edge = shadowWidth + 1;
    column->setContentsMargins(edge, edge, edge, edge + space::small);
    column->setSpacing(0);
    auto *lineRow = new QHBoxLayout; // its icon is above those of the list
    lineRow->setContentsMargins(space::small, 0, space::small, 0);
    lineRow->addWidget(m_line);
    column->addLayout(lineRow);
    column->addSpacing(space::small + 1);
    column->addWidget(m_list);
    column->addWidget(m_nothing);

    connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_chosen.clear();
        m_search.ask(text);
    });
    connect(&m_search, &app::PaletteSearch::found, this, &CommandPalette::showFound);
    connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
}

CommandPalette::~CommandPalette() = default;

void CommandPalette::open(const QString &text)
{
    if (!m_isOpen) {
        m_isOpen = true;
        m_focusBefore = QApplication::focusWidget();
        qApp->installEventFilter(this);
    }
    m_chosen.clear();
    m_isRunDue = false;
    m_line->setText(text);
    m_search.ask(text);
    place();
    show();
    raise();
    m_line->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::dismiss()
{
    if (!m_isOpen)
        return;
    m_isOpen = false;
    qApp->removeEventFilter(this);
    m_search.stop();
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadFocus && m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::showFound(const app::PaletteItems &items)
{
    if (!m_isOpen)
        return;
    m_items->replace(items);
    m_nothing->setText(m_line->text().isEmpty() ? tr("Type a name, a company, a word of a note …")
                                                : tr("Nothing found."));
    const int row = m_chosen.isEmpty() ? 0 : qMax(0, m_items->rowOf(m_chosen));
    m_list->setCurrentIndex(m_items->index(row));
    place();
    if (m_isRunDue && !m_search.isWaiting())
        runCurrent();
}

void CommandPalette::runCurrent()
{
    if (m_search.isWaiting()) {
        m_isRunDue = true; // the list still answers an older query
        return;
    }
    m_isRunDue = false;
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const app::PaletteItem item = m_items->at(current.row());
    m_search.remember(item);
    dismiss();
    if (item.run)
        item.run();
    Q_EMIT ran(item.id);
}

void CommandPalette::moveBy(int rows)
{
    const int count = m_items->rowCount({});
    if (count == 0)
        return;
    const int current = m_list->currentIndex().row();
    // A single step wraps around at the ends; a page stops there.
    const int row = qAbs(rows) == 1 ? (current + rows + count) % count : qBound(0, current + rows, count - 1);
    m_list->setCurrentIndex(m_items->index(row));
    m_chosen = m_items->at(row).id;
}

bool CommandPalette::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Down: moveBy(1); return true;
    case Qt::Key_Up: moveBy(-1); return true;
    case Qt::Key_PageDown: moveBy(mostRows - 1); return true;
    case Qt::Key_PageUp: moveBy(1 - mostRows); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: runCurrent(); return true;
    case Qt::Key_Escape: dismiss(); return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab: return true; // there is nothing else to focus
    default: return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress)
        return handleKey(static_cast<QKeyEvent *>(event)->key());
    if (!m_isOpen)
        return false;
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    const auto *widget = qobject_cast<QWidget *>(watched);
    const bool isElsewhere = widget && widget != this && !isAncestorOf(widget);
    if (isElsewhere && event->type() == QEvent::MouseButtonPress)
        dismiss(); // and the click has its usual effect
    return false;
}

void CommandPalette::place()
{
    const int rows = qMin(m_items->rowCount({}), mostRows);
    m_list->setVisible(rows > 0);
    m_nothing->setVisible(rows == 0);
    const QSize room = parentWidget()->size();
    const int top = qMin(64, room.height() / 10);
    const int bars = m_line->sizeHint().height() + 2 * shadowWidth + 3 * space::small;
    const int fitting = qMax(3, (room.height() - top - bars - space::large) / itemHeight());
    m_list->setFixedHeight(qMin(rows, fitting) * itemHeight());

    const int width = qMin(widest, room.width() - 2 * shadowWidth) + 2 * shadowWidth;
    layout()->activate();
    setGeometry((room.width() - width) / 2, top, width, layout()->sizeHint().height());
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const ColourRoles &colours = colourRolesOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF panel = QRectF(rect()).adjusted(shadowWidth, shadowWidth, -shadowWidth, -shadowWidth);
    paintShadow(painter, panel, panelRadius, shadowWidth, colours.shadow);
    painter.setBrush(palette().color(QPalette::Base));
    painter.setPen(colours.hairline);
    painter.drawRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), panelRadius, panelRadius);
    const int line = m_line->geometry().bottom() + 1;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(panel.left() + 1, line, panel.width() - 2, 1), colours.hairline);
}

} // namespace headway::ui

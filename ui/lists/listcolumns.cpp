// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/listcolumns.h"

#include "app/lists/listmodel.h"
#include "app/program/settings.h"
#include "ui/controls/menutext.h"
#include "ui/lists/listview.h"
#include "ui/style/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr int leastWidth = 40;
constexpr int pictureLetters = 6; // for a heading of one word above it

QString settingsPart(const app::ListModel &model)
{
    return tableName(model.kind());
}

} // namespace

ListColumns::ListColumns(ListView &view, app::ListModel &model, app::Settings &settings)
    : QObject(&view), m_view(view), m_model(model), m_settings(settings)
{
    m_model.setColumns(take(m_settings.value(app::setting::columns, settingsPart(m_model))));
    applyWidths();
    QHeaderView *header = view.horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setResizeContentsPrecision(0); // columns fit the rows in sight: more are not read for that
    connect(header, &QHeaderView::customContextMenuRequested, this,
            [this, header](const QPoint &position) { openMenu(header->mapToGlobal(position)); });
    connect(header, &QHeaderView::sectionResized, this,
            [this](int section, int, int width) { takeWidth(section, width); });
    // Queued: the header is still handling the move.
    connect(header, &QHeaderView::sectionMoved, this, &ListColumns::takeVisualOrder, Qt::QueuedConnection);
    // Queued: the list has to be sorted first.
    connect(header, &QHeaderView::sortIndicatorChanged, this, &ListColumns::showSortOrder,
            Qt::QueuedConnection);
    showSortOrder();
    connect(&model, &app::ListModel::dataChanged, this, &ListColumns::fitOnce);
    // Queued: the view has to have the rows.
    connect(&model, &app::ListModel::rowsInserted, this, &ListColumns::fitOnce, Qt::QueuedConnection);
    connect(&model, &app::ListModel::loaded, this, &ListColumns::fitOnce, Qt::QueuedConnection);
}

ListColumns::~ListColumns() = default;

int ListColumns::standardWidth(const app::Column &column) const
{
    const int letters =
        app::isPicture(m_model.kind(), column) ? pictureLetters : app::widthOf(m_model.kind(), column);
    return letters * m_view.fontMetrics().averageCharWidth() + 2 * space::small;
}

int ListColumns::widthOf(const app::Column &column) const
{
    return m_widths.value(column.id, m_fitted.value(column.id, standardWidth(column)));
}

// When all rows in sight are there, so that the widths do not depend on which of them came first; from then on
// columns stay as they are.
void ListColumns::fitOnce()
{
    const int first = m_view.rowAt(0);
    if (m_isFitted || first < 0)
        return;
    const int below = m_view.rowAt(m_view.viewport()->height() - 1);
    const int last = below < 0 ? m_model.rowCount() - 1 : below;
    bool hasRecord = false;
    for (int row = first; row <= last; ++row) {
        if (m_model.headAt(row))
            continue;
        if (!m_model.rowAt(row))
            return;
        hasRecord = true;
    }
    if (!hasRecord)
        return;
    m_isFitted = true;
    fit();
}

// Between the heading and a third more than is usual for what the column holds; figures get what they need.
void ListColumns::fit()
{
    for (int i = 0; i < m_model.columnCount(); ++i) {
        const app::Column &column = m_model.columns()[size_t(i)];
        if (m_fitted.contains(column.id))
            continue;
        const QFontMetrics metrics(font(TextSize::Small, Weight::Strong));
        const int heading =
            metrics.horizontalAdvance(m_model.headingOf(column) + u" ↑"_s) + 2 * space::small + 1;
        const int content = m_view.sizeHintForColumn(i);
        const int most = standardWidth(column) * 4 / 3;
        const bool isFigure = app::isFigure(m_model.kind(), column);
        m_fitted.insert(column.id,
                        std::max(isFigure ? content : std::min(content, most), std::min(heading, most)));
    }
    const QScopedValueRollback changing(m_isChanging, true);
    applyWidths();
}

std::vector<app::Column> ListColumns::take(const QStringList &stored)
{
    m_widths.clear();
    QStringList ids;
    for (const QString &each : stored) {
        ids += each.section(u':', 0, 0);
        if (const int width = each.section(u':', 1).toInt(); width > 0)
            m_widths.insert(ids.back(), width);
    }
    const std::vector<app::Column> columns = app::columnsNamed(m_model.kind(), ids, m_model.ownFields());
    return columns.empty() ? app::defaultColumns(m_model.kind()) : columns;
}

QStringList ListColumns::stored() const
{
    QStringList stored;
    for (const app::Column &column : m_model.columns())
        stored += m_widths.contains(column.id) ? column.id + u':' + QString::number(m_widths.value(column.id))
                                               : column.id; // fits what is in it
    return stored;
}

void ListColumns::remember()
{
    if (m_isOwn)
        m_settings.change(app::setting::columns, settingsPart(m_model), stored());
    Q_EMIT changed();
}

QString ListColumns::text() const
{
    return stored().join(u' ');
}

void ListColumns::showAs(const QString &text)
{
    m_isOwn = false;
    change(take(text.split(u' ', Qt::SkipEmptyParts)));
}

void ListColumns::showOwn()
{
    if (std::exchange(m_isOwn, true))
        return;
    change(take(m_settings.value(app::setting::columns, settingsPart(m_model))));
}

void ListColumns::applyWidths()
{
    for (int i = 0; i < m_model.columnCount(); ++i) {
        m_view.setColumnWidth(i, widthOf(m_model.columns()[size_t(i)]));
    }
}

// The last column fills the remaining width: nobody chose that width.
void ListColumns::takeWidth(int section, int width)
{
    const QHeaderView &header = *m_view.horizontalHeader();
    const bool isFilling =
        header.visualIndex(section) == header.count() - 1 && header.length() <= header.viewport()->width();
    if (m_isChanging || isFilling || section >= m_model.columnCount())
        return;
    const int least = m_view.leastWidthOfColumn(section);
    if (width < least) {
        const QScopedValueRollback changing(m_isChanging, true);
        m_view.setColumnWidth(section, least);
    }
    m_widths.insert(m_model.columns()[size_t(section)].id, std::max(width, least));
    remember();
}

bool ListColumns::isShown(const app::Column &column) const
{
    const auto &shown = m_model.columns();
    return std::find(shown.begin(), shown.end(), column) != shown.end();
}

// Keeps the selection, the current cell and the scroll position; the rows are the same before and after.
void ListColumns::change(const std::vector<app::Column> &columns)
{
    const QScopedValueRollback changing(m_isChanging, true);
    QItemSelectionModel &chosen = *m_view.selectionModel();
    std::vector<RowRange> rows;
    for (const QItemSelectionRange &range : chosen.selection())
        rows.push_back({range.top(), range.bottom()});
    const QModelIndex current = m_view.currentIndex();
    const int currentRow = current.row();
    const app::Column currentColumn =
        current.isValid() ? m_model.columns()[size_t(current.column())] : app::Column();
    const int down = m_view.verticalScrollBar()->value();
    const int aside = m_view.horizontalScrollBar()->value();

    m_model.setColumns(columns);
    if (m_isFitted)
        fit(); // those that have come
    QHeaderView &header = *m_view.horizontalHeader();
    for (int i = 0; i < header.count(); ++i)
        header.moveSection(header.visualIndex(i), i);
    applyWidths();
    showSortOrder();

    QItemSelection selection;
    const int lastColumn = m_model.columnCount() - 1;
    for (const RowRange &range : rows)
        selection.select(m_model.index(range.first, 0), m_model.index(range.last, lastColumn));
    const auto place = std::find(columns.begin(), columns.end(), currentColumn);
    const int column = place == columns.end() ? 0 : int(place - columns.begin());
    if (currentRow >= 0)
        chosen.setCurrentIndex(m_model.index(currentRow, column), QItemSelectionModel::NoUpdate);
    chosen.select(selection, QItemSelectionModel::ClearAndSelect);
    m_view.verticalScrollBar()->setValue(down);
    m_view.horizontalScrollBar()->setValue(aside);
}

void ListColumns::showSortOrder()
{
    QHeaderView &header = *m_view.horizontalHeader();
    const QSignalBlocker quiet(header); // the sort order itself does not change
    int sorted = -1;
    SortOrder order = SortOrder::Ascending;
    for (const SortKey &key : m_model.shownQuery().order) {
        if (key.subject == Subject::Closed)
            continue; // a list that nobody has sorted: by what comes next
        if (key.subject == Subject::Agenda)
            break; // what is planned, then what was done: the order of no column
        order = key.order;
        for (int i = 0; i < m_model.columnCount(); ++i) {
            if (app::sortKeyOf(m_model.columns()[size_t(i)], order) == key)
                sorted = i;
        }
        break;
    }
    header.setSortIndicator(sorted, order == SortOrder::Ascending ? Qt::AscendingOrder : Qt::DescendingOrder);
}

// The order made by dragging headings becomes the order of the columns, so that Tab, copies and exports
// follow it.
void ListColumns::takeVisualOrder()
{
    const QHeaderView &header = *m_view.horizontalHeader();
    std::vector<app::Column> columns;
    for (int i = 0; i < header.count(); ++i)
        columns.push_back(m_model.columns()[size_t(header.logicalIndex(i))]);
    if (m_isChanging || columns == m_model.columns())
        return;
    change(columns);
    remember();
}

void ListColumns::moveCurrent(Direction direction)
{
    const int from = m_view.currentIndex().column();
    const int to = from + (direction == Direction::Left ? -1 : 1);
    if (from < 0 || to < 0 || to >= m_model.columnCount())
        return;
    std::vector<app::Column> columns = m_model.columns();
    std::swap(columns[size_t(from)], columns[size_t(to)]);
    change(columns);
    remember();
    m_view.scrollTo(m_view.currentIndex());
}

void ListColumns::resizeCurrent(Size size)
{
    const int column = m_view.currentIndex().column();
    if (column < 0)
        return;
    const int step = 2 * m_view.fontMetrics().averageCharWidth() * (size == Size::Wider ? 1 : -1);
    m_view.setColumnWidth(column, std::max(leastWidth, m_view.columnWidth(column) + step));
}

void ListColumns::showStandard()
{
    m_widths.clear();
    change(app::defaultColumns(m_model.kind()));
    if (m_isOwn)
        m_settings.forget(app::setting::columns, settingsPart(m_model));
    Q_EMIT changed();
}

void ListColumns::toggle(const app::Column &column)
{
    std::vector<app::Column> columns = m_model.columns();
    if (!isShown(column))
        columns.push_back(column);
    else if (columns.size() > 1)
        std::erase(columns, column);
    change(columns);
    remember();
    if (isShown(column))
        m_view.horizontalScrollBar()->setValue(m_view.horizontalScrollBar()->maximum()); // the new one
}

// The visible columns in their order; then the others by name.
void ListColumns::fillMenu(QMenu &menu)
{
    std::vector<app::Column> others = app::allColumns(m_model.kind(), m_model.ownFields());
    std::erase_if(others, [this](const app::Column &column) { return isShown(column); });
    std::sort(others.begin(), others.end(), [this](const app::Column &a, const app::Column &b) {
        return m_model.headingOf(a).localeAwareCompare(m_model.headingOf(b)) < 0;
    });
    const auto add = [this, &menu](const app::Column &column) {
        QAction *action = menu.addAction(withoutMnemonic(m_model.headingOf(column)));
        action->setData(column.id);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, &menu, column] {
            toggle(column);
            showChecks(menu);
        });
    };
    for (const app::Column &column : m_model.columns())
        add(column);
    menu.addSeparator();
    for (const app::Column &column : others)
        add(column);
    menu.addSeparator();
    menu.addAction(tr("&Standard columns"), this, &ListColumns::showStandard);
    showChecks(menu);
}

void ListColumns::showChecks(const QMenu &menu) const
{
    for (QAction *action : menu.actions()) {
        const auto column =
            app::columnsNamed(m_model.kind(), {action->data().toString()}, m_model.ownFields());
        if (column.empty())
            continue;
        action->setChecked(isShown(column.front()));
        action->setEnabled(!action->isChecked() || m_model.columnCount() > 1);
    }
}

void ListColumns::openMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(&m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Columns"));
    fillMenu(*menu);
    menu->installEventFilter(this);
    menu->popup(globalPosition);
}

void ListColumns::openMenu()
{
    const QHeaderView &header = *m_view.horizontalHeader();
    openMenu(header.mapToGlobal(header.rect().bottomLeft()));
}

// A click and Space leave the menu open, so that several columns can be switched in one go.
bool ListColumns::eventFilter(QObject *watched, QEvent *event)
{
    auto *menu = qobject_cast<QMenu *>(watched);
    const bool isClick = event->type() == QEvent::MouseButtonRelease
        && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton;
    const bool isSpace =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if (!menu || (!isClick && !isSpace))
        return QObject::eventFilter(watched, event);
    QAction *action = isSpace ? menu->activeAction()
                              : menu->actionAt(static_cast<QMouseEvent *>(event)->position().toPoint());
    if (!action || !action->isCheckable() || !action->isEnabled())
        return QObject::eventFilter(watched, event);
    action->trigger();
    return true;
}

} // namespace headway::ui

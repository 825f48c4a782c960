// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/paletterows.h"

#include "app/text/plaintip.h"
#include "ui/style/colours.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconSize = 16;

int headingHeight()
{
    return lineHeight(TextSize::Small) + space::hair;
}

// At the right edge; the text in the middle takes what is left. A stage may be long, the amount behind it is
// never cut.
int paintAside(const RowPainter &row, const QRect &place, const QString &aside)
{
    if (aside.isEmpty())
        return 0;
    const QFontMetrics metrics = row->fontMetrics();
    const QString fitting = metrics.elidedText(aside, Qt::ElideLeft, place.width() * 3 / 5);
    return row.text(place, Qt::AlignRight, fitting) + space::large;
}

void paintTexts(const RowPainter &row, QRect place, const QModelIndex &index, const QColor &text,
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
    row.text(place, Qt::AlignLeft, index.data(PaletteModel::ExtraRole).toString());
}

void paintHeading(const RowPainter &row, const QRect &place, const QString &heading, bool isTop,
                  const ColourRoles &colours)
{
    if (!isTop)
        row->fillRect(row.placed(QRect(place.left(), place.top(), place.width(), 1)), colours.hairline);
    row->setFont(ui::font(TextSize::Small, Weight::Strong));
    row->setPen(colours.quietText);
    row.text(place.adjusted(0, space::hair, 0, 0), Qt::AlignLeft, heading);
}

} // namespace

PaletteModel::~PaletteModel() = default;
PaletteDelegate::~PaletteDelegate() = default;

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

bool PaletteModel::isFirstOfGroup(int row) const
{
    return row == 0 || at(row).group != at(row - 1).group;
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    const app::PaletteItem &item = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return item.text;
    case ExtraRole: return item.extra;
    case AsideRole: return item.aside;
    case IconNameRole: return item.iconName;
    case HeadingRole: return isFirstOfGroup(index.row()) ? item.group : QString();
    case EnabledRole: return item.isEnabled;
    case Qt::AccessibleTextRole: return spoken(index.row());
    case Qt::ToolTipRole:
        return app::plainTip(item.extra.isEmpty() ? item.text : QString(item.text + u'\n' + item.extra));
    default: return {};
    }
}

QString PaletteModel::spoken(int row) const
{
    const app::PaletteItem &item = at(row);
    QStringList parts{item.text, item.extra, item.aside, item.enter};
    parts.removeAll(QString());
    const QString said = parts.join(u", "_s);
    if (item.group.isEmpty())
        return said;
    int first = row;
    while (!isFirstOfGroup(first))
        --first;
    int end = row + 1;
    while (end < rowCount() && !isFirstOfGroup(end))
        ++end;
    return tr("%1, %2 of %3: %4").arg(item.group).arg(row - first + 1).arg(end - first).arg(said);
}

void PaletteModel::replace(app::PaletteItems items)
{
    beginResetModel();
    m_items = std::move(items);
    endResetModel();
}

int PaletteModel::rowOf(const QString &id) const
{
    for (size_t row = 0; row < m_items.size(); ++row) {
        if (m_items[row].id == id)
            return int(row);
    }
    return -1;
}

int PaletteModel::nextGroup(int row, int step) const
{
    const int count = rowCount();
    if (count == 0)
        return -1;
    int next = row;
    if (step < 0) { // from the beginning of its own group
        while (next > 0 && !isFirstOfGroup(next))
            --next;
    }
    do
        next = (next + step + count) % count;
    while (!isFirstOfGroup(next));
    return next;
}

int PaletteDelegate::rowHeight(bool hasHeading)
{
    return qMax(ui::rowHeight, lineHeight(TextSize::Body)) + 2 + (hasHeading ? headingHeight() : 0);
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {100, rowHeight(!index.data(PaletteModel::HeadingRole).toString().isEmpty())};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const ColourRoles &colours = colourRolesOf(*option.widget);
    const bool isCurrent = option.state & QStyle::State_Selected;
    const bool isEnabled = index.data(PaletteModel::EnabledRole).toBool();
    const QColor strong =
        option.palette.color(QPalette::Active, isCurrent ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = isCurrent ? strong : colours.quietText;

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const RowPainter row(*painter, option.rect, option.direction);
    QRect whole = option.rect;
    if (const QString heading = index.data(PaletteModel::HeadingRole).toString(); !heading.isEmpty()) {
        const QRect place(whole.left() + space::large, whole.top(), whole.width() - 2 * space::large,
                          headingHeight());
        paintHeading(row, place, heading, index.row() == 0, colours);
        whole.setTop(whole.top() + headingHeight());
    }
    if (isCurrent) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.color(QPalette::Active, QPalette::Highlight));
        painter->drawRoundedRect(whole.adjusted(space::small, 1, -space::small, -1), cornerRadius,
                                 cornerRadius);
    }
    QRect place = whole.adjusted(space::large, 0, -space::large, 0);
    row.pixmap({place.left(), place.center().y() - iconSize / 2 + 1},
               tinted(index.data(PaletteModel::IconNameRole).toString(), iconSize, quiet,
                      option.widget->devicePixelRatioF()));
    place.setLeft(place.left() + iconSize + space::medium);

    painter->setFont(ui::font(TextSize::Small));
    painter->setPen(quiet);
    place.setRight(place.right() - paintAside(row, place, index.data(PaletteModel::AsideRole).toString()));
    paintTexts(row, place, index, isEnabled ? strong : quiet, quiet);
    painter->restore();
}

} // namespace headway::ui

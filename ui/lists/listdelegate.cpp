// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/listdelegate.h"

#include "app/lists/listmodel.h"
#include "domain/rules/due.h"
#include "ui/controls/pinnedtable.h"
#include "ui/style/colourdots.h"
#include "ui/style/colours.h"
#include "ui/style/kindicons.h"
#include "ui/style/rowpainter.h"
#include "ui/style/shapedtext.h"
#include "ui/style/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr int dotSize = 8;
constexpr int pictureSize = 16;
constexpr double readable = 4.5; // contrast ratio, WCAG AA

using Stress = app::CellLook::Stress;

QFont fontOf(const QStyleOptionViewItem &option, const app::CellLook &look)
{
    QFont font = option.font;
    font.setBold(look.stress == Stress::Strong);
    return font;
}

// A line break would cut the row in half; a list shows only the first line.
QString firstLine(const QString &text)
{
    return text.section(u'\n', 0, 0);
}

// The longest of the wordings that fits. A figure cut in its middle would be another figure, so where none fits
// it is left out, and the tool tip has it.
QString fitting(const QPainter &painter, const QStringList &wordings, int width)
{
    for (const QString &text : wordings) {
        if (text.isEmpty() || shapedText(painter, text, width).glyphs.text() == text)
            return text;
    }
    return u"…"_s;
}

// Null: the cell has none, or there are no icons; then it is its word.
QPixmap pictureOf(const app::CellLook &look, const QColor &colour, qreal pixelRatio)
{
    return look.activity ? tinted(iconOf(*look.activity), pictureSize, colour, pixelRatio) : QPixmap();
}

int letterWidth(const QStyleOptionViewItem &option, const app::CellLook &look, const QString &text)
{
    if (!pictureOf(look, option.palette.color(QPalette::Text), 1).isNull())
        return pictureSize + 2 * space::small;
    const int dot = look.dot ? dotSize + space::hair + 2 : 0;
    return QFontMetrics(fontOf(option, look)).horizontalAdvance(text) + dot + 2 * space::small + 1;
}

} // namespace

QColor readableOn(const QColor &ground, const QColor &colour, const QColor &text)
{
    QColor mixed = colour;
    for (int part = 1; part <= 10 && contrastRatio(mixed, ground) < readable; ++part) {
        QColor over = text;
        over.setAlphaF(float(part) / 10);
        mixed = blend(colour, over);
    }
    return mixed;
}

ListDelegate::ListDelegate(const app::ListModel &model, QObject *parent)
    : CellDelegate(parent, Chosen::Cells), m_model(model)
{
}

ListDelegate::~ListDelegate() = default;

int ListDelegate::widthOf(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QStringList wordings = m_model.wordingsOf(index);
    return wordings.isEmpty() ? 0
                              : letterWidth(option, m_model.lookOf(index), firstLine(wordings.constFirst()));
}

int ListDelegate::leastWidthOf(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QStringList wordings = m_model.wordingsOf(index);
    return wordings.isEmpty() ? 0 : letterWidth(option, m_model.lookOf(index), wordings.constLast());
}

void ListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    if (m_model.headAt(index.row()))
        return;
    const QStringList wordings = m_model.wordingsOf(index);
    if (wordings.isEmpty()) {
        CellDelegate::paint(painter, option, index); // not loaded yet
        return;
    }
    paintGround(*painter, option);
    const app::CellLook look = m_model.lookOf(index);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor text = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = isSelected ? text : colourRolesOf(*option.widget).quietText;
    // A figure half in sight would be another one.
    const auto *table = qobject_cast<const PinnedTable *>(option.widget);
    if (table && table->hoveredRow() == index.row() && !isSelected)
        painter->fillRect(option.rect.adjusted(0, 0, 0, -1), colourRolesOf(*option.widget).hover);
    const QRect place = look.isFigure && table ? table->partInSight(index, option.rect) : option.rect;
    if (place.isEmpty()) { // all of it is below something else
        paintFocus(*painter, option);
        return;
    }
    QRect inner = place.adjusted(space::small, 0, -space::small, 0);
    const RowPainter row(*painter, inner, option.direction);
    painter->setFont(fontOf(option, look));
    painter->setPen(look.stress == Stress::Quiet ? quiet : text);
    if (look.dot) {
        const QColor colour = dotColour(*look.dot, option.palette);
        paintDot(row, {inner.left(), inner.top(), dotSize, inner.height()}, *look.dot, colour);
        if (!isSelected && look.stress != Stress::Quiet)
            painter->setPen(readableOn(option.palette.color(QPalette::Base), colour, text));
        inner.adjust(dotSize + space::hair + 2, 0, 0, 0);
    }
    if (const QPixmap picture =
            pictureOf(look, painter->pen().color(), painter->device()->devicePixelRatioF());
        !picture.isNull()) {
        row.pixmap({inner.left(), inner.top() + (inner.height() - pictureSize) / 2}, picture);
        paintFocus(*painter, option);
        return;
    }
    const Qt::Alignment side(index.data(Qt::TextAlignmentRole).toInt());
    QString shown =
        look.isFigure ? fitting(*painter, wordings, inner.width()) : firstLine(wordings.constFirst());
    if (look.due && shown.startsWith(dueSymbol(*look.due))) {
        const QPen pen = painter->pen();
        if (!isSelected)
            painter->setPen(dueColour(*look.due, schemeOf(option.palette)));
        row.text(inner, side, shown.left(1));
        painter->setPen(pen);
        inner.adjust(painter->fontMetrics().horizontalAdvance(shown.left(2)), 0, 0,
                     0); // of a narrow cell the mark alone
        shown.remove(0, 2);
    }
    row.text(inner, side, shown);
    paintFocus(*painter, option);
}

} // namespace headway::ui

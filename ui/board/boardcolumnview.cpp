// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/boardcolumnview.h"

#include "app/board/boardmodel.h"
#include "app/text/codechoices.h"
#include "domain/records/record.h"
#include "ui/board/carddelegate.h"
#include "ui/board/cardlist.h"
#include "ui/controls/slimscrollbar.h"
#include "ui/style/colours.h"
#include "ui/style/compactamounts.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int lineWidth = 3;
constexpr int iconSize = 14;

} // namespace

QColor lineColour(const app::BoardModel &board, int column, const QWidget &widget)
{
    const QColor own(board.column(column).stage.colour);
    return own.isValid() ? own : stageColour(column, schemeOf(widget.palette()));
}

// Painted instead of made of labels, so that it stays compact at every width.
class BoardColumnView::Head : public QWidget
{
public:
    Head(const app::BoardModel &board, int column, QWidget *parent)
        : QWidget(parent), m_board(board), m_column(column)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        return {BoardColumnView::leastWidth(),
                lineWidth + space::small + nameHeight() + 2 + sumHeight() + space::small};
    }

    void describe()
    {
        const app::Display &display = m_board.display();
        const auto &column = m_board.column(m_column);
        m_count = column.stage.softLimit && column.count > 0 // of an empty stage a limit says nothing
            ? tr("%1 / %2").arg(display.number(column.count), display.number(*column.stage.softLimit))
            : display.number(column.count);
        m_isOver = column.stage.softLimit && column.count > *column.stage.softLimit;
        const QString whole = display.moneySums(column.sums);
        const QString share = display.weightedSums(column.sums);
        QStringList spoken{column.stage.name, display.counted(column.count, EntityKind::Deal)};
        if (m_isOver)
            spoken += tr("over the limit of %1").arg(display.number(*column.stage.softLimit));
        if (!whole.isEmpty())
            spoken += {whole, tr("weighted %1").arg(share)};
        const std::optional<qint64> days = m_board.averageDays(m_column);
        m_age = days ? tr("avg %1 d").arg(display.number(*days)) : QString();
        if (days)
            spoken += tr("on average %1 in this stage").arg(display.days(*days));
        setAccessibleName(spoken.join(u", "_s));
        QString tip = u"<b>"_s + column.stage.name.toHtmlEscaped() + u"</b> · "_s
            + display.percent(column.stage.probability) + u"<br>"_s
            + spoken.sliced(1).join(u"<br>"_s).toHtmlEscaped().replace(u"&lt;br&gt;"_s, u"<br>"_s);
        if (!column.stage.required.isEmpty()) {
            const EntityInfo &info = entityInfo(EntityKind::Stage);
            const FieldInfo &required = info.field(info.indexOf(u"required_fields"));
            tip += u"<br>"_s
                + tr("Asks for: %1").arg(app::codesText(required, column.stage.required)).toHtmlEscaped();
        }
        if (!column.stage.guidance.isEmpty())
            tip += u"<br><br>"_s + column.stage.guidance.toHtmlEscaped().replace(u'\n', u"<br>"_s);
        setToolTip(tip);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(lineColour(m_board, m_column, *this));
        painter.drawRoundedRect(QRectF(0, 0, width(), lineWidth), 1.5, 1.5);
        const int inset = space::hair;
        const RowPainter row(painter, rect(), layoutDirection());
        paintName(row, {inset, lineWidth + space::small, width() - 2 * inset, nameHeight()});
        paintSums(row,
                  {inset, lineWidth + space::small + nameHeight() + 2, width() - 2 * inset, sumHeight()});
    }

private:
    static int nameHeight() { return QFontMetrics(ui::font(TextSize::Body, Weight::Strong)).height(); }
    static int sumHeight() { return QFontMetrics(ui::font(TextSize::Small)).height(); }

    void paintName(const RowPainter &row, QRect area) const
    {
        const ColourRoles &colours = colourRolesOf(*this);
        row->setFont(ui::font(TextSize::Body));
        row->setPen(m_isOver ? colours.noneSet : colours.quietText);
        // The warning icon and, where there is room, the word go before the count.
        const QString word = m_isOver ? tr("over") : QString();
        int countWidth = row->fontMetrics().horizontalAdvance(m_count);
        row.text(area, Qt::AlignRight, m_count);
        if (m_isOver) {
            const QRect icon(area.right() + 1 - countWidth - space::hair - iconSize,
                             area.top() + (area.height() - iconSize) / 2, iconSize, iconSize);
            row.pixmap(icon.topLeft(),
                       tinted(u"data-warning"_s, iconSize, colours.noneSet, devicePixelRatioF()));
            countWidth += space::hair + iconSize;
            const QFontMetrics strong(ui::font(TextSize::Body, Weight::Strong));
            row->setFont(ui::font(TextSize::Small));
            const int wordWidth = row->fontMetrics().horizontalAdvance(word);
            const int left = strong.horizontalAdvance(m_board.column(m_column).stage.name) + space::small;
            if (left + wordWidth + space::hair + countWidth < area.width()) {
                const QRect place(icon.left() - space::hair - wordWidth, area.top(), wordWidth,
                                  area.height());
                row.text(place, Qt::AlignLeft, word);
                countWidth += space::hair + wordWidth;
            }
        }
        const QString &name = m_board.column(m_column).stage.name;
        const QFontMetrics strong(ui::font(TextSize::Body, Weight::Strong));
        const QFontMetrics small(ui::font(TextSize::Small));
        area.setRight(area.right() - countWidth - space::small);
        // The average stay in this stage, where there is room for it and the whole name.
        if (strong.horizontalAdvance(name) + space::small + small.horizontalAdvance(m_age) <= area.width()) {
            row->setFont(ui::font(TextSize::Small));
            row->setPen(colours.quietText);
            row.text(area, Qt::AlignRight, m_age);
        }
        row->setFont(ui::font(TextSize::Body, Weight::Strong));
        row->setPen(palette().color(QPalette::WindowText));
        row.text(area, Qt::AlignLeft, name);
    }

    // As many currencies as fit, the largest first, the same number on both sides.
    void paintSums(const RowPainter &row, QRect area) const
    {
        row->setFont(ui::font(TextSize::Small));
        const QFontMetrics metrics = row->fontMetrics();
        const auto &sums = m_board.column(m_column).sums;
        QString whole;
        QString weighted;
        for (size_t most = sums.size(); most > 0; --most) {
            whole = compactAmounts(m_board.display(), sums, Sum::Whole, most);
            weighted = tr("weighted %1").arg(compactAmounts(m_board.display(), sums, Sum::Weighted, most));
            if (metrics.horizontalAdvance(whole + weighted) + space::small <= area.width())
                break;
        }
        row->setPen(palette().color(QPalette::WindowText));
        area.setLeft(area.left() + row.text(area, Qt::AlignLeft, whole) + space::small);
        row->setPen(colourRolesOf(*this).quietText);
        area.setWidth(qMax(0, area.width()));
        row.text(area, Qt::AlignRight, weighted);
    }

    const app::BoardModel &m_board;
    const int m_column;
    QString m_count;
    QString m_age; // empty: no average yet
    bool m_isOver = false;
};

BoardColumnView::BoardColumnView(app::BoardModel &board, int column, CardDelegate &delegate, QWidget *parent)
    : QWidget(parent), m_board(board), m_column(column), m_head(new Head(board, column, this)),
      m_cards(new CardList(board, column, delegate, this))
{
    setMinimumWidth(leastWidth());
    setMaximumWidth(mostWidth());
    setObjectName(u"stage-%1"_s.arg(board.column(column).stage.id.value));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout; // as wide as the cards, without their scroll bar
    head->setContentsMargins(0, 0, SlimScrollBar::thickness(), 0);
    head->addWidget(m_head);
    layout->addLayout(head);
    layout->addWidget(m_cards, 1);
    showTotals();
}

BoardColumnView::~BoardColumnView() = default;

int BoardColumnView::leastWidth()
{
    return CardDelegate::leastWidth() + SlimScrollBar::thickness();
}

int BoardColumnView::mostWidth()
{
    return leastWidth() * 2;
}

void BoardColumnView::showTotals()
{
    m_head->describe();
    const auto &stage = m_board.column(m_column).stage;
    m_cards->setAccessibleName(tr("Stage %1").arg(stage.name));
    m_cards->setHint(m_board.filter().isEmpty() ? tr("No deals in this stage")
                                                : tr("No deal here meets the filter"));
}

} // namespace headway::ui

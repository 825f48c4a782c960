// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/boardcolumnview.h"

#include "app/board/boardmodel.h"
#include "app/text/codechoices.h"
#include "app/text/plaintip.h"
#include "domain/records/record.h"
#include "ui/board/carddelegate.h"
#include "ui/board/cardlist.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/slimscrollbar.h"
#include "ui/style/colourdots.h"
#include "ui/style/colours.h"
#include "ui/style/compactamounts.h"
#include "ui/style/fittingtext.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int lineWidth = 3;
constexpr int iconSize = 14;
constexpr int buttonSize = 20;

} // namespace

QColor lineColour(const app::BoardModel &board, int column, const QWidget &widget)
{
    return dotColour({board.column(column).lane.colour(), column, {}}, widget.palette());
}

QString laneNotes(const Lane &lane)
{
    QString notes;
    if (!lane.stage())
        return notes;
    const Stage &stage = *lane.stage();
    if (!stage.required.isEmpty()) {
        const EntityInfo &info = entityInfo(EntityKind::Stage);
        const FieldInfo &required = info.field(info.indexOf(u"required_fields"));
        notes += u"<br>"_s
            + BoardColumnView::tr("Asks for: %1")
                  .arg(app::codesText(required, stage.required))
                  .toHtmlEscaped();
    }
    if (!stage.guidance.isEmpty())
        notes += u"<br><br>"_s + stage.guidance.toHtmlEscaped().replace(u'\n', u"<br>"_s);
    return notes;
}

// Painted instead of made of labels, so that it stays compact at every width.
class BoardColumnView::Head : public QWidget
{
public:
    Head(const app::BoardModel &board, int column, QWidget *parent)
        : QWidget(parent), m_board(board), m_column(column), m_add(makeButton(u"list-add"_s)),
          m_fold(makeButton(u"go-previous"_s))
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_add->setVisible(!board.column(column).lane.isAside() && board.column(column).lane.takesCards());
        m_fold->setToolTip(BoardColumnView::tr("Fold this empty column again"));
        m_fold->hide();
    }

    FlatButton &addButton() const { return *m_add; }
    FlatButton &foldButton() const { return *m_fold; }
    void showFoldable(bool isFoldable)
    {
        m_fold->setVisible(isFoldable);
        placeButtons();
        update();
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
        const Stage *stage = column.lane.stage();
        const std::optional<qint64> limit = stage ? stage->softLimit : std::nullopt;
        m_count = limit && column.count > 0 // of an empty stage a limit says nothing
            ? tr("%1 / %2").arg(display.number(column.count), display.number(*limit))
            : display.number(column.count);
        m_isOver = limit && column.count > *limit;
        const QString whole = display.moneySums(column.sums);
        const QString share = display.weightedSums(column.sums);
        QStringList spoken{column.lane.name(), display.counted(column.count, m_board.kind())};
        if (m_isOver)
            spoken += tr("over the limit of %1").arg(display.number(*limit));
        if (!whole.isEmpty())
            spoken += whole;
        if (!whole.isEmpty() && stage)
            spoken += tr("weighted %1").arg(share);
        const std::optional<qint64> days = m_board.averageDays(m_column);
        m_age = days ? tr("avg %1 d").arg(display.number(*days)) : QString();
        if (days)
            spoken += (stage ? tr("on average %1 in this stage") : tr("on average %1 in this status"))
                          .arg(display.days(*days));
        setAccessibleName(spoken.join(u", "_s));
        const QString add =
            (stage ? BoardColumnView::tr("Add a deal in %1") : BoardColumnView::tr("Add a lead in %1"))
                .arg(column.lane.name());
        m_add->setAccessibleName(add);
        m_add->setToolTip(app::plainTip(add));
        m_fold->setAccessibleName(BoardColumnView::tr("Fold %1").arg(column.lane.name()));
        QString tip = u"<b>"_s + column.lane.name().toHtmlEscaped() + u"</b>"_s
            + (stage ? u" · "_s + display.percent(stage->probability) : QString()) + u"<br>"_s
            + spoken.sliced(1).join(u"<br>"_s).toHtmlEscaped().replace(u"&lt;br&gt;"_s, u"<br>"_s);
        tip += laneNotes(column.lane);
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
        paintName(row, {inset, lineWidth + space::small, width() - inset - buttonsWidth(), nameHeight()});
        paintSums(row,
                  {inset, lineWidth + space::small + nameHeight() + 2, width() - 2 * inset, sumHeight()});
    }

    void resizeEvent(QResizeEvent *event) override
    {
        QWidget::resizeEvent(event);
        placeButtons();
    }
    void changeEvent(QEvent *event) override
    {
        QWidget::changeEvent(event);
        if (event->type() == QEvent::LayoutDirectionChange)
            placeButtons();
    }

private:
    // Without the keyboard's focus, which would stop at each of forty columns: Ctrl+N does the same.
    FlatButton *makeButton(const QString &icon)
    {
        auto *button = new FlatButton(FlatButton::Kind::Quiet, this);
        button->showIcon(icon);
        button->setFocusPolicy(Qt::NoFocus);
        button->setFixedSize(buttonSize, buttonSize);
        return button;
    }
    // At the end of the name's line.
    void placeButtons()
    {
        int right = width();
        for (FlatButton *button : {m_add, m_fold}) {
            if (button->isHidden())
                continue;
            right -= buttonSize;
            const QRect place(right, lineWidth + space::small + (nameHeight() - buttonSize) / 2, buttonSize,
                              buttonSize);
            button->move(QStyle::visualRect(layoutDirection(), rect(), place).topLeft());
        }
    }
    int buttonsWidth() const
    {
        const int count = (m_add->isHidden() ? 0 : 1) + (m_fold->isHidden() ? 0 : 1);
        return count == 0 ? space::hair : count * buttonSize + space::hair;
    }

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
            const int left = strong.horizontalAdvance(m_board.column(m_column).lane.name()) + space::small;
            if (left + wordWidth + space::hair + countWidth < area.width()) {
                const QRect place(icon.left() - space::hair - wordWidth, area.top(), wordWidth,
                                  area.height());
                row.text(place, Qt::AlignLeft, word);
                countWidth += space::hair + wordWidth;
            }
        }
        const QString &name = m_board.column(m_column).lane.name();
        const QFontMetrics strong(ui::font(TextSize::Body, Weight::Strong));
        const QFontMetrics small(ui::font(TextSize::Small));
        area.setRight(area.right() - countWidth - space::small);
        // The average stay in this column, where there is room for it and the whole name.
        if (strong.horizontalAdvance(name) + space::small + small.horizontalAdvance(m_age) <= area.width()) {
            row->setFont(ui::font(TextSize::Small));
            row->setPen(colours.quietText);
            row.text(area, Qt::AlignRight, m_age);
        }
        row->setFont(ui::font(TextSize::Body, Weight::Strong));
        row->setPen(palette().color(QPalette::WindowText));
        row.text(area, Qt::AlignLeft, name);
    }

    // As many currencies as fit, the largest first, the same number on both sides; then shorter forms.
    void paintSums(const RowPainter &row, QRect area) const
    {
        row->setFont(ui::font(TextSize::Small));
        const QFontMetrics metrics = row->fontMetrics();
        const auto &sums = m_board.column(m_column).sums;
        FittingPair shown;
        for (size_t most = sums.size(); most > 0 && shown.second.isEmpty(); --most) {
            if (!m_board.column(m_column).lane.stage()) { // leads are not weighted
                shown = fittingPair(metrics, compactForms(m_board.display(), sums, Sum::Whole, most), metrics,
                                    {u" "_s}, area.width(), 0);
                break;
            }
            QStringList weighted = compactForms(m_board.display(), sums, Sum::Weighted, most);
            for (QString &form : weighted)
                form = BoardColumnView::tr("weighted %1").arg(form);
            shown = fittingPair(metrics, compactForms(m_board.display(), sums, Sum::Whole, most), metrics,
                                weighted, area.width(), space::small);
        }
        row->setPen(palette().color(QPalette::WindowText));
        row.text(area, Qt::AlignLeft, shown.first);
        row->setPen(colourRolesOf(*this).quietText);
        row.text(area, Qt::AlignRight, shown.second);
    }

    const app::BoardModel &m_board;
    const int m_column;
    FlatButton *m_add;
    FlatButton *m_fold;
    QString m_count;
    QString m_age; // empty: no average yet
    bool m_isOver = false;
};

BoardColumnView::BoardColumnView(app::BoardModel &board, int column, CardDelegate &delegate, QWidget *parent)
    : QWidget(parent), m_board(board), m_column(column), m_head(new Head(board, column, this)),
      m_headPlace(new QHBoxLayout), m_cards(new CardList(board, column, delegate, this))
{
    setMinimumWidth(leastWidth());
    setMaximumWidth(mostWidth());
    setObjectName((board.column(column).lane.stage() ? u"stage-%1"_s : u"status-%1"_s)
                      .arg(board.column(column).lane.id()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_headPlace->addWidget(m_head);
    layout->addLayout(m_headPlace);
    layout->addWidget(m_cards, 1);
    connect(&m_head->addButton(), &FlatButton::clicked, this, &BoardColumnView::addWanted);
    connect(&m_head->foldButton(), &FlatButton::clicked, this, &BoardColumnView::foldWanted);
    placeHead();
    showTotals();
}

BoardColumnView::~BoardColumnView() = default;

// As wide as the cards, without their scroll bar, which margins do not know the side of.
void BoardColumnView::placeHead()
{
    const int bar = SlimScrollBar::thickness();
    m_headPlace->setContentsMargins(isRightToLeft() ? bar : 0, 0, isRightToLeft() ? 0 : bar, 0);
}

void BoardColumnView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        placeHead();
}

void BoardColumnView::showFoldable(Foldable foldable)
{
    m_head->showFoldable(foldable == Foldable::Yes);
}

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
    const Lane &lane = m_board.column(m_column).lane;
    const bool isStage = lane.stage() != nullptr;
    m_cards->setAccessibleName((isStage ? tr("Stage %1") : tr("Status %1")).arg(lane.name()));
    if (m_board.filter().isEmpty())
        m_cards->setHint(isStage ? tr("No deals in this stage") : tr("No leads in this status"));
    else
        m_cards->setHint(isStage ? tr("No deal here meets the filter") : tr("No lead here meets the filter"));
}

} // namespace headway::ui

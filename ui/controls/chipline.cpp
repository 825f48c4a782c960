// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/chipline.h"

#include "ui/controls/listbelow.h"
#include "ui/controls/removablechip.h"
#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QStyle>

#include <algorithm>

namespace headway::ui {

namespace {

enum Role { TextRole = Qt::UserRole, NewRole };
constexpr int rowsInSight = 9;
constexpr int leastLetters = 14; // that the line has room for

} // namespace

ChipLine::ChipLine(const QString &hint, QWidget *parent)
    : QWidget(parent), m_line(new QLineEdit(this)), m_offers(new QStandardItemModel(this)),
      m_completer(listBelow(*m_line, *m_offers, tr("What was found"), rowsInSight))
{
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_line->setPlaceholderText(hint);
    m_line->setAccessibleName(hint);
    m_completer->popup()->installEventFilter(this); // before the completer's own
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textEdited, this, &ChipLine::edited);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &ChipLine::take);
}

ChipLine::~ChipLine() = default;

RemovableChip *ChipLine::makeChip(qint64 id)
{
    auto *chip = new RemovableChip(id, this);
    connect(chip, &RemovableChip::removeWanted, this, [this, id] { Q_EMIT removeWanted(id); });
    connect(chip, &RemovableChip::clickedAway, this, [this, id] {
        m_line->setFocus(Qt::MouseFocusReason); // not to the next chip, where Delete would go on
        Q_EMIT removeWanted(id);
    });
    connect(chip, &RemovableChip::moveWanted, this, [this, chip](int step) { moveFrom(chip, step); });
    connect(chip, &RemovableChip::left, this, &ChipLine::leaveChips);
    return chip;
}

void ChipLine::showChips(const std::vector<Item> &items, bool isEditable)
{
    std::vector<RemovableChip *> before = std::move(m_chips);
    m_chips.clear();
    const auto focused = std::find_if(before.begin(), before.end(),
                                      [](const RemovableChip *chip) { return chip->hasFocus(); });
    const bool hadFocus = focused != before.end();
    const size_t index = size_t(focused - before.begin());
    for (const Item &item : items) {
        const auto same = std::find_if(before.begin(), before.end(), [&item](const RemovableChip *chip) {
            return chip && chip->id() == item.id;
        });
        m_chips.push_back(same == before.end() ? makeChip(item.id) : *same);
        if (same != before.end())
            *same = nullptr;
        m_chips.back()->showText(item.text, isEditable);
    }
    m_isEditable = isEditable;
    m_line->setVisible(isEditable);
    arrange();
    for (RemovableChip *chip : m_chips)
        chip->show();
    const bool isGone = hadFocus && before[index];
    if (isGone && index < m_chips.size())
        m_chips[index]->setFocus(Qt::OtherFocusReason);
    else if (isGone)
        m_line->setFocus(Qt::OtherFocusReason);
    for (RemovableChip *chip : before) {
        if (chip) {
            chip->hide();
            chip->deleteLater();
        }
    }
    updateGeometry();
}

QString ChipLine::typed() const
{
    return m_line->text();
}

void ChipLine::type(const QString &text)
{
    m_line->setText(text);
}

// Chips wrap like words; the line takes what is left of the last row, or a row of its own.
ChipLine::Places ChipLine::placesIn(int width) const
{
    Places places;
    QPoint at(0, 0);
    int inRow = 0;
    const auto wrap = [&] {
        at = {0, at.y() + inRow + space::hair};
        inRow = 0;
    };
    for (const RemovableChip *chip : m_chips) {
        const QSize wanted = chip->sizeHint();
        const int chipWidth = std::min(wanted.width(), width);
        if (at.x() > 0 && at.x() + chipWidth > width)
            wrap();
        places.chips.emplace_back(at, QSize(chipWidth, wanted.height()));
        at.rx() += chipWidth + space::hair;
        inRow = wanted.height();
    }
    if (m_isEditable) {
        const int least = std::min(width, leastLetters * m_line->fontMetrics().averageCharWidth());
        if (at.x() > 0 && at.x() + least > width)
            wrap();
        const int lineHeight = m_line->sizeHint().height();
        const int down = std::max(0, (lineHeight - inRow) / 2);
        for (QRect &chip : places.chips) { // beside the line, in its middle
            if (chip.top() == at.y())
                chip.translate(0, down);
        }
        places.line = QRect(at, QSize(std::max(0, width - at.x()), lineHeight));
        inRow = std::max(inRow, lineHeight);
    }
    places.height = at.y() + inRow;
    const QRect whole(0, 0, width, places.height);
    for (QRect &chip : places.chips)
        chip = QStyle::visualRect(layoutDirection(), whole, chip);
    places.line = QStyle::visualRect(layoutDirection(), whole, places.line);
    return places;
}

void ChipLine::arrange()
{
    const Places places = placesIn(width());
    for (size_t i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setGeometry(places.chips[i]);
    m_line->setGeometry(places.line);
}

QSize ChipLine::sizeHint() const
{
    const int usual = std::max(width(), 240);
    return {usual, heightForWidth(usual)};
}

QSize ChipLine::minimumSizeHint() const
{
    return {120, m_isEditable ? m_line->sizeHint().height() : 0};
}

int ChipLine::heightForWidth(int width) const
{
    return placesIn(width).height;
}

void ChipLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ChipLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::LayoutDirectionChange)
        return;
    updateGeometry();
    arrange();
}

void ChipLine::moveFrom(RemovableChip *chip, int step)
{
    const auto at = std::find(m_chips.begin(), m_chips.end(), chip);
    if (at == m_chips.end())
        return;
    const qsizetype wanted = step ? at - m_chips.begin() + step : 0;
    if (wanted >= qsizetype(m_chips.size()))
        m_line->setFocus(Qt::OtherFocusReason);
    else
        m_chips[size_t(std::max<qsizetype>(wanted, 0))]->setFocus(Qt::OtherFocusReason);
}

// To the line behind the chips, or to what stands before it.
void ChipLine::leaveChips(bool isForward)
{
    if (isForward && m_isEditable) {
        m_line->setFocus(Qt::TabFocusReason);
        return;
    }
    QWidget *stop = m_line;
    do {
        stop = isForward ? stop->nextInFocusChain() : stop->previousInFocusChain();
    } while (stop != m_line
             && !((stop->focusPolicy() & Qt::TabFocus) && stop->isVisible() && stop->isEnabled()
                  && stop->window() == window() && !stop->focusProxy()));
    stop->setFocus(isForward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
}

void ChipLine::offer(const std::vector<Offer> &offers)
{
    m_offers->clear();
    for (const Offer &each : offers) {
        auto *item =
            new QStandardItem(themeIcon(each.iconName), each.shown.isEmpty() ? each.text : each.shown);
        item->setData(each.text, TextRole);
        item->setData(each.isNew, NewRole);
        m_offers->appendRow(item);
    }
    if (offers.empty() || !m_line->hasFocus()) {
        m_completer->popup()->hide();
        return;
    }
    popUpBelow(*m_line, *m_completer, m_line->text());
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void ChipLine::offerAnew(const std::vector<Offer> &offers)
{
    const QString chosen = m_completer->popup()->currentIndex().data(TextRole).toString();
    offer(offers);
    const auto same = std::find_if(offers.begin(), offers.end(),
                                   [&chosen](const Offer &each) { return each.text == chosen; });
    if (isOffering() && same != offers.end())
        m_completer->popup()->setCurrentIndex(
            m_completer->completionModel()->index(int(same - offers.begin()), 0));
}

bool ChipLine::isOffering() const
{
    return m_completer->popup()->isVisible();
}

void ChipLine::take(const QModelIndex &offer)
{
    m_completer->popup()->hide();
    Q_EMIT taken(offer.data(TextRole).toString());
}

// Keys of the line; true: it was ours.
bool ChipLine::takeKey(const QKeyEvent &key)
{
    if (key.modifiers() & ~Qt::KeypadModifier)
        return false;
    const bool isEmpty = m_line->text().isEmpty();
    const bool isAtBegin = m_line->cursorPosition() == 0 && !m_line->hasSelectedText();
    const int back = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
    switch (key.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_line->text().trimmed().isEmpty())
            return false;
        Q_EMIT taken(m_line->text());
        return true;
    case Qt::Key_Backspace:
        if (!isEmpty || m_chips.empty())
            return false;
        if (!key.isAutoRepeat()) // deleting a word with the key held down must not go on with the chips
            Q_EMIT removeWanted(m_chips.back()->id());
        return true;
    case Qt::Key_Escape:
        if (isEmpty)
            return false;
        m_line->clear();
        Q_EMIT edited({});
        return true;
    case Qt::Key_Down:
        if (!isEmpty)
            return false;
        Q_EMIT asked();
        return true;
    default: break;
    }
    if (key.key() != back || !isAtBegin || m_chips.empty())
        return false;
    m_completer->popup()->hide();
    m_chips.back()->setFocus(Qt::OtherFocusReason);
    return true;
}

// Keys that come while the list is open: Enter means what is chosen there, Tab too, if it exists, and goes on.
bool ChipLine::takeKeyInList(const QKeyEvent &key)
{
    const QModelIndex current = m_completer->popup()->currentIndex();
    switch (key.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key.modifiers()
            & ~Qt::KeypadModifier) { // saves what is typed; the list would take what it offers
            m_completer->popup()->hide();
            QKeyEvent passed(key.type(), key.key(), key.modifiers(), key.text(), key.isAutoRepeat());
            QApplication::sendEvent(m_line, &passed);
        } else if (current.isValid())
            take(current);
        else
            return takeKey(key);
        return true;
    case Qt::Key_Tab:
        if (current.isValid() && !current.data(NewRole).toBool() && !m_line->text().trimmed().isEmpty())
            take(current);
        return false;
    case Qt::Key_Backspace: return takeKey(key);
    default: return false;
    }
}

bool ChipLine::eventFilter(QObject *watched, QEvent *event)
{
    const bool isLine = watched == m_line;
    if (isLine && event->type() == QEvent::FocusIn
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) // the list has closed
        Q_EMIT entered();
    if (isLine && event->type() == QEvent::MouseButtonRelease && m_line->text().isEmpty()
        && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton)
        Q_EMIT asked();
    if (event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        return isLine ? takeKey(key) : takeKeyInList(key);
    }
    if (isLine && event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && !m_line->text().isEmpty())
            event->accept();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace headway::ui

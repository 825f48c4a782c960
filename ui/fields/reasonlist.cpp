// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/reasonlist.h"

#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QSignalBlocker>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostDigits = 9;

int reasonHeight()
{
    return QFontMetrics(ui::font(TextSize::Body)).height() + 6;
}

} // namespace

ReasonList::ReasonList(QWidget *parent) : QListWidget(parent)
{
    setObjectName(u"reason"_s);
    setAccessibleName(tr("Reason"));
    setFrameShape(QFrame::StyledPanel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
}

ReasonList::~ReasonList() = default;

void ReasonList::showReasons(const std::vector<LostReason> &all)
{
    const QSignalBlocker quiet(this); // nothing was chosen yet
    m_shown.clear();
    std::copy_if(all.begin(), all.end(), std::back_inserter(m_shown),
                 [](const LostReason &each) { return each.active; });
    clear();
    for (size_t i = 0; i < m_shown.size(); ++i) {
        const QString digit = i < mostDigits ? QString::number(i + 1) : u" "_s;
        auto *row = new QListWidgetItem(digit + u"   "_s + m_shown[i].name, this);
        row->setSizeHint({0, reasonHeight()});
    }
    setFixedHeight(qBound(2, count(), mostDigits) * reasonHeight() + 2 * frameWidth());
}

const LostReason *ReasonList::reason() const
{
    const int row = currentRow();
    const bool isChosen = row >= 0 && !selectedItems().isEmpty();
    return isChosen ? &m_shown[size_t(row)] : nullptr;
}

void ReasonList::choose(LostReasonId reason)
{
    const auto chosen = std::find_if(m_shown.begin(), m_shown.end(),
                                     [reason](const LostReason &each) { return each.id == reason; });
    if (chosen != m_shown.end())
        setCurrentRow(int(chosen - m_shown.begin()));
}

void ReasonList::keyPressEvent(QKeyEvent *event)
{
    const int row = event->key() - Qt::Key_1;
    const bool isDigit = event->modifiers() == Qt::NoModifier && row >= 0 && row < qMin(count(), mostDigits);
    if (isDigit)
        setCurrentRow(row);
    else
        QListWidget::keyPressEvent(event);
}

} // namespace headway::ui

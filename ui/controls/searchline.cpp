// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/searchline.h"

#include "ui/style/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QStyleOptionFrame>
#include <QToolButton>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

SearchLine::SearchLine(const QString &name, const QString &placeholder, QWidget *parent) : QLineEdit(parent)
{
    setAccessibleName(name);
    setPlaceholderText(placeholder);
    setClearButtonEnabled(true);
    if (auto *clear = findChild<QToolButton *>()) { // Qt gives it no name
        clear->setAccessibleName(tr("Clear"));
        clear->setToolTip(tr("Clear (Esc)"));
    }
    m_sign = addSign(*this, u"view-filter"_s);
    connect(m_sign, &QAction::triggered, this, &SearchLine::signClicked);
}

SearchLine::~SearchLine() = default;

// Esc in an empty line is left to the parent.
void SearchLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        QLineEdit::keyPressEvent(event);
}

void SearchLine::showHints(const QStringList &hints)
{
    m_hints = hints;
    setPlaceholderText(hints.constFirst());
}

// Beside the icon; the button that clears the line is not there while it is empty.
int SearchLine::roomForHint() const
{
    QStyleOptionFrame option;
    initStyleOption(&option);
    const QRect inner = style()->subElementRect(QStyle::SE_LineEditContents, &option, this);
    QRect icon;
    for (QObject *button : m_sign->associatedObjects()) {
        if (auto *shown = qobject_cast<QToolButton *>(button))
            icon = shown->geometry();
    }
    const int beside = isRightToLeft() ? icon.left() - inner.left() : inner.right() - icon.right();
    return beside - space::small;
}

void SearchLine::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    if (m_hints.isEmpty())
        return;
    const int room = roomForHint();
    const auto fits = [&](const QString &hint) { return fontMetrics().horizontalAdvance(hint) <= room; };
    const auto found = std::find_if(m_hints.begin(), m_hints.end(), fits);
    setPlaceholderText(found == m_hints.end() ? m_hints.constLast() : *found);
}

void SearchLine::offer(const QString &what)
{
    m_sign->setToolTip(what);
    for (QObject *button : m_sign->associatedObjects()) {
        if (auto *icon = qobject_cast<QToolButton *>(button)) {
            icon->setAccessibleName(what);
            icon->setCursor(Qt::PointingHandCursor);
        }
    }
}

QAction *addSign(QLineEdit &line, const QString &iconName)
{
    QAction *sign = line.addAction(themeIcon(iconName), QLineEdit::LeadingPosition);
    for (QObject *button : sign->associatedObjects()) {
        if (auto *icon = qobject_cast<QToolButton *>(button))
            icon->setAccessibleName(line.accessibleName());
    }
    return sign;
}

} // namespace headway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/searchline.h"

#include "ui/style/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QToolButton>

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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/linklist.h"

#include "ui/colours.h"
#include "ui/elidedlabel.h"
#include "ui/theme.h"

#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QUrl>
#include <QVBoxLayout>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int linkIconSize = 16;

QString fingerprint(const std::vector<LinkGroup> &groups)
{
    QStringList parts;
    for (const LinkGroup &group : groups) {
        parts += group.title;
        for (const Link &link : group.links)
            parts += {link.text,
                      link.detail,
                      link.figure,
                      link.address,
                      QString::number(link.record.id),
                      QString::number(link.removable.id)};
    }
    return parts.join(u'\n');
}

} // namespace

LinkRow::LinkRow(const Link &link, QWidget *parent) : QAbstractButton(parent), m_link(link)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    QStringList parts{link.text, link.detail, link.figure};
    parts.removeAll(QString());
    setAccessibleName(parts.join(u", "_s));
    setToolTip(link.detail);
    if (link.record.id || !link.address.isEmpty())
        setCursor(Qt::PointingHandCursor);
}

LinkRow::~LinkRow() = default;

QSize LinkRow::sizeHint() const
{
    const int small = QFontMetrics(ui::font(TextSize::Small)).height();
    return {160, fontMetrics().height() + (m_link.detail.isEmpty() ? 0 : small) + space::small + 2};
}

void LinkRow::paintEvent(QPaintEvent *)
{
    const Tones &colours = tonesOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.hover);
        painter.drawRoundedRect(rect(), cornerRadius, cornerRadius);
    }
    QRect place = rect().adjusted(space::small, space::hair + 1, -space::small, -space::hair - 1);
    const int first = fontMetrics().height();
    painter.drawPixmap(place.left(), place.top() + (first - linkIconSize) / 2,
                       tinted(m_link.iconName, linkIconSize, colours.quietText, devicePixelRatioF()));
    place.setLeft(place.left() + linkIconSize + space::small);

    const QRect line(place.left(), place.top(), place.width(), first);
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, m_link.figure);
    const int taken =
        m_link.figure.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_link.figure) + space::medium;
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(m_link.text, Qt::ElideRight, line.width() - taken));
    if (!m_link.detail.isEmpty()) {
        painter.setFont(ui::font(TextSize::Small));
        painter.setPen(colours.quietText);
        painter.drawText(place.adjusted(0, first, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_link.detail, Qt::ElideRight, place.width()));
    }
    if (hasFocus())
        paintFocusRing(painter, rect(), colours);
}

void LinkRow::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: click(); break;
    case Qt::Key_Down: focusNextChild(); break;
    case Qt::Key_Up: focusPreviousChild(); break;
    case Qt::Key_Delete:
        if (m_link.removable.id)
            Q_EMIT removeWanted();
        break;
    default: QAbstractButton::keyPressEvent(event);
    }
}

void LinkRow::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_link.removable.id)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(themeIcon(u"list-remove"_s), tr("Remove"), this, &LinkRow::removeWanted);
    menu->popup(event->globalPos());
}

LinkList::LinkList(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins({});
    m_column->setSpacing(0);
}

LinkList::~LinkList() = default;

void LinkList::showGroups(const std::vector<LinkGroup> &groups)
{
    const QString now = fingerprint(groups);
    if (now == m_shown)
        return;
    m_shown = now;
    m_count = 0;
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (const LinkGroup &group : groups) {
        if (group.links.empty())
            continue;
        auto *title = new ElidedLabel(this);
        title->setFont(ui::font(TextSize::Small, Weight::Strong));
        title->showText(group.title, ElidedLabel::Tone::Quiet);
        m_column->addSpacing(space::medium);
        auto *indent = new QHBoxLayout;
        indent->setContentsMargins(space::small, 0, space::small, space::hair);
        indent->addWidget(title);
        auto *place = new QWidget(this);
        place->setLayout(indent);
        m_column->addWidget(place);
        for (const Link &link : group.links) {
            auto *row = new LinkRow(link, this);
            m_column->addWidget(row);
            ++m_count;
            connect(row, &QAbstractButton::clicked, this, [this, link] {
                if (link.record.id)
                    Q_EMIT followed(link.record);
                else if (!link.address.isEmpty())
                    QDesktopServices::openUrl(QUrl(link.address));
            });
            connect(row, &LinkRow::removeWanted, this, [this, link] { Q_EMIT removeWanted(link.removable); });
        }
    }
}

} // namespace headway::ui

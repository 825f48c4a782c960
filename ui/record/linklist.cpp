// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/linklist.h"

#include "app/text/linkaddress.h"
#include "app/text/plaintip.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/style/colours.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int linkIconSize = 16;

QString fingerprint(const std::vector<LinkGroup> &groups)
{
    QStringList parts;
    for (const LinkGroup &group : groups) {
        parts += {group.title, group.addText};
        for (const Link &link : group.links)
            parts += {link.text,
                      link.detail,
                      link.figure,
                      link.address,
                      QString::number(link.record.id),
                      QString::number(link.removable.id),
                      QString::number(link.isSecondary)};
    }
    return parts.join(u'\n');
}

EntityRef identityOf(const Link &link)
{
    return link.removable.id ? link.removable : link.record;
}

} // namespace

LinkRow::LinkRow(const Link &link, Edge edge, QWidget *parent)
    : QAbstractButton(parent), m_link(link), m_edge(edge)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    QStringList parts{link.text, link.detail, link.figure};
    parts.removeAll(QString());
    setAccessibleName(parts.join(u", "_s));
    QStringList keys;
    if (link.isEditable)
        keys += tr("F2 edits it");
    if (link.removable.id)
        keys += tr("Delete removes it");
    setAccessibleDescription(keys.join(u", "_s));
    if (leads() || link.isEditable)
        setCursor(Qt::PointingHandCursor);
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (leads())
            Q_EMIT followed();
        else if (m_link.isEditable)
            Q_EMIT editWanted();
    });
}

LinkRow::~LinkRow() = default;

QSize LinkRow::sizeHint() const
{
    const int small = QFontMetrics(ui::font(TextSize::Small)).height();
    return {160, fontMetrics().height() + (m_link.detail.isEmpty() ? 0 : small) + space::small + 2};
}

QRect LinkRow::button() const
{
    const int side = fontMetrics().height() + space::small;
    return QStyle::visualRect(layoutDirection(), rect(), {width() - side, 0, side, qMin(side, height())});
}

void LinkRow::paintButton(QPainter &painter) const
{
    const ColourRoles &colours = colourRolesOf(*this);
    const QRect place = button();
    const bool isAimedAt = underMouse() && place.contains(mapFromGlobal(QCursor::pos()));
    const QPixmap icon = tinted(m_link.isEditable ? u"document-edit"_s : u"window-close"_s, linkIconSize,
                                isAimedAt ? colours.accent : colours.quietText, devicePixelRatioF());
    painter.drawPixmap(place.center() - QPoint(linkIconSize / 2 - 1, linkIconSize / 2 - 1), icon);
}

void LinkRow::paintEvent(QPaintEvent *)
{
    const ColourRoles &colours = colourRolesOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.hover);
        painter.drawRoundedRect(rect(), cornerRadius, cornerRadius);
    }
    const int edge = m_edge == Edge::Button ? button().width() : space::small;
    QRect place = rect().adjusted(space::small, space::hair + 1, -edge, -space::hair - 1);
    const int first = fontMetrics().height();
    const RowPainter row(painter, rect(), layoutDirection());
    row.pixmap({place.left(), place.top() + (first - linkIconSize) / 2},
               tinted(m_link.iconName, linkIconSize, colours.quietText, devicePixelRatioF()));
    place.setLeft(place.left() + linkIconSize + space::small);

    const QRect line(place.left(), place.top(), place.width(), first);
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::WindowText));
    row.text(line, Qt::AlignRight, m_link.figure);
    const int taken =
        m_link.figure.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_link.figure) + space::medium;
    const bool isAddress = !m_link.address.isEmpty();
    if (isAddress)
        painter.setPen(colours.accent);
    row.text(line.adjusted(0, 0, -taken, 0), Qt::AlignLeft,
             isAddress ? app::fromTheLeft(m_link.text, layoutDirection()) : m_link.text);
    if (!m_link.detail.isEmpty()) {
        painter.setFont(ui::font(TextSize::Small));
        painter.setPen(colours.quietText);
        row.text(place.adjusted(0, first, 0, 0), Qt::AlignLeft, m_link.detail);
    }
    if (hasButton() && (underMouse() || hasFocus()))
        paintButton(painter);
    if (hasFocus())
        paintFocusRing(painter, rect(), colours);
}

bool LinkRow::event(QEvent *event)
{
    if (event->type() == QEvent::HoverMove)
        update(); // repaints the button
    if (event->type() == QEvent::ToolTip) {
        const bool isOnButton = hasButton() && button().contains(static_cast<QHelpEvent *>(event)->pos());
        setToolTip(!isOnButton             ? app::plainTip(m_link.detail)
                       : m_link.isEditable ? tr("Edit (F2)")
                                           : tr("Remove (Delete)"));
    }
    return QAbstractButton::event(event);
}

void LinkRow::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter)
        click();
    else if (key == Qt::Key_Down)
        focusNextChild();
    else if (key == Qt::Key_Up)
        focusPreviousChild();
    else if (key == Qt::Key_F2 && m_link.isEditable)
        Q_EMIT editWanted();
    else if (key == Qt::Key_Delete && m_link.removable.id)
        Q_EMIT removeWanted();
    else
        QAbstractButton::keyPressEvent(event);
}

void LinkRow::mouseReleaseEvent(QMouseEvent *event)
{
    if (hasButton() && event->button() == Qt::LeftButton && button().contains(event->pos())) {
        setDown(false);
        if (m_link.isEditable)
            Q_EMIT editWanted();
        else
            Q_EMIT removeWanted();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void LinkRow::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_link.removable.id)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_link.isEditable)
        menu->addAction(themeIcon(u"document-edit"_s), tr("Edit"), this, &LinkRow::editWanted);
    if (m_link.isSecondary)
        menu->addAction(themeIcon(u"go-top"_s), tr("Make it the primary one"), this, &LinkRow::primaryWanted);
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
    const auto withFocus = std::find_if(m_lines.begin(), m_lines.end(), [](const Line &line) {
        return (line.row && line.row->hasFocus()) || (line.add && line.add->hasFocus());
    });
    const bool hadFocus = withFocus != m_lines.end();
    const size_t index = size_t(withFocus - m_lines.begin());
    const EntityRef record = hadFocus ? identityOf(*withFocus) : EntityRef{};
    if (m_form)
        m_column->removeWidget(m_form);
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    build(groups);
    if (isVisible()) { // at once: a list that is short for a moment would scroll its surroundings
        for (const Line &line : m_lines)
            line.place->show();
    }
    showForm();
    if (hadFocus)
        focusLine(record, index);
}

void LinkList::build(const std::vector<LinkGroup> &groups)
{
    m_lines.clear();
    m_count = 0;
    for (const LinkGroup &group : groups) {
        if (group.links.empty() && !group.adds)
            continue;
        addTitle(group);
        for (const Link &link : group.links)
            addRow(link, group.adds ? LinkRow::Edge::Button : LinkRow::Edge::Flush);
    }
}

void LinkList::addTitle(const LinkGroup &group)
{
    auto *place = new QWidget(this);
    auto *title = new ElidedLabel(place);
    title->setFont(ui::font(TextSize::Small, Weight::Strong));
    title->showText(group.title, ElidedLabel::Tone::Quiet);
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(space::small, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(title, 1);
    m_column->addSpacing(space::small);
    m_column->addWidget(place);
    place->setFixedHeight(lineHeight(TextSize::Body));
    if (!group.adds)
        return;
    auto *add = new FlatButton(FlatButton::Kind::Quiet, place);
    const int side = fontMetrics().height() + space::small;
    add->showIcon(u"list-add"_s);
    add->setFixedSize(side, side);
    add->setToolTip(group.addText);
    add->setAccessibleName(group.addText);
    row->addWidget(add);
    m_lines.push_back({nullptr, add, place, *group.adds});
    connect(add, &QAbstractButton::clicked, this, [this, kind = *group.adds] { Q_EMIT addWanted(kind); });
}

void LinkList::addRow(const Link &link, LinkRow::Edge edge)
{
    auto *row = new LinkRow(link, edge, this);
    m_column->addWidget(row);
    m_lines.push_back({row, nullptr, row, {}});
    ++m_count;
    connect(row, &LinkRow::followed, this, [this, link] {
        if (link.record.id)
            Q_EMIT followed(link.record);
        else
            open(link.address);
    });
    connect(row, &LinkRow::editWanted, this, [this, link] { Q_EMIT editWanted(link.removable); });
    connect(row, &LinkRow::removeWanted, this, [this, link] { Q_EMIT removeWanted(link.removable); });
    connect(row, &LinkRow::primaryWanted, this, [this, link] { Q_EMIT primaryWanted(link.removable); });
}

void LinkList::open(const QString &address)
{
    QDesktopServices::openUrl(QUrl(address));
    if (address.startsWith("tel:"_L1))
        Q_EMIT called();
}

EntityRef LinkList::identityOf(const Line &line)
{
    return line.row ? ui::identityOf(line.row->link()) : EntityRef{*line.adds, 0};
}

const LinkList::Line *LinkList::lineFor(EntityRef record) const
{
    for (const Line &line : m_lines) {
        if (identityOf(line) == record)
            return &line;
    }
    return nullptr;
}

void LinkList::focusLine(EntityRef record, size_t otherwise)
{
    const Line *line = lineFor(record);
    if (!line && !m_lines.empty())
        line = &m_lines[qMin(otherwise, m_lines.size() - 1)];
    if (line)
        (line->row ? static_cast<QWidget *>(line->row) : line->add)->setFocus(Qt::OtherFocusReason);
}

void LinkList::placeForm(QWidget *form, EntityRef record)
{
    m_form = form;
    m_formRecord = record;
    showForm();
}

void LinkList::showForm()
{
    if (!m_form)
        return;
    const Line *line = lineFor(m_formRecord);
    QWidget *above = line ? line->place : nullptr;
    m_column->insertWidget(above ? m_column->indexOf(above) + 1 : 0, m_form);
    if (line && line->row)
        line->row->hide();
    m_form->show();
    QWidget *before = line && line->add ? line->add : above;
    for (QWidget *part : m_form->findChildren<QWidget *>()) {
        const bool isStop = (part->focusPolicy() & Qt::TabFocus) && !part->focusProxy();
        if (before && isStop && part->window() == window()) {
            setTabOrder(before, part);
            before = part;
        }
    }
}

void LinkList::takeForm()
{
    if (!m_form)
        return;
    const bool hadFocus = m_form->isAncestorOf(QApplication::focusWidget());
    QWidget *closing = m_form;
    m_form = nullptr;
    if (const Line *line = lineFor(m_formRecord); line && line->row)
        line->row->show();
    if (hadFocus)
        focusLine(m_formRecord, 0);
    closing->hide();
    closing->deleteLater();
}

} // namespace headway::ui

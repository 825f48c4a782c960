// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/reachline.h"

#include "app/text/linkaddress.h"
#include "app/text/plaintip.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/menutext.h"
#include "ui/style/colours.h"
#include "ui/style/theme.h"

#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QUrl>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconSize = 16;
constexpr size_t phone = 0;
constexpr size_t email = 1;
constexpr size_t page = 2;

// As a button's text: "&" would mark a mnemonic.
QString plain(const QString &value, const QWidget &shownIn)
{
    return app::fromTheLeft(withoutMnemonic(value), shownIn.layoutDirection());
}

} // namespace

ReachLine::ReachLine(QWidget *parent)
    : QWidget(parent), m_nothing(new QLabel(tr("No phone number or e-mail"), this)),
      m_more(new FlatButton(FlatButton::Kind::Quiet, this))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->setSpacing(0);
    addWay(u"call-start"_s);
    addWay(u"mail-sent"_s);
    addWay(u"globe"_s);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    line->addWidget(m_nothing);
    line->addStretch(1);
    m_more->showIcon(u"arrow-down"_s);
    m_more->setToolTip(tr("Further numbers and addresses"));
    m_more->setAccessibleName(m_more->toolTip());
    line->addWidget(m_more);
    connect(m_more, &QAbstractButton::clicked, this, &ReachLine::openMore);
    setFixedHeight(m_more->sizeHint().height());
    showReach({});
}

ReachLine::~ReachLine() = default;

void ReachLine::addWay(const QString &iconName)
{
    auto *line = static_cast<QHBoxLayout *>(layout());
    const size_t kind = m_wayCount++;
    Way &way = m_ways[kind];
    way = {iconName, new QLabel(this), new FlatButton(FlatButton::Kind::Link, this)};
    line->addWidget(way.icon);
    line->addWidget(way.link);
    way.gap = new QSpacerItem(0, 0);
    line->addItem(way.gap); // only beside what is there, else the first would stand further in
    connect(way.link, &QAbstractButton::clicked, this, [this, kind] {
        const auto &points = kind == phone ? m_reach.phones : kind == email ? m_reach.emails : m_reach.pages;
        follow(ContactPoint(points.front())); // the line may show others by the time it was followed
    });
}

void ReachLine::showReach(const app::Reach &reach)
{
    m_reach = reach;
    showWay(m_ways[phone], reach.phones);
    showWay(m_ways[email], reach.emails);
    const bool hasRoom = reach.phones.empty() || reach.emails.empty();
    showWay(m_ways[page], hasRoom ? reach.pages : std::vector<ContactPoint>());
    m_nothing->setVisible(reach.isEmpty());
    const bool isMore =
        reach.phones.size() > 1 || reach.emails.size() > 1 || reach.pages.size() > (hasRoom ? 1 : 0);
    m_more->setVisible(isMore);
    tintIcons();
}

void ReachLine::showWay(Way &way, const std::vector<ContactPoint> &points)
{
    way.gap->changeSize(points.empty() ? 0 : space::hair, 0, QSizePolicy::Fixed, QSizePolicy::Minimum);
    layout()->invalidate();
    way.icon->setVisible(!points.empty());
    way.link->setVisible(!points.empty());
    if (points.empty())
        return;
    const QString &value = points.front().value;
    const QString whose = m_reach.name.isEmpty() ? value : tr("%1 of %2").arg(value, m_reach.name);
    way.link->setText(plain(value, *this));
    way.link->setMinimumWidth(0);
    if (&way == &m_ways[phone]) {
        way.link->setMinimumWidth(way.link->sizeHint().width()); // a number is never cut
        way.link->setAccessibleName(tr("Call %1").arg(whose));
        way.link->setToolTip(app::plainTip(tr("Call %1 and log it").arg(whose)));
    } else {
        way.link->setAccessibleName(&way == &m_ways[email] ? tr("Write to %1").arg(whose)
                                                           : tr("Open %1").arg(whose));
        way.link->setToolTip(app::plainTip(way.link->accessibleName()));
    }
}

QString ReachLine::number() const
{
    return m_reach.phones.empty() ? QString() : m_reach.phones.front().value;
}

std::vector<QWidget *> ReachLine::links() const
{
    std::vector<QWidget *> links;
    for (const Way &way : m_ways)
        links.push_back(way.link);
    links.push_back(m_more);
    return links;
}

void ReachLine::follow(const ContactPoint &point)
{
    QDesktopServices::openUrl(QUrl(app::linkAddress(point.by, point.value)));
    if (point.by == ContactPointType::Phone)
        Q_EMIT called();
}

void ReachLine::openMore()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto *points : {&m_reach.phones, &m_reach.emails, &m_reach.pages}) {
        for (const ContactPoint &point : *points) {
            const size_t kind = points == &m_reach.phones ? phone : points == &m_reach.emails ? email : page;
            connect(menu->addAction(themeIcon(m_ways[kind].iconName), plain(point.value, *this)),
                    &QAction::triggered, this, [this, point] { follow(point); });
        }
    }
    const QPoint below(isRightToLeft() ? 0 : m_more->width() - menu->sizeHint().width(), m_more->height());
    menu->popup(m_more->mapToGlobal(below));
}

void ReachLine::tintIcons()
{
    for (const Way &way : m_ways) {
        if (!way.icon->isHidden()) // a picture that nobody sees costs as much
            way.icon->setPixmap(
                tinted(way.iconName, iconSize, colourRolesOf(*this).quietText, devicePixelRatioF()));
    }
}

void ReachLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_wayCount == m_ways.size())
        tintIcons();
}

} // namespace headway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// A line with the phone number, e-mail address and web page by which somebody is reached, each a link; further
// ones in a menu. Part of the head of the detail pane; GUI thread; nothing fails.
#pragma once

#include "app/record/reach.h"

#include <QWidget>

#include <array>
#include <vector>

class QLabel;
class QSpacerItem;

namespace headway::ui {

class FlatButton;

class ReachLine : public QWidget
{
    Q_OBJECT
public:
    explicit ReachLine(QWidget *parent);
    ~ReachLine() override;

    void showReach(const app::Reach &reach);
    // The number to be copied; empty: none.
    QString number() const;
    std::vector<QWidget *> links() const; // in their order, also hidden ones

Q_SIGNALS:
    void called(); // a number was clicked, and the system has been asked to call it

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Way {
        QString iconName = {};
        QLabel *icon = nullptr;
        FlatButton *link = nullptr;
        QSpacerItem *gap = nullptr; // behind it; the layout's
    };
    void addWay(const QString &iconName);
    void showWay(Way &way, const std::vector<ContactPoint> &points);
    void follow(const ContactPoint &point);
    void openMore();
    void tintIcons();

    app::Reach m_reach;
    std::array<Way, 3> m_ways; // phone, e-mail, page
    size_t m_wayCount = 0;
    QLabel *m_nothing;
    FlatButton *m_more;
};

} // namespace headway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on a page that has nothing to show: what belongs here, and buttons for the commands that
// bring it. Keeps itself in the middle of its parent; hidden at first. GUI thread; nothing fails.
#pragma once

#include <QPointer>
#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;

namespace headway::app {
class Commands;
}

namespace headway::ui {

class EmptyPage : public QWidget
{
    Q_OBJECT
public:
    EmptyPage(app::Commands &commands, QWidget *parent);
    ~EmptyPage() override;

    // The first offer is the one that most want. A command that is not there is not offered.
    struct Offer {
        QString command;
        QString text;
    };
    void tell(const QString &text, const std::vector<Offer> &offers);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override; // the parent's size

private:
    void addButton(const Offer &offer);
    void place();

    QPointer<app::Commands> m_commands;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
};

} // namespace headway::ui

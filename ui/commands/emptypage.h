// SPDX-License-Identifier: GPL-3.0-or-later
// Shown on a page that is empty: what belongs here, and buttons for the commands that add it. Centres itself
// in its parent; hidden at first. GUI thread; nothing fails.
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

    // The first offer is the main one. Commands that do not exist are not offered.
    struct Offer {
        QString command;
        QString text;
    };
    void tell(const QString &text, const std::vector<Offer> &offers);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override; // follows the parent's size

private:
    void addButton(const Offer &offer);
    void place();

    QPointer<app::Commands> m_commands;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
};

} // namespace headway::ui

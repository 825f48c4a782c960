// SPDX-License-Identifier: GPL-3.0-or-later
// Shown over a view that is empty: what belongs there, and buttons for the commands that add it. It lies beside
// the view, in the middle of its place: screen readers hear nothing of what lies within a view but its rows.
// Hidden at first. GUI thread; nothing fails.
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
    // Goes where the view goes, also into the layout that takes the view later.
    EmptyPage(app::Commands &commands, QWidget *view);
    ~EmptyPage() override;

    // The first offer is the main one. Commands that do not exist are not offered.
    struct Offer {
        QString command;
        QString text;
    };
    void tell(const QString &text, const std::vector<Offer> &offers);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override; // follows the view

private:
    void addButton(const Offer &offer);
    void standBeside();
    void place();

    QPointer<app::Commands> m_commands;
    QPointer<QWidget> m_view;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
};

} // namespace headway::ui

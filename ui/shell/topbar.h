// SPDX-License-Identifier: GPL-3.0-or-later
// The bar at the top of the window: back and forward, the current place, the field that opens the palette,
// and New. Its buttons are commands of the shell: go.back, go.forward, palette.open and record.new. GUI
// thread; nothing fails.
#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

namespace headway::app {
class Commands;
}

namespace headway::ui {

class CommandActions;
class FlatButton;

class TopBar : public QWidget
{
    Q_OBJECT
public:
    explicit TopBar(app::Commands &commands, QWidget *parent = nullptr);
    ~TopBar() override;

    // From the page to the record: {"Deals", "Board", "Q4 New business"}.
    void showTrail(const QStringList &trail);

    // Beside New, a menu of what else can be added here: a contact or a deal of the company that is shown.
    void offerMore(CommandActions &actions);

    // Updates texts and availability from the commands.
    void refresh();

private:
    class Trail;
    struct Button {
        FlatButton *button;
        QString command;
    };

    FlatButton *addButton(FlatButton *button, const QString &command);

    app::Commands &m_commands;
    Trail *m_trail;
    FlatButton *m_search = nullptr;
    FlatButton *m_more = nullptr;
    std::vector<Button> m_buttons;
    bool m_isOffered = false;
};

} // namespace headway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Settings of this computer, for all books: look, order of dates, log level. Each takes effect at once. Part
// of the settings page; GUI thread; nothing fails.
#pragma once

#include "app/text/display.h"
#include "ui/settings/settingsform.h"

namespace headway::app {
class Settings;
}

namespace headway::ui {

class ComputerSettings : public SettingsForm
{
    Q_OBJECT
public:
    // `settings` outlives it; `today` is a day for examples.
    ComputerSettings(app::Settings &settings, const app::Display &display, QDate today, QWidget *parent);
    ~ComputerSettings() override;

private:
    template <class T>
    void addChoice(const QString &label, const T &setting);
    void showExample();

    app::Settings &m_settings;
    app::Display m_display;
    QDate m_today;
    RemarkLabel *m_example;
};

} // namespace headway::ui

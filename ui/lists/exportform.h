// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for whom a list is written to a file, and how much of it: a small panel over the list. Enter goes on
// to the choice of the file, Esc cancels. The last answer is the next suggestion. One for each list; GUI
// thread.
#pragma once

#include "app/program/settings.h"
#include "app/text/display.h"
#include "transfer/export/exporter.h"
#include "ui/controls/floatingpanel.h"

class QComboBox;

namespace headway::ui {

class ExportForm : public FloatingPanel
{
    Q_OBJECT
public:
    // `settings` outlives the form.
    ExportForm(app::Settings &settings, const app::Display &display, QWidget *parent);
    ~ExportForm() override;

    void ask(const QString &what, EntityKind kind); // "300 deals"

Q_SIGNALS:
    // How it is to be written; the path is empty.
    void exportWanted(const headway::transfer::TargetFile &file, headway::app::ExportColumns columns,
                      headway::transfer::ExportPurpose purpose);

protected:
    void confirm() override;

private:
    app::ExportFor chosen() const;
    transfer::ExportPurpose purpose() const;
    QComboBox *addChoice(const QString &name);
    static QString said(app::ExportFor writtenFor);
    void explain();

    app::Settings &m_settings;
    const app::Display m_display;
    QComboBox *m_for;
    QComboBox *m_columns;
    QComboBox *m_purpose; // of people, who may not want it
    bool m_hasWishes = false;
};

} // namespace headway::ui

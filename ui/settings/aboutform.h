// SPDX-License-Identifier: GPL-3.0-or-later
// Versions, licence and file locations of the program, with buttons to copy it all for a support question and
// to open each folder. Part of the settings page; GUI thread; nothing fails.
#pragma once

#include "app/workspace/workspace.h"
#include "ui/settings/settingsform.h"

#include <QStringList>

namespace headway::app {
class Settings;
}

namespace headway::ui {

class ElidedLabel;

class AboutForm : public SettingsForm
{
    Q_OBJECT
public:
    // `stateFolder`: of log and crash reports.
    AboutForm(app::Workspace &workspace, const app::Settings &settings, const QString &stateFolder,
              QWidget *parent);
    ~AboutForm() override;

    QString text() const; // all of it, one item per line

private:
    ElidedLabel *addFieldRow(const QString &name, const QString &value);
    void addPlace(const QString &name, const QString &path);
    void showField(const QString &name, const QString &value);
    void readEngine();
    void copy();
    void showControls();

    struct FieldRow {
        QString name;
        ElidedLabel *label;
    };
    app::Workspace &m_workspace;
    std::vector<FieldRow> m_fieldRows;
    RemarkLabel *m_copied = nullptr;
    QWidget *m_controls = nullptr; // once it was asked for
    app::Ticket m_read;
};

} // namespace headway::ui

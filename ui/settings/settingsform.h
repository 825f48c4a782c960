// SPDX-License-Identifier: GPL-3.0-or-later
// One part of the settings page: its title with a sentence on what it applies to, and rows of a label, a
// control and a remark. GUI thread; nothing fails.
#pragma once

#include <QScrollArea>

class QGridLayout;

namespace headway::ui {

class RemarkLabel;

// The title and sentence above every part, also above those that are no SettingsForm.
QWidget *makePartTitle(const QString &title, const QString &sentence, QWidget *parent);

class SettingsForm : public QScrollArea
{
    Q_OBJECT
public:
    SettingsForm(const QString &title, const QString &sentence, QWidget *parent);
    ~SettingsForm() override;

    // The control gets the label's text as its accessible name; "&" marks its mnemonic.
    void addRow(const QString &label, QWidget *control);
    void addLine(const QString &label, QWidget *control); // the same, close to the one above
    // Below the last control.
    RemarkLabel *addRemark(const QString &text);
    void addHeading(const QString &text);
    void addWide(QWidget *content); // over the whole width, below what is there

private:
    QGridLayout *m_rows;
};

} // namespace headway::ui

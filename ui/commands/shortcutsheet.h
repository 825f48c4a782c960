// SPDX-License-Identifier: GPL-3.0-or-later
// All shortcuts of a window on one sheet, made from its commands when it opens; those of the current place
// come first. A window of its own, so that they can be tried while reading. GUI thread; nothing fails.
#pragma once

#include "app/commands/commands.h"

#include <QDialog>

class QLineEdit;
class QVBoxLayout;

namespace headway::ui {

class ShortcutSheet : public QDialog
{
    Q_OBJECT
public:
    ShortcutSheet(const app::Commands &commands, app::Areas here, QWidget *parent);
    ~ShortcutSheet() override;

private:
    struct Section;

    void addSection(const QString &title, const std::vector<const app::Command *> &commands);
    void filter(const QString &text);

    std::vector<Section> m_sections;
    QLineEdit *m_filter;
    QVBoxLayout *m_rows;
};

} // namespace headway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The manual: the pages of docs/ that are for those who use the program, as the program carries them along.
// A window beside the others, so that one can try while reading. GUI thread; nothing fails.
#pragma once

#include <QDialog>

namespace headway::ui {

class ManualWindow : public QDialog
{
    Q_OBJECT
public:
    // Opens at its first page.
    explicit ManualWindow(QWidget *parent);
    ~ManualWindow() override;

private:
    class Text;

    Text *m_text;
};

} // namespace headway::ui

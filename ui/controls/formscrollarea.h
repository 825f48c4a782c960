// SPDX-License-Identifier: GPL-3.0-or-later
// Scrolls a form where it does not fit; otherwise as high as the form, and hidden with it. GUI thread;
// nothing fails.
#pragma once

#include <QScrollArea>

namespace headway::ui {

class FormScrollArea : public QScrollArea
{
    Q_OBJECT
public:
    // Takes ownership of the form.
    FormScrollArea(QWidget *form, QWidget *parent);
    ~FormScrollArea() override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace headway::ui

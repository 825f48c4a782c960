// SPDX-License-Identifier: GPL-3.0-or-later
// Files and folders that are dropped on a window, wherever nothing else takes them. GUI thread; nothing fails.
#pragma once

#include <QObject>
#include <QStringList>

class QWidget;

namespace headway::ui {

class FileDrop : public QObject
{
    Q_OBJECT
public:
    explicit FileDrop(QWidget &window); // which owns it
    ~FileDrop() override;

Q_SIGNALS:
    void dropped(const QStringList &paths);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace headway::ui

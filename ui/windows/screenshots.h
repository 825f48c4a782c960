// SPDX-License-Identifier: GPL-3.0-or-later
// Takes screenshots of a book's pages for the manual and for machines without a display: drives a real
// window, waits until it shows its data, writes PNG files, and quits. GUI thread.
#pragma once

#include "ui/windows/bookwindow.h"

#include <QObject>
#include <QSize>
#include <QString>
#include <QTimer>

#include <vector>

namespace headway::ui {

class Shell;

class Screenshots : public QObject
{
    Q_OBJECT
public:
    // Files go into `folder`, which is created; `size` is the window's.
    Screenshots(const QString &folder, QSize size);
    ~Screenshots() override;

    // Begins as soon as the window has loaded its data.
    void takeOf(Shell &shell, BookWindow &window);

Q_SIGNALS:
    void taken(const QString &file);
    void finished(const QString &problem); // empty: all screenshots are written

private:
    void showNext();
    void take();
    bool save(QWidget &widget, const QString &name);

    QString m_folder;
    QSize m_size;
    Shell *m_shell = nullptr;
    BookWindow *m_window = nullptr;
    std::vector<BookWindow::PicturePlace> m_places; // taken from the end
    QTimer m_quiet;                                 // fires when a page has had time to show its data
    bool m_recordShown = false;
};

} // namespace headway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Shown while no book is open: four ways to open one, and the recent books. It only emits what was chosen.
// GUI thread; nothing fails.
#pragma once

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace headway::ui {

class FlatButton;

class StartPage : public QWidget
{
    Q_OBJECT
public:
    explicit StartPage(QWidget *parent = nullptr);
    ~StartPage() override;

    // Addresses of books, the latest first; missing files are marked as missing.
    void showRecent(const QStringList &books);

Q_SIGNALS:
    void sampleChosen();
    void emptyChosen();
    void importChosen();
    void openChosen();    // a file
    void connectChosen(); // a server
    void bookChosen(const QString &book);

private:
    using Signal = void (StartPage::*)();

    QWidget *makeHead();
    FlatButton *makeDoor(const QString &name, const QString &explanation, const QString &iconName,
                         Signal chosen);
    FlatButton *makeOpenDoor();
    void addRecent(const QString &book);

    QWidget *m_recent;
    QVBoxLayout *m_recentRows;
};

} // namespace headway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// What the program shows while no book is open: four ways in, and the books used lately. It only
// says what was chosen. GUI thread; nothing fails.
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

    // Files of books, the latest first; those that are gone are shown as gone.
    void showRecent(const QStringList &books);

Q_SIGNALS:
    void sampleChosen();
    void emptyChosen();
    void importChosen();
    void openChosen();
    void bookChosen(const QString &book);

private:
    using Signal = void (StartPage::*)();

    QWidget *makeHead();
    FlatButton *makeDoor(const QString &name, const QString &explanation, const QString &iconName,
                         Signal chosen);
    void addRecent(const QString &book);

    QWidget *m_recent;
    QVBoxLayout *m_recentRows;
};

} // namespace headway::ui

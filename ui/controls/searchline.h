// SPDX-License-Identifier: GPL-3.0-or-later
// A line to filter by: with an icon at its beginning, and a button that clears it, as Esc does. GUI thread.
#pragma once

#include <QLineEdit>
#include <QStringList>

namespace headway::ui {

class SearchLine : public QLineEdit
{
    Q_OBJECT
public:
    // `name` is what a screen reader says.
    SearchLine(const QString &name, const QString &placeholder, QWidget *parent = nullptr);
    ~SearchLine() override;

    // The first of these that fits is shown while the line is empty; none is cut, and with it an example's figure.
    void showHints(const QStringList &hints);
    // Makes the icon at the beginning a button that says what it does.
    void offer(const QString &what);

Q_SIGNALS:
    void signClicked();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int roomForHint() const;

    QStringList m_hints;
    QAction *m_sign;
};

// Puts an icon at the beginning of the line, with the line's accessible name.
QAction *addSign(QLineEdit &line, const QString &iconName);

} // namespace headway::ui

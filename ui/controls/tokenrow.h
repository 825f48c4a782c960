// SPDX-License-Identifier: GPL-3.0-or-later
// A row of tokens: what was put together, in words, each of which can be clicked to be changed and taken out by its
// cross or Delete. What finds no room is counted behind the last one, as "+3". Takes no room while it is empty. GUI
// thread; nothing fails.
#pragma once

#include <QAbstractButton>

#include <vector>

namespace headway::ui {

class FlatButton;

class Token : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Token(QWidget *parent);
    ~Token() override;

    // As it is: an ampersand makes no key of the letter behind it.
    void showLabel(const QString &label);
    const QString &label() const { return m_label; }
    QSize sizeHint() const override;
    QRect crossPlace() const; // where a click takes it out

Q_SIGNALS:
    void removeWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString m_label;
};

class TokenRow : public QWidget
{
    Q_OBJECT
public:
    // `spoken` is what a screen reader says a token is: "Condition: %1".
    TokenRow(const QString &spoken, QWidget *parent);
    ~TokenRow() override;

    // `before` is what Tab leaves for the first token. The focus stays at its place in the row; when nothing is left
    // there, it goes to `home`.
    void showTokens(const QStringList &texts, QWidget *before, QWidget *home);
    const std::vector<Token *> &tokens() const
    {
        return m_tokens;
    } // visible or folded away; hidden behind the last
    int count() const { return m_count; }
    int folded() const { return m_folded; } // how many are behind "+3"

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void clicked(int token);
    void removeWanted(int token);
    void moreWanted(); // those that are folded away

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    Token *made(int index);
    void chain(QWidget *before);
    void arrange();
    void foldFrom(int token);

    QString m_spoken;
    std::vector<Token *> m_tokens;
    FlatButton *m_more;
    int m_count = 0;
    int m_folded = 0;
};

} // namespace headway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// A few choices in a row, wrapping like words, each with the key that chooses it: outcomes, follow-ups,
// directions, people. Digits choose while it has the focus, arrows move. GUI thread; nothing fails.
#pragma once

#include <QWidget>

#include <set>
#include <vector>

namespace headway::ui {

struct Chip {
    QString text;
    QString key = {}; // "1": shown before the text
    QString toolTip = {};
};

class ChipRow : public QWidget
{
    Q_OBJECT
public:
    enum class Choose { One, Many };

    ChipRow(Choose choose, QWidget *parent);
    ~ChipRow() override;

    void showChips(std::vector<Chip> chips); // nothing is chosen afterwards
    int count() const { return int(m_chips.size()); }
    int current() const; // the chosen one; -1: none
    QString text(int chip) const { return m_chips[size_t(chip)].text; }
    // The chip's place in the row, for tests that click it.
    QRect placeOf(int chip) const { return places(width())[size_t(chip)]; }
    bool isChosen(int chip) const { return m_chosen.contains(chip); }
    void choose(int chip); // -1: none; emits nothing
    // The chip with this key, as if it had been pressed; false if there is none.
    bool press(const QString &key);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void chosen(int chip);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    int wantedWidth(const Chip &chip) const;
    std::vector<QRect> places(int width) const;
    void moveCursor(int step);
    QString explained(int chip) const;
    int chipAt(QPoint position) const;
    void pick(int chip);
    static bool showsKey(const Chip &chip);
    int chipHeight() const;
    void describe();

    Choose m_choose;
    std::vector<Chip> m_chips;
    std::set<int> m_chosen;
    int m_cursor = 0;
};

} // namespace headway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Words as chips that can be taken away, wrapping like words, and a line at their end to type another one, with
// what is offered below it. Knows no record: what is wanted is emitted, and shown when it has happened. Enter takes
// what is chosen in the list, or what is typed; Backspace in the empty line takes the last chip away; an arrow
// leads from the line into the chips. GUI thread; nothing fails.
#pragma once

#include <QWidget>

#include <vector>

class QCompleter;
class QKeyEvent;
class QLineEdit;
class QModelIndex;
class QStandardItemModel;

namespace headway::ui {

class RemovableChip;

class ChipLine : public QWidget
{
    Q_OBJECT
public:
    struct Item {
        qint64 id = 0;
        QString text;
    };
    struct Offer {
        QString text;       // what is taken
        QString shown = {}; // how it stands in the list; empty: as it is
        QString iconName = {};
        bool isNew = false; // it does not exist yet: Tab does not take it
    };

    // `hint` stands in the empty line, and is its name for a screen reader.
    ChipLine(const QString &hint, QWidget *parent);
    ~ChipLine() override;

    // Chips that stay keep the focus; where one goes, it goes to the next. Without `isEditable` there is no line.
    void showChips(const std::vector<Item> &items, bool isEditable);
    const std::vector<RemovableChip *> &chips() const { return m_chips; }
    QLineEdit *line() const { return m_line; }
    QString typed() const;
    void type(const QString &text); // emits nothing

    // In the list below the line, the first one chosen; nothing closes it.
    void offer(const std::vector<Offer> &offers);
    // The same ones with another order: what was chosen there stays so.
    void offerAnew(const std::vector<Offer> &offers);
    bool isOffering() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void removeWanted(qint64 id);
    void taken(const QString &text);  // to be added; the line keeps it until it is told otherwise
    void edited(const QString &text); // by typing
    void entered();                   // the keyboard is in the line now
    void asked();                     // for what there is: by Down or a click in the empty line

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Places {
        std::vector<QRect> chips;
        QRect line;
        int height = 0;
    };
    Places placesIn(int width) const;
    void arrange();
    RemovableChip *makeChip(qint64 id);
    void moveFrom(RemovableChip *chip, int step);
    void leaveChips(bool isForward);
    bool takeKey(const QKeyEvent &key);
    bool takeKeyInList(const QKeyEvent &key);
    void take(const QModelIndex &offer);

    std::vector<RemovableChip *> m_chips;
    bool m_isEditable = true;
    QLineEdit *m_line;
    QStandardItemModel *m_offers;
    QCompleter *m_completer;
};

} // namespace headway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The one button of bars, panels and empty pages: flat until hovered or focused. GUI thread; nothing fails.
#pragma once

#include <QAbstractButton>

class QHelpEvent;

namespace headway::ui {

class FlatButton : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Kind {
        Quiet,  // text or icon alone; with an outline where it can be checked
        Accent, // filled: the main action
        Link,   // text in the accent colour
        Field,  // looks like a field to type into, with a hint at its right edge
        Door,   // large: icon, text, and a line of explanation below
    };

    explicit FlatButton(Kind kind, QWidget *parent = nullptr);
    ~FlatButton() override;

    // An icon of the theme; painted in the colour of the text.
    void showIcon(const QString &iconName);
    // Its text is left to the tool tip and the screen reader; for rows of buttons that do not fit with their words.
    void showIconOnly(bool isAlone);
    // Door: the explanation. Field: the text at the right edge.
    void showHint(const QString &hint);

    QSize sizeHint() const override;
    int heightForWidth(int width) const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    int iconSize() const;
    int padding() const;
    QFont textFont() const;
    QString shownText() const;
    QColor textColour() const;
    bool isChip() const;
    void paintGround(QPainter &painter) const;
    void paintRow(QPainter &painter) const;
    void paintDoor(QPainter &painter) const;
    QRect mirrored(QRect place) const; // in right-to-left languages
    bool showToolTip(const QHelpEvent &event);
    Qt::Alignment sided(Qt::Alignment side, Qt::Alignment height = Qt::AlignVCenter) const;
    void paintIcon(QPainter &painter, QRect place, const QColor &colour) const;

    const Kind m_kind;
    QString m_iconName;
    bool m_isIconOnly = false;
    QString m_hint;
};

} // namespace headway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// In which line of a file the column names stand, and its first lines, in which one can be chosen instead. GUI thread;
// nothing fails.
#pragma once

#include <QWidget>

#include <optional>

class QSpinBox;
class QTableWidget;

namespace headway::transfer {
struct ImportPreview;
}

namespace headway::ui {

class FlatButton;

class ImportOpening : public QWidget
{
    Q_OBJECT
public:
    explicit ImportOpening(QWidget *parent = nullptr);
    ~ImportOpening() override;

    void showPreview(const transfer::ImportPreview &preview);
    // As the user said; none: as it is found.
    std::optional<qint64> headerLine() const;
    // As a profile says, which is not told by changed().
    void chooseHeaderLine(std::optional<qint64> line);

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void chooseRow(int row);
    void showLines(bool areShown);

    QSpinBox *m_line;
    FlatButton *m_show;
    QTableWidget *m_lines;
    bool m_isAsked = false; // whether to see the lines was said by the user
};

} // namespace headway::ui

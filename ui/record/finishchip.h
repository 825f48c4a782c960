// SPDX-License-Identifier: GPL-3.0-or-later
// Says in the log form which planned activity is finished by it, with a button to log it separately. A long name is
// cut; the day never is. GUI thread; nothing fails.
#pragma once

#include <QWidget>

class QLabel;

namespace headway::ui {

class ElidedLabel;
class FlatButton;

class FinishChip : public QWidget
{
    Q_OBJECT
public:
    explicit FinishChip(QWidget *parent);
    ~FinishChip() override;

    void showPlanned(const QString &name, const QString &day);
    FlatButton *removeButton() const { return m_remove; }
    // "X": the letter that removes it, with Alt.
    static QString key();

Q_SIGNALS:
    void removed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ElidedLabel *m_name;
    QLabel *m_day;
    FlatButton *m_remove;
};

} // namespace headway::ui

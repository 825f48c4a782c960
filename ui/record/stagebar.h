// SPDX-License-Identifier: GPL-3.0-or-later
// The way of a deal through its pipeline as a row of segments, filled up to its stage; a click, or Enter on the
// one chosen by the arrows, moves the deal there. Part of the head of the detail pane; GUI thread; nothing fails.
#pragma once

#include "domain/records/pipeline.h"

#include <QWidget>

#include <vector>

namespace headway::ui {

class StageBar : public QWidget
{
    Q_OBJECT
public:
    explicit StageBar(QWidget *parent);
    ~StageBar() override;

    // The stages in their order; `present` is the deal's, and `since` says how long it has been there.
    void showStages(std::vector<Stage> stages, StageId present, const QString &since);
    void showNothing();
    void keepPlace(bool isKept); // also while there is nothing to show

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void stageChosen(headway::StageId stage);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRect placeOf(int segment) const;
    int segmentAt(const QPoint &point) const; // -1: none
    int present() const;
    QString about(int segment) const;
    void choose(int segment);
    void sayChosen();

    std::vector<Stage> m_stages;
    StageId m_present;
    QString m_since;
    int m_hovered = -1;
    int m_chosen = -1; // by the arrows
};

} // namespace headway::ui

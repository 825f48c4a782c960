// SPDX-License-Identifier: GPL-3.0-or-later
// The foot of the windows that import: how far it is and how long it still takes, and the buttons. GUI thread; nothing
// fails.
#pragma once

#include "domain/rateestimate.h"
#include "transfer/request/importrequest.h"

#include <QWidget>

class QKeyEvent;

namespace headway::app {
class Display;
}

namespace headway::ui {

class ElidedLabel;
class FlatButton;
class ProgressLine;

class ImportFoot : public QWidget
{
    Q_OBJECT
public:
    // `display` outlives it.
    explicit ImportFoot(const app::Display &display, QWidget *parent = nullptr);
    ~ImportFoot() override;

    void showBusy(transfer::RunMode mode);
    void showProgress(qint64 done, qint64 all);
    // Done: there is nothing left to import.
    enum class Done { No, Yes };
    void showIdle(Done done);
    void showSave(bool isShown); // the rows that were not taken
    void showImport(const QString &text);
    void enableImport(bool isEnabled);
    void enableRuns(bool areEnabled); // to check and to import
    // Esc closes, or stops what runs; Enter imports. Returns whether the key means one of them.
    bool takeKey(const QKeyEvent &event);

Q_SIGNALS:
    void saveWanted();
    void checkWanted();
    void importWanted();
    void closeWanted();

private:
    const app::Display &m_display;
    QString m_doing; // "Checking", while it runs
    RateEstimate m_rate;
    ProgressLine *m_progress;
    ElidedLabel *m_text;
    FlatButton *m_save;
    FlatButton *m_check;
    FlatButton *m_close;
    FlatButton *m_import;
};

} // namespace headway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The line at the bottom of the window, instead of message boxes: what was done, with Undo; what
// went wrong, in one sentence, with Details; long work, with its rate, what is left, and Cancel;
// and at the right edge, of which day the figures are and who is working. GUI thread; nothing
// fails.
#pragma once

#include "app/text/display.h"
#include "domain/rateestimate.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <vector>

class QPlainTextEdit;
class QProgressBar;

namespace headway {
struct Error;
}

namespace headway::ui {

class ElidedLabel;
class FlatButton;

class MessageBar : public QWidget
{
    Q_OBJECT
public:
    // Any clock in milliseconds that does not go back.
    using Clock = std::function<qint64()>;
    using WorkId = int;

    explicit MessageBar(Clock clock, QWidget *parent = nullptr);
    ~MessageBar() override;

    // A message goes after a while, an error stays until it is dismissed or something else is said.
    void say(const QString &text);
    void sayDone(const QString &text, const QString &undoShortcut, std::function<void()> undo);
    void sayError(const Error &error);
    // How the sentences of errors are written from now on; before: as the window's locale does.
    void writeAs(const app::Display &display) { m_display = display; }
    QString words(const Sentence &sentence) const { return m_display.words(sentence); }
    // A message with something else to do about it; it stays like an error.
    void offer(const QString &text, const QString &action, std::function<void()> run);
    void dismiss();

    // Long work. Without `cancel` it cannot be stopped. The oldest work is the one shown.
    [[nodiscard]] WorkId beginWork(const QString &text, std::function<void()> cancel);
    void showProgress(WorkId work, qint64 done, qint64 total); // total 0: not known
    void endWork(WorkId work);

    enum class Time { Now, AnotherDay };
    void showAsOf(const QString &text, Time time); // empty: hidden, there is no book
    void showWho(const QString &text);             // empty: hidden

    QString message() const;

Q_SIGNALS:
    void whoClicked();

private:
    struct Work {
        WorkId id;
        QString text;
        std::function<void()> cancel;
        RateEstimate rate;
    };
    enum class Stay { AWhile, UntilDismissed };

    void showMessage(const QString &text, Stay stay);
    void showAction(const QString &text, std::function<void()> run);
    void toggleDetails();
    void showWork();
    void announce(const QString &text);
    QWidget *makeRow();

    Clock m_clock;
    QPlainTextEdit *m_details;
    ElidedLabel *m_icon = nullptr;
    ElidedLabel *m_message = nullptr;
    FlatButton *m_action = nullptr;
    FlatButton *m_detailsButton = nullptr;
    FlatButton *m_dismiss = nullptr;
    ElidedLabel *m_workText = nullptr;
    QProgressBar *m_progress = nullptr;
    FlatButton *m_cancel = nullptr;
    FlatButton *m_asOf = nullptr;
    FlatButton *m_who = nullptr;
    std::function<void()> m_run;
    std::vector<Work> m_works;
    WorkId m_lastWork = 0;
    QTimer m_linger;
    app::Display m_display{locale(), QTimeZone::systemTimeZone()};
};

} // namespace headway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The line at the bottom of the window, instead of message boxes: what was done, with Undo; errors, in one
// sentence, with Details; long work, with its rate, the time left, and Cancel; and at the right edge, of which day
// the figures are and who is working. A click unfolds a message for which there is no room. GUI thread; nothing
// fails.
#pragma once

#include "app/text/display.h"
#include "domain/rateestimate.h"

#include <QPointer>
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
    // A monotonic clock in milliseconds.
    using Clock = std::function<qint64()>;
    using WorkId = int;

    explicit MessageBar(Clock clock, QWidget *parent = nullptr);
    ~MessageBar() override;

    struct Action {
        QString text;
        std::function<void()> run;
    };

    // A message disappears after a while, an error stays until it is dismissed or replaced. Esc dismisses
    // both.
    void say(const QString &text);
    void say(const QString &text, const Action &action);
    void sayDone(const QString &text, const QString &undoShortcut, std::function<void()> undo);
    void sayError(const Error &error);
    // The format of the sentences of errors from now on; before: that of the window's locale.
    void writeAs(const app::Display &display) { m_display = display; }
    QString words(const Sentence &sentence) const { return m_display.words(sentence); }
    // A message with an action; it stays like an error.
    void offer(const QString &text, const QString &action, std::function<void()> run);
    void offer(const QString &text, const std::vector<Action> &actions); // one or two
    void dismiss();
    // Shows all of the message, up to four lines, to be read, selected and copied; or one line again.
    void toggleWhole();
    bool isWhole() const;

    // Long work. Without `cancel` it cannot be cancelled. The oldest work is the one shown.
    [[nodiscard]] WorkId beginWork(const QString &text, std::function<void()> cancel);
    void showProgress(WorkId work, qint64 done, qint64 total); // total 0: unknown
    void endWork(WorkId work);

    enum class Time { Now, AnotherDay };
    void showAsOf(const QString &text, Time time); // empty: hidden, there is no book
    void showWho(const QString &text);             // empty: hidden

    QString message() const;

Q_SIGNALS:
    void whoClicked();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Work {
        WorkId id;
        QString text;
        std::function<void()> cancel;
        RateEstimate rate;
    };
    enum class Stay { AWhile, UntilDismissed };

    void showMessage(const QString &text, Stay stay);
    void showActions(const std::vector<Action> &actions);
    void fold();
    void fitWhole();
    QPlainTextEdit *makeText(const QString &name);
    void toggleDetails();
    void showWork();
    void announce(const QString &text);
    QWidget *makeRow();

    Clock m_clock;
    QPlainTextEdit *m_details;
    QPlainTextEdit *m_whole; // the message in full
    ElidedLabel *m_icon = nullptr;
    ElidedLabel *m_message = nullptr;
    std::vector<FlatButton *> m_actions;
    FlatButton *m_detailsButton = nullptr;
    FlatButton *m_dismiss = nullptr;
    ElidedLabel *m_workText = nullptr;
    QProgressBar *m_progress = nullptr;
    FlatButton *m_cancel = nullptr;
    FlatButton *m_asOf = nullptr;
    FlatButton *m_who = nullptr;
    std::vector<std::function<void()>> m_runs; // of the actions
    QPointer<QWidget> m_focusBefore;           // before the message was shown in full
    std::vector<Work> m_works;
    WorkId m_lastWork = 0;
    QTimer m_linger;
    app::Display m_display{locale(), QTimeZone::systemTimeZone()};
};

} // namespace headway::ui

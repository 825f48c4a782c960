// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/messagebar.h"

#include "app/text/plaintip.h"
#include "domain/result.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/menutext.h"
#include "ui/controls/progressline.h"
#include "ui/controls/textarea.h"
#include "ui/style/colours.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>

#include <algorithm>
#include <chrono>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds linger{30};
constexpr int mostActions = 2;
constexpr int mostLines = 4; // of a message in full

QString paceText(const RateEstimate &rate, const app::Display &display)
{
    const QLocale locale;
    QStringList parts;
    if (rate.total() > 0)
        parts += MessageBar::tr("%1 of %2").arg(locale.toString(rate.done()), locale.toString(rate.total()));
    else if (rate.done() > 0)
        parts += locale.toString(rate.done());
    if (const auto perSecond = rate.perSecond())
        parts += MessageBar::tr("%1/s").arg(locale.toString(qRound64(*perSecond)));
    if (const auto left = rate.secondsLeft())
        parts += timeLeftText(*left);
    return display.line(parts, u" · "_s);
}

} // namespace

MessageBar::MessageBar(Clock clock, QWidget *parent)
    : QWidget(parent), m_clock(std::move(clock)), m_details(makeText(tr("Details"))),
      m_whole(makeText(tr("The message in full")))
{
    setAccessibleName(tr("Messages"));
    m_details->setFont(ui::font(TextSize::Small));
    m_whole->setObjectName(u"whole"_s);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_details);
    column->addWidget(m_whole);
    column->addWidget(makeRow());

    m_linger.setSingleShot(true);
    m_linger.setInterval(linger);
    connect(&m_linger, &QTimer::timeout, this, &MessageBar::dismiss);
    dismiss();
    showWork();
    showAsOf({}, Time::Now);
    showWho({});
}

MessageBar::~MessageBar() = default;

QPlainTextEdit *MessageBar::makeText(const QString &name)
{
    auto *text = new TextArea(this);
    text->setReadOnly(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setFrameShape(QFrame::NoFrame);
    text->setAccessibleName(name);
    text->document()->setDocumentMargin(space::large);
    text->setBackgroundRole(QPalette::Window);
    text->viewport()->setBackgroundRole(QPalette::Window);
    text->setTabChangesFocus(true);
    text->hide();
    return text;
}

QWidget *MessageBar::makeRow()
{
    auto *row = new QWidget(this);
    row->setFixedHeight(lineHeight(TextSize::Body) + space::hair);
    m_icon = new ElidedLabel(row);
    m_message = new ElidedLabel(row);
    for (int i = 0; i < mostActions; ++i)
        m_actions.push_back(new FlatButton(FlatButton::Kind::Link, row));
    m_detailsButton = new FlatButton(FlatButton::Kind::Link, row);
    m_dismiss = new FlatButton(FlatButton::Kind::Quiet, row);
    m_workText = new ElidedLabel(row);
    m_progress = new ProgressLine(row);
    m_cancel = new FlatButton(FlatButton::Kind::Link, row);
    m_asOf = new FlatButton(FlatButton::Kind::Quiet, row);
    m_who = new FlatButton(FlatButton::Kind::Quiet, row);

    m_dismiss->setText(u"×"_s); // the theme's icon is a heavy disc
    m_dismiss->setAccessibleName(tr("Dismiss the message"));
    m_dismiss->setToolTip(tr("Dismiss (Esc)"));
    m_message->keepLetters(36);
    m_message->installEventFilter(this);
    m_who->showIcon(u"user-identity"_s); // shown alone where there is no room for the name
    m_cancel->setText(tr("Cancel"));
    m_asOf->setToolTip(tr("The day whose state is shown"));

    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(space::large, 0, space::large, 0);
    line->setSpacing(space::small);
    line->addWidget(m_icon);
    line->addWidget(m_message);
    for (FlatButton *action : m_actions)
        line->addWidget(action);
    line->addWidget(m_detailsButton);
    line->addWidget(m_dismiss);
    line->addStretch(1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_workText, m_progress, m_cancel})
        line->addWidget(part);
    line->addSpacing(space::small);
    line->addWidget(m_asOf);
    line->addWidget(m_who);

    connect(m_dismiss, &FlatButton::clicked, this, &MessageBar::dismiss);
    connect(m_detailsButton, &FlatButton::clicked, this, &MessageBar::toggleDetails);
    connect(m_who, &FlatButton::clicked, this, &MessageBar::whoClicked);
    for (int i = 0; i < mostActions; ++i)
        connect(m_actions[size_t(i)], &FlatButton::clicked, this, [this, i] {
            const auto run = m_runs[size_t(i)];
            dismiss();
            run();
        });
    connect(m_cancel, &FlatButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        const auto cancel = m_works.front().cancel;
        cancel();
    });
    return row;
}

QString MessageBar::message() const
{
    return m_message->text();
}

void MessageBar::showMessage(const QString &text, Stay stay)
{
    m_icon->hide();
    m_message->showText(text, ElidedLabel::Tone::Normal);
    m_message->setVisible(!text.isEmpty());
    m_dismiss->setVisible(stay == Stay::UntilDismissed);
    showActions({});
    m_detailsButton->hide();
    m_details->hide();
    fold();
    if (stay == Stay::AWhile && !text.isEmpty())
        m_linger.start();
    else
        m_linger.stop();
    announce(text);
}

void MessageBar::showActions(const std::vector<Action> &actions)
{
    m_runs.clear();
    for (size_t i = 0; i < m_actions.size(); ++i) {
        m_actions[i]->setVisible(i < actions.size());
        if (i >= actions.size())
            continue;
        m_actions[i]->setText(actions[i].text);
        m_runs.push_back(actions[i].run);
    }
}

bool MessageBar::isWhole() const
{
    return !m_whole->isHidden();
}

void MessageBar::toggleWhole()
{
    if (isWhole()) {
        fold();
        return;
    }
    if (message().isEmpty())
        return;
    m_linger.stop(); // somebody reads it
    m_focusBefore = QApplication::focusWidget();
    m_dismiss->show();
    m_message->hide();
    m_whole->setPlainText(message());
    m_whole->show();
    fitWhole();
    m_whole->setFocus(Qt::OtherFocusReason);
}

void MessageBar::fold()
{
    if (!isWhole())
        return;
    const bool hadFocus = m_whole->hasFocus();
    m_whole->hide();
    m_message->setVisible(!message().isEmpty());
    if (hadFocus && m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void MessageBar::fitWhole()
{
    const int margin = 2 * space::large;
    const QRect text = m_whole->fontMetrics().boundingRect(QRect(0, 0, qMax(1, width() - margin), 10000),
                                                           Qt::TextWordWrap, message());
    const int line = m_whole->fontMetrics().lineSpacing();
    const int lines = qBound(1, (text.height() + line - 1) / line, mostLines);
    m_whole->setFixedHeight(lines * line + margin);
}

void MessageBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (isWhole())
        fitWhole();
}

// Whatever in it has the focus: the text ignores Esc.
void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !message().isEmpty())
        dismiss();
    else
        QWidget::keyPressEvent(event);
}

bool MessageBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_message && event->type() == QEvent::MouseButtonRelease
        && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton) {
        toggleWhole();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void MessageBar::announce(const QString &text)
{
    if (text.isEmpty())
        return;
    QAccessibleEvent nameChanged(m_message, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&nameChanged);
    QAccessibleEvent alert(m_message, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::say(const QString &text)
{
    showMessage(text, Stay::AWhile);
}

void MessageBar::say(const QString &text, const Action &action)
{
    showMessage(text, Stay::AWhile);
    showActions({action});
}

void MessageBar::sayDone(const QString &text, const QString &undoShortcut, std::function<void()> undo)
{
    say(text, {undoShortcut.isEmpty() ? tr("Undo") : tr("Undo (%1)").arg(undoShortcut), std::move(undo)});
}

void MessageBar::offer(const QString &text, const QString &action, std::function<void()> run)
{
    offer(text, {{action, std::move(run)}});
}

void MessageBar::offer(const QString &text, const std::vector<Action> &actions)
{
    showMessage(text, Stay::UntilDismissed);
    showActions(actions);
}

void MessageBar::sayError(const Error &error)
{
    showMessage(words(error.text), Stay::UntilDismissed);
    m_icon->showText(u"▲"_s, ElidedLabel::Tone::Error);
    m_icon->setAccessibleName(tr("Error"));
    m_icon->show();
    m_details->setPlainText(error.detail);
    if (!error.detail.isEmpty()) {
        m_detailsButton->setText(tr("Details"));
        m_detailsButton->show();
    }
}

void MessageBar::toggleDetails()
{
    const bool isOpening = m_details->isHidden();
    constexpr int mostDetails = 8;
    const int lines = qMin(m_details->blockCount(), mostDetails);
    m_details->setFixedHeight(lines * m_details->fontMetrics().lineSpacing() + 2 * space::large
                              + space::small);
    m_details->setVisible(isOpening);
    m_detailsButton->setText(isOpening ? tr("Hide details") : tr("Details"));
}

void MessageBar::dismiss()
{
    showMessage({}, Stay::AWhile);
}

MessageBar::WorkId MessageBar::beginWork(const QString &text, std::function<void()> cancel)
{
    m_works.push_back({++m_lastWork, text, std::move(cancel), {}});
    m_works.back().rate.note(0, 0, m_clock());
    showWork();
    announce(text);
    return m_lastWork;
}

void MessageBar::showProgress(WorkId work, qint64 done, qint64 total)
{
    const auto found =
        std::find_if(m_works.begin(), m_works.end(), [work](const Work &one) { return one.id == work; });
    if (found == m_works.end())
        return;
    found->rate.note(done, total, m_clock());
    if (found == m_works.begin())
        showWork();
}

void MessageBar::endWork(WorkId work)
{
    std::erase_if(m_works, [work](const Work &one) { return one.id == work; });
    m_cancel->setEnabled(true);
    showWork();
}

void MessageBar::showWork()
{
    const bool isWorking = !m_works.empty();
    m_workText->setVisible(isWorking);
    m_progress->setVisible(isWorking);
    m_cancel->setVisible(isWorking && m_works.front().cancel);
    if (!isWorking)
        return;
    const Work &work = m_works.front();
    QString text = work.text;
    if (const QString rate = paceText(work.rate, m_display); !rate.isEmpty())
        text += u"  "_s + rate;
    if (m_works.size() > 1)
        text += u"  "_s + tr("and %1 more").arg(QLocale().toString(qlonglong(m_works.size()) - 1));
    m_workText->showText(text, ElidedLabel::Tone::Quiet);
    m_progress->setAccessibleName(work.text);
    constexpr int steps = 1000;
    m_progress->setRange(0, work.rate.total() > 0 ? steps : 0);
    if (work.rate.total() > 0)
        m_progress->setValue(int(work.rate.done() * steps / work.rate.total()));
}

void MessageBar::showAsOf(const QString &text, Time time)
{
    m_asOf->setVisible(time == Time::AnotherDay && !text.isEmpty()); // nothing to say of now
    m_asOf->setText(tr("as of: %1").arg(text));
    m_asOf->showIcon(time == Time::Now ? QString() : u"clock"_s);
    m_asOf->setCheckable(time == Time::AnotherDay);
    m_asOf->setChecked(time == Time::AnotherDay); // stays highlighted: the figures are not of today
}

void MessageBar::showWho(const QString &text)
{
    m_who->setText(withoutMnemonic(text));
    m_who->setToolTip(app::plainTip(tr("%1 works here; change that").arg(text)));
    m_who->setAccessibleName(tr("Who works here: %1").arg(text));
    m_who->setVisible(!text.isEmpty());
}

} // namespace headway::ui

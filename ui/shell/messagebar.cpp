// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/messagebar.h"

#include "domain/result.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/progressline.h"
#include "ui/style/colours.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>

#include <algorithm>
#include <chrono>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds linger{30};

QString paceText(const RateEstimate &rate)
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
    return parts.join(u" · "_s);
}

} // namespace

MessageBar::MessageBar(Clock clock, QWidget *parent)
    : QWidget(parent), m_clock(std::move(clock)), m_details(new QPlainTextEdit(this))
{
    setAccessibleName(tr("Messages"));
    m_details->setReadOnly(true);
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->setAccessibleName(tr("Details"));
    m_details->setFont(ui::font(TextSize::Small));
    m_details->document()->setDocumentMargin(space::large);
    m_details->setBackgroundRole(QPalette::Window);
    m_details->viewport()->setBackgroundRole(QPalette::Window);
    m_details->setTabChangesFocus(true);
    m_details->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_details);
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

QWidget *MessageBar::makeRow()
{
    auto *row = new QWidget(this);
    row->setFixedHeight(lineHeight(TextSize::Body) + space::hair);
    m_icon = new ElidedLabel(row);
    m_message = new ElidedLabel(row);
    m_action = new FlatButton(FlatButton::Kind::Link, row);
    m_detailsButton = new FlatButton(FlatButton::Kind::Link, row);
    m_dismiss = new FlatButton(FlatButton::Kind::Quiet, row);
    m_workText = new ElidedLabel(row);
    m_progress = new ProgressLine(row);
    m_cancel = new FlatButton(FlatButton::Kind::Link, row);
    m_asOf = new FlatButton(FlatButton::Kind::Quiet, row);
    m_who = new FlatButton(FlatButton::Kind::Quiet, row);

    m_dismiss->setText(u"×"_s); // the theme's icon is a heavy disc
    m_dismiss->setAccessibleName(tr("Dismiss the message"));
    m_dismiss->setToolTip(tr("Dismiss"));
    m_message->keepLetters(36);
    m_who->showIcon(u"user-identity"_s); // shown alone where there is no room for the name
    m_cancel->setText(tr("Cancel"));
    m_asOf->setToolTip(tr("The day whose state is shown"));

    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(space::large, 0, space::large, 0);
    line->setSpacing(space::small);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_icon, m_message, m_action, m_detailsButton, m_dismiss})
        line->addWidget(part);
    line->addStretch(1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_workText, m_progress, m_cancel})
        line->addWidget(part);
    line->addSpacing(space::small);
    line->addWidget(m_asOf);
    line->addWidget(m_who);

    connect(m_dismiss, &FlatButton::clicked, this, &MessageBar::dismiss);
    connect(m_detailsButton, &FlatButton::clicked, this, &MessageBar::toggleDetails);
    connect(m_who, &FlatButton::clicked, this, &MessageBar::whoClicked);
    connect(m_action, &FlatButton::clicked, this, [this] {
        const auto run = m_run;
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
    m_action->hide();
    m_detailsButton->hide();
    m_details->hide();
    m_run = nullptr;
    if (stay == Stay::AWhile && !text.isEmpty())
        m_linger.start();
    else
        m_linger.stop();
    announce(text);
}

void MessageBar::showAction(const QString &text, std::function<void()> run)
{
    m_action->setText(text);
    m_action->show();
    m_run = std::move(run);
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

void MessageBar::sayDone(const QString &text, const QString &undoShortcut, std::function<void()> undo)
{
    showMessage(text, Stay::AWhile);
    showAction(undoShortcut.isEmpty() ? tr("Undo") : tr("Undo (%1)").arg(undoShortcut), std::move(undo));
}

void MessageBar::offer(const QString &text, const QString &action, std::function<void()> run)
{
    showMessage(text, Stay::UntilDismissed);
    showAction(action, std::move(run));
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
    constexpr int mostLines = 8;
    const int lines = qMin(m_details->blockCount(), mostLines);
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
    if (const QString rate = paceText(work.rate); !rate.isEmpty())
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
    m_who->setText(QString(text).replace(u'&', u"&&"_s));
    m_who->setToolTip(tr("%1 works here; change that").arg(text));
    m_who->setAccessibleName(tr("Who works here: %1").arg(text));
    m_who->setVisible(!text.isEmpty());
}

} // namespace headway::ui

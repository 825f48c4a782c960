// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/importfoot.h"

#include "app/text/display.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/progressline.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>

#include <chrono>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

qint64 ticks()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

ImportFoot::ImportFoot(const app::Display &display, QWidget *parent)
    : QWidget(parent), m_display(display), m_progress(new ProgressLine), m_text(new ElidedLabel),
      m_save(new FlatButton(FlatButton::Kind::Quiet)), m_check(new FlatButton(FlatButton::Kind::Quiet)),
      m_close(new FlatButton(FlatButton::Kind::Quiet)), m_import(new FlatButton(FlatButton::Kind::Accent))
{
    m_save->setText(tr("Save the rows not taken…"));
    m_check->setText(tr("Check only"));
    m_check->setToolTip(tr("Does everything and takes it back: shows what the import would do"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::large, 0, space::large, 0);
    row->setSpacing(space::small);
    row->addWidget(m_progress);
    row->addWidget(m_text, 1);
    for (FlatButton *button : {m_save, m_check, m_close, m_import})
        row->addWidget(button);
    connect(m_save, &QAbstractButton::clicked, this, &ImportFoot::saveWanted);
    connect(m_check, &QAbstractButton::clicked, this, &ImportFoot::checkWanted);
    connect(m_import, &QAbstractButton::clicked, this, &ImportFoot::importWanted);
    connect(m_close, &QAbstractButton::clicked, this, &ImportFoot::closeWanted);
    m_save->hide();
    showIdle(Done::No);
}

ImportFoot::~ImportFoot() = default;

void ImportFoot::showBusy(transfer::RunMode mode)
{
    m_rate = {};
    m_doing = mode == transfer::RunMode::Dry ? tr("Checking") : tr("Importing");
    m_text->showText(m_doing + u" …"_s, ElidedLabel::Tone::Quiet);
    m_progress->setMaximum(0);
    m_progress->show();
    enableRuns(false);
    m_close->setText(tr("Cancel"));
    m_close->show();
    m_close->setFocus();
}

void ImportFoot::showProgress(qint64 done, qint64 all)
{
    m_rate.note(done, all, ticks());
    m_progress->setMaximum(all > 0 ? 1000 : 0);
    m_progress->setValue(all > 0 ? int(done * 1000 / all) : 0);
    QString text = m_doing;
    if (all > 0)
        text += u" · "_s + m_display.percent(done * 100 / all);
    if (const auto left = m_rate.secondsLeft())
        text += u" · "_s + timeLeftText(*left);
    m_text->showText(text, ElidedLabel::Tone::Quiet);
}

void ImportFoot::showIdle(Done done)
{
    m_progress->hide();
    m_text->showText({}, ElidedLabel::Tone::Quiet);
    enableRuns(true);
    m_import->setText(done == Done::Yes ? tr("Close") : tr("Import"));
    m_close->setText(tr("Close"));
    m_close->setVisible(done == Done::No);
    m_check->setVisible(done == Done::No);
}

void ImportFoot::showSave(bool isShown)
{
    m_save->setVisible(isShown);
}

void ImportFoot::showImport(const QString &text)
{
    m_import->setText(text);
}

void ImportFoot::enableImport(bool isEnabled)
{
    m_import->setEnabled(isEnabled);
}

void ImportFoot::enableRuns(bool areEnabled)
{
    m_import->setEnabled(areEnabled);
    m_check->setEnabled(areEnabled);
}

bool ImportFoot::takeKey(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Escape)
        m_close->click(); // while a run is active, this only stops it
    else if ((event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) && m_import->isEnabled())
        m_import->click();
    else
        return false;
    return true;
}

} // namespace headway::ui

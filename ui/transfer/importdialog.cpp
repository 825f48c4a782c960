// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/importdialog.h"

#include "app/text/display.h"
#include "app/transfer/importmodel.h"
#include "ui/controls/celldelegate.h"
#include "ui/controls/dialogs.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/listheader.h"
#include "ui/controls/nowheelcombobox.h"
#include "ui/controls/progressline.h"
#include "ui/controls/slimscrollbar.h"
#include "ui/style/theme.h"
#include "ui/transfer/importmapping.h"
#include "ui/transfer/importoptions.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr int rejectedShown = 5; // without scrolling

qint64 ticks()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

QString rowsText(const app::Display &display, qint64 rows)
{
    return rows == 1 ? ImportDialog::tr("1 row") : ImportDialog::tr("%1 rows").arg(display.number(rows));
}

// How many were found in each column, and the first of those that were not.
QStringList linkLines(const transfer::ImportReport &report, const app::Display &display)
{
    QStringList lines;
    for (const transfer::LinkCount &link : report.links)
        lines += ImportDialog::tr("Links of %1: %2 of %3 found")
                     .arg(link.column, display.number(link.found), display.number(link.asked));
    constexpr size_t missingShown = 5;
    const size_t shown = std::min(missingShown, report.missingLinks.size());
    for (size_t i = 0; i < shown; ++i) {
        const transfer::MissingLink &link = report.missingLinks[i];
        lines += ImportDialog::tr("Line %1, %2: %3")
                     .arg(display.number(link.line), link.column,
                          display.words(transfer::sentenceOf(link, report.system)));
    }
    const qint64 missing = report.linksMissing();
    if (missing > qint64(shown))
        lines += ImportDialog::tr("… and %1 more links").arg(display.number(missing - qint64(shown)));
    if (missing > 0)
        lines += missing == 1
            ? ImportDialog::tr(
                "The row goes in without that link. Import the file that it leads to first, if you have it.")
            : ImportDialog::tr(
                "The rows go in without those links. Import the file that they lead to first, if you have it.");
    return lines;
}

QStringList questionLines(const transfer::ImportReport &report, const app::Display &display)
{
    const auto &questions = report.questions;
    QStringList lines;
    constexpr size_t questionsShown = 12; // of those with the most rows
    for (size_t i = 0; i < std::min(questionsShown, questions.size()); ++i)
        lines += u"%1 · %2"_s.arg(display.words(transfer::sentenceOf(questions[i])),
                                  rowsText(display, questions[i].rows));
    if (questions.size() > questionsShown)
        lines += ImportDialog::tr("… and %1 more questions")
                     .arg(display.number(qint64(questions.size() - questionsShown)));
    if (std::any_of(questions.begin(), questions.end(), transfer::isKeptAsText))
        lines += ImportDialog::tr("What is not understood stays with its row as text.");
    return lines;
}

QString summary(const transfer::ImportReport &report, const app::Display &display, transfer::RunMode mode)
{
    const auto count = [&](qint64 rows) { return display.number(rows); };
    QStringList parts{rowsText(display, report.read)};
    const bool isDry = mode == transfer::RunMode::Dry;
    if (report.created > 0)
        parts += isDry ? ImportDialog::tr("%1 would be new").arg(count(report.created))
                       : ImportDialog::tr("%1 new").arg(count(report.created));
    if (report.updated > 0)
        parts += isDry ? ImportDialog::tr("%1 would change").arg(count(report.updated))
                       : ImportDialog::tr("%1 changed").arg(count(report.updated));
    if (report.unchanged > 0)
        parts += report.unchanged == 1
            ? ImportDialog::tr("1 is there already")
            : ImportDialog::tr("%1 are there already").arg(count(report.unchanged));
    if (report.rejected > 0)
        parts += ImportDialog::tr("%1 cannot be taken").arg(count(report.rejected));
    QStringList lines{parts.join(u" · "_s)};
    QStringList made;
    for (const auto &[kind, records] : report.alsoCreated)
        made +=
            u"%1 %2"_s.arg(count(records), records == 1 ? display.kindName(kind) : display.kindPlural(kind));
    if (!made.isEmpty())
        lines += ImportDialog::tr("Along with them: %1").arg(made.join(u", "_s));
    if (!report.offered.empty())
        lines += ImportDialog::tr("Some names are near to known ones: please say above what they mean.");
    lines += linkLines(report, display);
    lines += questionLines(report, display);
    for (const Sentence &note : report.notes)
        lines += display.words(note);
    return lines.join(u'\n');
}

} // namespace

ImportDialog::ImportDialog(app::Workspace &workspace, const app::Display &display, Dialogs &dialogs,
                           const QString &path, QWidget *parent)
    : QDialog(parent), m_display(display), m_dialogs(dialogs),
      m_model(new app::ImportModel(
          workspace, path,
          [this](const std::vector<transfer::NearName> &names) { return m_options->offerNames(names); },
          this)),
      m_mapping(new ImportMapping), m_options(new ImportOptions(workspace, display))
{
    setWindowTitle(tr("Import %1").arg(QFileInfo(path).fileName()));
    setAttribute(Qt::WA_DeleteOnClose);
    const QSize screen = parent ? parent->screen()->availableSize() : QSize(1024, 700);
    resize(std::min(880, screen.width() - space::huge), std::min(720, screen.height() - 3 * space::huge));
    build();
    listen();
    readFile();
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::build()
{
    auto *inner = new QWidget;
    auto *parts = new QVBoxLayout(inner);
    parts->setContentsMargins(space::large, 0, space::large, space::medium);
    parts->setSpacing(space::large);
    parts->addWidget(m_mapping);
    parts->addWidget(m_options);
    parts->addWidget(makeReport());
    parts->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setAccessibleName(tr("Columns, options and report"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setVerticalScrollBar(new SlimScrollBar(Qt::Vertical, scroll));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inner);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::large, 0, space::large);
    column->setSpacing(space::medium);
    column->addWidget(makeHead());
    column->addWidget(scroll, 1);
    column->addWidget(makeFoot());
}

void ImportDialog::listen()
{
    connect(m_mapping, &ImportMapping::changed, this, [this] {
        m_options->showTargets(m_model->kind(), m_mapping->columns(), m_mapping->targets(),
                               m_model->preview().samples);
        forgetCheck();
    });
    connect(m_options, &ImportOptions::changed, this, &ImportDialog::forgetCheck);
    connect(m_options, &ImportOptions::writtenChanged, this, &ImportDialog::readFile);
    connect(m_model, &app::ImportModel::kindFound, this,
            [this](EntityKind kind) { m_kind->setCurrentIndex(std::max(0, m_kind->findData(int(kind)))); });
    connect(m_model, &app::ImportModel::previewed, this, &ImportDialog::showPreview);
    connect(m_model, &app::ImportModel::unreadable, this, [this](const Error &error) {
        m_import->setEnabled(false);
        m_check->setEnabled(false);
        showProblem(error);
    });
    connect(m_model, &app::ImportModel::started, this, &ImportDialog::showBusy);
    connect(m_model, &app::ImportModel::progressed, this, &ImportDialog::showProgress);
    connect(m_model, &app::ImportModel::stopped, this, &ImportDialog::showIdle);
    connect(m_model, &app::ImportModel::reported, this, &ImportDialog::showReport);
    // The message bar reports the step and offers Undo.
    connect(m_model, &app::ImportModel::imported, this, &ImportDialog::close);
    connect(m_model, &app::ImportModel::failed, this, &ImportDialog::showProblem);
}

QWidget *ImportDialog::makeHead()
{
    auto *head = new QWidget;
    auto *question = new QLabel(tr("This file holds"));
    m_kind = new NoWheelComboBox;
    m_kind->setAccessibleName(tr("What the file holds"));
    for (const EntityKind each : app::ImportModel::offeredKinds())
        m_kind->addItem(m_display.kindPlural(each), int(each));
    m_detection = new ElidedLabel;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(space::large, 0, space::large, 0);
    row->setSpacing(space::small);
    row->addWidget(question);
    row->addWidget(m_kind);
    row->addSpacing(space::medium);
    row->addWidget(m_detection, 1);
    connect(m_kind, &QComboBox::activated, this, [this] {
        m_model->chooseKind(EntityKind(m_kind->currentData().toInt()));
        readFile();
    });
    return head;
}

QWidget *ImportDialog::makeReport()
{
    auto *report = new QWidget;
    m_result = new QLabel;
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_result->setAccessibleName(tr("What became of the rows"));
    m_rejected = new QTableWidget(0, 3);
    m_rejected->setAccessibleName(tr("Rows that cannot be taken"));
    m_rejected->setHorizontalHeader(new ListHeader(m_rejected));
    m_rejected->setHorizontalHeaderLabels({tr("Line"), tr("Column"), tr("Why it cannot be taken")});
    for (int i = 0; i < 3; ++i)
        m_rejected->horizontalHeaderItem(i)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_rejected->horizontalHeader()->setStretchLastSection(true);
    m_rejected->verticalHeader()->hide();
    m_rejected->verticalHeader()->setDefaultSectionSize(lineHeight(TextSize::Body));
    m_rejected->setVerticalScrollBar(new SlimScrollBar(Qt::Vertical, m_rejected));
    m_rejected->setItemDelegate(new CellDelegate(m_rejected));
    m_rejected->setShowGrid(false);
    m_rejected->setFrameShape(QFrame::NoFrame);
    m_rejected->setEditTriggers(QTableWidget::NoEditTriggers);
    m_rejected->setSelectionBehavior(QTableWidget::SelectRows);
    m_rejected->setTabKeyNavigation(false);
    m_rejected->hide();
    auto *column = new QVBoxLayout(report);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addWidget(m_result);
    column->addWidget(m_rejected);
    return report;
}

QWidget *ImportDialog::makeFoot()
{
    auto *foot = new QWidget;
    m_progress = new ProgressLine;
    m_progressText = new ElidedLabel;
    m_save = new FlatButton(FlatButton::Kind::Quiet);
    m_save->setText(tr("Save the rows not taken…"));
    m_check = new FlatButton(FlatButton::Kind::Quiet);
    m_check->setText(tr("Check only"));
    m_check->setToolTip(tr("Does everything and takes it back: shows what the import would do"));
    m_import = new FlatButton(FlatButton::Kind::Accent);
    m_close = new FlatButton(FlatButton::Kind::Quiet);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(space::large, 0, space::large, 0);
    row->setSpacing(space::small);
    row->addWidget(m_progress);
    row->addWidget(m_progressText, 1);
    for (FlatButton *button : {m_save, m_check, m_close, m_import})
        row->addWidget(button);
    connect(m_save, &QAbstractButton::clicked, this, &ImportDialog::saveRejected);
    connect(m_check, &QAbstractButton::clicked, this, &ImportDialog::check);
    connect(m_import, &QAbstractButton::clicked, this, &ImportDialog::importRows);
    connect(m_close, &QAbstractButton::clicked, this, [this] {
        if (m_model->isRunning())
            m_model->cancel();
        else
            close();
    });
    m_save->hide();
    showIdle();
    return foot;
}

void ImportDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        m_close->click(); // while a run is active, this only stops it
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_import->isEnabled())
        m_import->click();
    else
        QDialog::keyPressEvent(event);
}

void ImportDialog::readFile()
{
    m_model->read(m_options->written());
}

void ImportDialog::showPreview()
{
    const transfer::ImportPreview &preview = m_model->preview();
    m_detection->showText(preview.writing.texts().join(u" · "_s), ElidedLabel::Tone::Quiet);
    m_mapping->showPreview(preview, m_model->targets());
    const int rows = std::min(m_mapping->rowCount(), 10);
    m_mapping->setFixedHeight(m_mapping->horizontalHeader()->sizeHint().height()
                              + rows * m_mapping->verticalHeader()->defaultSectionSize());
    m_options->showPreview(m_model->kind(), preview);
    forgetCheck();
}

void ImportDialog::forgetCheck()
{
    m_model->forgetCheck();
    m_result->clear();
    m_rejected->hide();
    m_save->hide();
    showIdle();
}

transfer::ImportRequest ImportDialog::chosen() const
{
    transfer::ImportRequest request{
        .kind = m_model->kind(), .map = m_mapping->rules(), .undecided = m_mapping->undecided()};
    m_options->write(request);
    return request;
}

void ImportDialog::check()
{
    m_model->check(chosen());
}

void ImportDialog::importRows()
{
    if (m_model->isDone())
        close();
    else
        m_model->importRows(chosen());
}

void ImportDialog::showProgress(qint64 done, qint64 all)
{
    m_rate.note(done, all, ticks());
    m_progress->setMaximum(all > 0 ? 1000 : 0);
    m_progress->setValue(all > 0 ? int(done * 1000 / all) : 0);
    QString text = m_doing;
    if (all > 0)
        text += u" · "_s + m_display.percent(done * 100 / all);
    if (const auto left = m_rate.secondsLeft())
        text += u" · "_s + timeLeftText(*left);
    m_progressText->showText(text, ElidedLabel::Tone::Quiet);
}

void ImportDialog::showReport(const transfer::ImportReport &report, transfer::RunMode mode)
{
    m_result->setText(summary(report, m_display, mode));
    showRejected(report);
    showIdle();
    const qint64 good = report.created + report.updated;
    if (m_model->isDone())
        m_import->setText(tr("Close"));
    else if (m_model->isChecked() && report.rejected > 0)
        m_import->setText(tr("Import the other %1").arg(m_display.number(good)));
    else if (m_model->isChecked() && report.isUndecided())
        m_import->setText(tr("Import all the same"));
    m_import->setEnabled(m_model->isDone() || !m_model->isChecked() || good > 0);
}

void ImportDialog::showRejected(const transfer::ImportReport &report)
{
    m_rejected->setVisible(report.rejected > 0);
    m_save->setVisible(report.rejected > 0);
    m_rejected->setRowCount(int(report.firstRejected.size()));
    for (int row = 0; row < m_rejected->rowCount(); ++row) {
        const transfer::RejectedRow &rejected = report.firstRejected[size_t(row)];
        const QStringList cells{m_display.number(rejected.line), rejected.column,
                                m_display.words(rejected.reason)};
        for (int i = 0; i < cells.size(); ++i)
            m_rejected->setItem(row, i, new QTableWidgetItem(cells[i]));
    }
    m_rejected->setFixedHeight(m_rejected->horizontalHeader()->sizeHint().height()
                               + std::min(m_rejected->rowCount(), rejectedShown)
                                   * m_rejected->verticalHeader()->defaultSectionSize());
}

void ImportDialog::saveRejected()
{
    const QString name = tr("%1, not taken.csv").arg(QFileInfo(m_model->path()).completeBaseName());
    m_dialogs.chooseSaveFile(this,
                             {.title = tr("Save the rows not taken"),
                              .purpose = u"import"_s,
                              .nameFilters = {tr("CSV files (*.csv)")},
                              .suggestedName = name,
                              .defaultSuffix = u"csv"_s},
                             [this](const std::optional<QString> &path) {
                                 if (path)
                                     m_model->saveRejected(*path);
                             });
}

void ImportDialog::showProblem(const Error &error)
{
    m_result->setText(u"▲ "_s + m_display.words(error.text));
    m_rejected->hide();
}

void ImportDialog::showBusy(transfer::RunMode mode)
{
    m_rate = {};
    m_doing = mode == transfer::RunMode::Dry ? tr("Checking") : tr("Importing");
    m_progressText->showText(m_doing + u" …"_s, ElidedLabel::Tone::Quiet);
    m_progress->setMaximum(0);
    m_progress->show();
    m_result->clear();
    for (QWidget *part : std::initializer_list<QWidget *>{m_import, m_check, m_kind, m_mapping, m_options})
        part->setEnabled(false);
    m_close->setText(tr("Cancel"));
    m_close->setFocus();
}

void ImportDialog::showIdle()
{
    m_progress->hide();
    m_progressText->showText({}, ElidedLabel::Tone::Quiet);
    for (QWidget *part : std::initializer_list<QWidget *>{m_import, m_check, m_kind, m_mapping, m_options})
        part->setEnabled(true);
    m_import->setText(tr("Import"));
    m_close->setText(tr("Close"));
    m_close->setVisible(!m_model->isDone());
    m_check->setVisible(!m_model->isDone());
}

} // namespace headway::ui

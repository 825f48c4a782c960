// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/importdialog.h"

#include "app/text/display.h"
#include "app/workspace/handover.h"
#include "domain/records/record.h"
#include "transfer/import/rejectedrows.h"
#include "ui/controls/calmcombobox.h"
#include "ui/controls/celldelegate.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/listheader.h"
#include "ui/controls/progressline.h"
#include "ui/controls/prompts.h"
#include "ui/controls/quietscrollbar.h"
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

// Records first, then the lists of the book.
std::vector<EntityKind> offeredKinds()
{
    std::vector<EntityKind> kinds = importableKinds();
    const auto lists = std::stable_partition(kinds.begin(), kinds.end(), [](EntityKind kind) {
        return !entityInfo(kind).has(KindTrait::IsAtHand);
    });
    std::sort(kinds.begin(), lists);
    return kinds;
}

constexpr int rejectedShown = 5; // at once, without scrolling

qint64 ticks()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

QString summary(const transfer::ImportReport &report, const app::Display &display, transfer::RunMode mode)
{
    const auto count = [&](qint64 rows) { return display.number(rows); };
    QStringList parts{ImportDialog::tr("%1 rows").arg(count(report.read))};
    const bool isDry = mode == transfer::RunMode::Dry;
    if (report.created > 0)
        parts += isDry ? ImportDialog::tr("%1 would be new").arg(count(report.created))
                       : ImportDialog::tr("%1 new").arg(count(report.created));
    if (report.updated > 0)
        parts += isDry ? ImportDialog::tr("%1 would change").arg(count(report.updated))
                       : ImportDialog::tr("%1 changed").arg(count(report.updated));
    if (report.unchanged > 0)
        parts += ImportDialog::tr("%1 are there already").arg(count(report.unchanged));
    if (report.rejected > 0)
        parts += ImportDialog::tr("%1 cannot be taken").arg(count(report.rejected));
    QStringList lines{parts.join(u" · "_s)};
    QStringList made;
    for (const auto &[kind, records] : report.alsoCreated)
        made += u"%1 %2"_s.arg(count(records), display.kindPlural(kind));
    if (!made.isEmpty())
        lines += ImportDialog::tr("Along with them: %1").arg(made.join(u", "_s));
    if (!report.offered.empty())
        lines += ImportDialog::tr("Some names are near to known ones: please say above what they mean.");
    lines += report.notes;
    return lines.join(u'\n');
}

} // namespace

ImportDialog::ImportDialog(app::Workspace &workspace, const app::Display &display, Prompts &prompts,
                           const QString &path, QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_display(display), m_prompts(prompts), m_path(path),
      m_mapping(new ImportMapping), m_options(new ImportOptions(workspace, display))
{
    setWindowTitle(tr("Import %1").arg(QFileInfo(path).fileName()));
    setAttribute(Qt::WA_DeleteOnClose);
    const QSize screen = parent ? parent->screen()->availableSize() : QSize(1024, 700);
    resize(std::min(880, screen.width() - space::huge), std::min(720, screen.height() - 3 * space::huge));
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
    scroll->setVerticalScrollBar(new QuietScrollBar(Qt::Vertical, scroll));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inner);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::large, 0, space::large);
    column->setSpacing(space::medium);
    column->addWidget(makeHead());
    column->addWidget(scroll, 1);
    column->addWidget(makeFoot());
    connect(m_mapping, &ImportMapping::changed, this, [this] {
        m_options->showTargets(kind(), m_mapping->columns(), m_mapping->targets(), m_preview.samples);
        forgetCheck();
    });
    connect(m_options, &ImportOptions::changed, this, &ImportDialog::forgetCheck);
    connect(m_options, &ImportOptions::writtenChanged, this, &ImportDialog::readFile);
    readFile();
}

ImportDialog::~ImportDialog()
{
    if (m_cancelled)
        *m_cancelled = true;
}

QWidget *ImportDialog::makeHead()
{
    auto *head = new QWidget;
    auto *question = new QLabel(tr("This file holds"));
    m_kind = new CalmComboBox;
    m_kind->setAccessibleName(tr("What the file holds"));
    for (const EntityKind each : offeredKinds())
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
        m_isKindChosen = true;
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
    m_rejected->setVerticalScrollBar(new QuietScrollBar(Qt::Vertical, m_rejected));
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
        if (m_cancelled)
            *m_cancelled = true; // and the run says so when it has stopped
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
        m_close->click(); // while something runs it only stops that
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_import->isEnabled())
        m_import->click();
    else
        QDialog::keyPressEvent(event);
}

EntityKind ImportDialog::kind() const
{
    return EntityKind(m_kind->currentData().toInt());
}

void ImportDialog::readFile()
{
    m_reading = m_workspace.read<transfer::ImportPreview>(
        this,
        [file = file(), kind = kind(),
         custom = m_workspace.lookups().customFields](sql::Connection &) -> Result<transfer::ImportPreview> {
            HEADWAY_TRY(source, transfer::openSource(file));
            return transfer::previewImport(*source, kind, custom);
        },
        [this](Result<transfer::ImportPreview> preview) {
            m_import->setEnabled(preview.has_value());
            m_check->setEnabled(preview.has_value());
            if (!preview)
                showProblem(preview.error());
            else if (!m_isKindChosen)
                chooseKind(transfer::likelyKind(preview->columns, m_workspace.lookups().customFields));
            else
                showPreview(*preview);
        });
}

void ImportDialog::chooseKind(EntityKind kind)
{
    m_isKindChosen = true;
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(int(kind))));
    readFile();
}

void ImportDialog::showPreview(const transfer::ImportPreview &preview)
{
    m_preview = preview;
    m_detection->showText(preview.writing.texts().join(u" · "_s), ElidedLabel::Tone::Quiet);
    m_mapping->showPreview(preview, exchange::importTargets(kind(), m_workspace.lookups().customFields));
    const int rows = std::min(m_mapping->rowCount(), 10);
    m_mapping->setFixedHeight(m_mapping->horizontalHeader()->sizeHint().height()
                              + rows * m_mapping->verticalHeader()->defaultSectionSize());
    m_options->showPreview(kind(), preview);
    forgetCheck();
}

void ImportDialog::forgetCheck()
{
    m_isChecked = false;
    m_isDone = false;
    m_result->clear();
    m_rejected->hide();
    m_save->hide();
    showIdle();
}

transfer::SourceFile ImportDialog::file() const
{
    return {.path = m_path, .csv = m_options->written()};
}

transfer::ImportRequest ImportDialog::request(transfer::RunMode mode) const
{
    transfer::ImportRequest request{.kind = kind(), .map = m_mapping->rules()};
    m_options->write(request);
    request.zone = m_workspace.zone();
    request.mode = mode;
    request.rejectedPath = rejectedPath();
    return request;
}

void ImportDialog::check()
{
    m_goal = Goal::Check;
    run(transfer::RunMode::Dry);
}

void ImportDialog::importRows()
{
    if (m_isDone) {
        close();
        return;
    }
    m_goal = Goal::Import;
    run(m_isChecked ? transfer::RunMode::Real : transfer::RunMode::Dry);
}

void ImportDialog::run(transfer::RunMode mode)
{
    if (m_cancelled)
        return;
    showBusy(mode == transfer::RunMode::Dry ? tr("Checking") : tr("Importing"));
    const QPointer<ImportDialog> alive(this);
    const auto progress = [alive, cancelled = m_cancelled, workspace = &m_workspace](qint64 done,
                                                                                     qint64 all) {
        app::handOver(workspace, [alive, done, all] {
            if (alive)
                alive->noteProgress(done, all);
        });
        return !*cancelled;
    };
    const auto report = std::make_shared<transfer::ImportReport>();
    const store::Actor actor{m_workspace.user(), m_workspace.now()};
    m_running = m_workspace.write(
        this,
        [file = file(), request = request(mode), actor, progress,
         report](sql::Connection &connection) -> Result<ChangeSet> {
            HEADWAY_TRY(done, transfer::importFile(connection, file, request, actor, progress));
            *report = std::move(done);
            return ChangeSet{report->step, {}, {}, report->step.id == 0};
        },
        [this, report, mode](const Result<ChangeSet> &set) {
            m_cancelled.reset();
            showIdle();
            if (set)
                takeReport(*report, mode);
            else
                showProblem(set.error());
        });
}

void ImportDialog::noteProgress(qint64 done, qint64 all)
{
    m_pace.note(done, all, ticks());
    m_progress->setMaximum(all > 0 ? 1000 : 0);
    m_progress->setValue(all > 0 ? int(done * 1000 / all) : 0);
    QString text = m_doing;
    if (all > 0)
        text += u" · "_s + m_display.percent(done * 100 / all);
    if (const auto left = m_pace.secondsLeft())
        text += u" · "_s + timeLeftText(*left);
    m_progressText->showText(text, ElidedLabel::Tone::Quiet);
}

void ImportDialog::takeReport(const transfer::ImportReport &report, transfer::RunMode mode)
{
    const bool isClean = report.rejected == 0;
    const bool hasNews = report.created + report.updated > 0;
    if (mode == transfer::RunMode::Dry && m_goal == Goal::Import && isClean && hasNews) {
        run(transfer::RunMode::Real); // nothing to decide
        return;
    }
    if (mode == transfer::RunMode::Real && isClean && hasNews) {
        close(); // the message bar tells of the step, and takes it back
        return;
    }
    const bool isAsking = m_options->offerNames(report.offered); // then the answers change the outcome
    m_isChecked = mode == transfer::RunMode::Dry && !isAsking;
    m_isDone = mode == transfer::RunMode::Real || (m_goal == Goal::Import && isClean);
    showReport(report, mode);
}

void ImportDialog::showReport(const transfer::ImportReport &report, transfer::RunMode mode)
{
    m_result->setText(summary(report, m_display, mode));
    showRejected(report);
    showIdle();
    const qint64 good = report.created + report.updated;
    if (m_isDone)
        m_import->setText(tr("Close"));
    else if (m_isChecked && report.rejected > 0)
        m_import->setText(tr("Import the other %1").arg(m_display.number(good)));
    m_import->setEnabled(m_isDone || !m_isChecked || good > 0);
}

void ImportDialog::showRejected(const transfer::ImportReport &report)
{
    m_rejected->setVisible(report.rejected > 0);
    m_save->setVisible(report.rejected > 0);
    m_rejected->setRowCount(int(report.firstRejected.size()));
    for (int row = 0; row < m_rejected->rowCount(); ++row) {
        const transfer::RejectedRow &rejected = report.firstRejected[size_t(row)];
        const QStringList cells{m_display.number(rejected.line), rejected.column, rejected.reason};
        for (int i = 0; i < cells.size(); ++i)
            m_rejected->setItem(row, i, new QTableWidgetItem(cells[i]));
    }
    m_rejected->setFixedHeight(m_rejected->horizontalHeader()->sizeHint().height()
                               + std::min(m_rejected->rowCount(), rejectedShown)
                                   * m_rejected->verticalHeader()->defaultSectionSize());
}

QString ImportDialog::rejectedPath() const
{
    return m_folder.filePath(u"rejected.csv"_s);
}

void ImportDialog::saveRejected()
{
    const QString name = tr("%1, not taken.csv").arg(QFileInfo(m_path).completeBaseName());
    m_prompts.chooseSaveFile(this,
                             {.title = tr("Save the rows not taken"),
                              .purpose = u"import"_s,
                              .nameFilters = {tr("CSV files (*.csv)")},
                              .suggestedName = name,
                              .defaultSuffix = u"csv"_s},
                             [this](const std::optional<QString> &path) {
                                 if (!path)
                                     return;
                                 m_saving = m_workspace.read<void>(
                                     this,
                                     [from = rejectedPath(), to = *path](sql::Connection &) {
                                         return transfer::saveRejectedRows(from, to);
                                     },
                                     [this](const Result<> &saved) {
                                         if (!saved)
                                             showProblem(saved.error());
                                     });
                             });
}

void ImportDialog::showProblem(const Error &error)
{
    m_result->setText(u"▲ "_s + error.text);
    m_rejected->hide();
}

void ImportDialog::showBusy(const QString &what)
{
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_pace = {};
    m_doing = what;
    m_progressText->showText(what + u" …"_s, ElidedLabel::Tone::Quiet);
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
    m_close->setVisible(!m_isDone);
    m_check->setVisible(!m_isDone);
}

} // namespace headway::ui

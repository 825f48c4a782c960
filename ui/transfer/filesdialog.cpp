// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/filesdialog.h"

#include "app/program/settings.h"
#include "app/text/display.h"
#include "app/transfer/filesimport.h"
#include "ui/controls/dialogs.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/intosight.h"
#include "ui/style/theme.h"
#include "ui/transfer/filedetails.h"
#include "ui/transfer/filelist.h"
#include "ui/transfer/fileresult.h"
#include "ui/transfer/filesasked.h"
#include "ui/transfer/importfoot.h"
#include "ui/transfer/importframe.h"
#include "ui/transfer/importmade.h"
#include "ui/transfer/importoutcome.h"

#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr size_t mostTold = 5; // files, each with all that is to be told; of more, those that need somebody
constexpr size_t mostUndecided = 30; // of those, and of lines about what is left

// All parts of the report together.
transfer::ImportReport sumOf(const transfer::AutoReport &report)
{
    transfer::ImportReport sum;
    for (const transfer::AutoReport::Part &part : report.parts) {
        sum.read += part.report.read;
        sum.created += part.report.created;
        sum.updated += part.report.updated;
        sum.unchanged += part.report.unchanged;
        sum.rejected += part.report.rejected;
    }
    return sum;
}

} // namespace

FilesDialog::FilesDialog(app::Workspace &workspace, const app::Display &display, Dialogs &dialogs,
                         const app::ChosenFiles &chosen, QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_display(display), m_dialogs(dialogs),
      m_files(new app::FilesImport(
          workspace, chosen,
          [this](const transfer::AutoReport &report) { return m_asked->offerNames(report); }, this)),
      m_head(new QLabel), m_list(new FileList(*m_files, display)),
      m_open(new FlatButton(FlatButton::Kind::Link)), m_result(new FileResult(display)),
      m_outcome(new ImportOutcome(display)), m_made(new ImportMade(display)),
      m_asked(new FilesAsked(workspace, display, *m_files)), m_foot(new ImportFoot(display))
{
    setWindowTitle(chosen.paths.size() == 1 ? tr("Import %1").arg(QFileInfo(chosen.paths.front()).fileName())
                                            : tr("Import %1 files").arg(display.number(chosen.paths.size())));
    setAttribute(Qt::WA_DeleteOnClose);
    const QSize screen = parent ? parent->screen()->availableSize() : QSize(1024, 700);
    resize(std::min(880, screen.width() - space::huge), std::min(720, screen.height() - 3 * space::huge));
    build();
    listen();
    m_files->read();
}

FilesDialog::~FilesDialog() = default;

bool FilesDialog::isOneFile() const
{
    return m_files->files().size() == 1;
}

void FilesDialog::build()
{
    m_head->setWordWrap(true);
    m_head->setTextFormat(Qt::PlainText);
    m_head->setText(
        isOneFile() ? tr("This file holds several kinds of records. All of them go in as one step, linked.")
            : m_files->areSheets()
            ? tr("These sheets go in as one step, in this order, linked by what refers to what.")
            : tr("These files go in as one step, in this order, linked by what refers to what."));
    auto *inner = new QWidget;
    auto *parts = new QVBoxLayout(inner);
    parts->setContentsMargins(space::large, 0, space::large, space::medium);
    parts->setSpacing(space::large);
    parts->addWidget(m_head);
    auto *files = new QVBoxLayout;
    files->setSpacing(space::small);
    files->addWidget(m_list);
    m_open->setText(tr("How this file is read, and where its columns go…"));
    files->addWidget(m_open, 0, Qt::AlignLeading);
    parts->addLayout(files);
    if (isOneFile()) {
        auto *one = new FlatButton(FlatButton::Kind::Link);
        one->setText(tr("Take one kind of records only, and choose its columns"));
        connect(one, &QAbstractButton::clicked, this, [this] {
            Q_EMIT oneKindWanted(m_files->files().front());
            close();
        });
        parts->addWidget(one, 0, Qt::AlignLeading);
    }
    parts->addWidget(m_result);
    parts->addWidget(m_outcome);
    parts->addWidget(m_made);
    parts->addWidget(m_asked);
    parts->addStretch(1);
    frameImport(*this, nullptr, inner, tr("Files and report"), m_foot);
}

void FilesDialog::listen()
{
    const auto showRecords = [this](EntityKind kind, const QString &filter) {
        Q_EMIT listWanted(kind, filter);
        close();
    };
    connect(m_list, &QTableWidget::currentCellChanged, this, &FilesDialog::showFileResult);
    connect(m_list, &FileList::opened, this, &FilesDialog::openDetails);
    connect(m_open, &QAbstractButton::clicked, this, &FilesDialog::openDetails);
    connect(m_result, &FileResult::listWanted, this, showRecords);
    connect(m_result, &FileResult::saveWanted, this, &FilesDialog::saveRejectedOf);
    connect(m_result, &FileResult::saveOpenWanted, this, &FilesDialog::saveOpenPointsOf);
    connect(m_asked, &FilesAsked::changed, this, &FilesDialog::forgetCheck);
    connect(m_made, &ImportMade::listWanted, this, showRecords);
    connect(m_made, &ImportMade::undoWanted, this, &FilesDialog::takeBack);
    connect(m_foot, &ImportFoot::saveWanted, this, &FilesDialog::saveRejected);
    connect(m_foot, &ImportFoot::checkWanted, this, [this] { run(false); });
    connect(m_foot, &ImportFoot::importWanted, this, [this] {
        if (m_files->isDone())
            close();
        else
            run(true);
    });
    connect(m_foot, &ImportFoot::closeWanted, this, &FilesDialog::leave);
    connect(m_files, &app::FilesImport::previewed, this, &FilesDialog::showPreview);
    connect(m_files, &app::FilesImport::unreadable, this, [this](const Error &error) {
        m_foot->enableRuns(false);
        showProblem(error);
    });
    connect(m_files, &app::FilesImport::started, this, &FilesDialog::showBusy);
    connect(m_files, &app::FilesImport::progressed, m_foot, &ImportFoot::showProgress);
    connect(m_files, &app::FilesImport::stopped, this, &FilesDialog::showIdle);
    connect(m_files, &app::FilesImport::reported, this, &FilesDialog::showReport);
    // The message bar reports the step and offers Undo.
    connect(m_files, &app::FilesImport::imported, this, &FilesDialog::close);
    connect(m_files, &app::FilesImport::failed, this, &FilesDialog::showProblem);
    connect(m_files, &app::FilesImport::asked, this, &FilesDialog::askFirst);
}

void FilesDialog::keyPressEvent(QKeyEvent *event)
{
    if (!m_foot->takeKey(*event))
        QDialog::keyPressEvent(event);
}

// While a run is active, this only stops it.
void FilesDialog::leave()
{
    if (m_files->isRunning())
        m_files->cancel();
    else
        close();
}

void FilesDialog::run(bool isImport)
{
    const Words words = [display = m_display](const Sentence &sentence) { return display.words(sentence); };
    if (isImport)
        m_files->importAll(words, m_asked->names());
    else
        m_files->check(words, m_asked->names());
}

void FilesDialog::showPreview()
{
    m_list->showPreview();
    m_asked->begin();
    forgetCheck();
    m_foot->enableRuns(!m_files->preview().parts.empty());
    m_open->setEnabled(!m_list->currentFile().isEmpty());
    if (m_files->files().isEmpty())
        m_outcome->explain(tr("There are no files in these folders."));
}

// Its window is kept: what was said there is still there when it is opened again.
void FilesDialog::openDetails()
{
    const QString path = m_list->currentFile();
    if (path.isEmpty() || m_files->isRunning())
        return;
    FileDetails *&details = m_details[path];
    if (!details) {
        details = new FileDetails(m_workspace, m_display, *m_files, path,
                                  m_dialogs.settings().profileFolder(), this);
        connect(details, &FileDetails::changed, this, &FilesDialog::forgetCheck);
        connect(details, &FileDetails::forgotten, this, [this, path] { forgetDetails(path); });
    }
    const std::optional<EntityKind> kind = m_list->currentKind();
    details->openAt(kind ? kind : m_files->chosenKind(path));
}

void FilesDialog::forgetDetails(const QString &path)
{
    if (const auto details = m_details.find(path); details != m_details.end()) {
        details->second->close();
        details->second->deleteLater();
        m_details.erase(details);
    }
    m_files->forget(path);
}

void FilesDialog::forgetCheck()
{
    m_files->forgetCheck();
    m_reported.reset();
    m_result->clear();
    m_outcome->clear();
    m_list->forgetReport();
    m_foot->showSave(false);
    showIdle();
}

// Of the file that is chosen in the list.
void FilesDialog::showFileResult()
{
    m_open->setEnabled(!m_list->currentFile().isEmpty());
    const transfer::AutoReport &report = m_files->report();
    const std::optional<EntityKind> kind = m_list->currentKind();
    if (!m_reported || !kind)
        return m_result->clear();
    for (size_t i = 0; i < report.parts.size(); ++i) {
        if (report.parts[i].path == m_list->currentFile() && report.parts[i].request.kind == *kind)
            return m_result->showPart(report, i, m_files->nameOf(report.parts[i].path), *m_reported,
                                      report.parts.size() > mostTold ? FileResult::Summary::Shown
                                                                     : FileResult::Summary::Elsewhere);
    }
    m_result->clear();
}

void FilesDialog::showOutcome(const transfer::AutoReport &report, transfer::RunMode mode)
{
    const bool areMany = report.parts.size() > mostTold;
    std::vector<ImportOutcome::Named> named;
    if (areMany)
        named.push_back(
            {tr("All files together; what became of one of them is shown when it is chosen above"),
             sumOf(report)});
    size_t undecided = 0;
    for (const transfer::AutoReport::Part &part : report.parts) {
        const bool isOpen = part.report.isUndecided() || part.report.earlier;
        const bool isTold = !areMany || part.report.rejected > 0 || (isOpen && undecided++ < mostUndecided);
        if (isTold)
            named.push_back(
                {tr("%1 of %2").arg(m_display.kindPlural(part.request.kind), m_files->nameOf(part.path)),
                 part.report});
    }
    QStringList left;
    for (const auto &[path, columns] : transfer::columnsLeft(report))
        left += tr("Columns of %1 that are left: %2").arg(m_files->nameOf(path), columns.join(u", "_s));
    for (const transfer::AutoReport::Left &file : report.left)
        left += tr("Left: %1. %2").arg(m_files->nameOf(file.path), m_display.words(file.reason));
    if (const qsizetype more = left.size() - qsizetype(mostUndecided); more > 0) {
        left.resize(qsizetype(mostUndecided));
        left += tr("… and %1 more; the list above has all of them").arg(m_display.number(more));
    }
    m_outcome->showReports(named, left, mode);
}

void FilesDialog::showReport(const transfer::AutoReport &report, transfer::RunMode mode)
{
    showOutcome(report, mode);
    if (mode == transfer::RunMode::Real) {
        std::vector<transfer::ImportReport> reports;
        for (const transfer::AutoReport::Part &part : report.parts)
            reports.push_back(part.report);
        m_made->showStep(report.step, reports);
    }
    m_list->showReport(report, mode);
    m_reported = mode;
    showIdle();
    showFileResult();
    m_foot->showSave(report.rejected() > 0);
    qint64 good = 0;
    bool isOpen = false;
    for (const transfer::AutoReport::Part &part : report.parts) {
        good += part.report.created + part.report.updated;
        isOpen = isOpen || part.report.isUndecided() || part.report.earlier;
    }
    if (m_files->isDone())
        return;
    m_asked->showReport(report);
    if (m_files->isChecked() && report.rejected() > 0)
        m_foot->showImport(tr("Import the other %1").arg(m_display.number(good)));
    else if (m_files->isChecked() && isOpen)
        m_foot->showImport(tr("Import all the same"));
    m_foot->enableImport(!m_files->isChecked() || good > 0);
    if (report.rejected() > 0 || isOpen) // below many files nobody would see why nothing went in
        bringIntoSight(*m_outcome);
    m_asked->focusFirstOpen();
}

// Nothing was read: a file can be understood in two ways.
void FilesDialog::askFirst()
{
    m_outcome->explain(tr("Before these files can be read, please say:"));
    m_asked->showFirst();
    m_asked->focusFirstOpen();
}

void FilesDialog::takeBack(qint64 step)
{
    m_workspace.revert(step, this, [this](const Result<ChangeSet> &set) {
        if (set)
            close(); // the message bar tells
        else
            showProblem(set.error());
    });
}

void FilesDialog::showProblem(const Error &error)
{
    m_outcome->showProblem(error);
    bringIntoSight(*m_outcome);
}

void FilesDialog::showBusy(transfer::RunMode mode)
{
    m_reported.reset();
    m_result->clear();
    m_outcome->clear();
    enableParts(false);
    m_foot->showBusy(mode);
}

void FilesDialog::showIdle()
{
    enableParts(true);
    m_foot->showIdle(m_files->isDone() ? ImportFoot::Done::Yes : ImportFoot::Done::No);
}

void FilesDialog::enableParts(bool areEnabled)
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_list, m_asked})
        part->setEnabled(areEnabled);
    m_open->setEnabled(areEnabled && !m_list->currentFile().isEmpty());
}

void FilesDialog::saveRejected()
{
    chooseFile(tr("Save the rows not taken"), tr("%1, not taken"), m_files->paths().front(),
               transfer::rejectedEnding(m_files->paths().front()),
               [this](const QString &path) { m_files->saveRejected(path); });
}

void FilesDialog::saveRejectedOf(const QString &of, EntityKind kind)
{
    chooseFile(tr("Save the rows not taken"), tr("%1, not taken"), of, transfer::rejectedEnding(of),
               [this, of, kind](const QString &path) {
                   m_files->saveRejected({of, kind}, path);
               });
}

void FilesDialog::saveOpenPointsOf(const QString &of, EntityKind kind)
{
    const QChar separator = m_display.locale().decimalPoint() == u"," ? u';' : u',';
    chooseFile(tr("Save what is open"), tr("%1, open"), of, u"csv"_s,
               [this, of, kind, separator](const QString &path) {
                   m_files->saveOpenPoints({of, kind}, path, exchange::CsvDialect::spreadsheet(separator));
               });
}

// `name`: with the name of the imported file in it.
void FilesDialog::chooseFile(const QString &title, const QString &name, const QString &of,
                             const QString &ending, const std::function<void(const QString &path)> &then)
{
    m_dialogs.chooseSaveFile(
        this,
        {.title = title,
         .purpose = u"import"_s,
         .nameFilters = {ending == "vcf"_L1 ? tr("Address books (*.vcf)") : tr("CSV files (*.csv)")},
         .suggestedName = name.arg(QFileInfo(of).completeBaseName()) + u'.' + ending,
         .defaultSuffix = ending},
        [then](const std::optional<QString> &path) {
            if (path)
                then(*path);
        });
}

} // namespace headway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/importdialog.h"

#include "app/program/settings.h"
#include "app/text/display.h"
#include "app/transfer/importmodel.h"
#include "ui/controls/dialogs.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/intosight.h"
#include "ui/controls/nowheelcombobox.h"
#include "ui/style/theme.h"
#include "ui/transfer/importasked.h"
#include "ui/transfer/importfoot.h"
#include "ui/transfer/importframe.h"
#include "ui/transfer/importmade.h"
#include "ui/transfer/importmapping.h"
#include "ui/transfer/importopening.h"
#include "ui/transfer/importoptions.h"
#include "ui/transfer/importoutcome.h"
#include "ui/transfer/partorder.h"
#include "ui/transfer/profilerow.h"
#include "ui/transfer/samplerows.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::ui {

ImportDialog::ImportDialog(app::Workspace &workspace, const app::Display &display, Dialogs &dialogs,
                           const QString &path, QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_display(display), m_dialogs(dialogs),
      m_model(new app::ImportModel(
          workspace, path,
          [this](const std::vector<transfer::NearName> &names) { return m_asked->offerNames(names); }, this)),
      m_opening(new ImportOpening), m_profile(new ProfileRow(display)), m_mapping(new ImportMapping(display)),
      m_options(new ImportOptions(workspace, display)), m_samples(new SampleRows(display)),
      m_asked(new ImportAsked(display)), m_outcome(new ImportOutcome(display)),
      m_made(new ImportMade(display)), m_foot(new ImportFoot(display))
{
    setWindowTitle(tr("Import %1").arg(QFileInfo(path).fileName()));
    setAttribute(Qt::WA_DeleteOnClose);
    const QSize screen = parent ? parent->screen()->availableSize() : QSize(1024, 700);
    resize(std::min(880, screen.width() - space::huge), std::min(720, screen.height() - 3 * space::huge));
    m_model->offerProfiles(dialogs.settings().profileFolder(), display);
    build();
    listen();
    if (const app::OfferedProfile *left = m_model->usedProfile()) {
        m_kind->setCurrentIndex(std::max(0, m_kind->findData(int(m_model->kind()))));
        m_options->useProfile(m_model->kind(), &left->profile);
        m_opening->chooseHeaderLine(left->profile.csv.headerLine);
        m_chosenSheet = left->profile.csv.sheet;
        m_isTouched = true;
    }
    readFile();
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::build()
{
    auto *inner = new QWidget;
    auto *parts = new QVBoxLayout(inner);
    parts->setContentsMargins(space::large, 0, space::large, space::medium);
    parts->setSpacing(space::large);
    parts->addWidget(m_opening);
    parts->addWidget(m_profile);
    parts->addWidget(m_mapping);
    parts->addWidget(m_options);
    parts->addWidget(m_samples);
    parts->addWidget(m_outcome);
    parts->addWidget(m_made);
    parts->addWidget(m_asked);
    parts->addStretch(1);
    frameImport(*this, makeHead(), inner, tr("Columns, options and report"), m_foot);
}

void ImportDialog::listen()
{
    connect(m_mapping, &ImportMapping::changed, this, [this] {
        touch();
        showTargets();
        forgetCheck();
    });
    connect(m_profile, &ProfileRow::chosen, this, [this](app::OfferedProfile::Is is, const QString &name) {
        const app::OfferedProfile *used = m_model->usedProfile();
        const bool isUsed = used && used->is == is && used->name == name;
        takeProfile(isUsed ? used : m_model->profiles().find(is, name));
    });
    connect(m_profile, &ProfileRow::noneChosen, this, [this] { takeProfile(nullptr); });
    connect(m_profile, &ProfileRow::keepWanted, this, &ImportDialog::keepProfile);
    for (const auto signal : {&ImportOptions::changed, &ImportOptions::writtenChanged})
        connect(m_options, signal, this, &ImportDialog::touch);
    connect(m_asked, &ImportAsked::changed, this, &ImportDialog::touch);
    connect(m_opening, &ImportOpening::changed, this, &ImportDialog::touch);
    connect(m_options, &ImportOptions::restSent, m_mapping, &ImportMapping::sendRest);
    connect(m_asked, &ImportAsked::columnSent, m_mapping, &ImportMapping::send);
    connect(m_asked, &ImportAsked::changed, this, &ImportDialog::forgetCheck);
    connect(m_opening, &ImportOpening::changed, this, &ImportDialog::readFile);
    connect(m_samples, &SampleRows::opened, this, &ImportDialog::lookAtRows);
    connect(m_model, &app::ImportModel::sampled, this,
            [this](const auto &samples) { m_samples->showSamples(m_model->kind(), samples); });
    connect(m_model, &app::ImportModel::unsampled, m_samples, &SampleRows::showProblem);
    connect(m_options, &ImportOptions::changed, this, &ImportDialog::forgetCheck);
    connect(m_options, &ImportOptions::writtenChanged, this, &ImportDialog::readFile);
    connect(m_model, &app::ImportModel::kindFound, this,
            [this](EntityKind kind) { m_kind->setCurrentIndex(std::max(0, m_kind->findData(int(kind)))); });
    connect(m_model, &app::ImportModel::previewed, this, &ImportDialog::showPreview);
    connect(m_model, &app::ImportModel::unreadable, this, [this](const Error &error) {
        m_waiting = nullptr;
        m_foot->enableRuns(false);
        showProblem(error);
    });
    connect(m_made, &ImportMade::listWanted, this, [this](EntityKind kind, const QString &filter) {
        Q_EMIT listWanted(kind, filter);
        close();
    });
    connect(m_made, &ImportMade::undoWanted, this, &ImportDialog::takeBack);
    connect(m_foot, &ImportFoot::saveWanted, this, &ImportDialog::saveRejected);
    connect(m_foot, &ImportFoot::checkWanted, this, &ImportDialog::check);
    connect(m_foot, &ImportFoot::importWanted, this, &ImportDialog::importRows);
    connect(m_foot, &ImportFoot::closeWanted, this, &ImportDialog::leave);
    connect(m_model, &app::ImportModel::started, this, &ImportDialog::showBusy);
    connect(m_model, &app::ImportModel::progressed, m_foot, &ImportFoot::showProgress);
    connect(m_model, &app::ImportModel::stopped, this, &ImportDialog::showIdle);
    connect(m_model, &app::ImportModel::reported, this, &ImportDialog::showReport);
    // The message bar reports the step and offers Undo.
    connect(m_model, &app::ImportModel::imported, this, &ImportDialog::close);
    connect(m_model, &app::ImportModel::failed, this, &ImportDialog::showProblem);
    connect(m_model, &app::ImportModel::asked, this, &ImportDialog::showQuestions);
}

QWidget *ImportDialog::makeHead()
{
    auto *head = new QWidget;
    auto *question = new QLabel(tr("This file holds"));
    m_kind = new NoWheelComboBox;
    m_kind->setAccessibleName(tr("What the file holds"));
    for (const EntityKind each : app::ImportModel::offeredKinds())
        m_kind->addItem(m_display.kindPlural(each), int(each));
    m_sheetLabel = new QLabel(tr("Sheet"));
    m_sheet = new NoWheelComboBox;
    m_sheet->setAccessibleName(tr("Which sheet of the workbook is read"));
    m_sheetLabel->hide();
    m_sheet->hide();
    m_detection = new ElidedLabel;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(space::large, 0, space::large, 0);
    row->setSpacing(space::small);
    row->addWidget(question);
    row->addWidget(m_kind);
    row->addWidget(m_sheetLabel);
    row->addWidget(m_sheet);
    row->addSpacing(space::medium);
    row->addWidget(m_detection, 1);
    connect(m_kind, &QComboBox::activated, this, [this] {
        touch();
        m_model->chooseKind(EntityKind(m_kind->currentData().toInt()));
        readFile();
    });
    connect(m_sheet, &QComboBox::activated, this, [this] {
        touch();
        m_chosenSheet = m_sheet->currentData().toString();
        m_model->guessKind();
        m_opening->chooseHeaderLine({}); // that of another sheet stands elsewhere
        readFile();
    });
    return head;
}

// One sheet is no choice.
void ImportDialog::showSheets(const std::vector<transfer::SourceSheet> &sheets, const QString &shown)
{
    m_sheet->clear();
    for (const transfer::SourceSheet &sheet : sheets)
        m_sheet->addItem(sheet.isHidden ? tr("%1 (hidden)").arg(sheet.name) : sheet.name, sheet.name);
    m_sheet->setCurrentIndex(std::max(0, m_sheet->findData(shown)));
    m_sheetLabel->setVisible(sheets.size() > 1);
    m_sheet->setVisible(sheets.size() > 1);
}

void ImportDialog::keyPressEvent(QKeyEvent *event)
{
    if (!m_foot->takeKey(*event))
        QDialog::keyPressEvent(event);
}

// While a run is active, this only stops it.
void ImportDialog::leave()
{
    if (m_model->isRunning())
        m_model->cancel();
    else
        close();
}

void ImportDialog::readFile()
{
    exchange::CsvAnswers written = m_options->written();
    written.headerLine = m_opening->headerLine();
    written.sheet = m_chosenSheet;
    m_model->read(written);
}

void ImportDialog::showPreview()
{
    const transfer::ImportPreview &preview = m_model->preview();
    m_isRead = true;
    QStringList detected = preview.writing.texts();
    if (preview.sheets.size() > 1)
        detected.removeAll(preview.sheet); // the choice beside it says that
    m_detection->showText(detected.join(u" · "_s), ElidedLabel::Tone::Quiet);
    m_opening->showPreview(preview);
    showSheets(preview.sheets, preview.sheet);
    const std::vector<CustomField> custom = m_model->ownFields();
    m_profile->showProfiles(m_model->profiles(), m_model->usedProfile());
    m_mapping->showPreview(m_model->kind(), preview, custom, m_model->usedProfile());
    const int rows = std::min(m_mapping->rowCount(), 10);
    m_mapping->setFixedHeight(m_mapping->horizontalHeader()->sizeHint().height()
                              + rows * m_mapping->verticalHeader()->defaultSectionSize());
    m_options->showPreview(m_model->kind(), preview);
    m_asked->begin(m_model->kind(), preview.columns, m_workspace.calendar(), m_model->answers(), custom);
    m_asked->showAnswered(preview.columns);
    showTargets();
    forgetCheck();
    if (!preview.questions.empty()) // without these it cannot be checked either
        m_asked->showQuestions(preview.questions);
    orderTabs();
    if (const auto waiting = std::exchange(m_waiting, nullptr))
        (this->*waiting)();
}

// Choices come and go with the file and its questions; Tab goes through them as one reads.
void ImportDialog::orderTabs()
{
    orderParts({m_kind, m_sheet, m_opening, m_profile, m_mapping, m_options, m_samples, m_outcome, m_made,
                m_asked, m_foot});
}

void ImportDialog::showTargets()
{
    m_options->showTargets(m_model->kind(), m_mapping->columns(), m_mapping->targets(),
                           m_model->preview().samples);
    m_options->showRest(m_mapping->hasRest());
    m_asked->showTargets(m_mapping->targets());
}

void ImportDialog::forgetCheck()
{
    m_model->forgetCheck();
    m_outcome->clear();
    m_foot->showSave(false);
    showIdle();
    lookAtRows();
}

void ImportDialog::lookAtRows()
{
    if (m_samples->isOpen())
        m_model->lookAt(chosen());
}

transfer::ImportRequest ImportDialog::chosen() const
{
    transfer::ImportRequest request =
        m_model->profileRules(); // before which everything goes that is said here
    request.map = m_mapping->rules();
    request.own = m_mapping->ownRules();
    request.undecided = m_mapping->undecided();
    request.untold = m_mapping->untold();
    m_options->write(request);
    m_asked->write(request);
    return request;
}

void ImportDialog::touch()
{
    m_isTouched = true;
}

// Null: none. What the user says from now on goes before it.
void ImportDialog::takeProfile(const app::OfferedProfile *profile)
{
    const app::OfferedProfile *before = m_model->usedProfile();
    if (!profile && !before)
        return;
    touch();
    if (profile)
        m_mapping->giveWay(*profile);
    m_options->useProfile(m_model->kind(), profile ? &profile->profile : nullptr);
    if (profile && !profile->profile.csv.sheet.isEmpty())
        m_chosenSheet = profile->profile.csv.sheet;
    if (profile && profile->profile.csv.headerLine)
        m_opening->chooseHeaderLine(profile->profile.csv.headerLine);
    else if (before && before->profile.csv.headerLine)
        m_opening->chooseHeaderLine({}); // as found
    m_model->useProfile(profile);
    readFile();
}

void ImportDialog::keepProfile(const QString &name, app::OverKnown over)
{
    const transfer::ImportProfile profile = m_model->profileOf(chosen());
    m_keeping = app::keepProfile(
        m_workspace, this, m_dialogs.settings().profileFolder(), name, profile, over,
        [this, profile, targets = m_mapping->targets()](const Result<app::StoredProfile> &stored) {
            if (stored && !stored->isKnown) {
                m_model->addProfile(stored->name, profile, targets);
                m_profile->showProfiles(m_model->profiles(), m_model->usedProfile());
            }
            m_profile->showStored(stored);
        });
}

void ImportDialog::done(int result)
{
    if (m_isRead && m_isTouched && !m_model->isDone())
        m_model->leave(chosen());
    QDialog::done(result);
}

void ImportDialog::check()
{
    if (!waits(&ImportDialog::check))
        m_model->check(chosen());
}

void ImportDialog::importRows()
{
    if (m_model->isDone())
        close();
    else if (!waits(&ImportDialog::importRows))
        m_model->importRows(chosen());
}

// While the file is read anew, what is shown is of before.
bool ImportDialog::waits(void (ImportDialog::*action)())
{
    if (m_model->isReading())
        m_waiting = action;
    return m_model->isReading();
}

void ImportDialog::showReport(const transfer::ImportReport &report, transfer::RunMode mode)
{
    m_outcome->showReport(report, mode);
    if (mode == transfer::RunMode::Real)
        m_made->showStep(report.step, {report});
    m_foot->showSave(report.rejected > 0);
    showIdle();
    if (!m_model->isDone()) {
        m_asked->showQuestions(report.questions);
        orderTabs();
        bringIntoSight(*m_outcome); // below many columns nobody would see why nothing went in
        if (m_asked->isVisibleTo(this)) {
            bringIntoSight(*m_asked);
            m_asked->focusFirstOpen();
        }
    }
    const qint64 good = report.created + report.updated;
    if (m_model->isDone())
        m_foot->showImport(tr("Close"));
    else if (m_model->isChecked() && report.rejected > 0)
        m_foot->showImport(tr("Import the other %1").arg(m_display.number(good)));
    else if (m_model->isChecked() && (report.isUndecided() || report.earlier))
        m_foot->showImport(tr("Import all the same"));
    m_foot->enableImport(m_model->isDone() || !m_model->isChecked() || good > 0);
}

// Nothing was read: the file can be understood in two ways.
void ImportDialog::showQuestions(const std::vector<transfer::ImportQuestion> &questions)
{
    m_outcome->explain(tr("Before this file can be read, please say:"));
    m_asked->showQuestions(questions);
    orderTabs();
    bringIntoSight(*m_asked);
    m_asked->focusFirstOpen();
}

void ImportDialog::saveRejected()
{
    const QString ending = transfer::rejectedEnding(m_model->path());
    const QString name =
        tr("%1, not taken").arg(QFileInfo(m_model->path()).completeBaseName()) + u'.' + ending;
    m_dialogs.chooseSaveFile(
        this,
        {.title = tr("Save the rows not taken"),
         .purpose = u"import"_s,
         .nameFilters = {ending == "vcf"_L1 ? tr("Address books (*.vcf)") : tr("CSV files (*.csv)")},
         .suggestedName = name,
         .defaultSuffix = ending},
        [this](const std::optional<QString> &path) {
            if (path)
                m_model->saveRejected(*path);
        });
}

void ImportDialog::takeBack(qint64 step)
{
    m_workspace.revert(step, this, [this](const Result<ChangeSet> &set) {
        if (set)
            close(); // the message bar tells
        else
            showProblem(set.error());
    });
}

void ImportDialog::showProblem(const Error &error)
{
    m_outcome->showProblem(error);
    bringIntoSight(*m_outcome);
}

void ImportDialog::showBusy(transfer::RunMode mode)
{
    m_outcome->clear();
    enableParts(false);
    m_foot->showBusy(mode);
}

void ImportDialog::enableParts(bool areEnabled)
{
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_kind, m_opening, m_profile, m_mapping, m_options, m_asked})
        part->setEnabled(areEnabled);
}

void ImportDialog::showIdle()
{
    enableParts(true);
    m_foot->showIdle(m_model->isDone() ? ImportFoot::Done::Yes : ImportFoot::Done::No);
}

} // namespace headway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/filedetails.h"

#include "app/text/display.h"
#include "app/transfer/filesimport.h"
#include "app/transfer/importmodel.h"
#include "app/transfer/importprofiles.h"
#include "app/transfer/targetlabels.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/nowheelcombobox.h"
#include "ui/controls/remarklabel.h"
#include "ui/style/theme.h"
#include "ui/transfer/importframe.h"
#include "ui/transfer/importmapping.h"
#include "ui/transfer/importopening.h"
#include "ui/transfer/importoptions.h"
#include "ui/transfer/partorder.h"
#include "ui/transfer/profilerow.h"
#include "ui/transfer/samplerows.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr int mostRows = 10; // of columns, without scrolling

const transfer::AutoPreview::Part *partOf(const app::FilesImport &files, const QString &path, EntityKind kind)
{
    const auto &parts = files.preview().parts;
    const auto part = std::find_if(parts.begin(), parts.end(),
                                   [&](const auto &each) { return each.path == path && each.kind == kind; });
    return part == parts.end() ? nullptr : &*part;
}

} // namespace

// The parts of the assistant for one file, but not the assistant itself: that one checks and imports its file alone,
// while here nothing runs; what is said goes into the one step of all files.
FileDetails::FileDetails(app::Workspace &workspace, const app::Display &display, app::FilesImport &files,
                         const QString &path, const QString &profileFolder, QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_display(display), m_files(files), m_path(path),
      m_profileFolder(profileFolder),
      m_model(new app::ImportModel(
          workspace, path, [](const std::vector<transfer::NearName> &) { return false; }, this)),
      m_question(new QLabel), m_kind(new NoWheelComboBox), m_detection(new ElidedLabel),
      m_remark(new RemarkLabel(this)), m_opening(new ImportOpening), m_profile(new ProfileRow(display)),
      m_mapping(new ImportMapping(display)), m_options(new ImportOptions(workspace, display)),
      m_samples(new SampleRows(display))
{
    setWindowTitle(files.nameOf(path));
    const QSize screen = parent ? parent->screen()->availableSize() : QSize(1024, 700);
    resize(std::min(880, screen.width() - space::huge), std::min(720, screen.height() - 3 * space::huge));
    m_model->offerProfiles(profileFolder, display, app::ImportModel::Left::Ignored);
    build();
    listen();
}

FileDetails::~FileDetails() = default;

void FileDetails::build()
{
    auto *inner = new QWidget;
    auto *parts = new QVBoxLayout(inner);
    parts->setContentsMargins(space::large, 0, space::large, space::medium);
    parts->setSpacing(space::large);
    parts->addWidget(m_remark);
    parts->addWidget(m_opening);
    parts->addWidget(m_profile);
    parts->addWidget(m_mapping);
    parts->addWidget(m_options);
    parts->addWidget(m_samples);
    m_samples->addRemark(tr(
        "These rows are shown as if this file went in alone: what the other files hold is not there yet."));
    parts->addStretch(1);
    m_foot = makeFoot();
    frameImport(*this, makeHead(), inner, tr("Columns and options"), m_foot);
}

QWidget *FileDetails::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(space::large, 0, space::large, 0);
    row->setSpacing(space::small);
    row->addWidget(m_question);
    row->addWidget(m_kind);
    row->addSpacing(space::medium);
    row->addWidget(m_detection, 1);
    return head;
}

QWidget *FileDetails::makeFoot()
{
    auto *foot = new QWidget;
    auto *again = new FlatButton(FlatButton::Kind::Link);
    again->setText(tr("All as it was found"));
    again->setToolTip(tr("Forgets what was said of how this file is written and where its columns go"));
    auto *done = new FlatButton(FlatButton::Kind::Accent);
    done->setText(tr("Back to the files"));
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(space::large, 0, space::large, 0);
    row->setSpacing(space::small);
    row->addWidget(again);
    row->addStretch(1);
    row->addWidget(done);
    connect(again, &QAbstractButton::clicked, this, &FileDetails::forgotten);
    connect(done, &QAbstractButton::clicked, this, &QDialog::close);
    return foot;
}

void FileDetails::listen()
{
    connect(m_kind, &QComboBox::activated, this,
            [this] { chooseKind(EntityKind(m_kind->currentData().toInt())); });
    connect(&m_files, &app::FilesImport::previewed, this, &FileDetails::followFiles);
    connect(m_mapping, &ImportMapping::changed, this, [this] {
        showTargets();
        say();
    });
    connect(m_options, &ImportOptions::restSent, m_mapping, &ImportMapping::sendRest);
    connect(m_options, &ImportOptions::changed, this, &FileDetails::say);
    connect(m_options, &ImportOptions::writtenChanged, this, &FileDetails::sayWriting);
    connect(m_opening, &ImportOpening::changed, this, &FileDetails::sayWriting);
    connect(m_profile, &ProfileRow::chosen, this, [this](app::OfferedProfile::Is is, const QString &name) {
        const app::OfferedProfile *used = m_model->usedProfile();
        const bool isUsed = used && used->is == is && used->name == name;
        takeProfile(isUsed ? used : m_model->profiles().find(is, name));
    });
    connect(m_profile, &ProfileRow::noneChosen, this, [this] { takeProfile(nullptr); });
    connect(m_profile, &ProfileRow::keepWanted, this, &FileDetails::keepProfile);
    connect(m_samples, &SampleRows::opened, this, &FileDetails::lookAtRows);
    connect(m_model, &app::ImportModel::sampled, this,
            [this](const auto &samples) { m_samples->showSamples(m_model->kind(), samples); });
    connect(m_model, &app::ImportModel::unsampled, m_samples, &SampleRows::showProblem);
    connect(m_model, &app::ImportModel::kindFound, this,
            [this](EntityKind kind) { m_kind->setCurrentIndex(std::max(0, m_kind->findData(int(kind)))); });
    connect(m_model, &app::ImportModel::previewed, this, &FileDetails::showPreview);
    connect(m_model, &app::ImportModel::unreadable, this,
            [this](const Error &error) { m_remark->refuse(m_display.words(error.text)); });
}

void FileDetails::openAt(std::optional<EntityKind> kind)
{
    showKinds();
    if (kind && *kind != m_model->kind())
        m_isSaid = false; // of that kind
    if (kind)
        m_model->chooseKind(*kind);
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(int(m_model->kind()))));
    readFile();
    open();
}

// Read in another way, the file may hold something else; and until somebody says where its columns go, they go where
// all files together tell.
void FileDetails::followFiles()
{
    if (!isVisible() || m_isSaid)
        return;
    const auto &parts = m_files.preview().parts;
    const auto first =
        std::find_if(parts.begin(), parts.end(), [this](const auto &each) { return each.path == m_path; });
    if (first == parts.end())
        return;
    const bool isThere = partOf(m_files, m_path, m_model->kind());
    const EntityKind kind = isThere ? m_model->kind() : first->kind;
    showKinds();
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(int(kind))));
    if (isThere && !m_model->preview().columns.isEmpty()) {
        showPreview();
        return;
    }
    m_model->chooseKind(kind);
    readFile();
}

// In a file of several, those whose columns can be shown; else what the file may hold.
void FileDetails::showKinds()
{
    std::vector<EntityKind> kinds;
    for (const transfer::AutoPreview::Part &part : m_files.preview().parts) {
        if (part.path == m_path && part.isOneOfSeveral)
            kinds.push_back(part.kind);
    }
    m_isOfSeveral = !kinds.empty();
    if (!m_isOfSeveral)
        kinds = app::ImportModel::offeredKinds();
    m_question->setText(m_isOfSeveral ? tr("Where columns go for") : tr("This file holds"));
    m_kind->setAccessibleName(m_isOfSeveral ? tr("Kind of records whose columns are shown")
                                            : tr("What the file holds"));
    m_kind->clear();
    for (const EntityKind kind : kinds)
        m_kind->addItem(m_display.kindPlural(kind), int(kind));
}

void FileDetails::chooseKind(EntityKind kind)
{
    m_isSaid = false;             // of that kind; what was said of another one stays
    m_mapping->setEnabled(false); // its choices are still those of the other kind
    m_model->chooseKind(kind);
    if (!m_isOfSeveral) {
        m_files.chooseKind(m_path, kind);
        Q_EMIT changed();
    }
    readFile();
}

void FileDetails::readFile()
{
    m_remark->explain({});
    m_model->answers() = m_files.answers({m_path, m_model->kind()}); // also of which rows are titles
    m_model->read(written());
}

exchange::CsvAnswers FileDetails::written() const
{
    exchange::CsvAnswers written = m_options->written();
    written.headerLine = m_opening->headerLine();
    if (const app::OfferedProfile *used = m_model->usedProfile())
        written.rows = used->profile.csv.rows;
    return written;
}

void FileDetails::sayWriting()
{
    m_files.sayWriting(m_path, written());
    Q_EMIT changed();
    readFile();
}

void FileDetails::showPreview()
{
    transfer::ImportPreview preview = m_model->preview();
    // The other files may tell what the columns of this one mean.
    const transfer::AutoPreview::Part *part = partOf(m_files, m_path, m_model->kind());
    Found &found = m_found[m_model->kind()];
    if (part && (!m_isSaid || found.columns != preview.columns))
        found = {part->columns, part->targets};
    if (found.columns == preview.columns) {
        for (qsizetype i = 0; i < preview.columns.size(); ++i) {
            const bool isMisfit = std::any_of(preview.misfits.begin(), preview.misfits.end(),
                                              [i](const exchange::Misfit &each) { return each.index == i; });
            if (!isMisfit)
                preview.targets[i] = found.targets.value(i);
        }
    }
    m_detection->showText(preview.writing.texts().join(u" · "_s), ElidedLabel::Tone::Quiet);
    m_opening->showPreview(preview);
    m_mapping->setEnabled(true);
    m_profile->showProfiles(m_model->profiles(), m_model->usedProfile());
    m_mapping->showPreview(m_model->kind(), preview, m_model->ownFields(), m_model->usedProfile());
    m_mapping->setFixedHeight(m_mapping->horizontalHeader()->sizeHint().height()
                              + std::min(m_mapping->rowCount(), mostRows)
                                  * m_mapping->verticalHeader()->defaultSectionSize());
    m_options->showPreview(m_model->kind(), preview);
    showTargets();
    takeSent();
    orderParts({m_kind, m_opening, m_profile, m_mapping, m_options, m_samples, m_foot});
    if (m_isSaid) // of other columns than there are now
        say();
    else
        lookAtRows();
}

// Null: none. It holds for this file alone; what is said from now on goes before it.
void FileDetails::takeProfile(const app::OfferedProfile *profile)
{
    const app::OfferedProfile *before = m_model->usedProfile();
    if (!profile && !before)
        return;
    if (profile)
        m_mapping->giveWay(*profile);
    m_options->useProfile(m_model->kind(), profile ? &profile->profile : nullptr);
    if (profile && profile->profile.csv.headerLine)
        m_opening->chooseHeaderLine(profile->profile.csv.headerLine);
    else if (before && before->profile.csv.headerLine)
        m_opening->chooseHeaderLine({}); // as found
    m_model->useProfile(profile);
    m_isSaid = true;
    sayWriting();
}

void FileDetails::keepProfile(const QString &name, app::OverKnown over)
{
    m_model->answers() = m_files.answers({m_path, m_model->kind()});
    const transfer::ImportProfile profile = m_model->profileOf(chosen());
    m_keeping = app::keepProfile(
        m_workspace, this, m_profileFolder, name, profile, over,
        [this, profile, targets = m_mapping->targets()](const Result<app::StoredProfile> &stored) {
            if (stored && !stored->isKnown) {
                m_model->addProfile(stored->name, profile, targets);
                m_profile->showProfiles(m_model->profiles(), m_model->usedProfile());
            }
            m_profile->showStored(stored);
        });
}

// What was answered about columns beside the list of files.
void FileDetails::takeSent()
{
    const QStringList columns = m_mapping->columns();
    const QStringList targets = m_mapping->targets();
    for (const auto &[column, target] : m_files.sentColumns({m_path, m_model->kind()})) {
        const qsizetype row = columns.indexOf(column);
        if (row >= 0 && targets[row] != target)
            m_mapping->send(column, target);
    }
}

void FileDetails::showTargets()
{
    m_options->showTargets(m_model->kind(), m_mapping->columns(), m_mapping->targets(),
                           m_model->preview().samples);
    m_options->showRest(m_mapping->hasRest());
}

void FileDetails::say()
{
    m_isSaid = true;
    // What nothing could be made of is made of it now.
    if (!m_isOfSeveral && !partOf(m_files, m_path, m_model->kind())
        && m_files.chosenKind(m_path) != m_model->kind())
        m_files.chooseKind(m_path, m_model->kind());
    const transfer::ImportRequest said = chosen();
    m_files.say({m_path, m_model->kind()}, said);
    showTwice(said);
    Q_EMIT changed();
    lookAtRows();
}

// At once, in the words of the choices above.
void FileDetails::showTwice(const transfer::ImportRequest &said)
{
    const std::vector<CustomField> own = m_model->ownFields();
    const app::TargetLabels labels(m_display, m_model->kind(), own);
    const Sentence twice =
        app::sentTwice(said, own, [&labels](const QString &target) { return labels.label(target); });
    if (twice.isEmpty())
        m_remark->explain({});
    else
        m_remark->refuse(m_display.words(twice));
}

void FileDetails::lookAtRows()
{
    if (!m_samples->isOpen())
        return;
    m_model->answers() = m_files.answers({m_path, m_model->kind()});
    m_model->lookAt(chosen());
}

transfer::ImportRequest FileDetails::chosen() const
{
    transfer::ImportRequest request =
        m_model->profileRules(); // before which everything goes that is said here
    request.map = m_mapping->rules();
    request.own = m_mapping->ownRules();
    request.undecided = m_mapping->undecided();
    request.untold = m_mapping->untold();
    m_options->write(request);
    return request;
}

void FileDetails::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Escape)
        close();
    else
        QDialog::keyPressEvent(event);
}

} // namespace headway::ui

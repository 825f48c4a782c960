// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importdialog.h"

#include "app/display.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr EntityKind offeredKinds[] = {EntityKind::Company, EntityKind::Contact,  EntityKind::Lead,
                                       EntityKind::Deal,    EntityKind::Activity, EntityKind::Product,
                                       EntityKind::User};

QString columnMapping(const QString &target)
{
    return target.isEmpty() ? u"nothing"_s : target;
}

QString sentences(const app::ImportReport &report, const app::Display &display)
{
    QStringList lines{ImportDialog::tr("%1 rows read: %2 new, %3 changed, %4 as they were, %5 rejected.")
                          .arg(display.number(report.read), display.number(report.created),
                               display.number(report.updated), display.number(report.unchanged),
                               display.number(report.rejected))};
    for (const auto &[kind, count] : report.alsoCreated)
        lines += ImportDialog::tr("Also made: %1 %2.").arg(display.number(count), display.kindPlural(kind));
    for (const app::NearName &near : report.offered)
        lines += ImportDialog::tr("“%1” is not known, but “%2” is (%3 rows). Take near names to accept it.")
                     .arg(near.text, near.known, display.number(near.rows));
    for (const app::NearName &near : report.taken)
        lines += ImportDialog::tr("“%1” was taken as “%2” in %3 rows.")
                     .arg(near.text, near.known, display.number(near.rows));
    for (size_t i = 0; i < report.firstRejected.size() && i < 3; ++i) {
        const app::RejectedRow &row = report.firstRejected[i];
        lines += ImportDialog::tr("Line %1: %2").arg(display.number(row.line), row.reason);
    }
    return lines.join(u'\n');
}

} // namespace

ImportDialog::ImportDialog(app::Workspace &workspace, const app::Display &display, const QString &path,
                           QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_display(display), m_path(path), m_detection(new QLabel),
      m_kind(new QComboBox), m_mapping(new QTableWidget(0, 3))
{
    setWindowTitle(tr("Import %1").arg(QFileInfo(path).fileName()));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(860, 640);
    for (const EntityKind kind : offeredKinds)
        m_kind->addItem(display.kindPlural(kind), int(kind));
    m_kind->setAccessibleName(tr("What the file holds"));
    m_detection->setWordWrap(true);
    m_mapping->setHorizontalHeaderLabels({tr("Column"), tr("For example"), tr("Goes into")});
    m_mapping->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_mapping->verticalHeader()->hide();
    m_mapping->setEditTriggers(QTableWidget::NoEditTriggers);
    m_mapping->setSelectionMode(QTableWidget::NoSelection);
    m_mapping->setAccessibleName(tr("Where each column goes"));

    auto *head = new QHBoxLayout;
    head->addWidget(new QLabel(tr("The file holds")));
    head->addWidget(m_kind);
    head->addSpacing(space::large);
    head->addWidget(m_detection, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::large, space::large, space::large);
    column->setSpacing(space::medium);
    column->addLayout(head);
    column->addWidget(m_mapping, 1);
    column->addWidget(makeOptions());
    column->addWidget(makeFoot());
    connect(m_kind, &QComboBox::activated, this, [this] {
        m_kindChosen = true;
        readFile();
    });
    readFile();
}

ImportDialog::~ImportDialog()
{
    if (m_cancelled)
        *m_cancelled = true;
}

QWidget *ImportDialog::makeOptions()
{
    auto *options = new QWidget;
    auto *form = new QFormLayout(options);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(space::large);
    m_match = new QComboBox;
    m_match->setEditable(false);
    m_existing = new QComboBox;
    m_existing->addItem(tr("leave it as it is"), int(app::Existing::Skip));
    m_existing->addItem(tr("fill in what is empty"), int(app::Existing::Fill));
    m_existing->addItem(tr("overwrite it"), int(app::Existing::Overwrite));
    auto *existing = new QHBoxLayout;
    existing->addWidget(m_match);
    existing->addWidget(new QLabel(tr("then")));
    existing->addWidget(m_existing);
    existing->addStretch(1);
    form->addRow(tr("If a record has the same"), existing);
    m_createMissing = new QCheckBox(tr(
        "Make companies, contacts, people of the team, products, stages, sources and tags that are not there yet"));
    m_createMissing->setChecked(true);
    m_takeNear = new QCheckBox(tr("Take names that differ only in spelling (“GTXPro” for “GTX Pro”)"));
    form->addRow(tr("Names"), m_createMissing);
    form->addRow(QString(), m_takeNear);
    m_dateOrder = new QComboBox;
    m_dateOrder->addItem(tr("dates as found"), -1);
    m_dateOrder->addItem(tr("day, month, year"), int(DateOrder::DayMonthYear));
    m_dateOrder->addItem(tr("month, day, year"), int(DateOrder::MonthDayYear));
    m_dateOrder->addItem(tr("year, month, day"), int(DateOrder::YearMonthDay));
    m_decimal = new QComboBox;
    m_decimal->addItem(tr("numbers as found"), QString());
    m_decimal->addItem(tr("1,234.50"), u"."_s);
    m_decimal->addItem(tr("1.234,50"), u","_s);
    auto *style = new QHBoxLayout;
    style->addWidget(m_dateOrder);
    style->addWidget(m_decimal);
    style->addStretch(1);
    form->addRow(tr("Read"), style);
    return options;
}

QWidget *ImportDialog::makeFoot()
{
    auto *foot = new QWidget;
    m_result = new QLabel;
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_progress = new QProgressBar;
    m_progress->hide();
    m_try = new QPushButton(tr("&Try without changing anything"));
    m_import = new QPushButton(tr("&Import"));
    m_import->setDefault(true);
    m_close = new QPushButton(tr("Close"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_progress, 1);
    buttons->addStretch(1);
    buttons->addWidget(m_try);
    buttons->addWidget(m_import);
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_result);
    column->addLayout(buttons);
    connect(m_try, &QPushButton::clicked, this, [this] { run(app::RunMode::Dry); });
    connect(m_import, &QPushButton::clicked, this, [this] { run(app::RunMode::Real); });
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (m_cancelled)
            *m_cancelled = true; // and the run says so when it has stopped
        else
            close();
    });
    return foot;
}

void ImportDialog::readFile()
{
    const auto kind = EntityKind(m_kind->currentData().toInt());
    m_reading = m_workspace.read<app::ImportPreview>(
        this,
        [path = m_path, kind, custom = m_workspace.lookups().customFields](sql::Connection &) {
            return app::previewImport(path, kind, custom);
        },
        [this](Result<app::ImportPreview> preview) {
            if (!preview) {
                showProblem(preview.error());
                m_import->setEnabled(false);
                m_try->setEnabled(false);
                return;
            }
            m_columns = preview->columns;
            if (!m_kindChosen) {
                m_kindChosen = true;
                chooseKind(app::likelyKind(m_columns, m_workspace.lookups().customFields));
                return;
            }
            showPreview(*preview);
        });
}

void ImportDialog::chooseKind(EntityKind kind)
{
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(int(kind))));
    readFile();
}

void ImportDialog::showPreview(const app::ImportPreview &preview)
{
    const auto kind = EntityKind(m_kind->currentData().toInt());
    const auto &found = preview.detection;
    m_detection->setText(tr("%1 · %2 · lines end with %3")
                             .arg(found.encodingEvidence, found.separatorEvidence, found.lineEndingEvidence));
    const auto targets = exchange::importTargets(kind, m_workspace.lookups().customFields);
    m_mapping->setRowCount(int(preview.columns.size()));
    m_match->clear();
    m_match->addItem(tr("(never: every row is new)"), QString());
    for (int row = 0; row < int(preview.columns.size()); ++row) {
        m_mapping->setItem(row, 0, new QTableWidgetItem(preview.columns[row]));
        m_mapping->setItem(row, 1, new QTableWidgetItem(preview.samples[row].left(60)));
        auto *choice = new QComboBox;
        choice->setAccessibleName(tr("%1 goes into").arg(preview.columns[row]));
        choice->addItem(tr("— nothing —"), QString());
        for (const exchange::ImportTarget &target : targets)
            choice->addItem(QString(target.name).replace(u'_', u' '), target.name);
        choice->setCurrentIndex(std::max(0, choice->findData(preview.targets[row])));
        m_mapping->setCellWidget(row, 2, choice);
        if (!preview.targets[row].isEmpty())
            m_match->addItem(QString(preview.targets[row]).replace(u'_', u' '), preview.targets[row]);
    }
}

app::ImportRequest ImportDialog::request(app::RunMode mode) const
{
    app::ImportRequest request{.kind = EntityKind(m_kind->currentData().toInt()), .path = m_path};
    for (int row = 0; row < m_mapping->rowCount(); ++row) {
        const auto *choice = static_cast<QComboBox *>(m_mapping->cellWidget(row, 2));
        request.map.push_back({m_columns[row], columnMapping(choice->currentData().toString())});
    }
    if (const QString match = m_match->currentData().toString(); !match.isEmpty())
        request.match = {match};
    request.existing = app::Existing(m_existing->currentData().toInt());
    if (m_createMissing->isChecked())
        request.createMissing = {EntityKind::Company, EntityKind::Contact, EntityKind::User,
                                 EntityKind::Team,    EntityKind::Product, EntityKind::Stage,
                                 EntityKind::Source,  EntityKind::Tag};
    request.nearMatches = m_takeNear->isChecked() ? app::NearMatches::Take : app::NearMatches::Offer;
    if (const int order = m_dateOrder->currentData().toInt(); order >= 0)
        request.dateOrder = DateOrder(order);
    if (const QString mark = m_decimal->currentData().toString(); !mark.isEmpty())
        request.decimalMark = mark.front();
    request.zone = m_workspace.zone();
    request.mode = mode;
    return request;
}

void ImportDialog::run(app::RunMode mode)
{
    setBusy(mode == app::RunMode::Dry ? tr("Trying …") : tr("Importing …"));
    const auto cancelled = m_cancelled;
    const QPointer<ImportDialog> alive(this);
    const auto progress = [alive, cancelled, workspace = &m_workspace](qint64 done, qint64 all) {
        QMetaObject::invokeMethod(workspace, [alive, done, all] {
            if (!alive)
                return;
            alive->m_progress->setMaximum(all > 0 ? 1000 : 0);
            alive->m_progress->setValue(all > 0 ? int(done * 1000 / all) : 0);
        });
        return !*cancelled;
    };
    const auto report = std::make_shared<app::ImportReport>();
    const store::Actor actor{m_workspace.user(), m_workspace.now()};
    m_running = m_workspace.write(
        this,
        [request = request(mode), actor, progress, report](sql::Connection &connection) -> Result<ChangeSet> {
            HEADWAY_TRY(done, app::importCsv(connection, request, actor, progress));
            *report = std::move(done);
            return ChangeSet{report->step, {}, {}, report->step.id == 0};
        },
        [this, report, mode](Result<ChangeSet> set) {
            setIdle();
            if (set)
                showReport(*report, mode);
            else
                showProblem(set.error());
        });
}

void ImportDialog::showReport(const app::ImportReport &report, app::RunMode mode)
{
    const QString intro = mode == app::RunMode::Dry ? tr("Nothing was changed. ") : QString();
    m_result->setText(intro + sentences(report, m_display));
    m_import->setEnabled(mode == app::RunMode::Dry || report.created + report.updated == 0);
}

void ImportDialog::showProblem(const Error &error)
{
    m_result->setText(error.text);
}

void ImportDialog::setBusy(const QString &what)
{
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_result->setText(what);
    m_progress->show();
    m_import->setEnabled(false);
    m_try->setEnabled(false);
    m_close->setText(tr("Cancel"));
}

void ImportDialog::setIdle()
{
    m_cancelled.reset();
    m_progress->hide();
    m_import->setEnabled(true);
    m_try->setEnabled(true);
    m_close->setText(tr("Close"));
}

} // namespace headway::ui

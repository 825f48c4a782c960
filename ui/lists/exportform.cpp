// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/exportform.h"

#include "ui/controls/nowheelcombobox.h"

#include <QFormLayout>
#include <QLabel>

#include <algorithm>

namespace headway::ui {

using app::ExportColumns;
using app::ExportFor;
using transfer::ExportPurpose;

namespace {

constexpr int panelWidth = 440;

} // namespace

ExportForm::ExportForm(app::Settings &settings, const app::Display &display, QWidget *parent)
    : FloatingPanel(panelWidth, parent), m_settings(settings), m_display(display),
      m_for(addChoice(tr("&Format"))), m_columns(addChoice(tr("&Columns"))), m_purpose(addChoice(tr("&For")))
{
    m_columns->addItem(tr("as in this list"), int(ExportColumns::Shown));
    m_columns->addItem(tr("all there are"), int(ExportColumns::All));
    connect(m_for, &QComboBox::currentIndexChanged, this, &ExportForm::explain);
    m_purpose->addItem(tr("anything"), int(ExportPurpose::Any));
    m_purpose->addItem(tr("mailing: who wants e-mail"), int(ExportPurpose::Mailing));
    m_purpose->addItem(tr("calls: who may be called"), int(ExportPurpose::Calls));
    connect(m_columns, &QComboBox::currentIndexChanged, this, &ExportForm::explain);
}

ExportForm::~ExportForm() = default;

QComboBox *ExportForm::addChoice(const QString &name)
{
    auto *choice = new NoWheelComboBox(this);
    auto *label = new QLabel(name, this);
    label->setBuddy(choice);
    form().addRow(label, choice);
    return choice;
}

// It is asked anew each time: what was right for one file may leave somebody out of another.
ExportPurpose ExportForm::purpose() const
{
    return m_hasWishes ? ExportPurpose(m_purpose->currentData().toInt()) : ExportPurpose::Any;
}

ExportFor ExportForm::chosen() const
{
    return ExportFor(m_for->currentData().toInt());
}

void ExportForm::ask(const QString &what, EntityKind kind)
{
    m_for->clear();
    m_for->addItem(tr("CSV for programs"), int(ExportFor::Programs));
    m_for->addItem(tr("CSV for a spreadsheet"), int(ExportFor::Spreadsheet));
    m_for->addItem(tr("Workbook (.xlsx)"), int(ExportFor::Workbook));
    if (transfer::hasCards(kind))
        m_for->addItem(tr("Address book (vCard)"), int(ExportFor::AddressBook));
    m_for->setCurrentIndex(std::max(0, m_for->findData(int(m_settings.value(app::setting::exportFor)))));
    m_columns->setCurrentIndex(m_columns->findData(int(m_settings.value(app::setting::exportColumns))));
    m_hasWishes = transfer::hasWishes(kind);
    m_purpose->setCurrentIndex(0);
    form().labelForField(m_purpose)->setVisible(m_hasWishes);
    m_purpose->setVisible(m_hasWishes);
    showTitle(tr("Export %1").arg(what), tr("Choose the file…"));
    explain();
    open(m_for);
}

QString ExportForm::said(ExportFor writtenFor)
{
    switch (writtenFor) {
    case ExportFor::Programs: break;
    case ExportFor::Spreadsheet:
        return tr("Opens in Excel, LibreOffice and Numbers. A text that would run as a formula gets an "
                  "apostrophe, which an import takes off again.");
    case ExportFor::Workbook:
        return tr(
            "Opens in Excel, LibreOffice and Numbers, with real numbers, amounts and days, and filters. "
            "Times are UTC.");
    case ExportFor::AddressBook:
        return tr("For phones, mail programs and address books. A card has all that it has room for, and the "
                  "most programs read it (vCard 3.0).");
    }
    return tr("UTF-8, commas, ISO dates and plain numbers, the same on every computer.");
}

void ExportForm::explain()
{
    m_columns->setEnabled(chosen() != ExportFor::AddressBook);
    if (chosen() == ExportFor::AddressBook) { // which has all there is
        showHint(said(chosen()));
        return;
    }
    const bool isAll = m_columns->currentData().toInt() == int(ExportColumns::All);
    showHint(QStringList{said(chosen()),
                         isAll ? tr("Every field, with numbers by which an import knows each record again.")
                               : tr("Columns and order are those of the list.")}
                 .join(u' '));
}

void ExportForm::confirm()
{
    const auto columns = ExportColumns(m_columns->currentData().toInt());
    m_settings.change(app::setting::exportFor, chosen());
    m_settings.change(app::setting::exportColumns, columns);
    hide();
    transfer::TargetFile file;
    const bool isCommaDecimal = m_display.locale().decimalPoint() == u",";
    if (chosen() == ExportFor::Workbook)
        file.format = transfer::FileFormat::Xlsx;
    if (chosen() == ExportFor::AddressBook)
        file.format = transfer::FileFormat::VCard;
    if (chosen() != ExportFor::Programs)
        file.csv = exchange::CsvDialect::spreadsheet(isCommaDecimal ? u';' : u',');
    Q_EMIT exportWanted(file, columns, purpose());
}

} // namespace headway::ui

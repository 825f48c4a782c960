// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/importmapping.h"

#include "transfer/import/importpreview.h"
#include "ui/controls/celldelegate.h"
#include "ui/controls/listheader.h"
#include "ui/controls/nowheelcombobox.h"
#include "ui/controls/slimscrollbar.h"
#include "ui/style/colours.h"
#include "ui/style/theme.h"

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

enum MappingColumn { Name, Example, Target, ColumnCount };

constexpr int longestExample = 80;

} // namespace

QString targetText(const QString &target)
{
    if (target.endsWith(".external_id"_L1))
        return ImportMapping::tr("%1 (id in the other program)").arg(targetText(target.section(u'.', 0, 0)));
    return QString(target).replace(u'_', u' ').replace(u"custom."_s, QString());
}

ImportMapping::ImportMapping(QWidget *parent) : QTableWidget(0, ColumnCount, parent)
{
    setAccessibleName(tr("Where each column goes"));
    setHorizontalHeader(new ListHeader(this));
    setHorizontalHeaderLabels({tr("Column"), tr("For example"), tr("Goes into")});
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (int i = 0; i < ColumnCount; ++i)
        horizontalHeaderItem(i)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(lineHeight(TextSize::Body));
    setVerticalScrollBar(new SlimScrollBar(Qt::Vertical, this));
    setItemDelegate(new CellDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setFocusPolicy(Qt::NoFocus); // the combo boxes take the focus
}

ImportMapping::~ImportMapping() = default;

void ImportMapping::showPreview(const transfer::ImportPreview &preview,
                                const std::vector<exchange::ImportTarget> &offered)
{
    m_undecided = preview.misfits;
    setRowCount(int(preview.columns.size()));
    for (int row = 0; row < rowCount(); ++row) {
        setItem(row, Name, new QTableWidgetItem(preview.columns[row]));
        setItem(row, Example, new QTableWidgetItem(preview.samples[row].left(longestExample)));
        setItem(row, Target, new QTableWidgetItem(u""_s)); // nothing at all would look like a cell being read
        showChoice(row, preview.targets[row], offered);
        tone(row);
    }
}

void ImportMapping::showChoice(int row, const QString &target,
                               const std::vector<exchange::ImportTarget> &offered)
{
    auto *choice = new NoWheelComboBox;
    choice->setFrame(false);
    choice->setAccessibleName(tr("%1 goes into").arg(item(row, Name)->text()));
    choice->addItem(tr("– not imported –"), QString());
    for (const exchange::ImportTarget &each : offered)
        choice->addItem(targetText(each.name), each.name);
    choice->setCurrentIndex(std::max(0, choice->findData(target)));
    connect(choice, &QComboBox::activated, this, [this, row] {
        std::erase_if(m_undecided, [row](const exchange::Misfit &each) { return each.index == row; });
        tone(row);
        Q_EMIT changed();
    });
    setCellWidget(row, Target, choice);
}

// Columns that are not imported are shown in quiet text.
void ImportMapping::tone(int row)
{
    const bool isTaken = !targets().at(row).isEmpty();
    const QColor text = isTaken ? palette().color(QPalette::Text) : colourRolesOf(*this).quietText;
    for (const int column : {int(Name), int(Example)})
        item(row, column)->setForeground(text);
}

QStringList ImportMapping::columns() const
{
    QStringList columns;
    for (int row = 0; row < rowCount(); ++row)
        columns += item(row, Name)->text();
    return columns;
}

QStringList ImportMapping::targets() const
{
    QStringList targets;
    for (int row = 0; row < rowCount(); ++row) {
        const auto *choice = static_cast<QComboBox *>(cellWidget(row, Target));
        targets += choice ? choice->currentData().toString() : QString();
    }
    return targets;
}

std::vector<exchange::MapRule> ImportMapping::rules() const
{
    const QStringList names = columns();
    const QStringList places = targets();
    std::vector<exchange::MapRule> rules;
    for (qsizetype i = 0; i < names.size(); ++i)
        rules.push_back({names[i], places[i].isEmpty() ? u"nothing"_s : places[i]});
    return rules;
}

} // namespace headway::ui

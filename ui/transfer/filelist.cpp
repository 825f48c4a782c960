// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/filelist.h"

#include "app/text/display.h"
#include "app/text/plaintip.h"
#include "app/transfer/filesimport.h"
#include "app/transfer/importmodel.h"
#include "ui/controls/celldelegate.h"
#include "ui/controls/listheader.h"
#include "ui/controls/nowheelcombobox.h"
#include "ui/controls/slimscrollbar.h"
#include "ui/style/theme.h"
#include "ui/transfer/importsummary.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QStandardItemModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

enum FileColumn { File, Holds, Becomes, ColumnCount };

// Choices that are no kind.
constexpr int asFound = -1;
constexpr int leftOut = -2;
constexpr int withoutKind = -3;            // of a file of several
constexpr int kindRole = Qt::UserRole + 1; // of a row whose kind is left out
constexpr int mostRows = 10;               // without scrolling
constexpr qsizetype mostNamed = 100;       // columns in a tool tip

} // namespace

FileList::FileList(app::FilesImport &files, const app::Display &display, QWidget *parent)
    : QTableWidget(0, ColumnCount, parent), m_files(files), m_display(display)
{
    setAccessibleName(tr("Files in the order in which they are imported"));
    setHorizontalHeader(new ListHeader(this));
    setHorizontalHeaderLabels(
        {m_files.areSheets() ? tr("Sheet") : tr("File"), tr("Holds"), tr("What becomes of it")});
    for (int i = 0; i < ColumnCount; ++i)
        horizontalHeaderItem(i)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(lineHeight(TextSize::Body));
    setVerticalScrollBar(new SlimScrollBar(Qt::Vertical, this));
    setItemDelegate(new CellDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    connect(this, &QTableWidget::cellDoubleClicked, this, &FileList::opened);
}

FileList::~FileList() = default;

void FileList::showPreview()
{
    const int current = currentRow(); // the keyboard stays about where it was
    const bool hadFocus = isAncestorOf(focusWidget());
    setRowCount(0);
    m_rows.clear();
    m_firstRows.clear();
    const transfer::AutoPreview &preview = m_files.preview();
    for (const transfer::AutoPreview::Part &part : preview.parts)
        addPart(part);
    for (const QString &file : m_files.files()) {
        if (m_files.isTaken(file))
            addLeftKinds(file);
    }
    for (const transfer::AutoReport::Left &left : preview.left)
        addLeft(left.path, tr("is left: %1").arg(m_display.words(left.reason)));
    for (const QString &file : m_files.files()) {
        if (!m_files.isTaken(file))
            addLeft(file, tr("is left out"));
    }
    fit();
    if (rowCount() > 0)
        setCurrentCell(std::clamp(current, 0, rowCount() - 1), File);
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
}

QString FileList::currentFile() const
{
    const QTableWidgetItem *file = item(currentRow(), File);
    return file ? file->data(Qt::UserRole).toString() : QString();
}

std::optional<EntityKind> FileList::currentKind() const
{
    const QTableWidgetItem *holds = item(currentRow(), Holds);
    const int kind = holds ? holds->data(Qt::UserRole).toInt() : leftOut;
    return kind < 0 ? std::nullopt : std::optional(EntityKind(kind));
}

int FileList::addFile(const QString &path, const QString &name)
{
    const int row = rowCount();
    insertRow(row);
    auto *file = new QTableWidgetItem(name);
    file->setData(Qt::UserRole, path);
    file->setToolTip(app::plainTip(path));
    setItem(row, File, file);
    setItem(row, Holds, new QTableWidgetItem(u""_s)); // nothing at all would look like a cell being read
    setItem(row, Becomes, new QTableWidgetItem(u""_s));
    m_firstRows.try_emplace(path, row);
    return row;
}

QString FileList::partName(const QString &path, EntityKind kind) const
{
    return tr("%1 of %2").arg(m_display.kindPlural(kind), m_files.nameOf(path));
}

// A file of several kinds has its choice in the first of its rows.
void FileList::addPart(const transfer::AutoPreview::Part &part)
{
    const bool isFirst = !m_firstRows.contains(part.path);
    const int row =
        addFile(part.path, part.isOneOfSeveral ? partName(part.path, part.kind) : m_files.nameOf(part.path));
    item(row, File)->setToolTip(
        app::plainTip(QStringList{part.path, part.writing.texts().join(u" · "_s)}.join(u'\n')));
    item(row, Holds)->setData(Qt::UserRole, int(part.kind));
    m_rows[{part.path, part.kind}] = row;
    if (!part.isOneOfSeveral)
        addChoice(row, Choices::OfFile, int(part.kind));
    else
        addChoice(row, isFirst ? Choices::OfFirstPart : Choices::OfPart, asFound);
    item(row, Becomes)->setText(columnsText(part));
    item(row, Becomes)->setToolTip(app::plainTip(part.columns.mid(0, mostNamed).join(u", "_s)));
}

// Kinds that a file has, too, and that somebody does not want of it.
void FileList::addLeftKinds(const QString &path)
{
    for (const EntityKind kind : m_files.without(path)) {
        const int row = addFile(path, partName(path, kind));
        item(row, Holds)->setData(Qt::UserRole, leftOut);
        item(row, Holds)->setData(kindRole, int(kind));
        addChoice(row, Choices::OfPart, withoutKind);
        item(row, Becomes)->setText(tr("is left out"));
    }
}

void FileList::addLeft(const QString &path, const QString &why)
{
    const int row = addFile(path, m_files.nameOf(path));
    item(row, Holds)->setData(Qt::UserRole, leftOut);
    const auto chosen = m_files.chosenKind(path);
    addChoice(row, Choices::OfFile, !m_files.isTaken(path) ? leftOut : chosen ? int(*chosen) : asFound);
    item(row, Becomes)->setText(why);
    item(row, Becomes)->setToolTip(app::plainTip(why));
}

QStandardItemModel *FileList::modelOf(Choices choices)
{
    QStandardItemModel *&model = m_models[choices];
    if (model)
        return model;
    model = new QStandardItemModel(this);
    const auto add = [&](const QString &text, int choice) {
        auto *entry = new QStandardItem(text);
        entry->setData(choice, Qt::UserRole);
        model->appendRow(entry);
    };
    add(tr("as its columns say"), asFound);
    if (choices != Choices::OfPart)
        add(tr("– leave this file out –"), leftOut);
    if (choices != Choices::OfFile)
        add(tr("– leave these out –"), withoutKind);
    if (choices != Choices::OfPart) {
        for (const EntityKind each : app::ImportModel::offeredKinds())
            add(m_display.kindPlural(each), int(each));
    }
    return model;
}

void FileList::addChoice(int row, Choices choices, int shown)
{
    const QString path = item(row, File)->data(Qt::UserRole).toString();
    const int left = item(row, Holds)->data(kindRole).toInt();
    const int kind = std::max(left, item(row, Holds)->data(Qt::UserRole).toInt());
    auto *choice = new NoWheelComboBox;
    choice->setFrame(false);
    choice->setAccessibleName(choices == Choices::OfPart
                                  ? tr("What becomes of %1").arg(item(row, File)->text())
                                  : tr("What %1 holds").arg(m_files.nameOf(path)));
    choice->setModel(modelOf(choices));
    choice->setCurrentIndex(std::max(0, choice->findData(shown)));
    // Later: the rows are made anew, and this choice with them.
    connect(
        choice, &QComboBox::activated, this,
        [this, path, kind, model = modelOf(choices)](int index) {
            choose(path, EntityKind(std::max(0, kind)), model->item(index)->data(Qt::UserRole).toInt());
        },
        Qt::QueuedConnection);
    setCellWidget(row, Holds, choice);
}

// `kind`: of the row, in a file of several.
void FileList::choose(const QString &path, EntityKind kind, int choice)
{
    const std::vector<EntityKind> &without = m_files.without(path);
    if (choice == leftOut)
        m_files.leaveOut(path);
    else if (choice == withoutKind)
        m_files.takeKind({path, kind}, false);
    else if (choice != asFound)
        m_files.chooseKind(path, EntityKind(choice));
    else if (std::find(without.begin(), without.end(), kind) != without.end())
        m_files.takeKind({path, kind}, true);
    else
        m_files.chooseKind(path, std::nullopt);
}

QString FileList::columnsText(const transfer::AutoPreview::Part &part) const
{
    QStringList texts{part.columns.size() == 1 ? tr("1 column")
                                               : tr("%1 columns").arg(m_display.number(part.columns.size()))};
    if (part.isEmpty)
        texts += tr("no rows below them");
    if (m_files.isSaid(part.path))
        texts += tr("as you chose");
    return texts.join(u" · "_s);
}

int FileList::rowOf(const QString &path, EntityKind kind) const
{
    const auto row = m_rows.find({path, kind});
    return row == m_rows.end() ? -1 : row->second;
}

void FileList::showReport(const transfer::AutoReport &report, transfer::RunMode mode)
{
    for (const transfer::AutoReport::Part &part : report.parts) {
        const int row = rowOf(part.path, part.request.kind);
        if (row < 0)
            continue;
        QStringList texts{importCounts(part.report, m_display, mode)};
        if (part.report.earlier)
            texts += tr("imported before");
        item(row, Becomes)->setText(texts.join(u" · "_s));
        item(row, Becomes)->setToolTip(app::plainTip(importSummary(part.report, m_display, mode)));
    }
}

void FileList::forgetReport()
{
    for (const transfer::AutoPreview::Part &part : m_files.preview().parts) {
        if (const int row = rowOf(part.path, part.kind); row >= 0)
            item(row, Becomes)->setText(columnsText(part));
    }
}

void FileList::fit()
{
    setFixedHeight(horizontalHeader()->sizeHint().height()
                   + std::min(rowCount(), mostRows) * verticalHeader()->defaultSectionSize());
}

} // namespace headway::ui

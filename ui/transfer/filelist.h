// SPDX-License-Identifier: GPL-3.0-or-later
// The files of an import, or the parts of one: which are taken, what each holds, what becomes of it. GUI thread;
// nothing fails.
#pragma once

#include "transfer/import/importauto.h"

#include <QTableWidget>

#include <map>
#include <optional>

class QStandardItemModel;

namespace headway::app {
class Display;
class FilesImport;
} // namespace headway::app

namespace headway::ui {

class FileList : public QTableWidget
{
    Q_OBJECT
public:
    // Both outlive it.
    FileList(app::FilesImport &files, const app::Display &display, QWidget *parent = nullptr);
    ~FileList() override;

    void showPreview();
    void showReport(const transfer::AutoReport &report, transfer::RunMode mode);
    void forgetReport();

    // Of the current row; empty: there is none.
    QString currentFile() const;
    // None: nothing is made of it.
    std::optional<EntityKind> currentKind() const;

Q_SIGNALS:
    void opened(); // the current row: more is to be said of its file

private:
    // Which choices a row has.
    enum class Choices { OfFile, OfFirstPart, OfPart };

    void addPart(const transfer::AutoPreview::Part &part);
    void addLeftKinds(const QString &path);
    void addLeft(const QString &path, const QString &why);
    int addFile(const QString &path, const QString &name);
    void addChoice(int row, Choices choices, int shown);
    void choose(const QString &path, EntityKind kind, int choice);
    QStandardItemModel *modelOf(Choices choices);
    QString partName(const QString &path, EntityKind kind) const;
    QString columnsText(const transfer::AutoPreview::Part &part) const;
    int rowOf(const QString &path, EntityKind kind) const;
    void fit();

    app::FilesImport &m_files;
    const app::Display &m_display;
    std::map<std::pair<QString, EntityKind>, int> m_rows;
    std::map<QString, int> m_firstRows;               // of each file
    std::map<Choices, QStandardItemModel *> m_models; // shared by all rows: there may be hundreds
};

} // namespace headway::ui

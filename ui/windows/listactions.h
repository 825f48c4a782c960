// SPDX-License-Identifier: GPL-3.0-or-later
// Commands of all lists of a window: filter, columns, change and copy the selection, export. They act on the
// visible list. One for each window, made by BookWindow; GUI thread. Errors are shown in the message bar.
#pragma once

#include "app/workspace/workspace.h"
#include "ui/windows/longwork.h"

#include <QObject>

#include <functional>

namespace headway::app {
struct BulkChange;
enum class ExportColumns;
} // namespace headway::app

namespace headway::transfer {
struct ExportReport;
struct ExportRequest;
struct TargetFile;
enum class ExportPurpose;
} // namespace headway::transfer

namespace headway::ui {

class BookContext;
class BookPage;
class ListPage;

class ListActions : public QObject
{
    Q_OBJECT
public:
    using PageInSight = std::function<BookPage *()>; // null: not made yet

    // All arguments outlive it.
    ListActions(BookContext &context, MessageBar &messages, PageInSight pageInSight, QWidget &window);
    ~ListActions() override;

    void follow(BookPage &page); // a page that was just made; only lists matter

private:
    void addPageCommands();
    void addSelectionCommands();
    void addColumnCommands();
    void addGroupCommands();
    ListPage *currentList() const;
    LongWork begin(const QString &text, qint64 size);
    void copySelection();
    void changeRecords(ListPage &page, const app::BulkChange &change);
    void exportList(ListPage &list, const transfer::TargetFile &file, app::ExportColumns columns,
                    transfer::ExportPurpose purpose);
    QString exportText(const transfer::ExportReport &report, const QString &name) const;
    void writeList(const transfer::ExportRequest &request, const transfer::TargetFile &file);

    BookContext &m_context;
    MessageBar &m_messages;
    const PageInSight m_pageInSight;
    QWidget &m_window;
    app::Ticket m_export;
    app::Ticket m_copy;
    bool m_isChanging = false; // a bulk change is running
};

} // namespace headway::ui

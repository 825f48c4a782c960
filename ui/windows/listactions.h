// SPDX-License-Identifier: GPL-3.0-or-later
// What all lists of a window can be told: filter, columns, change and copy what is selected, write a file.
// The commands act on the list in sight. One for each window, made by BookWindow; GUI thread. What fails is
// told in the message bar.
#pragma once

#include "app/workspace/workspace.h"
#include "ui/windows/longwork.h"

#include <QObject>

#include <functional>

namespace headway::app {
struct BulkChange;
enum class ExportColumns;
} // namespace headway::app

namespace headway::exchange {
struct CsvDialect;
}

namespace headway::transfer {
struct ExportRequest;
struct TargetFile;
} // namespace headway::transfer

namespace headway::ui {

class BookContext;
class BookPage;
class ListPage;

class ListActions : public QObject
{
    Q_OBJECT
public:
    using PageInSight = std::function<BookPage *()>; // null: it is not made yet

    // All outlive it.
    ListActions(BookContext &context, MessageBar &messages, PageInSight pageInSight, QWidget &window);
    ~ListActions() override;

    void follow(BookPage &page); // one that was just made; if it is a list, its wishes are met

private:
    void addPageCommands();
    void addSelectionCommands();
    void addColumnCommands();
    ListPage *currentList() const;
    LongWork begin(const QString &text, qint64 size);
    void copySelection();
    void changeRecords(ListPage &page, const app::BulkChange &change);
    void exportList(ListPage &list, const exchange::CsvDialect &dialect, app::ExportColumns columns);
    void writeList(const transfer::ExportRequest &request, const transfer::TargetFile &file);

    BookContext &m_context;
    MessageBar &m_messages;
    const PageInSight m_pageInSight;
    QWidget &m_window;
    app::Ticket m_export;
    app::Ticket m_copy;
    bool m_isChanging = false; // many records at once
};

} // namespace headway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Calling a list in a window: the queue, the line below the details, the commands. One for each window; GUI thread.
#pragma once

#include "app/calls/callqueue.h"
#include "domain/result.h"
#include "ui/pages/bookpage.h"

#include <QObject>

#include <functional>
#include <optional>

namespace headway::ui {

class BookContext;
class CallBar;
class MessageBar;

class CallCommands : public QObject
{
    Q_OBJECT
public:
    // The page in sight; null: not made yet.
    using PageInSight = std::function<BookPage *()>;
    // All arguments outlive it.
    CallCommands(BookContext &context, MessageBar &messages, PageInSight pageInSight, QObject *parent);
    ~CallCommands() override;

    CallBar *bar() const { return m_bar; } // to be placed below the details, whose owner it becomes

Q_SIGNALS:
    void callWanted(headway::EntityRef record); // to be shown, with the form for its call
    void failed(const headway::Error &error);

private:
    // Null: the page in sight is no list of what can be called.
    const BookPage *listInSight() const;
    void addCommands();
    void callList();
    void sayHowItWent();

    BookContext &m_context;
    MessageBar &m_messages;
    const PageInSight m_pageInSight;
    app::CallQueue m_queue;
    CallBar *m_bar;
};

} // namespace headway::ui

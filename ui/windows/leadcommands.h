// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of leads in a window, and the panels that they open. They act on the lead in the details, or on the leads of
// the page. One for each window; GUI thread.
#pragma once

#include "app/commands/commands.h"
#include "app/leads/bulkconversion.h"
#include "domain/changes/change.h"
#include "domain/records/lead.h"
#include "domain/result.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace headway::ui {

class BookContext;
class BookPage;
class BulkConversionPanel;
class ConversionPanel;
class DetailPane;
class LeadForm;
class Shell;

class LeadCommands : public QObject
{
    Q_OBJECT
public:
    using PageInSight = std::function<const BookPage *()>; // null: not made yet

    // All arguments outlive it. A window without pages has none in sight: `pageInSight` is empty.
    LeadCommands(BookContext &context, Shell &shell, const DetailPane &detail, PageInSight pageInSight,
                 QObject *parent);
    ~LeadCommands() override;

    // Asks what becomes of the lead, or of each of several.
    void convert(const std::vector<LeadId> &leads);

Q_SIGNALS:
    void converted(headway::EntityRef into); // to be shown
    void failed(const headway::Error &error);

private:
    std::optional<Lead> lead() const; // in the details; none: another kind, or not loaded yet
    void addPageCommand();
    const BookPage *leadsInSight() const; // null: the page shows others
    void convertPage();
    using Stopped = std::shared_ptr<std::atomic_bool>; // null: it is not stopped but by the message bar
    void runConversion(const QString &text, const app::BulkConversion &wanted, const Stopped &stopped,
                       std::function<void(Result<app::BulkConverted>)> then);
    void look(const app::BulkConversion &dryRun);
    void stopLooking();
    void sayHowItWent(const Result<app::BulkConverted> &converted);
    void disqualify(const Lead &lead);
    void putToSleep(const Lead &lead);
    QString quotedName(const Lead &lead) const;
    void conclude(const Result<ChangeSet> &set, int question);
    void add(app::Command command, const std::function<void(const Lead &)> &run);

    BookContext &m_context;
    Shell &m_shell;
    const DetailPane &m_detail;
    const PageInSight m_pageInSight;
    ConversionPanel *m_panel; // all owned by the shell
    BulkConversionPanel *m_bulk;
    LeadForm *m_form;
    app::Ticket m_reading;
    Stopped m_look; // the dry run that goes on; null: none
};

} // namespace headway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of leads in a window, and the panels that they open. They act on the lead in the details. One for each
// window; GUI thread.
#pragma once

#include "app/commands/commands.h"
#include "domain/changes/change.h"
#include "domain/records/lead.h"
#include "domain/result.h"

#include <QObject>

#include <functional>
#include <optional>

namespace headway::ui {

class BookContext;
class ConversionPanel;
class DetailPane;
class LeadForm;
class Shell;

class LeadCommands : public QObject
{
    Q_OBJECT
public:
    // All arguments outlive it.
    LeadCommands(BookContext &context, Shell &shell, const DetailPane &detail, QObject *parent);
    ~LeadCommands() override;

    // Asks what becomes of the lead.
    void convert(LeadId lead);

Q_SIGNALS:
    void converted(headway::EntityRef into); // to be shown
    void failed(const headway::Error &error);

private:
    std::optional<Lead> lead() const; // in the details; none: another kind, or not loaded yet
    void disqualify(const Lead &lead);
    void putToSleep(const Lead &lead);
    QString quotedName(const Lead &lead) const;
    void conclude(const Result<ChangeSet> &set);
    void add(app::Command command, const std::function<void(const Lead &)> &run);

    BookContext &m_context;
    const DetailPane &m_detail;
    ConversionPanel *m_panel; // both owned by the shell
    LeadForm *m_form;
};

} // namespace headway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// What the places to which an import's columns go are called in a window: as forms and lists call the field, and where
// there is no such field, by what becomes of the cell. The command line has names of its own for them
// (exchange/plan/importplan.h), which are what a request says. Values; any thread; nothing fails: a target that nobody
// knows is shown by its name.
#pragma once

#include "app/text/display.h"
#include "domain/records/contact.h"
#include "exchange/plan/importplan.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace headway::app {

class TargetLabels
{
public:
    // `custom`: the own fields of that kind.
    TargetLabels(const Display &display, EntityKind kind, const std::vector<CustomField> &custom);

    // "expected_close" → "Expected close", "mobile" → "Phone (mobile)", "custom.sla" → "Service level". No two targets
    // that are offered have the same label.
    QString label(const QString &target) const;
    QStringList labels(const QStringList &targets) const;
    // What stands in a report for a column: that itself if the file has it, else the targets that are named.
    QString column(const QString &text, const QStringList &columns) const;

private:
    QString plain(const QString &target) const;

    Display m_display;
    EntityKind m_kind;
    std::vector<CustomField> m_custom;
    std::vector<exchange::ImportTarget> m_targets;
    QStringList m_builtIn; // labels of targets that are no own fields
};

// The target that a number, an address or a page of somebody goes to: what it is called wherever it is shown.
[[nodiscard]] QString targetOf(ContactPointType by, ContactPointPlace place);
// The kind of record that a name in such a column means; none: it is no name of a record.
[[nodiscard]] std::optional<EntityKind> kindMeantBy(EntityKind kind, const QString &target);

} // namespace headway::app

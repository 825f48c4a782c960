// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a file about to be imported, an example of each, and the field that it goes into, as forms call it.
// GUI thread; nothing fails.
#pragma once

#include "exchange/plan/columnfit.h"
#include "exchange/plan/importplan.h"
#include "exchange/plan/owncolumns.h"

#include <QTableWidget>

#include <map>

namespace headway::app {
class Display;
struct OfferedProfile;
} // namespace headway::app

namespace headway::transfer {
struct ImportPreview;
}

namespace headway::ui {

class TargetChoice;
class TargetList;

class ImportMapping : public QTableWidget
{
    Q_OBJECT
public:
    // `display` outlives it.
    explicit ImportMapping(const app::Display &display, QWidget *parent = nullptr);
    ~ImportMapping() override;

    // `custom`: the own fields of this kind of record. Where the user has sent a column before, it goes again; else
    // where the profile sends it, if one is in use.
    void showPreview(EntityKind kind, const transfer::ImportPreview &preview,
                     const std::vector<CustomField> &custom, const app::OfferedProfile *profile = nullptr);
    // The user chooses the profile now: what was chosen before of its columns gives way to it.
    void giveWay(const app::OfferedProfile &profile);

    QStringList columns() const;
    QStringList targets() const; // one for each column; empty: into no field that there is
    std::vector<exchange::MapRule> rules() const;
    std::vector<exchange::OwnRule> ownRules() const; // of columns that become own fields, or go into the note
    // All columns with content that go into no field do so, or stay out, as if the user had chosen it for each.
    void sendRest(exchange::RestPolicy policy);
    // Whether there are such columns.
    bool hasRest() const;
    // Columns that hold something else than their names say, and of which the user has not said where they go.
    const std::vector<exchange::Misfit> &undecided() const { return m_undecided; }
    // Columns that go nowhere, though the user has not said so.
    QStringList untold() const;
    // As if the user had chosen it; empty: the column is not imported.
    void send(const QString &column, const QString &target);

Q_SIGNALS:
    void changed();

private:
    void makeList(const transfer::ImportPreview &preview);
    void takeProfile(const transfer::ImportPreview &preview, const app::OfferedProfile &profile);
    QString proposed(const transfer::ImportPreview &preview, int row) const;
    void showChoice(int row, const QString &target);
    bool offer(const QString &target);
    TargetChoice *choiceOf(int row) const;
    void decide(int row);
    void tone(int row);
    QString chosenFor(int row) const; // a target, or what else becomes of the column; empty: it stays out
    QString targetOf(int row) const;
    bool isRest(int row) const;
    bool choose(int row, const QString &target);

    const app::Display &m_display;
    TargetList *m_list = nullptr; // what each column can become
    std::vector<CustomField> m_custom;
    std::vector<exchange::Misfit> m_undecided;
    EntityKind m_kind = EntityKind::Contact;
    std::map<std::pair<EntityKind, QString>, QString>
        m_chosen;                                    // by the user, of each kind and column: its target
    std::map<int, QString> m_ofProfile;              // by row
    std::map<QString, exchange::OwnRule> m_ownRules; // of the profile, by column
};

} // namespace headway::ui

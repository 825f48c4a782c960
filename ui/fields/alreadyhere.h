// SPDX-License-Identifier: GPL-3.0-or-later
// A line above the form of a new contact, company or lead: who may be the same and is in the book already, with the
// reason, to be opened instead. It keeps its height, so that no field moves while somebody types. GUI thread.
#pragma once

#include "app/workspace/workspace.h"
#include "domain/records/alikerecord.h"
#include "ui/fields/fieldeditors.h"

#include <QWidget>

#include <vector>

namespace headway::ui {

class ElidedLabel;
class FlatButton;

class AlreadyHere : public QWidget
{
    Q_OBJECT
public:
    // `context` outlives it.
    AlreadyHere(const EditorContext &context, QWidget *parent);
    ~AlreadyHere() override;

    // With what was typed so far; the latest call counts.
    void look(EntityKind kind, const Row &typed);
    QString said() const; // who is shown and why; empty: nobody

Q_SIGNALS:
    void openWanted(headway::EntityRef record);

private:
    void showFound(std::vector<AlikeRecord> found);
    QString wordsOf(const AlikeRecord &alike) const;
    void openFirst();
    void openMenu();

    const EditorContext &m_context;
    std::vector<AlikeRecord> m_found;
    Row m_typed;
    app::Ticket m_reading;
    FlatButton *m_open;
    ElidedLabel *m_why;
    FlatButton *m_more;
};

} // namespace headway::ui

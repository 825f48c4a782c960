// SPDX-License-Identifier: GPL-3.0-or-later
// The tags of the record in the pane as chips: one is added by typing its name, one that is there or a new one,
// and taken away by its cross; each at once, as a step of its own. Half a name is kept as a draft. Part of the
// detail pane; GUI thread; a refusal is shown below the line, or emitted by refused() when the record is no longer
// shown.
#pragma once

#include "app/record/offeredtags.h"
#include "app/record/openrecord.h"
#include "ui/controls/chipline.h"
#include "ui/fields/fieldeditors.h"

#include <QStringList>

#include <set>

namespace headway::ui {

class RemarkLabel;

class TagField : public QWidget
{
    Q_OBJECT
public:
    // Both outlive it.
    TagField(const app::OpenRecord &record, const EditorContext &context, QWidget *parent);
    ~TagField() override;

    // Call after the open record was read.
    void showRecord();
    void leave(); // before another record is shown
    void save();  // what is typed

    bool canAdd() const;
    void begin(); // takes the keyboard
    ChipLine *chips() const { return m_chips; }
    QString note() const; // what was refused

Q_SIGNALS:
    void refused(const QString &why);

private:
    void take(const QString &name);
    void remove(qint64 link);
    void showChips();
    void keepDraft(const QString &typed);
    void takeUpDraft();
    std::vector<ChipLine::Offer> offersFor(const QString &typed) const;
    void showOffers(const QString &typed);
    void showNote(const QString &why);
    std::vector<const LoadedRecord *> linksThere() const;
    QString draftKey() const;

    const app::OpenRecord &m_record;
    const EditorContext &m_context;
    EntityRef m_owner;
    std::set<qint64> m_removing; // links that are being taken away, and not shown any more
    std::set<qint64> m_removed;  // of these, those that are gone, though the record was not read again yet
    QStringList m_saving;        // being added: not to be restored as drafts
    app::TagUses m_uses;
    app::Ticket m_counting;
    bool m_isAsked = false; // all are offered, not those that are typed
    ChipLine *m_chips;
    RemarkLabel *m_note;
};

} // namespace headway::ui

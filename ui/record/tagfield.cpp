// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/tagfield.h"

#include "app/edits/recordedits.h"
#include "app/input/drafts.h"
#include "domain/records/lists.h"
#include "domain/records/record.h"
#include "domain/text/text.h"
#include "ui/controls/chipline.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/intosight.h"
#include "ui/controls/remarklabel.h"
#include "ui/style/fieldlook.h"
#include "ui/style/kindicons.h"
#include "ui/style/theme.h"

#include <QJsonObject>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostOffered = 8;

} // namespace

TagField::TagField(const app::OpenRecord &record, const EditorContext &context, QWidget *parent)
    : QWidget(parent), m_record(record), m_context(context), m_chips(new ChipLine(tr("Add a tag"), this)),
      m_note(new RemarkLabel(this))
{
    auto *title = new ElidedLabel(this);
    title->setFont(ui::font(TextSize::Small, Weight::Strong));
    title->showText(tr("Tags"), ElidedLabel::Tone::Quiet);
    title->setFixedHeight(lineHeight(TextSize::Body));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::small, space::small, space::small, 0);
    column->setSpacing(space::hair);
    column->addWidget(title);
    column->addWidget(m_chips);
    column->addWidget(m_note);
    setAccessibleName(tr("Tags"));
    connect(m_chips, &ChipLine::taken, this, &TagField::take);
    connect(m_chips, &ChipLine::removeWanted, this, &TagField::remove);
    connect(m_chips, &ChipLine::edited, this, [this](const QString &typed) {
        if (!m_owner.id) { // the next record is still being read: it would be nobody's
            m_chips->type({});
            return;
        }
        showNote({});
        keepDraft(typed);
        m_isAsked = false;
        showOffers(typed);
    });
    connect(m_chips, &ChipLine::asked, this, [this] {
        m_isAsked = true;
        showOffers({});
    });
    connect(m_chips, &ChipLine::entered, this, [this] {
        m_counting = app::countTagUses(m_context.workspace, this, [this](const app::TagUses &uses) {
            m_uses = uses;
            if (m_chips->isOffering()) // in the right order now
                m_chips->offerAnew(offersFor(m_chips->typed()));
        });
    });
}

TagField::~TagField() = default;

bool TagField::canAdd() const
{
    return m_record.isLoaded() && !m_record.isDeleted()
        && entityInfo(m_record.ref().kind).has(KindTrait::HasTags);
}

void TagField::showRecord()
{
    const bool isOther = m_owner != m_record.ref();
    m_owner = m_record.ref();
    for (const qint64 gone : m_removed)
        m_removing.erase(gone); // an undo brings the same one back
    m_removed.clear();
    if (isOther) {
        m_removing.clear();
        showNote({});
        m_chips->type({});
        m_chips->offer({});
    }
    showChips();
    if (isOther)
        takeUpDraft();
    setVisible(canAdd() || !m_record.related().tagLinks.empty());
}

void TagField::showChips()
{
    if (!m_record.isLoaded())
        return;
    std::vector<ChipLine::Item> items;
    for (const LoadedRecord *link : linksThere())
        items.push_back({link->record.ref.id, link->titleOf(link->record.info().indexOf(u"tag_id"))});
    m_chips->showChips(items, canAdd());
}

// What is half typed waits as a draft. Until the next record has been read, the line takes no letter.
void TagField::leave()
{
    m_owner = {};
    m_counting.cancel();
    m_chips->offer({});
}

void TagField::save()
{
    take(m_chips->typed());
}

void TagField::begin()
{
    m_chips->line()->setFocus(Qt::OtherFocusReason);
    bringIntoSight(*m_chips->line());
}

// The line is free for the next one at once; what is refused comes back into it.
void TagField::take(const QString &name)
{
    const QString typed = name.trimmed();
    if (typed.isEmpty() || !canAdd() || m_owner != m_record.ref())
        return;
    const QString key = draftKey();
    m_context.drafts.keep(key, {{u"tag"_s, typed}});
    m_saving.append(typed);
    m_chips->type({});
    m_chips->offer({});
    app::addTag(m_context.workspace, this, m_owner, typed,
                [this, owner = m_owner, key, typed](const Result<ChangeSet> &set) {
                    m_saving.removeOne(typed);
                    if (set) {
                        if (m_context.drafts.find(key).value(u"tag"_s).toString() == typed)
                            m_context.drafts.discard(key); // else another one is being typed
                        return;
                    }
                    const QString why = m_context.rules.display.words(set.error().text);
                    if (owner != m_owner || !m_chips->typed().isEmpty()) {
                        Q_EMIT refused(why);
                        return;
                    }
                    m_chips->type(typed);
                    showNote(why);
                });
}

void TagField::remove(qint64 link)
{
    if (!canAdd() || !m_removing.insert(link).second)
        return;
    showNote({});
    showChips();
    app::deleteRecords(m_context.workspace, this, {{EntityKind::TagLink, link}},
                       [this, link](const Result<ChangeSet> &set) {
                           if (set) {
                               m_removed.insert(link);
                               return;
                           }
                           m_removing.erase(link);
                           showChips();
                           Q_EMIT refused(m_context.rules.display.words(set.error().text));
                       });
}

// Without those that are being taken away.
std::vector<const LoadedRecord *> TagField::linksThere() const
{
    std::vector<const LoadedRecord *> there;
    if (!m_record.isLoaded())
        return there;
    for (const LoadedRecord &link : m_record.related().tagLinks) {
        if (!m_removing.contains(link.record.ref.id))
            there.push_back(&link);
    }
    return there;
}

std::vector<ChipLine::Offer> TagField::offersFor(const QString &typed) const
{
    const QString name = typed.trimmed();
    std::vector<ChipLine::Offer> offers;
    if (m_owner.id && (!name.isEmpty() || m_isAsked)) {
        const std::vector<Tag> &tags = m_context.workspace.lookups().tags;
        std::set<qint64> had;
        for (const LoadedRecord *link : linksThere())
            had.insert(as<TagLink>(link->record).tag.value);
        for (const Tag &tag : app::offeredTags(tags, m_uses, had, name, mostOffered))
            offers.push_back({.text = tag.name, .iconName = iconOf(EntityKind::Tag)});
        const bool isKnown = std::any_of(
            tags.begin(), tags.end(), [key = fold(name)](const Tag &tag) { return fold(tag.name) == key; });
        if (!name.isEmpty() && !isKnown)
            offers.push_back({.text = name,
                              .shown = tr("New tag “%1”").arg(name),
                              .iconName = u"list-add"_s,
                              .isNew = true});
    }
    return offers;
}

void TagField::showOffers(const QString &typed)
{
    m_chips->offer(offersFor(typed));
}

void TagField::showNote(const QString &why)
{
    if (why.isEmpty())
        m_note->explain({});
    else
        m_note->refuse(signedRefusal(why));
    showWrong(*m_chips->line(), !why.isEmpty());
}

QString TagField::note() const
{
    return m_note->text();
}

QString TagField::draftKey() const
{
    return app::Drafts::key(u"tags"_s, m_owner);
}

void TagField::keepDraft(const QString &typed)
{
    if (!m_owner.id)
        return;
    if (typed.trimmed().isEmpty())
        m_context.drafts.discard(draftKey());
    else
        m_context.drafts.keep(draftKey(), {{u"tag"_s, typed}});
}

void TagField::takeUpDraft()
{
    const QString typed = m_context.drafts.find(draftKey()).value(u"tag"_s).toString();
    if (canAdd() && !m_saving.contains(typed))
        m_chips->type(typed);
}

} // namespace headway::ui

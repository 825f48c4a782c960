// SPDX-License-Identifier: GPL-3.0-or-later
// Screenshots of the detail pane and the log form with the sample company, to look at:
//     HEADWAY_PICTURES=folder headway_tests '[.pictures]'
#include "app/commands/commands.h"
#include "app/input/drafts.h"
#include "app/program/settings.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/lead.h"
#include "domain/records/lists.h"
#include "support/await.h"
#include "support/openbook.h"
#include "ui/fields/fieldrow.h"
#include "ui/programcontext.h"
#include "ui/record/detailpane.h"
#include "ui/record/relatedlist.h"
#include "ui/style/colours.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QDir>
#include <QScrollArea>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

// An open deal with many related records.
EntityRef richDeal(OpenBook &book)
{
    EntityRef best;
    qint64 most = -1;
    for (const Record &record : book.all(EntityKind::Deal)) {
        const Deal deal = as<Deal>(record);
        qint64 score = deal.nextActivity ? 2 : 0;
        score += deal.description.isEmpty() ? 0 : 1;
        score += deal.status == StageType::Open ? 4 : 0;
        score += deal.contact ? 1 : 0;
        if (score > most) {
            most = score;
            best = record.ref;
        }
    }
    return best;
}

struct Studio {
    OpenBook book{OpenBook::Content::Sample};
    app::Settings settings{book.folderPath(u"headway.ini"_s)};
    app::Drafts drafts{book.folderPath(u"drafts.json"_s)};
    app::Commands commands{settings};
    EditorContext editors = editorsOf(book.workspace(), drafts);
    DetailPane pane{editors, commands};
    QDir folder{qEnvironmentVariable("HEADWAY_PICTURES", QDir::tempPath())};

    void show(EntityRef record)
    {
        REQUIRE(awaitSignal(pane, &DetailPane::shown, [&] { pane.show(record); }));
        settle();
    }

    void addNumbers()
    {
        const EntityRef person{EntityKind::Contact, as<Deal>(book.record(richDeal(book))).contact.value};
        book.add(ContactPoint{.recordId = person.id,
                              .by = ContactPointType::Phone,
                              .place = ContactPointPlace::Mobile,
                              .value = u"+44 7700 900118"_s});
        book.add(ContactPoint{
            .recordId = person.id, .place = ContactPointPlace::Home, .value = u"angela.w@home.example"_s});
        book.add(TagLink{.tag = {1}, .recordKind = EntityKind::Contact, .recordId = person.id});
    }

    void defineCustom()
    {
        book.add(CustomField{.recordKind = EntityKind::Lead,
                             .name = u"budget"_s,
                             .label = u"Budget"_s,
                             .kind = CustomKind::Money,
                             .position = 1});
        book.add(CustomField{.recordKind = EntityKind::Lead,
                             .name = u"filters"_s,
                             .label = u"Filters in use"_s,
                             .kind = CustomKind::Choice,
                             .choices = u"None\nBags\nCartridges"_s,
                             .required = true,
                             .position = 2});
        const Lead before = book.load<Lead>(LeadId{5});
        Lead after = before;
        after.custom = uR"({"budget":4500000,"filters":"Bags"})"_s;
        book.commit({Sentence::verbatim(u"Change"_s), {update(before, after)}});
    }

    static void settle()
    {
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
    }

    // Opens the form that adds a record of this kind, scrolled down as far as possible.
    void open(EntityKind kind)
    {
        settle();
        for (RelatedList *list : pane.findChildren<RelatedList *>()) {
            if (!list->isVisible())
                continue;
            list->add(kind);
            settle();
            for (QWidget *area = list; area; area = area->parentWidget()) {
                if (auto *scroll = qobject_cast<QScrollArea *>(area); scroll && list->form())
                    scroll->ensureWidgetVisible(list->form());
            }
        }
    }

    void revert()
    {
        for (FieldRow *fieldRow : pane.findChildren<FieldRow *>())
            fieldRow->revert();
    }

    void take(const QString &name)
    {
        settle();
        CHECK(pane.grab().save(folder.filePath(name + u".png"_s)));
    }
};

} // namespace

TEST_CASE("pictures of the detail pane", "[.pictures]")
{
    for (const ColourScheme scheme : {ColourScheme::Light, ColourScheme::Dark}) {
        applyTheme(*qApp, scheme == ColourScheme::Light ? app::Look::Light : app::Look::Dark);
        const QString look = scheme == ColourScheme::Light ? u"light"_s : u"dark"_s;
        Studio studio;
        studio.pane.setAutoFillBackground(true);
        studio.defineCustom();
        studio.addNumbers();
        studio.pane.QWidget::show();
        for (const int width : {340, 480}) {
            const QString end = u"-%1-%2"_s.arg(look).arg(width);
            studio.pane.resize(width, 760);
            studio.pane.choosePart(DetailPane::Part::Timeline);
            const EntityRef deal = richDeal(studio.book);
            studio.show(deal);
            studio.take(u"deal-timeline"_s + end);
            studio.pane.choosePart(DetailPane::Part::Details);
            studio.take(u"deal-details"_s + end);
            studio.pane.editField(u"expected_close");
            studio.take(u"deal-editing"_s + end);
            studio.revert();
            studio.pane.choosePart(DetailPane::Part::Related);
            studio.open(EntityKind::DealContact);
            studio.take(u"deal-related"_s + end);
            studio.pane.choosePart(DetailPane::Part::History);
            studio.take(u"deal-history"_s + end);
            studio.pane.log(ActivityKind::Call);
            studio.take(u"deal-log"_s + end);
            studio.show({EntityKind::Contact, as<Deal>(studio.book.record(deal)).contact.value});
            studio.pane.choosePart(DetailPane::Part::Details);
            studio.take(u"contact-details"_s + end);
            studio.open(EntityKind::ContactPoint);
            studio.take(u"contact-adding"_s + end);
            studio.open(EntityKind::Address);
            for (LinkRow *row : studio.pane.findChildren<LinkRow *>()) {
                if (row->isVisible())
                    row->setFocus();
            }
            studio.take(u"contact-row"_s + end);
            studio.open(EntityKind::Address);
            studio.take(u"contact-address"_s + end);
            studio.pane.addRelated(EntityKind::TagLink);
            studio.take(u"contact-tagging"_s + end);
            studio.show({EntityKind::Company, as<Deal>(studio.book.record(deal)).company.value});
            studio.pane.choosePart(DetailPane::Part::Related);
            studio.take(u"company-related"_s + end);
            studio.open(EntityKind::Affiliation);
            studio.take(u"company-role"_s + end);
            studio.show({EntityKind::Lead, 5});
            studio.pane.choosePart(DetailPane::Part::Details);
            studio.take(u"lead-details"_s + end);
            studio.pane.editField(u"custom.budget");
            studio.take(u"lead-custom"_s + end);
            studio.revert();
            studio.pane.create(EntityKind::Deal, entityInfo(EntityKind::Deal).defaults);
            studio.take(u"deal-new"_s + end);
        }
    }
    applyTheme(*qApp, app::Look::Light);
}

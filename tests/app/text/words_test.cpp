// SPDX-License-Identifier: GPL-3.0-or-later
// Texts for users: in their language and with values in their format.
#include "app/text/display.h"
#include "domain/changes/derive.h"
#include "domain/changes/stepwords.h"
#include "domain/records/inenglish.h"
#include "domain/records/record.h"
#include "store/actions/actions.h"
#include "store/commit/sentencejson.h"
#include "support/catch_qt.h"
#include "support/english.h"
#include "support/pseudo.h"

#include <QCoreApplication>
#include <QTranslator>

using namespace headway;
using namespace headway::app;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

const Display british(QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc());
const Display german(QLocale(QLocale::German, QLocale::Germany), QTimeZone("Europe/Berlin"));

const EntityRef renewal{EntityKind::Deal, 17};

// A language that translates one sentence differently.
class OneSentence : public QTranslator
{
public:
    OneSentence(const char *source, const QString &said) : m_source(source), m_said(said)
    {
        QCoreApplication::installTranslator(this);
    }
    ~OneSentence() override { QCoreApplication::removeTranslator(this); }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return qstrcmp(source, m_source) == 0 ? m_said : QString();
    }
    bool isEmpty() const override { return false; }

private:
    const char *m_source;
    QString m_said;
};

Sentence amountConflict()
{
    return Sentence::tr("%1 of %2 was changed in the meantime: it is now %3, not %4.")
        .arg(FieldName{EntityKind::Deal, u"amount"_s, {}}, RecordName{renewal, u"Renewal"_s},
             FieldContent{EntityKind::Deal, u"amount"_s, qint64(1'250'000), u"EUR"_s},
             FieldContent{EntityKind::Deal, u"amount"_s, {}, u"EUR"_s});
}

} // namespace

TEST_CASE("A conflict names amounts, people and days as they are read, not as they are stored", "[app]")
{
    CHECK(british.words(amountConflict())
          == u"Amount of “Renewal” was changed in the meantime: it is now €12,500, not nothing."_s);
    CHECK(german.words(amountConflict()).contains(u"12.500"_s));
    const auto said = [](const QString &field, const Value &value, const QString &beside) {
        return british.words(Sentence::tr("%1").arg(FieldContent{EntityKind::Deal, field, value, beside}));
    };
    CHECK(said(u"owner_id"_s, qint64(3), u"Ana Ito"_s) == u"“Ana Ito”"_s);
    CHECK(said(u"owner_id"_s, qint64(3), {}) == u"“3”"_s); // a user who no longer exists
    CHECK(said(u"expected_close"_s, u"2026-03-04"_s, {}) == u"4 Mar 2026"_s);
    CHECK(said(u"probability_override"_s, qint64(40), {}).startsWith(u"40"_s));
    CHECK(said(u"type"_s, u"renewal"_s, {}) == u"Renewal"_s);
    CHECK(said(u"unheard_of"_s, u"x"_s, {}) == u"“x”"_s);
}

TEST_CASE("Every sentence is read in the reader's language: errors, steps, and what stands in them", "[app]")
{
    const Sentence step =
        Sentence(steps::activityFollowed)
            .arg(Sentence(steps::activityLoggedOn)
                     .arg(Sentence(withArticle(ActivityKind::Call)), RecordName{renewal, u"Renewal"_s}),
                 Sentence(withArticle(ActivityKind::Email)));
    CHECK(british.words(step) == u"Logged a call on “Renewal”, planned an e-mail"_s);
    const PseudoLanguage pseudo;
    const QString said = british.words(step);
    for (const QString &english : {u"Logged"_s, u"planned"_s, u"call"_s, u"e-mail"_s})
        CHECK_FALSE(said.contains(english));
    CHECK(said.contains(u"“Renewal”"_s));
    CHECK_FALSE(british.words(amountConflict()).contains(u"changed"_s));
    CHECK(inEnglish(step) == u"Logged a call on “Renewal”, planned an e-mail"_s); // the log stays English
}

TEST_CASE("Values may stand in another order, be left out or be missing, and nothing goes wrong", "[app]")
{
    const Sentence moved = Sentence(steps::dealMoved).arg(RecordName{renewal, u"100 %2 wool"_s}, u"Offer"_s);
    CHECK(british.words(moved) == u"Moved “100 %2 wool” to Offer"_s); // values have no placeholders
    const OneSentence language(steps::dealMoved.source, u"%2 ← %1 (%3)"_s);
    CHECK(british.words(moved) == u"Offer ← “100 %2 wool” ()"_s);
    CHECK(british.words(Sentence(steps::dealMoved)) == u" ←  ()"_s);
}

TEST_CASE("A step comes out of the history as it went in, with all that can stand in a sentence", "[app]")
{
    const Sentence step =
        Sentence(steps::imported)
            .arg(8800, KindName{EntityKind::Deal, Number::Many}, Quoted{u"deals.csv"_s}, QDate(2026, 3, 4),
                 Instant{1'700'000'000'000}, Amount{1'250'000, u"EUR"_s}, RecordName{renewal, u"Renewal"_s},
                 FieldName{EntityKind::Deal, u"custom"_s, u"Seats"_s},
                 FieldContent{EntityKind::Deal, u"amount"_s, qint64(5), u"EUR"_s}, u"plain"_s,
                 Sentence(steps::theKind).arg(KindName{EntityKind::Address}),
                 KindName{EntityKind::Activity, Number::Any}, RecordName{{EntityKind::LineItem, 0}, {}},
                 Sentence::verbatim(u"Moved “Pump” to Offer"_s)); // of a step of an older version
    const QString json = store::sentenceToJson(step);
    CHECK(store::sentenceFromJson(json, {}) == step);
    CHECK_FALSE(json.contains(u"Imported"_s)); // no translated text is stored
}

TEST_CASE("One is one and two are two in every step, and each kind has its article", "[app]")
{
    for (const EntityKind kind : allEntityKinds()) {
        for (const qint64 count : {0, 1, 2}) {
            const std::vector<EntityRef> records(2, EntityRef{kind, 1});
            for (const Sentence &step :
                 {Sentence(steps::imported).arg(count, counted(count, kind), u"list.csv"_s),
                  Sentence(steps::manyChanged)
                      .arg(FieldName{EntityKind::Deal, u"name"_s, {}}, count, counted(count, kind)),
                  Sentence(steps::manyTagged).arg(Quoted{u"VIP"_s}, count, counted(count, kind)),
                  Sentence(steps::manyUntagged).arg(Quoted{u"VIP"_s}, count, counted(count, kind)),
                  store::deletionLabel(records, count)}) {
                const QString said = british.words(step);
                CAPTURE(said);
                CHECK(slipsOfEnglish(said).isEmpty());
                CHECK(inEnglish(step) == said);
                const QString word = count == 1 ? british.kindName(kind) : british.kindPlural(kind);
                CHECK(said.contains(QString::number(count) + u' ' + word));
            }
        }
        const Sentence any =
            Sentence::tr("There is %1 called %2 already.").arg(KindName{kind, Number::Any}, Quoted{u"x"_s});
        CHECK(slipsOfEnglish(british.words(any)).isEmpty());
        CHECK(british.anyOfKind(kind).contains(u' ')); // a word of its own
    }
    CHECK(british.anyOfKind(EntityKind::Activity) == u"an activity"_s);
    CHECK(british.anyOfKind(EntityKind::User) == u"a user"_s);
    CHECK(slipsOfEnglish(u"Imported 1 deals with a activity of “”.."_s)
          == QStringList{u"1 deals"_s, u"a activity"_s, u"“”"_s, u".."_s});
}

TEST_CASE("A record without a name is called by its kind and number, and a new one by its kind", "[app]")
{
    const auto said = [](const Wording &step, EntityRef record, const QString &title) {
        const Sentence sentence = Sentence(step).arg(nameInSentence(record, title));
        CHECK(inEnglish(sentence) == british.words(sentence));
        CHECK(store::sentenceFromJson(store::sentenceToJson(sentence), {}) == sentence);
        return british.words(sentence);
    };
    CHECK(said(steps::added, renewal, u"Renewal"_s) == u"Added “Renewal”"_s);
    CHECK(said(steps::changed, renewal, {}) == u"Changed deal 17"_s);
    CHECK(said(steps::deleted, {EntityKind::LineItem, 3}, {}) == u"Deleted line item 3"_s);
    CHECK(said(steps::added, {EntityKind::LineItem, 0}, {}) == u"Added a line item"_s);
    CHECK(said(steps::added, {EntityKind::Activity, 0}, {}) == u"Added an activity"_s);
}

TEST_CASE("A kind that begins a sentence is written with a capital, elsewhere without", "[app]")
{
    const KindName deals{EntityKind::Deal, Number::Many};
    const Sentence whole = Sentence::tr("%1 have no %2.").arg(deals, Quoted{u"colour"_s});
    CHECK(british.words(whole) == u"Deals have no “colour”."_s);
    CHECK(inEnglish(whole) == u"Deals have no “colour”."_s);
    const Sentence within = Sentence::tr("There are no views of %1.").arg(deals);
    CHECK(british.words(within) == u"There are no views of deals."_s);
    const Sentence part = Sentence::tr("%1 of %2").arg(deals, Quoted{u"a.csv"_s});
    CHECK(british.words(part) == u"deals of “a.csv”"_s); // a part is written on in the middle
}

TEST_CASE("What is quoted within a quoted step stands in the inner marks of the language", "[app]")
{
    const Sentence step = Sentence(steps::added).arg(Quoted{u"Acme"_s});
    const Sentence refused = Sentence::tr("Cannot take back “%1”: %2").arg(step, step);
    CHECK(british.words(refused) == u"Cannot take back “Added ‘Acme’”: Added “Acme”"_s);
}

TEST_CASE("What a newer version calls a step is not lost, and a plain sentence stands for it", "[app]")
{
    const QString json =
        u"{\"id\":\"deal.teleported\",\"of\":[{\"record\":\"ship:4\",\"title\":\"Bounty\"}]}"_s;
    const Sentence step = store::sentenceFromJson(json, {});
    CHECK(british.words(step) == u"A step made by a newer version of Headway"_s);
    const Sentence again = store::sentenceFromJson(store::sentenceToJson(step), {});
    CHECK(again == step); // undoing keeps its name
    const Sentence known = store::sentenceFromJson(u"{\"id\":\"deal.won\",\"of\":[{\"hologram\":1}]}"_s, {});
    CHECK(british.words(known) == u"Won …"_s);
    // From an older version, and damaged: the stored words are shown.
    CHECK(british.words(store::sentenceFromJson(u""_s, u"Moved “Pump” to Offer"_s))
          == u"Moved “Pump” to Offer"_s);
    CHECK(british.words(store::sentenceFromJson(u"{"_s, u"?"_s)) == u"?"_s);
}

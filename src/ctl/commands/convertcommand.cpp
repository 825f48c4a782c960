// SPDX-License-Identifier: GPL-3.0-or-later
// convert: a lead becomes a company, a contact and a deal
#include "ctl/commands.h"

#include "app/text/alikewords.h"
#include "app/text/capital.h"
#include "ctl/kinds.h"
#include "ctl/progressprinter.h"
#include "ctl/recordjson.h"
#include "ctl/step.h"
#include "ctl/table.h"
#include "ctl/typed.h"
#include "ctl/words.h"
#include "domain/changes/derive.h"
#include "domain/records/record.h"
#include "domain/text/quoted.h"
#include "store/actions/bulkconversion.h"
#include "store/actions/leadactions.h"
#include "store/reading/lists.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

// "contact.job_title" → contact, "job_title"
Result<std::pair<EntityKind, QString>> partNamed(const QString &word)
{
    const qsizetype dot = word.indexOf(u'.');
    const auto kind = kindCalled(word.left(std::max<qsizetype>(dot, 0)));
    if (dot <= 0 || !kind
        || std::find(conversionKinds.begin(), conversionKinds.end(), *kind) == conversionKinds.end())
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 names no field: write company.FIELD, contact.FIELD or deal.FIELD.")
                           .arg(Quoted{word}));
    return std::pair(*kind, word.mid(dot + 1));
}

// The one of that id, which is added if it was not offered.
Result<ConversionCandidate *> candidate(sql::Connection &book, ConversionOffer &offer, EntityRef record,
                                        const Row &fromLead)
{
    std::vector<ConversionCandidate> &known = offer.candidatesOf(record.kind);
    const auto found = std::find_if(known.begin(), known.end(), [&record](const ConversionCandidate &each) {
        return each.hit.ref == record;
    });
    if (found != known.end())
        return &*found;
    HEADWAY_TRY(other, store::candidateFor(book, record, fromLead));
    known.push_back(std::move(other));
    return &known.back();
}

// "new", "none", or a record: an id or a name.
Result<> choose(sql::Connection &book, ConversionOffer &offer, EntityKind kind, const QString &typed)
{
    ConversionPart &part = offer.proposed.part(kind);
    if (typed == "new"_L1 || typed == "none"_L1) {
        part.way = typed == "new"_L1 ? ConversionWay::New : ConversionWay::None;
        return {};
    }
    const QString prefix = wordOf(kind) + u':';
    HEADWAY_TRY(ref, recordNamed(book, kind, typed.startsWith(prefix) ? typed.mid(prefix.size()) : typed));
    HEADWAY_TRY(chosen, candidate(book, offer, ref, part.row));
    part.way = ConversionWay::Link;
    part.record = ref.id;
    part.taken = lackingIn(chosen->says);
    return {};
}

// The words behind the lead: fields of what is new.
Result<> setFields(Session &session, Conversion &conversion, const QStringList &words)
{
    for (const QString &word : words) {
        HEADWAY_TRY(named, partNamed(word));
        ConversionPart &part = conversion.part(named.first);
        if (part.way != ConversionWay::New)
            return failure(ErrorCode::Invalid,
                           Sentence::tr("%1 sets a field of a new %2, and there is none.")
                               .arg(Quoted{word}, KindName{named.first}));
        const EntityInfo &info = entityInfo(named.first);
        const int currency = info.indexOf(u"currency");
        HEADWAY_TRY(fields,
                    typedFields(session, part.row, named.first, {named.second},
                                currency < 0 ? QString() : textOf(part.row[size_t(currency)])));
        part.row = rowWith(part.row, fields);
    }
    return {};
}

Result<> takeFields(Conversion &conversion, const QStringList &words)
{
    for (const QString &word : words) {
        HEADWAY_TRY(named, partNamed(word));
        HEADWAY_TRY(field, fieldNamed(named.first, named.second));
        ConversionPart &part = conversion.part(named.first);
        if (part.way != ConversionWay::Link)
            return failure(ErrorCode::Invalid,
                           Sentence::tr("%1 takes over a field of a %2 that is there, and none is chosen.")
                               .arg(Quoted{word}, KindName{named.first}));
        if (isBlank(part.row[size_t(field)]))
            return failure(ErrorCode::Invalid,
                           Sentence::tr("The lead says nothing of %1.").arg(Quoted{word}));
        std::vector<int> &taken = part.taken;
        if (std::find(taken.begin(), taken.end(), field) == taken.end())
            taken.push_back(field);
    }
    return {};
}

QString titleIn(const ConversionOffer &offer, EntityKind kind)
{
    const ConversionPart &part = offer.proposed.part(kind);
    if (part.way == ConversionWay::New)
        return titleOf(kind, derive(kind, part.row));
    return {};
}

// What becomes of the parts, one line each.
void tellPlan(const Session &session, const ConversionOffer &offer)
{
    const app::Display &display = session.display();
    Table table(
        {{Words::tr("Part")}, {Words::tr("Becomes")}, {Words::tr("Because")}, {Words::tr("Fills in")}},
        session.output().width());
    QJsonObject json;
    for (const EntityKind kind : conversionKinds) {
        const ConversionPart &part = offer.proposed.part(kind);
        QStringList line{display.kindName(kind), Words::tr("nothing"), {}, {}};
        QJsonObject object{{u"way"_s, u"none"_s}};
        if (part.way == ConversionWay::New) {
            line[1] = Words::tr("new: %1").arg(titleIn(offer, kind));
            object = {{u"way"_s, u"new"_s}, {u"title"_s, titleIn(offer, kind)}};
        } else if (part.way == ConversionWay::Link) {
            const ConversionCandidate *chosen = offer.linked(kind);
            QStringList fields;
            for (const int field : part.taken)
                fields += wordOf(entityInfo(kind).field(field));
            line[1] = wordOf(EntityRef{kind, part.record}) + u' ' + chosen->hit.title;
            line[2] = app::alikeWords(chosen->by).join(u", "_s);
            line[3] = fields.join(u", "_s);
            object = refJson({kind, part.record});
            object.insert(u"way"_s, u"link"_s);
            object.insert(u"fills"_s, QJsonArray::fromStringList(fields));
        }
        table.add(line);
        json.insert(wordOf(kind), object);
    }
    if (session.output().isJson())
        session.output().write(json);
    else
        session.output().write(table.take());
}

// "company:5, contact:8, deal:3"
QString madeOf(const ChangeSet &set)
{
    QStringList words;
    for (const Change &change : set.changes) {
        if (change.ref.kind != EntityKind::Lead)
            continue;
        for (const EntityKind kind : conversionKinds) {
            const auto *into = deltaOf(change, convertedField(kind));
            if (into && integerOf(into->after))
                words += wordOf(EntityRef{kind, integerOf(into->after)});
        }
    }
    return words.join(u", "_s);
}

// "new: Acme", "company:5 Acme"; of a real run a new one has its number.
QString partWords(EntityKind kind, const store::ConvertedLead::Part &part, bool isDry)
{
    switch (part.way) {
    case ConversionWay::None: return Words::tr("nothing");
    case ConversionWay::New:
        if (isDry)
            return Words::tr("new: %1").arg(part.title);
        break;
    case ConversionWay::Link: break;
    }
    return wordOf(EntityRef{kind, part.record}) + u' ' + part.title;
}

// One line for each lead.
void tellLeads(const Session &session, const store::BulkConverted &converted, bool isDry)
{
    std::vector<Column> columns{{Words::tr("Lead")}};
    for (const EntityKind kind : conversionKinds)
        columns.push_back({app::withCapital(session.display().kindName(kind), session.display().locale())});
    Table table(columns, session.output().width());
    QJsonArray json;
    for (const store::ConvertedLead &each : converted.leads) {
        QJsonObject object = refJson({EntityKind::Lead, each.lead.value});
        QStringList line{wordOf(EntityRef{EntityKind::Lead, each.lead.value}) + u' ' + each.name};
        if (!each.refusal.isEmpty()) {
            line += QStringList{session.display().words(each.refusal), {}, {}};
            object.insert(u"refused"_s, line.at(1));
        }
        for (size_t i = 0; each.refusal.isEmpty() && i < conversionKinds.size(); ++i) {
            line += partWords(conversionKinds[i], each.parts[i], isDry);
            object.insert(wordOf(conversionKinds[i]), line.back());
        }
        table.add(line);
        json += object;
    }
    if (session.output().isJson())
        session.output().write(QJsonObject{{u"leads"_s, json}});
    else
        session.output().write(table.take());
}

// All that the filter finds, each as it is proposed.
Result<ExitStatus> convertMany(Session &session, const Arguments &arguments)
{
    for (const QString &option : {u"--company"_s, u"--contact"_s, u"--take"_s}) {
        if (arguments.has(option))
            return failure(ErrorCode::Invalid,
                           Sentence::tr("%1 is for a single lead: convert lead:17 …").arg(option));
    }
    if (arguments.words().size() > 1)
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("%1 is for a single lead: convert lead:17 …").arg(Quoted{arguments.word(1)}));
    if (!arguments.has(u"--filter"_s))
        return failure(ErrorCode::Invalid,
                       Sentence::tr("Say which leads: convert leads --filter status:qualified"));
    const QString deal = arguments.value(u"--deal"_s);
    if (!deal.isEmpty() && deal != "new"_L1 && deal != "none"_L1)
        return failure(ErrorCode::Invalid, Sentence::tr("Of many leads, --deal is new or none."));
    const bool isDry = arguments.has(u"--dry-run"_s);
    HEADWAY_TRY(book, session.book(sql::Access::ReadWrite));
    HEADWAY_TRY(actor, session.actor());
    HEADWAY_TRY(filter, typedFilter(session, EntityKind::Lead, arguments.value(u"--filter"_s)));
    HEADWAY_TRY(viewer, session.viewer());
    HEADWAY_TRY(ids, store::ids(*book, {EntityKind::Lead, filter, {}}, viewer, 0));
    store::BulkConversion wanted{.deals = deal == "none"_L1 ? ConversionWay::None : ConversionWay::New,
                                 .isDry = isDry};
    for (const qint64 id : ids)
        wanted.leads.push_back({id});
    ProgressPrinter line(session.output(), Words::tr("Converted"), Words::tr("leads"));
    HEADWAY_TRY(converted, store::convertLeads(*book, wanted, actor, line.progress()));
    tellLeads(session, converted, isDry);
    if (converted.set.operation.id)
        return tellStep(session, converted.set, converted.set.operation.label);
    return ExitStatus::Done;
}

} // namespace

Result<ExitStatus> runConvert(Session &session, const Arguments &arguments)
{
    if (kindCalled(arguments.word(0)) == EntityKind::Lead)
        return convertMany(session, arguments);
    if (arguments.has(u"--filter"_s))
        return failure(ErrorCode::Invalid,
                       Sentence::tr("--filter is for many leads: convert leads --filter …"));
    const bool isDry = arguments.has(u"--dry-run"_s);
    HEADWAY_TRY(book, session.book(isDry ? sql::Access::Read : sql::Access::ReadWrite));
    HEADWAY_TRY(actor, session.actor());
    HEADWAY_TRY(ref, recordNamed(*book, arguments.word(0)));
    if (ref.kind != EntityKind::Lead)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("Only leads are converted; %1 is none.").arg(wordOf(ref)));
    HEADWAY_TRY(offer, store::conversionOffer(*book, LeadId{ref.id}));
    for (const EntityKind kind : conversionKinds) {
        const QString option = u"--"_s + wordOf(kind);
        if (arguments.has(option))
            HEADWAY_CHECK(choose(*book, offer, kind, arguments.value(option)));
    }
    HEADWAY_CHECK(setFields(session, offer.proposed, arguments.words().mid(1)));
    HEADWAY_CHECK(takeFields(offer.proposed, arguments.listed(u"--take"_s)));
    HEADWAY_TRY(edit, store::convertLeadEdit(*book, offer.proposed, actor));
    if (isDry) {
        tellPlan(session, offer);
        return ExitStatus::Done;
    }
    HEADWAY_TRY(set, store::commit(*book, edit, actor));
    return tellStep(session, set, Sentence::tr("%1: %2").arg(set.operation.label, madeOf(set)));
}

} // namespace headway::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
// Of RowReader: the cells that name other records, and what becomes of names that nobody has.
#include "domain/records/record.h"
#include "domain/text/text.h"
#include "exchange/cells/namelist.h"
#include "exchange/cells/nametext.h"
#include "exchange/cells/personref.h"
#include "exchange/cells/vocabulary.h"
#include "transfer/request/requestwords.h"
#include "transfer/rows/importcells.h"
#include "transfer/rows/importlinks.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::ImportInput;
using exchange::TargetRole;

namespace {

// The row goes in without that link, which is listed. With a field, the id beside the name may have found it.
void leaveCircle(const ImportInput &input, int field, const QString &text, ImportedRecord &imported)
{
    imported.foreign.push_back(
        {input.columnName, input.target.name, field, text.trimmed(), LinkFault::Circle});
}

// Who is made for it if nobody is found: "Lee, Ann" is a user Ann Lee, a company without a name is called by its domain.
QString calledAs(EntityKind kind, const exchange::PersonRef &who)
{
    if (who.name.isEmpty()) {
        const QString domain = kind == EntityKind::Company ? exchange::nameFromDomain(who.email) : QString();
        return domain.isEmpty() ? who.email : domain;
    }
    if (kind != EntityKind::User || who.email.isEmpty())
        return who.name;
    const PersonName person = personName(who.name);
    return joinFilled({person.first, person.last}, u" "_s);
}

bool isPersonal(EntityKind kind)
{
    return kind == EntityKind::User || entityInfo(kind).has(KindTrait::Person);
}

bool isInCircle(const ImportedRecord &imported, int field)
{
    return std::any_of(imported.foreign.begin(), imported.foreign.end(), [field](const ForeignLink &link) {
        return link.field == field && link.fault == LinkFault::Circle;
    });
}

} // namespace

// Whether the cell may name somebody by name and e-mail address.
bool RowReader::mayHaveAddress(EntityKind kind, const Cell &cell) const
{
    return isLoose() && cell.decided == Decided::No && cell.text.contains(u'@')
        && (kind == EntityKind::User || entityInfo(kind).has(KindTrait::HasContactPoints));
}

Result<NamedRecord> RowReader::named(EntityKind kind, const QString &target, const Cell &cell,
                                     const ImportedRecord &imported)
{
    NamedRecord wanted{kind, 0, cell.text, 0, target};
    if (mayHaveAddress(kind, cell)) {
        const exchange::PersonRef who = exchange::personRef(cell.text);
        wanted.name = calledAs(kind, who);
        wanted.email = who.email;
    } else if (isLoose() && cell.decided == Decided::No && exchange::hasLinks(cell.text)) {
        wanted.name = exchange::namesIn(cell.text, exchange::NamesOf::Companies).whole; // of a product
    }
    if (kind == EntityKind::Contact && wanted.email.isEmpty())
        wanted.email = imported.linkedEmail;
    return m_references.find(wanted, cell.decided, [&imported] {
        std::vector<NamedRecord> beside = imported.links;
        for (const auto &[field, reference] : imported.references)
            beside.push_back(reference);
        return beside;
    });
}

// "Unknown", "tbd", "keine Angabe": a word for nothing that the book knows nobody by.
bool RowReader::isNobody(EntityKind kind, const Result<NamedRecord> &found, const Cell &cell) const
{
    const bool isUnknown = found ? found->id == 0 : found.error().code == ErrorCode::Invalid;
    return isUnknown && isSensible() && cell.decided == Decided::No
        && !entityInfo(kind).has(KindTrait::IsPicklist)
        && (exchange::isBlankWord(cell.text) || exchange::Vocabulary::own().has(u"nobody", cell.text));
}

Result<NamedRecord> RowReader::stageNamed(const QString &target, const Cell &cell,
                                          const ImportedRecord &imported)
{
    const NamedRecord *given = imported.reference(field(u"pipeline_id"));
    const bool isPlain = !given && cell.decided == Decided::No;
    if (const auto known = m_stages.constFind(cell.text); isPlain && known != m_stages.cend())
        return *known;
    NamedRecord wanted{EntityKind::Stage, 0, cell.text, 0, target};
    if (const NamedRecord *pipeline = imported.reference(field(u"pipeline_id"))) {
        wanted.scope = pipeline->id;
        if (!pipeline->id)
            wanted.newScope = pipeline->name;
    } else {
        HEADWAY_TRY(scope, m_references.pipelineWith(cell.text, cell.decided));
        wanted.scope = scope;
    }
    HEADWAY_TRY(found, m_references.find(wanted, cell.decided, {}));
    // A name that is only near is counted for each row.
    constexpr qsizetype mostStages = 200;
    if (isPlain && found.id && m_stages.size() < mostStages) {
        const Stage stage = m_references.stage(found);
        if (stage.name == cell.text && stage.pipeline.value == m_references.defaultPipeline())
            m_stages.insert(cell.text, found);
    }
    return found;
}

Result<> RowReader::readManager(const ImportInput &input, const Cell &cell, Pass pass,
                                ImportedRecord &imported)
{
    const auto manager = named(EntityKind::User, input.target.name, cell, imported);
    if (isNobody(EntityKind::User, manager, cell))
        return {};
    const bool unknown = !manager ? manager.error().code == ErrorCode::Invalid : manager->id == 0;
    if (unknown && pass == Pass::MayWait)
        return failure(ErrorCode::NotFound, {});
    if (unknown && pass == Pass::Circle) {
        // Two users may manage each other's teams, and everybody their own.
        imported.manager = NamedRecord{EntityKind::User, 0, cell.text.trimmed(), 0, input.target.name};
        imported.isManagerLater = true;
        return {};
    }
    if (!manager && manager.error().code == ErrorCode::Invalid && mayLeave(input, imported)) {
        leaveName(input, cell.text, manager.error(), imported);
        return {};
    }
    if (!manager)
        return failure(manager.error());
    imported.manager = *manager;
    return {};
}

Result<> RowReader::readReferenceId(int field, qint64 id, Pass pass, ImportedRecord &imported)
{
    const FieldInfo &info = m_info.field(field);
    const EntityRef ref{info.target, id};
    const bool isOwn = ref.kind == m_context.kind();
    const bool comesLater = isOwn || comesAfter(ref.kind, m_context.kind());
    if (!comesLater || m_context.forward == ImportContext::Forward::Refused) {
        const auto present = isOwn && id == imported.id ? Result<>() : m_references.require(ref);
        if (!present && present.error().code != ErrorCode::Invalid)
            return present;
        if (!present && isOwn && pass == Pass::MayWait)
            return failure(ErrorCode::NotFound, present.error().text);
        if (!present && isOwn && pass == Pass::Circle) {
            imported.foreign.push_back({info.name, info.name, field, QString::number(id), LinkFault::Circle});
            return {};
        }
        if (!present && comesLater && !isOwn) {
            ++m_leftOut[info.name];
            return {};
        }
        if (!present)
            return present;
    }
    imported.references.emplace_back(field, NamedRecord{ref.kind, id, {}, 0, QString(info.name)});
    return {};
}

namespace {

bool hasIdBeside(const ImportInput &input, const ImportedRecord &imported)
{
    return std::any_of(imported.foreign.begin(), imported.foreign.end(), [&](const ForeignLink &link) {
        return link.target == exchange::foreignIdName(input.target.name);
    });
}

} // namespace

bool RowReader::mayLeave(const ImportInput &input, const ImportedRecord &imported) const
{
    return (isSensible() && m_context.request.unknownNames == UnknownNames::Leave)
        || hasIdBeside(input, imported);
}

EntityKind RowReader::kindNamedIn(const ImportInput &input) const
{
    switch (input.target.role) {
    case TargetRole::Name: return m_info.field(input.target.field).target;
    case TargetRole::Product: return EntityKind::Product;
    case TargetRole::Tags: return EntityKind::Tag;
    case TargetRole::TeamManager: return EntityKind::User;
    default: return input.target.linked;
    }
}

// The row goes in without the record: its name stays as text, and is asked about, or is listed beside its id.
void RowReader::leaveName(const ImportInput &input, const QString &text, const Error &error,
                          ImportedRecord &imported) const
{
    using About = ImportQuestion::About;
    const EntityKind kind = kindNamedIn(input);
    const bool isPicklist = entityInfo(kind).has(KindTrait::IsPicklist);
    if (isSensible() && canKeep(m_context.kind()))
        imported.keep(input.columnName, text.simplified());
    if (hasIdBeside(input, imported))
        return; // and that id is listed
    if (!isPicklist) {
        const int field = input.target.role == TargetRole::Name && !imported.reference(input.target.field)
            ? input.target.field
            : -1;
        imported.foreign.push_back(
            {input.columnName, input.target.name, field, text.trimmed(), LinkFault::NotFound});
    }
    switch (m_references.refusal()) {
    case Refusal::Near: return; // it is offered
    case Refusal::Several:
        m_context.questions->ask(About::SeveralNames, input.target.name, input.columnName, text, {},
                                 error.text);
        return;
    case Refusal::Other:
    case Refusal::Unknown: break;
    }
    const QString made = m_references.refusal() == Refusal::Unknown ? wordToMake(kind) : QString();
    m_context.questions->ask(isPicklist ? About::ListedName : About::NewName, input.target.name,
                             input.columnName, text, made.isEmpty() ? QStringList() : QStringList{made});
}

// "Bob Cole; Eva Lang" are two, but where the book has one of that name.
Result<QStringList> RowReader::listed(const ImportInput &input, EntityKind kind, const Cell &cell,
                                      ImportedRecord &imported)
{
    if (mayHaveAddress(kind, cell))
        return exchange::personRefs(cell.text);
    if (cell.decided == Decided::Yes || m_context.plan.isLiteral || !exchange::mayNameSeveral(cell.text))
        return QStringList{cell.text}; // nearly always
    HEADWAY_TRY(same, m_references.exactly(kind, cell.text.trimmed(), 0));
    if (!same.empty())
        return QStringList{cell.text};
    QStringList names;
    if (isSensible() && (isPersonal(kind) || kind == EntityKind::Company)) {
        HEADWAY_TRY(apart, takenApart(input, kind, cell.text, imported));
        names = apart;
    } else if (isSensible() && exchange::hasLinks(cell.text)) {
        names = exchange::namesIn(cell.text, exchange::NamesOf::Companies).names;
    } else {
        names = piecesOf(cell.text);
    }
    names.removeIf([](const QString &name) { return isPlaceholder(name); });
    return names;
}

Result<qsizetype> RowReader::countKnown(EntityKind kind, const QStringList &names)
{
    qsizetype known = 0;
    for (const QString &name : names) {
        HEADWAY_TRY(same, m_references.exactly(kind, name, 0));
        known += same.empty() ? 0 : 1;
    }
    return known;
}

// What can be one name or several is one of both where the user or the book says so; else it stays as text.
Result<QStringList> RowReader::takenApart(const ImportInput &input, EntityKind kind, const QString &text,
                                          ImportedRecord &imported)
{
    using About = ImportQuestion::About;
    using Reading = exchange::NameList::Reading;
    const bool isPerson = isPersonal(kind);
    const exchange::NameList list = exchange::namesIn(
        text, isPerson ? exchange::NamesOf::People : exchange::NamesOf::Companies, input.commas);
    for (const QString &link : list.links) {
        if (canKeep(m_context.kind()))
            imported.keep(input.columnName, link);
    }
    const auto said =
        readingOf(m_context.request.cells, input.columnName, {CellReading::One, CellReading::Several});
    if (said == CellReading::One)
        return QStringList{list.whole};
    if (said == CellReading::Several || list.reading == Reading::Several)
        return list.names;
    if (list.names.size() < 2 && list.reading == Reading::One)
        return QStringList{list.whole};
    HEADWAY_TRY(known, countKnown(kind, list.names));
    if (list.names.size() > 1 && known == list.names.size())
        return list.names;
    switch (list.reading) {
    case Reading::Likely:
        if (known == 0)
            m_context.questions->ask(About::TakenApart, input.target.name, input.columnName, text,
                                     {u"one"_s, u"several"_s});
        return list.names;
    case Reading::Open:
        if (canKeep(m_context.kind()))
            imported.keep(input.columnName, text.simplified());
        m_context.questions->ask(About::NamesInCell, input.target.name, input.columnName, text,
                                 {u"one"_s, u"several"_s});
        return QStringList();
    default: return QStringList{list.whole};
    }
}

Result<> RowReader::readLinks(const ImportInput &input, const Cell &cell, ImportedRecord &imported)
{
    const bool isLinked =
        std::any_of(imported.links.begin(), imported.links.end(),
                    [&](const NamedRecord &link) { return link.kind == input.target.linked; });
    if (isLinked)
        return {}; // an id has said which
    HEADWAY_TRY(names, listed(input, input.target.linked, cell, imported));
    for (const QString &name : names)
        HEADWAY_CHECK(readLink(input, {name, cell.decided}, imported));
    return {};
}

Result<> RowReader::readLink(const ImportInput &input, const Cell &cell, ImportedRecord &imported)
{
    auto link = named(input.target.linked, input.target.name, cell, imported);
    if (isNobody(input.target.linked, link, cell))
        return {};
    if (!link && link.error().code == ErrorCode::Invalid && mayLeave(input, imported)) {
        leaveName(input, cell.text, link.error(), imported);
        return {};
    }
    if (!link)
        return failure(link.error());
    if (!link->id && entityInfo(link->kind).has(KindTrait::Person))
        link->phone = ForeignLinks::takeNumber(imported);
    imported.links.push_back(*link);
    return {};
}

// A second owner, or company of a deal.
void RowReader::leaveSecond(const ImportInput &input, const QString &name, ImportedRecord &imported) const
{
    if (canKeep(m_context.kind()))
        imported.keep(input.columnName, name);
    imported.foreign.push_back({input.columnName, input.target.name, -1, name, LinkFault::OnlyOne});
}

// The companies of a contact and the contacts of a deal: the first one is that of the field. Of owners there is one.
Result<> RowReader::readNames(const ImportInput &input, const Cell &cell, Pass pass, ImportedRecord &imported)
{
    const EntityKind kind = m_info.field(input.target.field).target;
    const bool isOne = !mayHaveFurther(m_context.kind(), kind);
    const bool mayBeList = isPersonal(kind) || kind == EntityKind::Company;
    if ((isOne && (!isSensible() || !mayBeList)) || imported.reference(input.target.field))
        return readName(input, cell, pass, imported);
    HEADWAY_TRY(names, listed(input, kind, cell, imported));
    if (kind == EntityKind::Contact) {
        imported.isContactNamed = !names.isEmpty();
        if (names.size() > 1)
            imported.linkedEmail.clear(); // nobody knows whose it is
    }
    for (const QString &name : names) {
        const Cell one{name, cell.decided};
        const NamedRecord *first = imported.reference(input.target.field);
        if (!first) {
            HEADWAY_CHECK(readName(input, one, pass, imported));
            continue;
        }
        if (isOne) {
            leaveSecond(input, name, imported);
            continue;
        }
        const auto found = named(kind, input.target.name, one, imported);
        if (isNobody(kind, found, one))
            continue;
        if (!found && found.error().code == ErrorCode::Invalid && mayLeave(input, imported)) {
            leaveName(input, name, found.error(), imported);
            continue;
        }
        if (!found)
            return failure(found.error());
        if (found->id == 0 || found->id != first->id)
            imported.further.push_back(*found);
    }
    return {};
}

Result<> RowReader::readName(const ImportInput &input, const Cell &cell, Pass pass, ImportedRecord &imported)
{
    if (imported.reference(input.target.field) || isInCircle(imported, input.target.field))
        return {}; // an id has said which
    const FieldInfo &info = m_info.field(input.target.field);
    if (isSensible() && !store::hasName(info.target) && canKeep(m_context.kind())) {
        keep(input, cell.text, imported); // what a call follows up is not known by its subject
        return {};
    }
    const bool isOwn = info.target == m_context.kind();
    const bool isStage = info.target == EntityKind::Stage && m_context.kind() == EntityKind::Deal;
    auto found = isStage ? stageNamed(input.target.name, cell, imported)
                         : named(info.target, input.target.name, cell, imported);
    if (isNobody(info.target, found, cell))
        return {};
    // The record may come later in this file, so this is not decided before its end.
    const bool unknown = !found ? found.error().code == ErrorCode::Invalid : found->id == 0;
    if (isOwn && unknown && pass == Pass::MayWait)
        return failure(ErrorCode::NotFound, found ? Sentence() : found.error().text);
    if (isOwn && unknown && pass == Pass::Circle) {
        leaveCircle(input, input.target.field, cell.text, imported);
        return {};
    }
    if (!found && found.error().code == ErrorCode::Invalid && mayLeave(input, imported)) {
        leaveName(input, cell.text, found.error(), imported);
        if (isStage)
            imported.stageWord = cell.text.trimmed();
        if (info.target == EntityKind::Pipeline)
            imported.pipelineWord = cell.text.trimmed();
        return {};
    }
    if (!found)
        return failure(found.error());
    if (isStage && isSensible())
        m_stageQuestions.ask(input, *found);
    HEADWAY_TRY(isMeant, followsId(input.target.field, imported, *found));
    if (isMeant)
        imported.references.emplace_back(input.target.field, *found);
    return {};
}

// Whether an id beside the name that nobody has lets `found` be meant; then that is its id in the other program.
Result<bool> RowReader::followsId(int field, const ImportedRecord &imported, NamedRecord &found)
{
    const auto id =
        std::find_if(imported.foreign.begin(), imported.foreign.end(), [field](const ForeignLink &link) {
            return link.field == field && link.fault == LinkFault::NotFound;
        });
    if (id == imported.foreign.end())
        return true;
    HEADWAY_TRY(isAnother, m_links.isAnother(found, id->text));
    if (!isAnother)
        found.key = id->text;
    return !isAnother;
}

void RowReader::noteLinkedEmail(const std::vector<Cell> &cells, ImportedRecord &imported) const
{
    if (m_context.kind() != EntityKind::Deal || !isSensible())
        return;
    const auto &inputs = m_context.plan.inputs;
    for (size_t i = 0; i < inputs.size(); ++i) {
        if (inputs[i].target.role == TargetRole::LinkedEmail && !isBlank(cells[i].text))
            imported.linkedEmail = exchange::personRef(cells[i].text).email;
    }
}

// Behind the contact's name, for which the address was found or who is made with it; alone it is the contact.
Result<> RowReader::readLinkedEmail(const ImportInput &input, const Cell &cell, Pass pass,
                                    ImportedRecord &imported)
{
    const int contact = field(u"contact_id");
    if (!imported.isContactNamed && !imported.reference(contact)) {
        ImportInput alone = input;
        alone.target = {TargetRole::Name, contact, u"contact"_s};
        return readNames(alone, cell, pass, imported);
    }
    const NamedRecord *named = imported.reference(contact);
    const bool isTaken = named && !imported.linkedEmail.isEmpty() && (!named->id || named->isByAddress);
    if (!isTaken && imported.isContactNamed) // that of a known contact is not written over
        imported.keep(input.columnName, cell.text.simplified());
    return {};
}

Result<> RowReader::readProduct(const ImportInput &input, const Cell &cell, ImportedRecord &imported)
{
    const auto product = named(EntityKind::Product, input.target.name, cell, imported);
    if (isNobody(EntityKind::Product, product, cell))
        return {};
    if (!product && product.error().code == ErrorCode::Invalid && mayLeave(input, imported)) {
        leaveName(input, cell.text, product.error(), imported);
        return {};
    }
    if (!product)
        return failure(product.error());
    imported.product = *product;
    return {};
}

Result<> RowReader::readTags(const ImportInput &input, const QString &text, ImportedRecord &imported)
{
    // Address books write "* myContacts ::: Customers".
    static const QRegularExpression separator(u":::|[;,\\n]"_s);
    const bool isLiteral = m_context.plan.isLiteral;
    const QStringList names =
        isLiteral ? text.split(u'\n', Qt::SkipEmptyParts) : text.split(separator, Qt::SkipEmptyParts);
    for (const QString &each : names) {
        const QString name = each.trimmed();
        if (name.isEmpty() || (isLoose() && isPlaceholder(name)))
            continue;
        const Cell cell =
            ruled(u"tags"_s, name.startsWith("* "_L1) && !isLiteral ? name.mid(2).trimmed() : name);
        const auto tag = named(EntityKind::Tag, u"tags"_s, cell, imported);
        if (!tag && tag.error().code == ErrorCode::Invalid && mayLeave(input, imported)) {
            leaveName(input, cell.text, tag.error(), imported);
            continue;
        }
        if (!tag)
            return failure(tag.error());
        addTag(*tag, imported);
    }
    return {};
}

void RowReader::addTag(const NamedRecord &tag, ImportedRecord &imported)
{
    const bool isKnown =
        std::any_of(imported.tags.begin(), imported.tags.end(), [&](const NamedRecord &other) {
            return other.id == tag.id && fold(other.name) == fold(tag.name);
        });
    if (!isKnown)
        imported.tags.push_back(tag);
}

} // namespace headway::transfer

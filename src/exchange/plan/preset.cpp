// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/preset.h"

#include "domain/records/record.h"
#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "exchange/plan/importplan.h"
#include "exchange/plan/stagecolumns.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

constexpr qsizetype partsOfLine = 4; // kind, field, language, column names
const QLatin1StringView nothing("nothing");

// What a line may be about besides one kind of record.
const QLatin1StringView ofAny("any");
const QLatin1StringView ofPerson("person");
const QLatin1StringView ofReachable("reachable");
const QLatin1StringView ofMoves("history"); // of deals from stage to stage

bool isOf(const QString &group, EntityKind kind)
{
    const EntityInfo &info = entityInfo(kind);
    return group == ofAny || (group == ofPerson && info.has(KindTrait::Person))
        || (group == ofReachable && info.has(KindTrait::HasContactPoints)) || group == tableName(kind);
}

// The names of all targets of a group; empty if there is no such group.
QSet<QString> fieldsOf(const QString &group)
{
    if (group == ofMoves)
        return {u"external_id"_s, u"name"_s, u"moved_to"_s, u"moved_from"_s, u"moved_at"_s, u"moved_field"_s};
    QSet<QString> fields;
    for (const EntityKind kind : importableKinds()) {
        if (!isOf(group, kind))
            continue;
        for (const ImportTarget &target : importTargets(kind, {}))
            fields.insert(target.name);
    }
    return fields;
}

// "CampaignMember_2026-03-04" → "campaignmember": exports add days and numbers.
QString lettersOf(const QString &name)
{
    QString letters = looseKey(name);
    letters.removeIf([](QChar c) { return !c.isLetter(); });
    return letters;
}

// As columns of the same words are written by other hands; each letter stays at its place.
QString likened(const QString &text)
{
    QString alike = text;
    for (QChar &c : alike)
        c = QStringView(u"_-:–").contains(c) ? QChar(u' ') : c == u'’' ? QChar(u'\'') : c.toCaseFolded();
    return alike;
}

// Without what stands around a name in a header.
QString unquoted(QString text)
{
    static const QString marks = u"\"'“”„«»‚‘’`_-:– "_s;
    while (!text.isEmpty() && marks.contains(text.front()))
        text.remove(0, 1);
    while (!text.isEmpty() && marks.contains(text.back()))
        text.chop(1);
    return text;
}

// What a word of a product may mean; a number that has words, like a priority, has no choices.
QStringList codesOf(const FieldInfo &field, const QString &list)
{
    QStringList codes = Vocabulary::own().codes(list);
    for (const Choice &choice : field.choices)
        codes += QString::fromLatin1(choice.code);
    codes.removeDuplicates();
    return codes;
}

} // namespace

struct Preset::Line {
    qint64 number = 0;
    QString about = {}; // a kind, a group of kinds, a list of words, or what the line says of the file
    QString field = {};
    QStringList names = {};
    QString whole = {};

    Error wrong(const Sentence &what) const
    {
        return {ErrorCode::Invalid, Sentence::tr("Line %1: %2").arg(number).arg(what), {}};
    }
};

ColumnSign ColumnSign::of(const QString &text)
{
    const qsizetype star = text.indexOf(u'*');
    return star < 0 ? ColumnSign{text, {}, true} : ColumnSign{text.left(star), text.mid(star + 1), false};
}

bool ColumnSign::fits(const QString &column) const
{
    if (isWhole)
        return column == before;
    return column.size() > before.size() + after.size() && column.startsWith(before)
        && column.endsWith(after);
}

OpenColumn OpenColumn::of(const QString &text)
{
    const qsizetype star = text.indexOf(u'*');
    return {likened(text.left(star)), likened(text.mid(star + 1))};
}

OpenColumn::Header::Header(const QString &column) : text(column.trimmed())
{
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        text = text.mid(1);
    alike = likened(text);
}

QString OpenColumn::textIn(const Header &header) const
{
    const qsizetype length = header.alike.size() - before.size() - after.size();
    if (length <= 0 || !header.alike.startsWith(before) || !header.alike.endsWith(after))
        return {};
    return unquoted(header.text.mid(before.size(), length));
}

QString Preset::commonName()
{
    return u"common"_s;
}

Result<Preset> Preset::read(const QString &system, const QString &text)
{
    Preset preset;
    preset.m_system = system;
    preset.m_title = system;
    qint64 number = 0;
    for (const QString &each : text.split(u'\n')) {
        ++number;
        const QString line = each.endsWith(u'\r') ? each.chopped(1) : each;
        if (line.startsWith(u'#') || line.trimmed().isEmpty())
            continue;
        const QStringList parts = line.split(u'\t');
        if (parts.size() != partsOfLine)
            return failure(
                ErrorCode::Invalid,
                Sentence::tr("Line %1 is not a kind, a field, a language and column names.").arg(number));
        HEADWAY_CHECK(preset.take({number, parts[0], parts[1], parts[3].trimmed().split(u'|'), line}));
    }
    preset.m_fields.clear();
    if (preset.m_signatures.empty() && system != commonName())
        return failure(ErrorCode::Invalid,
                       Sentence::tr("There is no signature, so that nobody can tell whose file it is."));
    return preset;
}

Result<> Preset::take(const Line &line)
{
    if (line.about.contains(u'.'))
        return takeWords(line);
    for (const QString &name : line.names) {
        if (looseKey(name).isEmpty())
            return failure(line.wrong(Sentence::tr("a name is missing.")));
    }
    if (line.about == "title"_L1) {
        m_title = line.names.first();
        return {};
    }
    if (line.about == "signature"_L1)
        return takeSignature(line);
    const bool isOfAll = line.about == "object"_L1 || line.about == "record"_L1;
    if (isOfAll && m_system != commonName())
        return failure(line.wrong(Sentence::tr("what %1 says holds for all files, and stands in %2 only.")
                                      .arg(Quoted{line.about}, commonName() + u".tsv"_s)));
    if (line.about == "kind"_L1)
        return takeKind(line);
    if (line.about == "file"_L1)
        return takeFiles(line);
    if (line.about == "cells"_L1)
        return takeCells(line);
    if (line.about == "object"_L1)
        return takeObject(line);
    if (line.about == "record"_L1) {
        for (const QString &name : line.names)
            m_anyRecord.insert(looseKey(name));
        return {};
    }
    return takeColumns(line);
}

Result<> Preset::takeWords(const Line &line)
{
    const QString record = line.about.section(u'.', 0, 0);
    const QString name = line.about.section(u'.', 1);
    const auto kind = entityKindNamed(record);
    if (!kind)
        return failure(line.wrong(Sentence::tr("%1 is no kind of record.").arg(Quoted{record})));
    const EntityInfo &info = entityInfo(*kind);
    const int own = info.indexOf(name);
    const int at = own >= 0 ? own : info.indexOf(QString(name + u"_id"_s));
    if (at < 0)
        return failure(line.wrong(Sentence::tr("%1 has no field %2.").arg(Quoted{record}, Quoted{name})));
    QStringList codes = codesOf(info.field(at), line.about);
    const bool isKnown = codes.contains(line.field);
    codes.removeAll(QString()); // nobody reads that nothing may be meant
    if (!isKnown)
        return failure(line.wrong(
            codes.isEmpty()
                ? Sentence::tr("%1 is no field of fixed choices.").arg(Quoted{line.about})
                : Sentence::tr("%1 is none of: %2.").arg(Quoted{line.field}, codes.join(u", "_s))));
    if (!m_words.add(line.whole))
        return failure(line.wrong(Sentence::tr("a word is empty or means something else already.")));
    return {};
}

Result<> Preset::takeSignature(const Line &line)
{
    bool isNumber = false;
    const int least = line.field.toInt(&isNumber);
    const QSet<QString> different(line.names.begin(), line.names.end());
    if (!isNumber || least < 1 || least > different.size())
        return failure(line.wrong(
            Sentence::tr("how many of the columns have to be there is a number from 1 to %1, but not %2.")
                .arg(different.size())
                .arg(Quoted{line.field})));
    m_signatures.push_back({least, line.names});
    return {};
}

Result<> Preset::takeObject(const Line &line)
{
    const auto kind = entityKindNamed(line.field);
    if (!kind)
        return failure(line.wrong(Sentence::tr("%1 is no kind of record.").arg(Quoted{line.field})));
    for (const QString &name : line.names) {
        const QString key = looseKey(name);
        if (m_objects.contains(key) && m_objects.value(key) != *kind)
            return failure(line.wrong(Sentence::tr("%1 is another kind already.").arg(Quoted{name})));
        m_objects.insert(key, *kind);
    }
    return {};
}

Result<> Preset::takeKind(const Line &line)
{
    const bool isOfMoves = line.field == ofMoves;
    const auto kind = isOfMoves ? std::optional(EntityKind::Deal) : entityKindNamed(line.field);
    if (!kind || fieldsOf(line.field).isEmpty())
        return failure(line.wrong(Sentence::tr("%1 is no kind of record.").arg(Quoted{line.field})));
    KindSign sign{*kind, isOfMoves};
    for (const QString &name : line.names)
        sign.all.push_back(ColumnSign::of(name));
    m_kinds.push_back(sign);
    return {};
}

Result<> Preset::takeFiles(const Line &line)
{
    if (line.field != nothing)
        return failure(line.wrong(Sentence::tr("of files it can only be said that they hold %1, not %2.")
                                      .arg(Quoted{nothing}, Quoted{line.field})));
    for (const QString &name : line.names)
        m_foreignFiles.insert(lettersOf(name));
    return {};
}

Result<> Preset::takeCells(const Line &line)
{
    if (line.field == "guarded"_L1 || line.field == "literal"_L1) {
        (line.field == "guarded"_L1 ? m_isGuarded : m_isLiteral) = true;
        return {};
    }
    if (const auto unit = durationUnitNamed(line.field)) {
        for (const QString &name : line.names) {
            if (unitOf(looseKey(name)).value_or(*unit) != *unit)
                return failure(
                    line.wrong(Sentence::tr("the column %1 is in another unit already.").arg(Quoted{name})));
            m_units.insert(looseKey(name), *unit);
        }
        return {};
    }
    const bool areCodes = line.field == "codes"_L1;
    if (!areCodes && line.field != "hundredths"_L1)
        return failure(line.wrong(
            Sentence::tr(
                "of cells it can only be said that they are %1, %2, %3, %4 or a unit of time, not %5.")
                .arg(Quoted{u"guarded"_s}, Quoted{u"literal"_s}, Quoted{u"codes"_s}, Quoted{u"hundredths"_s},
                     Quoted{line.field})));
    for (const QString &name : line.names)
        (areCodes ? m_codes : m_hundredths).insert(looseKey(name));
    return {};
}

Result<> Preset::takeColumns(const Line &line)
{
    QSet<QString> &fields = m_fields[line.about];
    if (fields.isEmpty())
        fields = fieldsOf(line.about);
    if (fields.isEmpty())
        return failure(line.wrong(Sentence::tr("%1 is no kind of record.").arg(Quoted{line.about})));
    Meaning meaning;
    meaning.isDoubtful = line.field.endsWith(u'?');
    meaning.targets = (meaning.isDoubtful ? line.field.chopped(1) : line.field).split(u'|');
    const bool isOfStages = line.about == tableName(EntityKind::Deal);
    for (const QString &target : meaning.targets) {
        const bool isStage = isOfStages && isStageDatePattern(target);
        if (target != nothing && !isStage && !fields.contains(target))
            return failure(
                line.wrong(Sentence::tr("%1 has no field %2.").arg(Quoted{line.about}, Quoted{target})));
    }
    QHash<QString, Meaning> &meanings = m_meanings[line.about];
    for (const QString &name : line.names) {
        if (name.contains(u'*') || isStageDatePattern(meaning.targets.first())) {
            HEADWAY_CHECK(takeOpen(line, name, meaning));
            continue;
        }
        const QString key = looseKey(name);
        const auto known = meanings.constFind(key);
        if (known != meanings.cend() && *known != meaning)
            return failure(
                line.wrong(Sentence::tr("the column %1 goes to another field already.").arg(Quoted{name})));
        meanings.insert(key, meaning);
    }
    return {};
}

Result<> Preset::takeOpen(const Line &line, const QString &name, const Meaning &meaning)
{
    const QString &target = meaning.targets.first();
    const bool fits = meaning.targets.size() == 1 && !meaning.isDoubtful && name.count(u'*') == 1
        && (target == nothing || isStageDatePattern(target));
    if (!fits)
        return failure(line.wrong(
            Sentence::tr("the column %1 needs one * for the name of a stage, and goes to %2, %3 or nothing.")
                .arg(Quoted{name}, u"entered.*"_s, u"left.*"_s)));
    const OpenColumn column = OpenColumn::of(name);
    std::vector<OpenName> &known = m_openMeanings[line.about];
    const bool isTaken = std::any_of(known.begin(), known.end(), [&](const OpenName &other) {
        return other.column == column && other.meaning != meaning;
    });
    if (isTaken)
        return failure(
            line.wrong(Sentence::tr("the column %1 goes to another field already.").arg(Quoted{name})));
    known.push_back({column, meaning});
    return {};
}

std::optional<Preset::Meaning> Preset::openMeaning(EntityKind kind, const QString &column) const
{
    std::optional<Meaning> found;
    qsizetype longest = -1;
    for (auto group = m_openMeanings.cbegin(); group != m_openMeanings.cend(); ++group) {
        if (!isOf(group.key(), kind))
            continue;
        const OpenColumn::Header header(column);
        for (const OpenName &open : group.value()) {
            const qsizetype length = open.column.before.size() + open.column.after.size();
            const QString text = length > longest ? open.column.textIn(header) : QString();
            if (text.isEmpty())
                continue;
            longest = length;
            found = open.meaning;
            found->targets.first().replace(u'*', text);
        }
    }
    return found;
}

std::vector<Preset::Meaning> Preset::meanings(EntityKind kind, const QString &key) const
{
    std::vector<Meaning> found;
    for (const QString &group :
         {QString(tableName(kind)), QString(ofPerson), QString(ofReachable), QString(ofAny)}) {
        const auto meanings = m_meanings.constFind(group);
        if (meanings == m_meanings.cend() || !isOf(group, kind))
            continue;
        if (const auto meaning = meanings->constFind(key); meaning != meanings->cend())
            found.push_back(*meaning);
    }
    return found;
}

bool Preset::isForeign(const QString &fileName) const
{
    const QString letters = lettersOf(fileName);
    const qsizetype all = letters.lastIndexOf("all"_L1); // hubspot-crm-exports-all-tickets
    return m_foreignFiles.contains(letters) || (all >= 0 && m_foreignFiles.contains(letters.mid(all + 3)));
}

bool Preset::KindSign::fits(const QStringList &columns) const
{
    return std::all_of(all.begin(), all.end(), [&columns](const ColumnSign &sign) {
        return std::any_of(columns.begin(), columns.end(),
                           [&sign](const QString &column) { return sign.fits(column); });
    });
}

std::optional<EntityKind> Preset::kindOf(const QStringList &columns) const
{
    const auto found = std::find_if(m_kinds.begin(), m_kinds.end(),
                                    [&](const KindSign &sign) { return sign.fits(columns); });
    return found == m_kinds.end() ? std::nullopt : std::optional(found->kind);
}

bool Preset::isStageHistory(const QStringList &columns) const
{
    const auto found = std::find_if(m_kinds.begin(), m_kinds.end(),
                                    [&](const KindSign &sign) { return sign.fits(columns); });
    return found != m_kinds.end() && found->isOfMoves;
}

QString Preset::historyMeaning(const QString &key, bool isDoubtful) const
{
    const Meaning meaning = m_meanings.value(ofMoves).value(key);
    const QString target = meaning.targets.value(0);
    return target == nothing || meaning.isDoubtful != isDoubtful ? QString() : target;
}

std::optional<DurationUnit> Preset::unitOf(const QString &key) const
{
    const auto unit = m_units.constFind(key);
    return unit == m_units.cend() ? std::nullopt : std::optional(*unit);
}

std::optional<EntityKind> Preset::object(const QString &key) const
{
    const auto kind = m_objects.constFind(key);
    return kind == m_objects.cend() ? std::nullopt : std::optional(*kind);
}

} // namespace headway::exchange

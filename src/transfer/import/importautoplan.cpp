// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importautoplan.h"

#include "domain/records/record.h"
#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "exchange/csv/filecontent.h"
#include "exchange/plan/foreignsystem.h"
#include "exchange/plan/headeralias.h"
#include "exchange/plan/stagecolumns.h"
#include "transfer/import/importfolder.h"
#include "transfer/request/importprofile.h"
#include "transfer/request/importwords.h"
#include "transfer/request/requestwords.h"
#include "transfer/rows/importcells.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

// Whether a workbook is left out as a whole, or one sheet of it is named.
bool isSaidWhole(const AutoRequest &request, const QString &path)
{
    const AutoFile *said = saidOf(request, path);
    return !request.csv.sheet.isEmpty() || (said && (said->isLeftOut || !said->csv.sheet.isEmpty()));
}

Result<QStringList> filesOf(const AutoRequest &request)
{
    if (!request.files.isEmpty())
        return request.files;
    const QString &path = request.path;
    const QFileInfo info(path);
    if (!info.isDir())
        return isSaidWhole(request, path) ? QStringList{path} : withSheets({path});
    const QDir folder(path);
    if (folder.exists(u"manifest.json"_s))
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("%1 is an archive of a whole book: it goes into an empty one by import all.")
                .arg(Quoted{path}));
    const QStringList files = filesInFolder(path);
    if (files.isEmpty())
        return failure(ErrorCode::Unreadable, Sentence::tr("There are no files in %1.").arg(Quoted{path}));
    QStringList all;
    for (const QString &file : files)
        all += isSaidWhole(request, file) ? QStringList{file} : withSheets({file});
    return all;
}

Sentence whyLeft(const QStringList &columns, const QString &fileName)
{
    if (isOfNoUse(columns, fileName))
        return Sentence::tr("It holds what this program has no place for.");
    return Sentence::
        tr("What it holds is not clear from its columns: %1. Import it by itself, as contacts, deals or what it is.")
            .arg(exchange::someOf(columns));
}

AutoReport::Left leftFile(const QString &path, const QStringList &columns)
{
    const QString name = QFileInfo(path).completeBaseName();
    return {path, whyLeft(columns, name), !isOfNoUse(columns, name)};
}

bool isTextTable(const QString &path)
{
    return QStringList{u"csv"_s, u"tsv"_s, u"txt"_s, u"tab"_s}.contains(QFileInfo(path).suffix().toLower());
}

bool isWorkbook(const QString &path)
{
    static const QStringList endings{u"xlsx"_s, u"xlsm"_s, u"xltx"_s, u"xlsb"_s, u"ods"_s, u"ots"_s};
    const QString file = sheetAddress(path).path;
    return endings.contains(QFileInfo(file).suffix().toLower()) && isOfWorkbook(file);
}

// Beside tables there may be anything.
Sentence whyNoTable(const QString &path)
{
    QFile file(path);
    const QByteArray start = file.open(QIODevice::ReadOnly) ? exchange::startOf(file) : QByteArray();
    const auto other = exchange::otherContent(QFileInfo(path).fileName(), start);
    return other && !start.isEmpty() ? *other : Sentence::tr("It is no CSV file.");
}

const AutoFile::Rules *rulesOf(const AutoFile &file, EntityKind kind)
{
    const auto said =
        std::find_if(file.rules.begin(), file.rules.end(),
                     [kind](const AutoFile::Rules &rules) { return !rules.kind || *rules.kind == kind; });
    return said == file.rules.end() ? nullptr : &*said;
}

// What somebody says a file holds; nothing if none of its columns fits, or is said to.
std::vector<FilePart> partOf(const AutoFile &file, EntityKind kind, const QStringList &columns,
                             const std::vector<CustomField> &custom)
{
    std::vector<CustomField> own = custom;
    std::erase_if(own, [kind](const CustomField &field) { return field.recordKind != kind; });
    exchange::PlanRules rules;
    if (const AutoFile::Rules *said = rulesOf(file, kind))
        rules.map = said->request.map;
    std::erase_if(rules.map, [&](const exchange::MapRule &rule) {
        return !exchange::columnNamed(columns, rule.column)
            || !exchange::importTarget(kind, rule.target, own);
    });
    const auto plan = exchange::planImport(kind, columns, rules, own);
    return plan ? std::vector<FilePart>{wholeFile(kind, *plan)} : std::vector<FilePart>();
}

// What the user says of the words that are no kinds of records; the last rule counts.
void takeRowKinds(const ImportRequest &rules, FilePart &part)
{
    for (const WordRule &rule : rules.meanings) {
        const auto kind = entityKindNamed(rule.to);
        if (rule.target == rowKindTarget && (kind || rule.to.isEmpty()))
            part.saidKinds.insert(fold(rule.from), kind);
    }
}

// What a file holds; nothing if it is not clear.
std::vector<FilePart> partsIn(const AutoRequest &request, const QString &path, const FileLook &look,
                              const std::vector<CustomField> &custom)
{
    const AutoFile *said = saidOf(request, path);
    if (said && said->kind)
        return partOf(*said, *said->kind, look.columns, custom);
    std::vector<FilePart> parts =
        partsOf(look.columns, QFileInfo(path).completeBaseName(), custom, look.rows);
    for (FilePart &part : parts) {
        takeRowKinds(request.rules, part);
        for (const AutoFile::Rules &rules : said ? said->rules : std::vector<AutoFile::Rules>())
            takeRowKinds(rules.request, part); // whichever part was asked
    }
    return parts;
}

// What one file adds to the plan.
void addFile(const AutoRequest &request, const QString &path, const FileLook &look,
             const std::vector<CustomField> &custom, AutoPlan &plan)
{
    std::vector<FilePart> parts = partsIn(request, path, look, custom);
    if (parts.empty())
        plan.left.push_back(leftFile(path, look.columns));
    if (const AutoFile *said = saidOf(request, path))
        std::erase_if(parts, [said](const FilePart &part) {
            return std::find(said->without.begin(), said->without.end(), part.kind) != said->without.end();
        });
    const QString system = exchange::systemOf(look.columns);
    for (const FilePart &part : parts)
        plan.parts.push_back({.path = path,
                              .columns = look.columns,
                              .part = part,
                              .system = system,
                              .writing = look.writing,
                              .isEmpty = look.isEmpty});
}

Result<AutoPlan> partsOfFiles(const AutoRequest &request, const QStringList &files, AutoSources &sources,
                              const std::vector<CustomField> &custom)
{
    AutoPlan plan;
    QHash<QString, int> systems;
    for (const QString &path : files) {
        const AutoFile *said = saidOf(request, path);
        if (said && said->isLeftOut)
            continue;
        if (files.size() > 1 && !isTextTable(path) && !isWorkbook(path) && !isOfCards(path)) {
            plan.left.push_back({path, whyNoTable(path)});
            continue;
        }
        const FileLook &look = sources.look(path);
        if (look.fault && files.size() > 1) { // which does not stop the others
            plan.left.push_back({path, look.fault->text});
            continue;
        }
        if (look.fault)
            return failure(inFile(*look.fault, path));
        addFile(request, path, look, custom, plan);
        const QString system = exchange::systemOf(look.columns);
        if (system.isEmpty())
            continue;
        const int count = ++systems[system];
        if (count > systems.value(plan.system))
            plan.system = system;
    }
    // A file that is about a kind knows more of it than one that has some of it beside something else.
    std::stable_sort(plan.parts.begin(), plan.parts.end(), [](const PlannedPart &a, const PlannedPart &b) {
        if (a.part.kind != b.part.kind)
            return comesAfter(b.part.kind, a.part.kind);
        if (a.part.isOfMoves != b.part.isOfMoves)
            return b.part.isOfMoves;
        return a.part.isMain && !b.part.isMain;
    });
    return plan;
}

bool hasColumn(const QStringList &columns, const QString &name)
{
    return bool(exchange::columnNamed(columns, name));
}

// One for each part; `taken` are those of the parts before, whose files may be called alike.
QString rejectedPathOf(const QString &path, const PlannedPart &part, QSet<QString> &taken)
{
    if (path.isEmpty())
        return {};
    const QFileInfo info(path);
    const QString name = info.completeBaseName() + u'-' + QFileInfo(part.path).completeBaseName() + u'-'
        + QString(tableName(part.part.kind));
    QString unique = name;
    for (int number = 2; taken.contains(fold(unique)); ++number)
        unique = name + u'-' + QString::number(number);
    taken.insert(fold(unique));
    return info.dir().filePath(unique + u'.' + rejectedEnding(part.path));
}

// The rules for a part: those that are said of it alone, else those of all. How the import runs is the same for all.
ImportRequest rulesFor(const AutoRequest &request, PlannedPart &part)
{
    ImportRequest result = request.rules;
    const AutoFile *file = saidOf(request, part.path);
    if (!file)
        return result;
    const AutoFile::Rules *said = rulesOf(*file, part.part.kind);
    if (!said)
        return result;
    result = said->request;
    result.zone = request.rules.zone;
    result.mode = request.rules.mode;
    result.words = request.rules.words;
    if (result.system.isEmpty())
        result.system = request.rules.system;
    part.areKeysSaid = said->areKeysSaid;
    return result;
}

// By what its records are known, where that is not said, and which names may be made.
void addKeys(ImportRequest &request, const exchange::ImportPlan &plan, const PlannedPart &part)
{
    const bool isEveryRowNew = part.areKeysSaid && request.keys == ImportRequest::Keys::Said;
    if (request.match.isEmpty() && !isEveryRowNew) {
        const bool isKnown = !request.system.isEmpty();
        request.match = likelyKeys(plan, part.part, isKnown ? IdsOf::OneSystem : IdsOf::Anybody);
        request.matchElse = keysWithout(plan, request.match);
        if (!part.areKeysSaid)
            request.existing = DuplicatePolicy::Fill;
        request.keys = request.match.isEmpty() ? ImportRequest::Keys::None : ImportRequest::Keys::Proposed;
    }
    if (part.areKeysSaid)
        return;
    for (const EntityKind made : kindsWith(KindTrait::IsMadeUnasked))
        request.createMissing.push_back(made);
}

// Where the part's columns go, but for those of which the user says it.
void addRules(const FilePart &part, std::vector<exchange::MapRule> &map)
{
    const std::vector<exchange::MapRule> said = map;
    for (const exchange::MapRule &rule : part.map) {
        const bool isSaid = std::any_of(said.begin(), said.end(), [&](const exchange::MapRule &each) {
            const bool isTarget = each.target == rule.target && rule.target != "nothing"_L1;
            return isTarget || fold(each.column) == fold(rule.column);
        });
        if (!isSaid)
            map.push_back(rule);
    }
}

std::vector<CustomField> fieldsOf(EntityKind kind, std::vector<CustomField> custom)
{
    std::erase_if(custom, [kind](const CustomField &field) { return field.recordKind != kind; });
    return custom;
}

// What a part is asked for, with those of the rules that are for it.
Result<ImportRequest> requestOf(const AutoRequest &request, PlannedPart &part, const QString &system,
                                const Lookups &book)
{
    const std::vector<CustomField> custom = fieldsOf(part.part.kind, book.customFields);
    ImportRequest result = rulesFor(request, part);
    const EntityKind kind = part.part.kind;
    result.kind = kind;
    if (result.isFitting && !request.rules.isFitting) // of a profile that is for this file
        part.notes = fitToColumns(result, part.columns, custom);
    if (result.system.isEmpty())
        result.system = part.system.isEmpty() ? system : part.system;
    const auto isTarget = [&](const QString &name) {
        return bool(exchange::importTarget(kind, name, custom));
    };
    std::erase_if(result.map, [&](const exchange::MapRule &rule) {
        return !hasColumn(part.columns, rule.column) || !isTarget(rule.target);
    });
    addRules(part.part, result.map);
    std::erase_if(result.set, [&](const exchange::SetRule &rule) {
        return !isTarget(rule.target) || !exchange::RowText::parse(rule.text, part.columns);
    });
    // What is said without a column is for files that do not say it themselves.
    exchange::PlanRules rules{.map = result.map, .system = result.system};
    HEADWAY_TRY(own, exchange::planImport(kind, part.columns, rules, custom));
    std::erase_if(result.set, [&](const exchange::SetRule &rule) {
        const bool isTold = kind == EntityKind::Activity && rule.target == "kind"_L1
            && tellsKind(activityFile(own, QFileInfo(part.path).fileName()));
        return !rule.text.contains(u'{') && (own.find(rule.target) || isTold);
    });
    rules.set = result.set;
    HEADWAY_TRY(plan, exchange::planImport(kind, part.columns, rules, custom));
    std::erase_if(result.values,
                  [&](const exchange::ValueRule &rule) { return !exchange::hasValuesOf(plan, rule.target); });
    std::erase_if(result.meanings, [&](const WordRule &rule) {
        const bool isOfRows = rule.target == rowKindTarget && part.part.kindColumn >= 0;
        return !isOfRows && !ImportWords::canTake(rule, plan, book.leadStatuses);
    });
    if (kind != EntityKind::Deal) {
        result.pipeline.clear();
        result.newPipeline.clear();
    }
    std::erase_if(result.cells, [&](const CellRule &rule) { return !hasColumn(part.columns, rule.column); });
    if (kind != EntityKind::Deal || !hasColumn(part.columns, result.closingColumn))
        result.closingColumn.clear();
    addKeys(result, plan, part);
    if (!part.part.own.empty())
        result.repeats = ImportRequest::Repeats::Each; // a person stands in the row of each of their deals
    return result;
}

// Whether a column of a file is this part's: by its name, else because the file is about this.
bool isOfPart(const AutoPlan &plan, const PlannedPart &part, const QString &column)
{
    if (part.part.kindColumn >= 0)
        return column != part.part.kindColumnName; // of whatever its rows are
    const auto object = exchange::headerParts(column).object;
    const bool hasPart = std::any_of(plan.parts.begin(), plan.parts.end(), [&](const PlannedPart &other) {
        return other.path == part.path && other.part.kind == object;
    });
    return hasPart ? part.part.kind == object : part.part.isMain;
}

// Where the columns of each part go. What all parts of a file leave of them, by path.
Result<std::map<QString, QSet<QString>>> sendColumns(AutoPlan &plan,
                                                     const std::vector<CustomField> &customFields)
{
    std::map<QString, QSet<QString>> left;
    for (PlannedPart &part : plan.parts) {
        const ImportRequest &request = part.request;
        HEADWAY_TRY(planned,
                    exchange::planImport(request.kind, part.columns,
                                         {.map = request.map, .set = request.set, .system = request.system},
                                         fieldsOf(request.kind, customFields)));
        part.targets = QStringList(part.columns.size());
        for (const exchange::ImportInput &input : planned.inputs) {
            if (input.column >= 0)
                part.targets[input.column] = input.target.name;
        }
        const QSet<QString> ofPart(planned.notImported.begin(), planned.notImported.end());
        if (left.contains(part.path))
            left[part.path].intersect(ofPart);
        else
            left[part.path] = ofPart;
    }
    return left;
}

// Columns that no part of a file takes are the rest of one of them.
Result<> divideRest(AutoPlan &plan, const std::vector<CustomField> &customFields)
{
    HEADWAY_TRY(left, sendColumns(plan, customFields));
    for (PlannedPart &part : plan.parts) {
        ImportRequest &request = part.request;
        const bool hasRoom = exchange::canHaveOwnFields(request.kind);
        std::erase_if(request.own, [&](const exchange::OwnRule &rule) {
            const auto column = exchange::columnNamed(part.columns, rule.column);
            const bool isSaid = part.areKeysSaid; // of this very part
            const bool isHere = column && (isSaid || isOfPart(plan, part, part.columns[*column]));
            return !isHere || (!hasRoom && !(isSaid && rule.goes == exchange::RestPolicy::Note));
        });
        if (!hasRoom)
            request.rest = exchange::RestPolicy::Leave;
        QStringList own = part.columns;
        own.removeIf([&](const QString &column) {
            return !left[part.path].contains(column) || !isOfPart(plan, part, column);
        });
        request.restColumns = own;
    }
    return {};
}

// Rules and answers as they were typed: "Column=field", "field:old=new".
QStringList rulesIn(const ImportRequest &request)
{
    QStringList rules;
    for (const exchange::MapRule &rule : request.map)
        rules += rule.column + u'=' + rule.target;
    for (const exchange::SetRule &rule : request.set)
        rules += rule.target + u'=' + rule.text;
    for (const exchange::ValueRule &rule : request.values)
        rules += rule.target + u':' + rule.from + u'=' + rule.to;
    for (const WordRule &rule : request.meanings)
        rules += (rule.target.isEmpty() ? QString() : rule.target + u':') + rule.from + u'=' + rule.to;
    for (const CellRule &rule : request.cells)
        rules += rule.column + u'=' + wordOf(rule.reading, cellReadingWords);
    if (!request.closingColumn.isEmpty())
        rules += request.closingColumn;
    for (const exchange::OwnRule &rule : request.own)
        rules += exchange::ownRuleText(rule);
    return rules;
}

} // namespace

bool AutoPlan::isOneOfSeveral(const PlannedPart &part) const
{
    return std::count_if(parts.begin(), parts.end(),
                         [&](const PlannedPart &each) {
                             return each.part.kind == part.part.kind && !each.part.isOfMoves;
                         })
        > 1;
}

std::vector<Sentence> uselessRules(const ImportRequest &rules, const AutoPlan &plan)
{
    QStringList used;
    for (const PlannedPart &part : plan.parts)
        used += rulesIn(part.request);
    std::vector<Sentence> told;
    for (const QString &rule : rulesIn(rules)) {
        if (!used.contains(rule))
            told.push_back(Sentence::tr("%1 fits none of the files.").arg(Quoted{rule}));
    }
    return told;
}

Result<AutoPlan> planAuto(const AutoRequest &request, AutoSources &sources, const Lookups &book)
{
    const std::vector<CustomField> &custom = book.customFields;
    HEADWAY_TRY(files, filesOf(request));
    if (files.size() > mostFiles)
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("There are more than %1 files; import them a folder at a time.").arg(mostFiles));
    HEADWAY_TRY(plan, partsOfFiles(request, files, sources, custom));
    QSet<QString> rejected;
    std::vector<PlannedPart> parts;
    for (PlannedPart &part : std::exchange(plan.parts, {})) {
        auto chosen = requestOf(request, part, plan.system, book);
        if (!chosen && part.areKeysSaid && files.size() > 1) { // somebody has sent all of its columns nowhere
            plan.left.push_back({part.path, chosen.error().text});
            continue;
        }
        if (!chosen)
            return failure(inFile(chosen.error(), part.path));
        part.request = std::move(*chosen);
        part.request.rejectedPath = rejectedPathOf(request.rules.rejectedPath, part, rejected);
        parts.push_back(std::move(part));
    }
    plan.parts = std::move(parts);
    for (PlannedPart &part : plan.parts) {
        std::vector<EntityKind> &made = part.request.createMissing;
        part.mayMakeItsKind = std::find(made.begin(), made.end(), part.part.kind) != made.end();
        if (plan.isOneOfSeveral(part)) // another file may have them: see linkAhead()
            std::erase(made, part.part.kind);
    }
    HEADWAY_CHECK(divideRest(plan, custom));
    // Such a rule is probably written wrong; in a profile it may be for other files.
    const std::vector<Sentence> wrong = uselessRules(request.rules, plan);
    if (!wrong.empty() && !request.rules.isFitting)
        return failure(ErrorCode::Invalid, wrong.front());
    return std::move(plan);
}

} // namespace headway::transfer

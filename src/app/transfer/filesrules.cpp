// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/filesrules.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

template <class Rule, class IsSame>
void addMissing(std::vector<Rule> &rules, const std::vector<Rule> &others, const IsSame &isSame)
{
    for (const Rule &other : others) {
        const bool isThere =
            std::any_of(rules.begin(), rules.end(), [&](const Rule &rule) { return isSame(rule, other); });
        if (!isThere)
            rules.push_back(other);
    }
}

template <class T>
void addMissing(std::optional<T> &value, const std::optional<T> &other)
{
    if (!value)
        value = other;
}

// `asked` is what stands for nothing said.
template <class T>
void addMissing(T &value, const T &other, const T &asked)
{
    if (value == asked)
        value = other;
}

// Columns that go nowhere though nobody said so go where others send them, unless something goes there already.
void sendUntold(transfer::ImportRequest &rules, const std::vector<exchange::MapRule> &others)
{
    for (const exchange::MapRule &other : others) {
        const bool isTaken = std::any_of(rules.map.begin(), rules.map.end(),
                                         [&](const auto &rule) { return rule.target == other.target; });
        if (!isTaken && rules.untold.contains(other.column))
            transfer::sendColumn(rules, other.column, other.target);
    }
}

} // namespace

void addRules(transfer::ImportRequest &rules, const transfer::ImportRequest &others)
{
    using Request = transfer::ImportRequest;
    sendUntold(rules, others.map);
    addMissing(rules.map, others.map, [](const auto &a, const auto &b) { return a.column == b.column; });
    addMissing(rules.values, others.values,
               [](const auto &a, const auto &b) { return a.target == b.target && a.from == b.from; });
    addMissing(rules.set, others.set, [](const auto &a, const auto &b) { return a.target == b.target; });
    addMissing(rules.meanings, others.meanings,
               [](const auto &a, const auto &b) { return a.target == b.target && a.from == b.from; });
    addMissing(rules.createMissing, others.createMissing, [](EntityKind a, EntityKind b) { return a == b; });
    addMissing(rules.cells, others.cells, [](const auto &a, const auto &b) { return a == b; });
    rules.without += others.without;
    rules.without.removeDuplicates();
    addMissing(rules.durationUnit, others.durationUnit);
    addMissing(rules.percent, others.percent);
    addMissing(rules.rounding, others.rounding);
    addMissing(rules.amountPower, others.amountPower);
    addMissing(rules.dateOrder, others.dateOrder);
    addMissing(rules.decimalMark, others.decimalMark);
    addMissing(rules.deleted, others.deleted, Request::Deleted::Asked);
    addMissing(rules.repeats, others.repeats, Request::Repeats::Asked);
    if (rules.closing == Request::Closing::Asked && rules.closingColumn.isEmpty()) {
        rules.closing = others.closing;
        rules.closingColumn = others.closingColumn;
    }
}

void FilesRules::chooseKind(const QString &path, std::optional<EntityKind> kind)
{
    m_files[path].kind = kind;
    m_files[path].without.clear();
}

std::optional<EntityKind> FilesRules::chosenKind(const QString &path) const
{
    const auto file = m_files.find(path);
    return file == m_files.end() ? std::nullopt : file->second.kind;
}

void FilesRules::takeKind(const Part &part, bool isTaken)
{
    std::vector<EntityKind> &without = m_files[part.first].without;
    std::erase(without, part.second);
    if (!isTaken)
        without.push_back(part.second);
}

bool FilesRules::isTaken(const Part &part) const
{
    const std::vector<EntityKind> &left = without(part.first);
    return std::find(left.begin(), left.end(), part.second) == left.end();
}

const std::vector<EntityKind> &FilesRules::without(const QString &path) const
{
    static const std::vector<EntityKind> none;
    const auto file = m_files.find(path);
    return file == m_files.end() ? none : file->second.without;
}

void FilesRules::sayWriting(const QString &path, const exchange::CsvAnswers &csv)
{
    m_files[path].csv = csv;
}

void FilesRules::say(const Part &part, const transfer::ImportRequest &rules)
{
    m_files[part.first].rules[part.second] = rules;
    const auto sent = m_sent.find(part);
    if (sent == m_sent.end())
        return;
    // The other files have it as it is said now.
    std::map<QString, QString> now;
    for (const exchange::MapRule &rule : rules.map) {
        if (sent->second.contains(rule.column))
            now[rule.column] = rule.target == "nothing"_L1 ? QString() : rule.target;
    }
    sent->second = std::move(now);
}

void FilesRules::sendColumn(const Part &part, const QString &column, const QString &target)
{
    m_sent[part][column] = target;
}

std::map<QString, QString> FilesRules::sentColumns(const Part &part) const
{
    const auto sent = m_sent.find(part);
    return sent == m_sent.end() ? std::map<QString, QString>() : sent->second;
}

bool FilesRules::isOpen(const Part &part, const std::vector<transfer::ImportQuestion> &questions) const
{
    const auto answers = m_answers.find(part);
    return answers == m_answers.end() ? !questions.empty() : answers->second.isOpen(questions);
}

bool FilesRules::isSaid(const QString &path) const
{
    const auto file = m_files.find(path);
    return file != m_files.end()
        && (!file->second.rules.empty() || file->second.csv != exchange::CsvAnswers());
}

void FilesRules::forget(const QString &path)
{
    m_files[path].csv = {};
    m_files[path].rules.clear();
    std::erase_if(m_sent, [&](const auto &sent) { return sent.first.first == path; });
}

// As a whole, with how its rows are read, which is an answer to any of its parts.
transfer::AutoFile FilesRules::fileOf(const QString &path) const
{
    transfer::AutoFile result{.path = path};
    if (const auto file = m_files.find(path); file != m_files.end()) {
        result.kind = file->second.kind;
        result.without = file->second.without;
        result.csv = file->second.csv;
    }
    for (const auto &[part, answers] : m_answers) {
        if (const auto rows = answers.tableRows(); rows && part.first == path)
            result.csv.rows = rows;
    }
    return result;
}

transfer::ImportRequest FilesRules::withoutAnswers(const Part &part) const
{
    transfer::ImportRequest rules;
    if (const auto file = m_files.find(part.first); file != m_files.end()) {
        if (const auto said = file->second.rules.find(part.second); said != file->second.rules.end())
            rules = said->second;
    }
    if (const auto sent = m_sent.find(part); sent != m_sent.end()) {
        for (const auto &[column, target] : sent->second)
            transfer::sendColumn(rules, column, target);
    }
    return rules;
}

std::vector<transfer::AutoFile> FilesRules::ofFiles(const QStringList &paths) const
{
    std::vector<transfer::AutoFile> files;
    for (const QString &path : paths) {
        transfer::AutoFile file = fileOf(path);
        if (const auto known = m_files.find(path); known != m_files.end()) {
            for (const auto &[kind, rules] : known->second.rules)
                file.rules.push_back({kind, withoutAnswers({path, kind}), true});
        }
        for (const auto &[part, sent] : m_sent) {
            const bool isKnown =
                std::any_of(file.rules.begin(), file.rules.end(),
                            [kind = part.second](const auto &each) { return each.kind == kind; });
            if (part.first == path && !isKnown)
                file.rules.push_back({part.second, withoutAnswers(part), false});
        }
        files.push_back(std::move(file));
    }
    return files;
}

// Where the columns go by now.
QStringList FilesRules::targetsOf(const transfer::AutoPreview::Part &part,
                                  const transfer::AutoReport &report) const
{
    if (const auto file = m_files.find(part.path); file != m_files.end()) {
        if (const auto said = file->second.rules.find(part.kind); said != file->second.rules.end()) {
            QStringList targets;
            for (const exchange::MapRule &rule : said->second.map)
                targets += rule.target;
            for (const exchange::SetRule &rule : said->second.set)
                targets += rule.target;
            return targets;
        }
    }
    const auto known = std::find_if(report.parts.begin(), report.parts.end(), [&](const auto &each) {
        return each.path == part.path && each.request.kind == part.kind;
    });
    if (known == report.parts.end())
        return part.targets;
    QStringList targets;
    for (const exchange::ImportInput &input : known->report.plan.inputs)
        targets += input.target.name;
    return targets;
}

// What is said to the questions of a part, as far as it fits another.
transfer::ImportRequest FilesRules::answersFor(const Part &part, const Names &names,
                                               const QStringList &columns, const QStringList &targets) const
{
    transfer::ImportRequest rules;
    if (const auto answers = m_answers.find(part); answers != m_answers.end())
        answers->second.write(rules, columns, targets);
    if (const auto meant = names.find(part); meant != names.end())
        rules.values.insert(rules.values.end(), meant->second.begin(), meant->second.end());
    if (const auto sent = m_sent.find(part); sent != m_sent.end()) {
        for (const auto &[column, target] : sent->second)
            transfer::sendColumn(rules, column, target);
    }
    return rules;
}

std::vector<transfer::AutoFile> FilesRules::ofParts(const QStringList &paths,
                                                    const transfer::AutoPreview &preview,
                                                    const transfer::AutoReport &report,
                                                    const Names &names) const
{
    std::vector<transfer::AutoFile> files = ofFiles(paths);
    std::map<QString, transfer::AutoFile *> byPath;
    for (transfer::AutoFile &file : files)
        byPath[file.path] = &file;
    std::set<Part> asked; // few of many
    for (const auto &[part, answers] : m_answers)
        asked.insert(part);
    for (const auto &[part, sent] : m_sent)
        asked.insert(part);
    for (const auto &[part, meant] : names)
        asked.insert(part);
    for (const transfer::AutoPreview::Part &part : preview.parts) {
        const auto file = byPath.find(part.path);
        if (file == byPath.end() || asked.empty())
            continue;
        const Part own{part.path, part.kind};
        std::vector<transfer::AutoFile::Rules> &said = file->second->rules;
        auto rules =
            std::find_if(said.begin(), said.end(), [&](const auto &each) { return each.kind == part.kind; });
        if (rules == said.end())
            rules = said.insert(said.end(), transfer::AutoFile::Rules{.kind = part.kind});
        const QStringList targets = targetsOf(part, report);
        if (const auto answers = m_answers.find(own); answers != m_answers.end())
            answers->second.write(rules->request, part.columns, targets); // also of columns that were sent
        addRules(rules->request, answersFor(own, names, part.columns, targets));
        for (const Part &other : asked) {
            if (other != own)
                addRules(rules->request, answersFor(other, names, part.columns, targets));
        }
    }
    return files;
}

} // namespace headway::app

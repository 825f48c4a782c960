// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/request/importprofilelines.h"

#include "domain/records/record.h"
#include "exchange/plan/lackingfields.h"
#include "transfer/request/requestwords.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

using Lines = std::vector<QStringList>;

// One option. A line has its name and as many parts as `parts` says, at least; a profile has as many such lines as
// `write` returns.
struct Option {
    QLatin1StringView name;
    qsizetype parts;
    Lines (*write)(const ImportProfile &profile); // without the name
    bool (*read)(const QStringList &parts, ImportProfile &profile);
};

Lines lineOf(const QString &part)
{
    return part.isEmpty() ? Lines() : Lines{{part}};
}

template <class T, size_t count>
Lines lineOf(const std::optional<T> &value, const std::array<Word<T>, count> &words)
{
    return value ? lineOf(wordOf(*value, words)) : Lines();
}

template <class T, size_t count>
Lines lineOf(const T &value, const std::array<Word<T>, count> &words)
{
    return lineOf(wordOf(value, words));
}

template <class Target, class T, size_t count>
bool take(Target &value, const QString &word, const std::array<Word<T>, count> &words)
{
    const std::optional<T> meant = valueNamed(word, words);
    if (meant)
        value = *meant;
    return meant.has_value();
}

// A character that stands for itself, or a tab.
std::optional<QChar> characterOf(const QString &part)
{
    return part.size() == 1 ? std::optional(part.front()) : std::nullopt;
}

template <class Profile, class T>
auto &at(Profile &profile, T ImportRequest::*member)
{
    return profile.rules.*member;
}

template <class Profile, class T>
auto &at(Profile &profile, T exchange::CsvAnswers::*member)
{
    return profile.csv.*member;
}

template <auto member>
constexpr Option textOption(QLatin1StringView name)
{
    return {name, 1, [](const ImportProfile &p) { return lineOf(at(p, member)); },
            [](const QStringList &parts, ImportProfile &p) {
                at(p, member) = parts[0];
                return true;
            }};
}

template <auto member, const auto &words>
constexpr Option wordOption(QLatin1StringView name)
{
    return {name, 1, [](const ImportProfile &p) { return lineOf(at(p, member), words); },
            [](const QStringList &parts, ImportProfile &p) { return take(at(p, member), parts[0], words); }};
}

constexpr std::array options{
    Option{"kind"_L1, 1,
           [](const ImportProfile &p) {
               return p.kind ? lineOf(QString::fromLatin1(entityInfo(*p.kind).plural)) : Lines();
           },
           [](const QStringList &parts, ImportProfile &p) {
               const auto kind = kindNamed(parts[0]);
               if (kind)
                   p.kind = *kind;
               return kind.has_value();
           }},
    textOption<&ImportRequest::system>("system"_L1),
    Option{"map"_L1, 2,
           [](const ImportProfile &p) {
               Lines lines;
               for (const exchange::MapRule &rule : p.rules.map)
                   lines.push_back({rule.column, rule.target});
               return lines;
           },
           [](const QStringList &parts, ImportProfile &p) {
               p.rules.map.push_back({parts[0], parts[1]});
               return true;
           }},
    Option{"set"_L1, 2,
           [](const ImportProfile &p) {
               Lines lines;
               for (const exchange::SetRule &rule : p.rules.set)
                   lines.push_back({rule.target, rule.text});
               return lines;
           },
           [](const QStringList &parts, ImportProfile &p) {
               p.rules.set.push_back({parts[0], parts[1]});
               return true;
           }},
    Option{"values"_L1, 3,
           [](const ImportProfile &p) {
               Lines lines;
               for (const exchange::ValueRule &rule : p.rules.values)
                   lines.push_back({rule.target, rule.from, rule.to});
               return lines;
           },
           [](const QStringList &parts, ImportProfile &p) {
               p.rules.values.push_back({parts[0], parts[1], parts[2]});
               return true;
           }},
    Option{"word"_L1, 3,
           [](const ImportProfile &p) {
               Lines lines;
               for (const WordRule &rule : p.rules.meanings)
                   lines.push_back({rule.target, rule.from, rule.to});
               return lines;
           },
           [](const QStringList &parts, ImportProfile &p) {
               p.rules.meanings.push_back({parts[0], parts[1], parts[2]});
               return true;
           }},
    Option{"cells"_L1, 2,
           [](const ImportProfile &p) {
               Lines lines;
               for (const CellRule &rule : p.rules.cells)
                   lines.push_back({rule.column, wordOf(rule.reading, cellReadingWords)});
               return lines;
           },
           [](const QStringList &parts, ImportProfile &p) {
               const auto reading = valueNamed(parts[1], cellReadingWords);
               if (reading)
                   p.rules.cells.push_back({parts[0], *reading});
               return reading.has_value();
           }},
    Option{"rest"_L1, 1,
           [](const ImportProfile &p) {
               return p.rules.rest == exchange::RestPolicy::Leave
                   ? Lines()
                   : lineOf(QString(exchange::nameOf(p.rules.rest)));
           },
           [](const QStringList &parts, ImportProfile &p) {
               const auto rest = exchange::restNamed(parts[0]);
               if (rest)
                   p.rules.rest = *rest;
               return rest.has_value();
           }},
    Option{"own"_L1, 3, // column, label, type
           [](const ImportProfile &p) {
               Lines lines;
               for (const exchange::OwnRule &rule : p.rules.own)
                   lines.push_back({rule.column, rule.label, exchange::typeOf(rule)});
               return lines;
           },
           [](const QStringList &parts, ImportProfile &p) {
               exchange::OwnRule rule{.column = parts[0], .label = parts[1]};
               const bool isFine = !rule.column.isEmpty() && exchange::setType(rule, parts[2]);
               if (isFine)
                   p.rules.own.push_back(rule);
               return isFine;
           }},
    Option{"match"_L1, 1,
           [](const ImportProfile &p) { return p.rules.match.isEmpty() ? Lines() : Lines{p.rules.match}; },
           [](const QStringList &parts, ImportProfile &p) {
               p.rules.match = parts;
               return true;
           }},
    Option{"existing"_L1, 1,
           [](const ImportProfile &p) {
               const bool isSaid = p.rules.isExistingSaid || p.rules.existing != DuplicatePolicy::Skip;
               return isSaid ? lineOf(wordOf(p.rules.existing, existingWords)) : Lines();
           },
           [](const QStringList &parts, ImportProfile &p) {
               const auto policy = valueNamed(parts[0], existingWords);
               if (policy)
                   p.rules.existing = *policy;
               p.rules.isExistingSaid = p.rules.isExistingSaid || policy.has_value();
               return policy.has_value();
           }},
    Option{"create-missing"_L1, 1,
           [](const ImportProfile &p) {
               QStringList kinds;
               for (const EntityKind kind : p.rules.createMissing)
                   kinds += QString::fromLatin1(entityInfo(kind).plural);
               return kinds.isEmpty() ? Lines() : Lines{kinds};
           },
           [](const QStringList &parts, ImportProfile &p) {
               bool isFine = true;
               for (const QString &part : parts) {
                   const auto kind = kindNamed(part);
                   const bool canBe = kind && entityInfo(*kind).has(KindTrait::IsNameable);
                   if (canBe)
                       p.rules.createMissing.push_back(*kind);
                   isFine = isFine && canBe;
               }
               return isFine;
           }},
    Option{
        "without"_L1, 1,
        [](const ImportProfile &p) { return p.rules.without.isEmpty() ? Lines() : Lines{p.rules.without}; },
        [](const QStringList &parts, ImportProfile &p) {
            const QStringList known = exchange::fieldsThatMayLack();
            bool isFine = true;
            for (const QString &part : parts) {
                if (known.contains(part) && !p.rules.without.contains(part))
                    p.rules.without += part;
                isFine = isFine && known.contains(part);
            }
            return isFine;
        }},
    Option{
        "loose"_L1, 0,
        [](const ImportProfile &p) { return p.rules.nearMatches == NearMatches::Take ? Lines{{}} : Lines(); },
        [](const QStringList &, ImportProfile &p) {
            p.rules.nearMatches = NearMatches::Take;
            return true;
        }},
    textOption<&ImportRequest::pipeline>("pipeline"_L1),
    textOption<&ImportRequest::currency>("currency"_L1),
    wordOption<&ImportRequest::dateOrder, dateOrderWords>("dates"_L1),
    Option{"decimal"_L1, 1,
           [](const ImportProfile &p) {
               return p.rules.decimalMark ? lineOf(QString(*p.rules.decimalMark)) : Lines();
           },
           [](const QStringList &parts, ImportProfile &p) {
               const bool isMark = parts[0] == "."_L1 || parts[0] == ","_L1;
               if (isMark)
                   p.rules.decimalMark = parts[0].front();
               return isMark;
           }},
    wordOption<&ImportRequest::durationUnit, durationUnitWords>("duration-unit"_L1),
    wordOption<&ImportRequest::percent, percentScaleWords>("percent"_L1),
    wordOption<&ImportRequest::rounding, roundingWords>("round"_L1),
    wordOption<&ImportRequest::amountPower, amountUnitWords>("amount-unit"_L1),
    wordOption<&ImportRequest::deleted, deletedRowWords>("deleted"_L1),
    wordOption<&ImportRequest::repeats, repeatedRowWords>("repeats"_L1),
    Option{"unknown"_L1, 1,
           [](const ImportProfile &p) {
               return p.rules.unknownNames == UnknownNames::Leave
                   ? Lines()
                   : lineOf(wordOf(p.rules.unknownNames, unknownNameWords));
           },
           [](const QStringList &parts, ImportProfile &p) {
               return take(p.rules.unknownNames, parts[0], unknownNameWords);
           }},
    wordOption<&exchange::CsvAnswers::rows, tableRowWords>("rows"_L1),
    wordOption<&ImportRequest::closing, closingWords>("closed-on"_L1),
    textOption<&ImportRequest::closingColumn>("closed-on-column"_L1),
    textOption<&exchange::CsvAnswers::sheet>("sheet"_L1),
    Option{
        "separator"_L1, 1,
        [](const ImportProfile &p) { return p.csv.separator ? lineOf(QString(*p.csv.separator)) : Lines(); },
        [](const QStringList &parts, ImportProfile &p) {
            p.csv.separator = characterOf(parts[0]);
            return p.csv.separator.has_value();
        }},
    wordOption<&exchange::CsvAnswers::encoding, encodingWords>("encoding"_L1),
    Option{"header-line"_L1, 1,
           [](const ImportProfile &p) {
               return p.csv.headerLine ? lineOf(QString::number(*p.csv.headerLine)) : Lines();
           },
           [](const QStringList &parts, ImportProfile &p) {
               bool isNumber = false;
               const qint64 line = parts[0].toLongLong(&isNumber);
               if (isNumber && line >= 1)
                   p.csv.headerLine = line;
               return isNumber && line >= 1;
           }},
    Option{"guarded"_L1, 0,
           [](const ImportProfile &p) {
               return p.csv.formulaGuard == exchange::FormulaGuard::On ? Lines{{}} : Lines();
           },
           [](const QStringList &, ImportProfile &p) {
               p.csv.formulaGuard = exchange::FormulaGuard::On;
               return true;
           }},
};

} // namespace

std::vector<QStringList> profileLines(const ImportProfile &profile)
{
    std::vector<QStringList> lines;
    for (const Option &option : options) {
        for (const QStringList &parts : option.write(profile))
            lines.push_back(QStringList{option.name} + parts);
    }
    return lines;
}

bool readProfileLine(const QStringList &parts, ImportProfile &profile)
{
    const auto *const option = std::find_if(options.begin(), options.end(), [&](const Option &each) {
        return parts.front().trimmed() == each.name;
    });
    if (option == options.end())
        return false;
    QStringList rest = parts.mid(1);
    const bool isNamed = option->parts == 0 || (!rest.isEmpty() && !rest.join(QString()).isEmpty());
    const bool isList =
        option->name == "match"_L1 || option->name == "create-missing"_L1 || option->name == "without"_L1;
    while (rest.size() > option->parts && rest.back().isEmpty())
        rest.removeLast(); // a spreadsheet program writes so
    if (!isList && rest.size() > option->parts)
        return false; // of a newer version
    // An editor may have taken away the tabs before an empty part at the end.
    while (isNamed && rest.size() < option->parts)
        rest += QString();
    return isNamed && option->read(rest, profile);
}

} // namespace headway::transfer

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/importmapping.h"

#include "app/text/plaintip.h"
#include "app/transfer/importprofiles.h"
#include "app/transfer/targetsections.h"
#include "domain/text/text.h"
#include "transfer/import/importpreview.h"
#include "transfer/rows/importcells.h"
#include "ui/controls/celldelegate.h"
#include "ui/controls/listheader.h"
#include "ui/controls/slimscrollbar.h"
#include "ui/style/colours.h"
#include "ui/style/theme.h"
#include "ui/transfer/targetchoice.h"
#include "ui/transfer/targetlist.h"

#include <QHash>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

enum MappingColumn { Name, Example, Target, ColumnCount };

constexpr int longestExample = 40; // of a cell

// Choices that are no target.
constexpr QLatin1StringView ownField("=own");
constexpr QLatin1StringView inNote("=note");

// Columns by their names, however these are capitalised: as exchange::columnNamed(), for thousands of them.
class Places
{
public:
    explicit Places(const QStringList &columns)
    {
        for (int i = 0; i < int(columns.size()); ++i) {
            if (!m_exact.contains(columns[i]))
                m_exact.insert(columns[i], i);
            if (const QString key = fold(columns[i]); !m_folded.contains(key))
                m_folded.insert(key, i);
        }
    }
    std::optional<int> of(const QString &column) const
    {
        const auto exact = m_exact.constFind(column);
        if (exact != m_exact.cend())
            return *exact;
        const auto folded = m_folded.constFind(fold(column));
        return folded == m_folded.cend() ? std::nullopt : std::optional(*folded);
    }

private:
    QHash<QString, int> m_exact;
    QHash<QString, int> m_folded;
};

// Several, since the first row may say little.
QString exampleText(const transfer::ImportPreview &preview, int row)
{
    QStringList texts;
    for (const QString &cell : preview.examples[size_t(row)])
        texts += cell.size() > longestExample ? cell.left(longestExample) + u'…' : cell;
    return texts.join(u" · "_s);
}

} // namespace

ImportMapping::ImportMapping(const app::Display &display, QWidget *parent)
    : QTableWidget(0, ColumnCount, parent), m_display(display)
{
    setAccessibleName(tr("Where each column goes"));
    setHorizontalHeader(new ListHeader(this));
    setHorizontalHeaderLabels({tr("Column"), tr("For example"), tr("Goes into")});
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (int i = 0; i < ColumnCount; ++i)
        horizontalHeaderItem(i)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(lineHeight(TextSize::Body));
    setVerticalScrollBar(new SlimScrollBar(Qt::Vertical, this));
    setItemDelegate(new CellDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setTabKeyNavigation(false);
    setFocusPolicy(Qt::NoFocus); // the combo boxes take the focus
}

ImportMapping::~ImportMapping() = default;

void ImportMapping::showPreview(EntityKind kind, const transfer::ImportPreview &preview,
                                const std::vector<CustomField> &custom, const app::OfferedProfile *profile)
{
    m_kind = kind;
    m_custom = custom;
    m_undecided = preview.misfits;
    m_ofProfile.clear();
    m_ownRules.clear();
    if (profile)
        takeProfile(preview, *profile);
    TargetList *before = m_list;
    makeList(preview);
    setRowCount(int(preview.columns.size()));
    for (int row = 0; row < rowCount(); ++row) {
        setItem(row, Name, new QTableWidgetItem(preview.columns[row]));
        setItem(row, Example, new QTableWidgetItem(exampleText(preview, row)));
        item(row, Example)->setToolTip(app::plainTip(preview.examples[size_t(row)].join(u'\n')));
        setItem(row, Target, new QTableWidgetItem(u""_s)); // nothing at all would look like a cell being read
        showChoice(row, proposed(preview, row));
        if (m_chosen.contains({kind, preview.columns[row]}) || m_ofProfile.contains(row))
            decide(row);
        else
            tone(row);
    }
    if (before)
        before->deleteLater(); // after the choices that showed it
}

// The user's choice, the profile's, the plan's.
QString ImportMapping::proposed(const transfer::ImportPreview &preview, int row) const
{
    if (const auto chosen = m_chosen.find({m_kind, preview.columns[row]}); chosen != m_chosen.end())
        return chosen->second;
    const auto said = m_ofProfile.find(row);
    return said == m_ofProfile.end() ? preview.targets[row] : said->second;
}

// Where a profile sends all columns, those too that it does not name: they give way to those that it does.
void ImportMapping::takeProfile(const transfer::ImportPreview &preview, const app::OfferedProfile &profile)
{
    using exchange::RestPolicy;
    const transfer::ImportRequest &rules = profile.profile.rules;
    const auto special = [](RestPolicy policy) {
        return policy == RestPolicy::Note ? QString(inNote)
            : policy == RestPolicy::Own   ? QString(ownField)
                                          : QString();
    };
    for (int row = 0; row < int(std::min(preview.columns.size(), profile.targets.size())); ++row) {
        const bool isUnsure = std::any_of(preview.misfits.begin(), preview.misfits.end(),
                                          [row](const exchange::Misfit &each) { return each.index == row; });
        const bool hasContent = !preview.examples[size_t(row)].isEmpty();
        // What the file's values speak against is not known to the profile: it gains nothing.
        const QString target = preview.targets[row].isEmpty() ? QString() : profile.targets[row];
        if (!isUnsure)
            m_ofProfile[row] = target.isEmpty() && hasContent ? special(rules.rest) : target;
    }
    const Places places(preview.columns);
    for (const exchange::MapRule &rule : rules.map) {
        const auto row = places.of(rule.column);
        const auto said = exchange::importTarget(m_kind, rule.target, m_custom);
        if (row && said) {
            const bool isNothing = said->role == exchange::TargetRole::Nothing;
            m_ofProfile[*row] = profile.targets.value(*row, isNothing ? QString() : said->name);
        }
    }
    for (const exchange::OwnRule &rule : rules.own) {
        if (const auto row = places.of(rule.column)) {
            m_ofProfile[*row] = special(rule.goes);
            m_ownRules[preview.columns[*row]] = rule;
        }
    }
}

void ImportMapping::giveWay(const app::OfferedProfile &profile)
{
    const QStringList all = columns();
    const Places places(all);
    const auto leave = [&](const QString &column) {
        if (const auto row = places.of(column))
            m_chosen.erase({m_kind, all[*row]});
    };
    for (const exchange::MapRule &rule : profile.profile.rules.map)
        leave(rule.column);
    for (const exchange::OwnRule &rule : profile.profile.rules.own)
        leave(rule.column);
}

void ImportMapping::makeList(const transfer::ImportPreview &preview)
{
    m_list = new TargetList(this);
    m_list->add(tr("– not imported –"), QString());
    if (exchange::canHaveOwnFields(m_kind))
        m_list->add(tr("– an own field of that name –"), ownField);
    if (transfer::canKeep(m_kind))
        m_list->add(tr("– into the note –"), inNote);
    QStringList wanted = preview.targets;
    for (const exchange::Misfit &misfit : preview.misfits)
        wanted += misfit.target;
    for (int row = 0; row < int(preview.columns.size()); ++row)
        wanted += proposed(preview, row);
    wanted.removeAll(QString(ownField));
    wanted.removeAll(QString(inNote));
    wanted.removeDuplicates();
    for (const app::TargetSection &section : app::targetSections(m_display, m_kind, m_custom, wanted))
        m_list->add(section);
}

void ImportMapping::showChoice(int row, const QString &target)
{
    auto *choice = new TargetChoice(*m_list);
    choice->setAccessibleName(tr("%1 goes into").arg(item(row, Name)->text()));
    choice->showTarget(target);
    connect(choice, &QComboBox::activated, this, [this, row, choice] {
        m_chosen[{m_kind, item(row, Name)->text()}] = choice->target();
        decide(row);
        Q_EMIT changed();
    });
    connect(choice, &TargetChoice::focused, this, [this, row] { scrollTo(model()->index(row, Target)); });
    setCellWidget(row, Target, choice);
}

TargetChoice *ImportMapping::choiceOf(int row) const
{
    return static_cast<TargetChoice *>(cellWidget(row, Target));
}

void ImportMapping::decide(int row)
{
    std::erase_if(m_undecided, [row](const exchange::Misfit &each) { return each.index == row; });
    tone(row);
}

void ImportMapping::send(const QString &column, const QString &target)
{
    const qsizetype row = columns().indexOf(column);
    if (row >= 0 && choose(int(row), target))
        Q_EMIT changed();
}

// Whether columns can go there. What a profile names is listed, of whatever use it is.
bool ImportMapping::offer(const QString &target)
{
    if (m_list->rowOf(target) >= 0)
        return true;
    const auto known = exchange::importTarget(m_kind, target, m_custom);
    if (!known || known->role == exchange::TargetRole::Nothing)
        return false;
    const QString label = app::TargetLabels(m_display, m_kind, m_custom).label(target);
    m_list->add({tr("Of the profile"), {{target, label}}});
    return true;
}

// Whether the column can go there.
bool ImportMapping::choose(int row, const QString &target)
{
    TargetChoice *choice = choiceOf(row);
    if (!choice || !offer(target) || !choice->showTarget(target))
        return false;
    m_chosen[{m_kind, item(row, Name)->text()}] = target;
    decide(row);
    return true;
}

void ImportMapping::sendRest(exchange::RestPolicy policy)
{
    const QString target = policy == exchange::RestPolicy::Own ? QString(ownField)
        : policy == exchange::RestPolicy::Note                 ? QString(inNote)
                                                               : QString();
    bool isAny = false;
    for (int row = 0; row < rowCount(); ++row)
        isAny = (isRest(row) && choose(row, target)) || isAny;
    if (isAny)
        Q_EMIT changed();
}

bool ImportMapping::isRest(int row) const
{
    return targetOf(row).isEmpty() && !item(row, Example)->text().isEmpty();
}

bool ImportMapping::hasRest() const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (isRest(row))
            return true;
    }
    return false;
}

// Columns that are not imported are shown in quiet text.
void ImportMapping::tone(int row)
{
    const bool isTaken = !chosenFor(row).isEmpty();
    const QColor text = isTaken ? palette().color(QPalette::Text) : colourRolesOf(*this).quietText;
    for (const int column : {int(Name), int(Example)})
        item(row, column)->setForeground(text);
}

QStringList ImportMapping::columns() const
{
    QStringList columns;
    for (int row = 0; row < rowCount(); ++row)
        columns += item(row, Name)->text();
    return columns;
}

QStringList ImportMapping::targets() const
{
    QStringList targets;
    for (int row = 0; row < rowCount(); ++row)
        targets += targetOf(row);
    return targets;
}

QString ImportMapping::chosenFor(int row) const
{
    const TargetChoice *choice = choiceOf(row);
    return choice ? choice->target() : QString();
}

QString ImportMapping::targetOf(int row) const
{
    const QString chosen = chosenFor(row);
    return chosen == ownField || chosen == inNote ? QString() : chosen;
}

std::vector<exchange::MapRule> ImportMapping::rules() const
{
    std::vector<exchange::MapRule> rules;
    for (int row = 0; row < rowCount(); ++row) {
        const QString chosen = chosenFor(row);
        if (chosen != ownField && chosen != inNote)
            rules.push_back({item(row, Name)->text(), chosen.isEmpty() ? u"nothing"_s : chosen});
    }
    return rules;
}

QStringList ImportMapping::untold() const
{
    QStringList columns;
    for (int row = 0; row < rowCount(); ++row) {
        const QString column = item(row, Name)->text();
        if (chosenFor(row).isEmpty() && !m_chosen.contains({m_kind, column}))
            columns += column;
    }
    return columns;
}

std::vector<exchange::OwnRule> ImportMapping::ownRules() const
{
    std::vector<exchange::OwnRule> rules;
    for (int row = 0; row < rowCount(); ++row) {
        const QString chosen = chosenFor(row);
        if (chosen != ownField && chosen != inNote)
            continue;
        exchange::OwnRule rule{.column = item(row, Name)->text(),
                               .goes =
                                   chosen == inNote ? exchange::RestPolicy::Note : exchange::RestPolicy::Own};
        const auto known = m_ownRules.find(rule.column); // which has a label and a type
        if (known != m_ownRules.end() && known->second.goes == rule.goes)
            rule = {rule.column, known->second.label, known->second.kind, rule.goes};
        rules.push_back(rule);
    }
    return rules;
}

} // namespace headway::ui

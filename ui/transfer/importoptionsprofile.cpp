// SPDX-License-Identifier: GPL-3.0-or-later
// Of ImportOptions: what is chosen, as a profile says it and as it was before.
#include "ui/transfer/importoptions.h"

#include "domain/text/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr qsizetype lettersOfName = 40;

// A profile may name what the list does not have; then it is the import that says so.
void chooseNamed(QComboBox &choice, const QString &name, int placeOfNew)
{
    if (choice.findData(name) < 0)
        choice.insertItem(placeOfNew, beginning(name, lettersOfName), name);
    choice.setCurrentIndex(choice.findData(name));
}

} // namespace

ImportOptions::Chosen ImportOptions::chosen(EntityKind kind) const
{
    const auto said = m_said.find(kind);
    return {.said = said == m_said.end() ? Said() : said->second,
            .existing = m_existing->currentIndex(),
            .createsMissing = m_createMissing->isChecked(),
            .currency = m_currency->currentData().toString(),
            .pipeline = m_pipeline->currentData().toString(),
            .isPipelineNew = isPipelineNew(),
            .newPipeline = m_newPipeline->text()};
}

void ImportOptions::choose(EntityKind kind, const Chosen &chosen)
{
    m_said[kind] = chosen.said;
    m_existing->setCurrentIndex(chosen.existing);
    m_createMissing->setChecked(chosen.createsMissing);
    m_currency->setCurrentIndex(std::max(0, m_currency->findData(chosen.currency)));
    m_pipeline->setCurrentIndex(chosen.isPipelineNew ? m_pipeline->count() - 1
                                                     : std::max(0, m_pipeline->findData(chosen.pipeline)));
    m_newPipeline->setText(chosen.newPipeline);
}

ImportOptions::Written ImportOptions::writtenChosen() const
{
    return {m_encoding->currentIndex(), m_separator->currentIndex(), m_dateOrder->currentIndex(),
            m_decimal->currentIndex(), m_guarded->isChecked()};
}

void ImportOptions::chooseWritten(const Written &written)
{
    m_encoding->setCurrentIndex(written.encoding);
    m_separator->setCurrentIndex(written.separator);
    m_dateOrder->setCurrentIndex(written.dateOrder);
    m_decimal->setCurrentIndex(written.decimal);
    m_guarded->setChecked(written.isGuarded);
}

void ImportOptions::useProfile(EntityKind kind, const transfer::ImportProfile *profile)
{
    const auto before = m_before.find(kind);
    if (before != m_before.end()) {
        choose(kind, before->second.first);
        chooseWritten(before->second.second);
        m_before.erase(before);
    }
    if (!profile)
        return;
    m_before.insert_or_assign(kind, std::pair(chosen(kind), writtenChosen()));
    takeRules(kind, profile->rules);
    takeWritten(*profile);
}

void ImportOptions::takeRules(EntityKind kind, const transfer::ImportRequest &rules)
{
    using transfer::DuplicatePolicy;
    Said &said = m_said[kind];
    if (rules.existing == DuplicatePolicy::Create)
        said.match = QStringList();
    else if (!rules.match.isEmpty())
        said.match = rules.match;
    const auto name = std::find_if(rules.set.begin(), rules.set.end(),
                                   [](const exchange::SetRule &rule) { return rule.target == "name"_L1; });
    if (name != rules.set.end())
        said.name = name->text;
    const bool isPolicySaid = rules.isExistingSaid || rules.existing != DuplicatePolicy::Skip;
    if (const int place = m_existing->findData(int(rules.existing)); isPolicySaid && place >= 0)
        m_existing->setCurrentIndex(place);
    m_createMissing->setChecked(!rules.createMissing.empty());
    if (!rules.currency.isEmpty())
        chooseNamed(*m_currency, rules.currency, m_currency->count());
    m_newPipeline->setText(rules.newPipeline);
    if (!rules.newPipeline.isEmpty())
        m_pipeline->setCurrentIndex(m_pipeline->count() - 1);
    else if (!rules.pipeline.isEmpty())
        chooseNamed(*m_pipeline, rules.pipeline, m_pipeline->count() - 1);
}

void ImportOptions::takeWritten(const transfer::ImportProfile &profile)
{
    const auto place = [](const QComboBox &choice, const QVariant &said) {
        return std::max(0, choice.findData(said)); // the first: as found
    };
    const transfer::ImportRequest &rules = profile.rules;
    const exchange::CsvAnswers &csv = profile.csv;
    m_dateOrder->setCurrentIndex(place(*m_dateOrder, rules.dateOrder ? int(*rules.dateOrder) : -1));
    m_decimal->setCurrentIndex(
        place(*m_decimal, rules.decimalMark ? QString(*rules.decimalMark) : QString()));
    m_encoding->setCurrentIndex(place(*m_encoding, csv.encoding ? int(*csv.encoding) : -1));
    if (csv.separator)
        chooseNamed(*m_separator, QString(*csv.separator), m_separator->count());
    else
        m_separator->setCurrentIndex(0);
    m_guarded->setChecked(csv.formulaGuard == exchange::FormulaGuard::On);
}

} // namespace headway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a filter that is put together by hand: field, comparison and value, and brackets with several
// alternatives, each of which is a block again. Made by FilterBuilder; GUI thread; nothing fails.
#pragma once

#include "app/text/display.h"
#include "domain/query/filteroutline.h"

#include <QWidget>

#include <functional>
#include <vector>

class QComboBox;
class QVBoxLayout;

namespace headway {
struct Lookups;
}

namespace headway::ui {

class FlatButton;

// What the rows of one filter share; outlives them.
struct FilterForm {
    EntityKind kind = EntityKind::Deal;
    const Lookups &lookups;
    const app::Display &display;
    std::function<void()> changed = {};
};

// “Stage – is – Offer”.
class ConditionRow : public QWidget
{
    Q_OBJECT
public:
    ConditionRow(const FilterForm &form, const TypedCondition &condition, QWidget *parent);
    ~ConditionRow() override;

    TypedCondition condition() const;
    std::vector<QWidget *> controls() const; // in tab order

Q_SIGNALS:
    void removeWanted();

private:
    void showFields(const QString &chosen);
    void showComparisons(SensedComparison chosen);
    void showValues();
    void takeField();

    const FilterForm &m_form;
    QComboBox *m_field;
    QComboBox *m_comparison;
    QComboBox *m_value;
    FlatButton *m_remove;
};

class FilterGroup;

// What must all be met.
class FilterBlock : public QWidget
{
    Q_OBJECT
public:
    // `depth`: in how many brackets it stands.
    FilterBlock(const FilterForm &form, const FilterOutline &outline, int depth, QWidget *parent);
    ~FilterBlock() override;

    FilterOutline outline() const;
    std::vector<QWidget *> controls() const;

private:
    ConditionRow *addRow(const TypedCondition &condition);
    FilterGroup *addGroup(const OutlineGroup &group);

    const FilterForm &m_form;
    const int m_depth;
    QVBoxLayout *m_rows;
    QVBoxLayout *m_groupRows;
    std::vector<ConditionRow *> m_conditions;
    std::vector<FilterGroup *> m_groups;
    FlatButton *m_addCondition;
    FlatButton *m_addGroup;
};

// Brackets: one of these blocks must be met, or none may be.
class FilterGroup : public QWidget
{
    Q_OBJECT
public:
    FilterGroup(const FilterForm &form, const OutlineGroup &group, int depth, QWidget *parent);
    ~FilterGroup() override;

    OutlineGroup group() const;
    std::vector<QWidget *> controls() const;

Q_SIGNALS:
    void removeWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    FilterBlock *addAlternative(const FilterOutline &outline);

    const FilterForm &m_form;
    const int m_depth;
    QComboBox *m_sense;
    FlatButton *m_remove;
    QVBoxLayout *m_rows;
    std::vector<FilterBlock *> m_alternatives;
    FlatButton *m_addAlternative;
};

} // namespace headway::ui

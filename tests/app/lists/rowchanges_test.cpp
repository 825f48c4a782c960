// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/steadyrows.h"

#include "support/catch_qt.h"

#include <QAbstractItemModelTester>
#include <QAbstractListModel>

#include <algorithm>
#include <numeric>
#include <random>

using namespace headway;
using namespace headway::app;

namespace {

using Ids = std::vector<qint64>;

class Numbers : public SteadyRows<QAbstractListModel>
{
public:
    explicit Numbers(const Ids &ids) : m_ids(ids) {}

    const Ids &ids() const { return m_ids; }
    void become(const Ids &ids, const std::vector<RowChange> &changes) { change(m_ids, ids, changes); }
    void renumber(const Ids &ids) { exchange(m_ids, ids); }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_ids.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? m_ids[size_t(index.row())] : QVariant();
    }

private:
    Ids m_ids;
};

Ids shuffled(size_t count, qint64 first, std::mt19937 &chance)
{
    Ids ids(count);
    std::iota(ids.begin(), ids.end(), first);
    std::shuffle(ids.begin(), ids.end(), chance);
    return ids;
}

} // namespace

TEST_CASE("Row changes turn any list into any other", "[app]")
{
    std::mt19937 chance(7);
    for (int round = 0; round < 300; ++round) {
        Numbers model(shuffled(chance() % 12, 1, chance));
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const Ids to = shuffled(chance() % 14, 1 + qint64(chance() % 4), chance);
        const auto changes = rowChanges(model.ids(), to, 1000);
        REQUIRE(changes);
        model.become(to, *changes);
        CHECK(model.ids() == to);
    }
    CHECK(rowChanges({1, 2, 3, 4}, {4, 1, 2, 3}, 5)
          == std::vector<RowChange>{{RowChange::Kind::Move, 3, 1, 0}});
    CHECK(!rowChanges({1, 2, 3, 4}, {4, 3, 2, 1}, 2));
}

TEST_CASE("Rows that only come and go are found without a look at the others", "[app]")
{
    using enum RowChange::Kind;
    CHECK(comingsAndGoings({1, 2, 3, 4}, {1, 3, 4, 5, 6}, 9)
          == std::vector<RowChange>{{Remove, 1, 1, 0}, {Insert, 3, 2, 0}});
    CHECK_FALSE(comingsAndGoings({1, 2, 3, 4}, {4, 1, 2, 3}, 9)); // one has moved
    CHECK_FALSE(comingsAndGoings({}, {1, 2, 3}, 2));              // too many
    CHECK_FALSE(comingsAndGoings({1, 2, 3}, {1, 4, 3}, 9));       // one in the place of another
    std::mt19937 chance(8);
    int found = 0;
    for (int round = 0; round < 300; ++round) {
        Ids all(20);
        std::iota(all.begin(), all.end(), 1);
        const auto some = [&] {
            Ids part;
            std::copy_if(all.begin(), all.end(), std::back_inserter(part),
                         [&](qint64) { return chance() % 8; });
            return part;
        };
        Numbers model(some());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const Ids to = some();
        const auto changes = comingsAndGoings(model.ids(), to, 40);
        if (!changes)
            continue;
        ++found;
        model.become(to, *changes);
        CHECK(model.ids() == to);
    }
    CHECK(found > 100);
}

TEST_CASE("Of rows that stay, only those that say something else are told to be changed", "[app]")
{
    Numbers model({1, 2, 3});
    std::vector<int> changed;
    QObject::connect(&model, &QAbstractItemModel::dataChanged, &model,
                     [&changed](const QModelIndex &from, const QModelIndex &to) {
                         CHECK(from == to);
                         changed.push_back(from.row());
                     });
    model.renumber({1, 7, 3});
    CHECK(changed == std::vector<int>{1});
    CHECK(model.ids() == Ids{1, 7, 3});
}

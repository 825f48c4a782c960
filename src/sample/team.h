// SPDX-License-Identifier: GPL-3.0-or-later
// The sales team of the sample company: its members, their countries, and how well they sell. Built once;
// then constant, any thread.
#pragma once

#include "domain/records/user.h"
#include "sample/personnames.h"

#include <vector>

namespace headway::sample {

struct Member {
    QString name;
    QString email;
    QString phone;
    Role role;
    int team;
    int winRate; // percent of new business
};

class SalesTeam
{
public:
    SalesTeam(quint64 seed, int users, int teams);

    const std::vector<Member> &members() const { return m_members; }
    int teamCount() const { return m_teams; }
    static QStringView teamName(int team);
    static QStringView teamRegion(int team);
    int managerOf(int team) const { return m_sellers[size_t(team)].front(); }
    // Indices of the members who sell in a country of that team (Country::team).
    const std::vector<int> &sellersFor(int countryTeam) const
    {
        return m_sellers[size_t(countryTeam % m_teams)];
    }

private:
    int m_teams;
    std::vector<Member> m_members;
    std::vector<std::vector<int>> m_sellers;
};

} // namespace headway::sample

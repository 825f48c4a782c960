// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/team.h"

#include <array>

using namespace Qt::StringLiterals;

namespace headway::sample {

namespace {

struct KnownMember {
    QStringView name;
    Role role;
    int winRate;
};

// Four of the first team, four of the second.
constexpr std::array<KnownMember, 8> known{{{u"Katharina Brandt", Role::Manager, 44},
                                            {u"Jörg Lindemann", Role::Salesperson, 36},
                                            {u"Zuzana Králová", Role::Salesperson, 47},
                                            {u"Piotr Wiśniewski", Role::Salesperson, 31},
                                            {u"Sinéad Doyle", Role::Manager, 41},
                                            {u"Étienne Garnier", Role::Salesperson, 28},
                                            {u"Åsa Lindqvist", Role::Salesperson, 39},
                                            {u"Tobias Wendt", Role::Administrator, 0}}};

constexpr std::array teamNames{QStringView(u"Central Europe"), QStringView(u"West and North"),
                               QStringView(u"Germany"),        QStringView(u"France and Benelux"),
                               QStringView(u"Alps"),           QStringView(u"Nordics"),
                               QStringView(u"Key accounts"),   QStringView(u"Iberia and Italy")};
constexpr std::array teamRegions{QStringView(u"DE, AT, CH, CZ, PL"),
                                 QStringView(u"West, North, overseas"),
                                 QStringView(u"DE"),
                                 QStringView(u"FR, BE, NL"),
                                 QStringView(u"AT, CH"),
                                 QStringView(u"DK, SE, NO, FI"),
                                 QStringView(u"DE"),
                                 QStringView(u"ES, PT, IT")};

// An extension of the company's phone number, which is reserved for fiction.
QString extension(int user)
{
    return u"+49 69 90009 "_s + QString::number(100 + user);
}

} // namespace

SalesTeam::SalesTeam(quint64 seed, int users, int teams) : m_teams(teams), m_sellers(size_t(teams))
{
    for (int user = 0; user < users; ++user) {
        Member member;
        if (user < int(known.size())) {
            const KnownMember &one = known[size_t(user)];
            member = {one.name.toString(), {}, {}, one.role, user / 4, one.winRate};
        } else {
            Dice dice(seed, Stream::User, user);
            const PersonName name = personName(Culture(dice.below(9)), dice, user, user % 12);
            const bool isFirst = m_sellers[size_t(user % teams)].empty();
            member = {name.first + u' ' + name.last,
                      {},
                      {},
                      isFirst ? Role::Manager : Role::Salesperson,
                      user % teams,
                      int(dice.between(22, 46))};
        }
        member.email = addressForm(member.name).replace(u'-', u'.') + u"@halmer.example"_s;
        member.phone = extension(user);
        if (member.role != Role::Administrator)
            m_sellers[size_t(member.team)].push_back(user);
        m_members.push_back(member);
    }
}

QStringView SalesTeam::teamName(int team)
{
    return teamNames[size_t(team)];
}

QStringView SalesTeam::teamRegion(int team)
{
    return teamRegions[size_t(team)];
}

} // namespace headway::sample

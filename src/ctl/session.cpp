// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/session.h"

#include "app/input/inputtext.h"
#include "app/program/settings.h"
#include "ctl/words.h"
#include "domain/rules/users.h"
#include "domain/text/nearest.h"
#include "domain/text/quoted.h"
#include "store/book/book.h"
#include "store/book/visit.h"
#include "store/reading/booksettings.h"
#include "store/reading/nameclauses.h"
#include "store/rows/records.h"
#include "store/schema/schema.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

Verbosity chatterOf(const Arguments &globals)
{
    if (globals.has(u"--quiet"_s))
        return Verbosity::Quiet;
    return globals.has(u"--verbose"_s) ? Verbosity::Verbose : Verbosity::Normal;
}

Result<std::vector<User>> activeUsers(sql::Connection &book)
{
    return store::loadAll<User>(book, {u"active = 1"_s, {}, u"name_key, id"_s});
}

QStringList namesOf(const std::vector<User> &users)
{
    QStringList names;
    for (const User &user : users)
        names += user.name;
    return names;
}

} // namespace

Session::Session(Environment environment, const Arguments &globals)
    : m_environment(std::move(environment)), m_globals(globals),
      m_output(globals.has(u"--json"_s) ? Format::Json : Format::Text, chatterOf(globals),
               m_environment.display)
{
    app::writeDaysAsSet(app::Settings(m_environment.settingsFile), m_environment.display);
}

QDate Session::today() const
{
    return QDateTime::fromMSecsSinceEpoch(m_environment.now.ms, zone()).date();
}

Result<Calendar> Session::calendar()
{
    HEADWAY_TRY(connection, book(sql::Access::Read));
    HEADWAY_TRY(settings, store::loadBookSettings(*connection));
    return Calendar(today(), settings.dayRules(display().typedDayOrder()));
}

Result<QString> Session::address() const
{
    if (m_globals.has(u"--book"_s))
        return m_globals.value(u"--book"_s);
    if (!m_environment.book.isEmpty())
        return m_environment.book;
    const app::Settings settings(m_environment.settingsFile);
    const QString last = settings.value(app::setting::lastBook);
    if (last.isEmpty())
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("Which book? Give --book FILE, or set HEADWAY_BOOK; none was opened before."));
    return last;
}

QString Session::profileFolder() const
{
    return app::Settings(m_environment.settingsFile).profileFolder();
}

Result<sql::Connection *> Session::book(sql::Access access)
{
    if (!m_book) {
        HEADWAY_TRY(place, address());
        auto opened = store::openBook(place, access);
        if (!opened)
            return failure(store::explained(place, opened.error()));
        m_book = *std::move(opened);
    }
    return m_book.get();
}

Result<sql::Connection *> Session::newBook()
{
    HEADWAY_TRY(place, address());
    HEADWAY_TRY(made, store::createBook(place));
    m_book = std::move(made);
    return m_book.get();
}

void Session::rememberBook() const
{
    const auto place = address();
    if (!place)
        return;
    app::Settings settings(m_environment.settingsFile);
    settings.rememberBook(store::isServer(*place) ? *place : QFileInfo(*place).absoluteFilePath());
}

QString Session::nameOfUser() const
{
    if (m_globals.has(u"--as"_s))
        return m_globals.value(u"--as"_s);
    return m_environment.loginNames.isEmpty() ? Words::tr("Administrator") : m_environment.loginNames.back();
}

Result<UserId> Session::userNamed(const QString &name)
{
    bool isNumber = false;
    const qint64 id = name.section(u':', -1).toLongLong(&isNumber);
    HEADWAY_TRY(users, activeUsers(*m_book));
    for (const User &user : users) {
        if (isNumber && user.id.value == id)
            return user.id;
    }
    HEADWAY_TRY(found, store::idsNamed(*m_book, EntityKind::User, name));
    if (found.size() == 1)
        return UserId{found.front()};
    if (found.size() > 1)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("More than one user is named like %1: say --as with the number of one.")
                           .arg(Quoted{name}));
    return failure(ErrorCode::NotFound,
                   Sentence::tr("There is no user %1 in this book.%2")
                       .arg(Quoted{name}, didYouMean(name, namesOf(users))));
}

Result<std::optional<UserId>> Session::userByLogin()
{
    HEADWAY_TRY(users, activeUsers(*m_book));
    if (users.empty())
        return std::optional(UserId{});
    if (users.size() == 1)
        return std::optional(users.front().id);
    if (const auto known = userOfLogin(users, m_environment.loginNames))
        return known;
    // The user who created the book is its administrator; if there is just one, assume that user.
    if (std::count_if(users.begin(), users.end(), isActiveAdministrator) == 1)
        return std::optional(std::find_if(users.begin(), users.end(), isActiveAdministrator)->id);
    return std::optional<UserId>();
}

Result<Actor> Session::actor()
{
    HEADWAY_CHECK(book(sql::Access::ReadWrite));
    HEADWAY_TRY(seen, viewer());
    if (!m_user)
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("Who are you in this book? Say --as USER; headwayctl list users shows them."));
    return Actor{seen.user, m_environment.now, zone()};
}

Result<store::Viewer> Session::viewer()
{
    HEADWAY_CHECK(book(sql::Access::Read));
    if (!m_user && m_globals.has(u"--as"_s)) {
        HEADWAY_TRY(named, userNamed(m_globals.value(u"--as"_s)));
        m_user = named;
    } else if (!m_user) {
        HEADWAY_TRY(user, userByLogin());
        m_user = user;
    }
    return store::Viewer{m_user.value_or(UserId{}), zone()};
}

} // namespace headway::ctl

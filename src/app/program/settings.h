// SPDX-License-Identifier: GPL-3.0-or-later
// The program's settings: one table of typed keys, each with a default and a scope, and the file they are
// stored in. Created by main (tests pass a temporary file) and passed on; GUI thread. Reading never fails:
// missing or invalid values read as the default.
#pragma once

#include "app/program/settingchoices.h"

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QStringList>
#include <QVariant>

#include <type_traits>

namespace headway::app {

// Machine: for this computer and all books. Book: for this computer and the open book.
enum class Scope { Machine, Book };

struct SettingInfo {
    QLatin1StringView name;
    Scope scope;
};

template <class T>
struct Setting : SettingInfo {
    T fallback;
};

// The table. Keys that exist once for each list, page or command have its id as their `part`.
namespace setting {
inline const Setting<Look> look{{QLatin1StringView("look"), Scope::Machine}, Look::System};
inline const Setting<MotionSetting> motion{{QLatin1StringView("motion"), Scope::Machine},
                                           MotionSetting::System};
inline const Setting<DateOrderSetting> dateOrder{{QLatin1StringView("dateOrder"), Scope::Machine},
                                                 DateOrderSetting::System};
inline const Setting<LogLevel> logLevel{{QLatin1StringView("logLevel"), Scope::Machine}, LogLevel::Info};
inline const Setting<QString> lastBook{{QLatin1StringView("lastBook"), Scope::Machine}, {}};
inline const Setting<QStringList> recentBooks{{QLatin1StringView("recentBooks"), Scope::Machine}, {}};
inline const Setting<QByteArray> windowGeometry{{QLatin1StringView("windowGeometry"), Scope::Machine},
                                                {}}; // part: the kind of window
inline const Setting<QByteArray> splitterSizes{{QLatin1StringView("splitterSizes"), Scope::Machine},
                                               {}}; // part: the splitter
inline const Setting<Visibility> detailPane{{QLatin1StringView("detailPane"), Scope::Machine},
                                            Visibility::Shown};
inline const Setting<Visibility> paneWhenAsked{{QLatin1StringView("paneWhenAsked"), Scope::Machine},
                                               Visibility::Hidden}; // part: a page without it at first
inline const Setting<QStringList> shortcuts{{QLatin1StringView("shortcuts"), Scope::Machine},
                                            {}}; // part: the command
inline const Setting<QString> lastFolder{{QLatin1StringView("lastFolder"), Scope::Machine},
                                         {}}; // part: the purpose
inline const Setting<qint64> worksAs{{QLatin1StringView("worksAs"), Scope::Machine},
                                     0}; // part: the book's UUID; the user working in it here
inline const Setting<TextScale> textScale{{QLatin1StringView("textScale"), Scope::Machine},
                                          TextScale::System};
inline const Setting<FirstPage> firstPage{{QLatin1StringView("firstPage"), Scope::Machine}, FirstPage::Left};
inline const Setting<QString> lastPage{{QLatin1StringView("lastPage"), Scope::Book}, {}};
inline const Setting<QStringList> columns{{QLatin1StringView("columns"), Scope::Book},
                                          {}}; // part: the list; "name:width" in their order, or "name"
inline const Setting<QStringList> keptOpen{
    {QLatin1StringView("keptOpen"), Scope::Book},
    {}}; // part: "leads", or none for deals; ids of columns that the board does not fold while empty
inline const Setting<QString> groups{
    {QLatin1StringView("groups"), Scope::Book},
    {}}; // part: the list; see domain/query/grouping.h; empty: the usual ones
inline const Setting<Density> density{{QLatin1StringView("density"), Scope::Machine}, Density::Normal};
inline const Setting<QStringList> recentRecords{{QLatin1StringView("recentRecords"), Scope::Book}, {}};
inline const Setting<QStringList> recentViews{{QLatin1StringView("recentViews"), Scope::Book},
                                              {}}; // ids, the last one first
inline const Setting<ExportFor> exportFor{{QLatin1StringView("exportFor"), Scope::Machine},
                                          ExportFor::Programs};
inline const Setting<ExportColumns> exportColumns{{QLatin1StringView("exportColumns"), Scope::Machine},
                                                  ExportColumns::Shown};
inline const Setting<QStringList> recentCommands{{QLatin1StringView("recentCommands"), Scope::Machine}, {}};

inline const std::array<const SettingInfo *, 25> all{
    &look,          &dateOrder,      &logLevel,      &lastBook,   &recentBooks,
    &groups,        &windowGeometry, &splitterSizes, &detailPane, &shortcuts,
    &lastFolder,    &density,        &lastPage,      &columns,    &exportFor,
    &exportColumns, &recentCommands, &recentRecords, &worksAs,    &paneWhenAsked,
    &keptOpen,      &recentViews,    &motion,        &textScale,  &firstPage};
} // namespace setting

class Settings : public QObject
{
    Q_OBJECT
public:
    // `file`: an ini file; created with its folder at the first change.
    explicit Settings(const QString &file);
    ~Settings() override;

    QString file() const { return m_file.fileName(); }
    // Where the profiles of imports lie (transfer/request/importprofile.h), for window and command line alike.
    QString profileFolder() const;

    // From now on, keys of scope Book are of the book with this UUID. Empty: no book is open; such keys
    // then read as their defaults and are not stored.
    void enterBook(const QString &uuid);

    template <class T>
    T value(const Setting<T> &key, QStringView part = {}) const
    {
        return fromStored(stored(key, part), key.fallback);
    }

    template <class T>
    void change(const Setting<T> &key, const T &value)
    {
        store(key, {}, toStored(value));
    }

    template <class T>
    void change(const Setting<T> &key, QStringView part, const T &value)
    {
        store(key, part, toStored(value));
    }

    // Resets to the default.
    void forget(const SettingInfo &key, QStringView part = {});

    // Puts `book`, without a password, first among the recent ones, at most ten; it is the last one opened.
    void rememberBook(const QString &book);

Q_SIGNALS:
    // NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name): moc uses its own names
    void changed(QLatin1StringView name, const QString &part);

private:
    QString path(const SettingInfo &key, QStringView part) const; // empty: not stored
    QVariant stored(const SettingInfo &key, QStringView part) const;
    void store(const SettingInfo &key, QStringView part, const QVariant &value);

    template <class T>
    static QVariant toStored(const T &value)
    {
        if constexpr (std::is_enum_v<T>)
            return QString::fromLatin1(Choices<T>::list[size_t(value)].code);
        else
            return QVariant::fromValue(value);
    }

    template <class T>
    static T fromStored(const QVariant &stored, const T &fallback)
    {
        if (!stored.isValid())
            return fallback;
        if constexpr (std::is_enum_v<T>) {
            const QString code = stored.toString();
            for (size_t i = 0; i < Choices<T>::list.size(); ++i) {
                if (code == QLatin1StringView(Choices<T>::list[i].code))
                    return T(i);
            }
            return fallback;
        } else {
            return stored.canConvert<T>() ? stored.value<T>() : fallback;
        }
    }

    QSettings m_file;
    QString m_book;
};

} // namespace headway::app

// SPDX-License-Identifier: GPL-3.0-or-later
// The profiles that a window offers for a file: those of the user's folder, and the answers of the last import of that
// kind; each with where its columns would go and what of it the file has no use for. Files are read and written on
// other threads. GUI thread, but for functions without a workspace, which any thread may call. Fails as profiles
// do.
#pragma once

#include "app/workspace/workspace.h"
#include "domain/records/lists.h"
#include "transfer/request/importprofile.h"

#include <QStringList>

#include <functional>
#include <map>
#include <vector>

namespace headway::app {

struct OfferedProfile {
    enum class Is {
        Named,
        LastTime, // the answers of the last import of such records
        AsLeft,   // of this very file, when its window was closed
    };
    Is is = Is::Named;
    QString name = {}; // Named only
    transfer::ImportProfile profile = {};
    std::vector<Sentence> remarks = {}; // what was not understood of it, and what the file has no use for
    QStringList targets = {};           // of each column; empty: into no field. None if it contradicts itself
    qsizetype named = 0;                // how many of the file's columns it speaks of
    // All of it is of use, so that it is worth proposing.
    bool fits() const { return remarks.empty() && named > 0; }
};

struct OfferedProfiles {
    std::vector<OfferedProfile> all = {};
    std::vector<Sentence> problems = {}; // profiles that cannot be read

    const OfferedProfile *find(OfferedProfile::Is is, const QString &name) const;
    // The one that knows most of the columns, if all of it fits; null: none.
    const OfferedProfile *proposed() const;
};

// What a column's target is called in remarks.
using TargetCaption = std::function<QString(const QString &target)>;

// What is wrong with two columns that go into one field that takes only one, in the reader's words; empty: nothing.
[[nodiscard]] Sentence sentTwice(const transfer::ImportRequest &request,
                                 const std::vector<CustomField> &custom, const TargetCaption &caption);

// `custom`: the own fields of that kind.
void fitProfile(OfferedProfile &offered, EntityKind kind, const QStringList &columns,
                const std::vector<CustomField> &custom, const TargetCaption &caption);
[[nodiscard]] OfferedProfiles offeredProfiles(const QString &folder, EntityKind kind,
                                              const QStringList &columns,
                                              const std::vector<CustomField> &custom,
                                              const TargetCaption &caption);

enum class OverKnown { No, Yes };
// What became of a profile that was to be kept.
struct StoredProfile {
    bool isKnown = false; // nothing was written: there is one of that name
    QString name = {};
};
[[nodiscard]] Result<StoredProfile> storeProfile(const QString &folder, const QString &name,
                                                 const transfer::ImportProfile &profile, OverKnown over);
// Likewise, on another thread.
[[nodiscard]] Ticket keepProfile(Workspace &workspace, QObject *context, const QString &folder,
                                 const QString &name, const transfer::ImportProfile &profile, OverKnown over,
                                 std::function<void(const Result<StoredProfile> &)> then);
// For OfferedProfile::Is::LastTime. That it fails is of no interest to anybody.
void storeLastTime(const QString &folder, const transfer::ImportProfile &profile);

// What a profile keeps of a request with all answers: each rule once, and nothing that is still to be asked.
[[nodiscard]] transfer::ImportRequest rulesToKeep(const transfer::ImportRequest &request);

// The answers of windows that were closed before the import, by file, as long as the book is open in the program.
class LeftImports : public QObject
{
    Q_OBJECT
public:
    // Of the workspace, which owns it.
    static LeftImports &of(Workspace &workspace);
    ~LeftImports() override;

    void keep(const QString &path, const transfer::ImportProfile &profile);
    void forget(const QString &path);
    std::optional<transfer::ImportProfile> find(const QString &path) const;

private:
    using QObject::QObject;

    std::map<QString, transfer::ImportProfile> m_left; // by the file's real path
};

} // namespace headway::app

// SPDX-License-Identifier: GPL-3.0-or-later
// The options of an import under a name: where columns go, what words mean, how the file is written; not which file it
// is, nor what becomes of rejected rows. Columns are named, so a file with others, or in another order, works as far as
// it has them. A profile is a text of lines, each a name and its parts with tabs between, which people can read and
// change; unknown lines are told and passed over, so that a profile of a newer version holds as far as it is known
// here. Pure but for ImportProfiles, which reads and writes files; any thread. Fails with Invalid where a text is no
// profile, NotFound, or as the disk does.
#pragma once

#include "domain/records/lead.h"
#include "transfer/request/importrequest.h"

#include <optional>
#include <vector>

namespace headway::transfer {

struct ImportProfile {
    std::optional<EntityKind> kind = {}; // none: for any, as import auto needs it
    exchange::CsvAnswers csv = {};
    ImportRequest rules = {};
    std::vector<Sentence> remarks = {}; // what was not understood when it was read
};

inline constexpr int profileVersion = 1;

[[nodiscard]] QString profileText(const ImportProfile &profile);
[[nodiscard]] Result<ImportProfile> readProfile(const QString &text);

// The rules of a profile that a file has no use for are taken out of the request; a sentence for each.
[[nodiscard]] std::vector<Sentence> fitToColumns(ImportRequest &request, const QStringList &columns,
                                                 const std::vector<CustomField> &custom);
[[nodiscard]] std::vector<Sentence> fitToPlan(ImportRequest &request, const exchange::ImportPlan &plan,
                                              const std::vector<LeadStatus> &statuses = {});

// The profiles of a user: files NAME.tsv in a folder.
class ImportProfiles
{
public:
    explicit ImportProfiles(const QString &folder) : m_folder(folder) {}

    // Invalid if a profile cannot be called so.
    static Result<> checkName(const QString &name);
    QStringList names() const;
    Result<ImportProfile> load(const QString &name) const;
    // Over an older one of that name; returns its path.
    Result<QString> save(const QString &name, const ImportProfile &profile) const;

private:
    Result<QString> pathOf(const QString &name) const;

    QString m_folder;
};

} // namespace headway::transfer

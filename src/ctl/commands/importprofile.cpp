// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands/importprofile.h"

#include "domain/text/quoted.h"

using namespace Qt::StringLiterals;

namespace headway::ctl {

Result<transfer::ImportProfile> chosenProfile(const Session &session, const Arguments &arguments,
                                              std::optional<EntityKind> kind)
{
    if (arguments.has(u"--save-profile"_s))
        HEADWAY_CHECK(transfer::ImportProfiles::checkName(arguments.value(u"--save-profile"_s)));
    const QString name = arguments.value(u"--profile"_s);
    if (name.isEmpty())
        return transfer::ImportProfile();
    HEADWAY_TRY(profile, profileNamed(session, name));
    if (kind && profile.kind && *profile.kind != *kind)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("The profile %1 is for %2.")
                           .arg(Quoted{name}, KindName{*profile.kind, Number::Many}));
    return std::move(profile);
}

Result<transfer::ImportProfile> profileNamed(const Session &session, const QString &name)
{
    HEADWAY_TRY(profile, transfer::ImportProfiles(session.profileFolder()).load(name));
    profile.rules.isFitting = true;
    for (const Sentence &remark : profile.remarks)
        session.output().remark(remark);
    return std::move(profile);
}

void saveProfile(const Session &session, const Arguments &arguments, std::optional<EntityKind> kind,
                 const transfer::SourceFile &file, const transfer::ImportRequest &request)
{
    const QString name = arguments.value(u"--save-profile"_s);
    if (name.isEmpty())
        return;
    const auto path = transfer::ImportProfiles(session.profileFolder())
                          .save(name, {.kind = kind, .csv = file.csv, .rules = request});
    if (path)
        session.output().tell(Sentence::tr("Saved the profile %1: %2").arg(Quoted{name}, *path));
    else
        session.output().remark(path.error().text);
}

} // namespace headway::ctl

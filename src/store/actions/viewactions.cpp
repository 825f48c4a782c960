// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/actions/viewactions.h"

#include "domain/changes/stepwords.h"
#include "domain/records/record.h"
#include "domain/rules/picklists.h"
#include "domain/rules/views.h"
#include "domain/text/text.h"
#include "store/actions/actionparts.h"
#include "store/rows/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

Result<std::vector<SavedView>> allViews(sql::Connection &connection)
{
    return loadAll<SavedView>(connection, {{}, {}, u"position, id"_s});
}

qint64 placeAfter(const std::vector<SavedView> &views)
{
    qint64 last = 0;
    for (const SavedView &each : views)
        last = std::max(last, each.position);
    return last + 1;
}

Result<PipelineId> pipelineNamed(sql::Connection &connection, const QString &name)
{
    HEADWAY_TRY(pipelines, loadAll<Pipeline>(connection));
    const auto found = std::find_if(pipelines.begin(), pipelines.end(),
                                    [&name](const Pipeline &each) { return each.nameKey == fold(name); });
    return found == pipelines.end() ? PipelineId{} : found->id;
}

} // namespace

Result<Edit> addViewEdit(sql::Connection &connection, SavedView view, const Actor &actor)
{
    HEADWAY_CHECK(checkView(view));
    HEADWAY_TRY(views, allViews(connection));
    view.position = placeAfter(views);
    if (!view.owner)
        view.owner = actor.user;
    return Edit{.label =
                    Sentence(steps::listValueAdded).arg(KindName{EntityKind::SavedView}, Quoted{view.name}),
                .changes = {create(view, -1)}};
}

Result<Edit> moveViewEdit(sql::Connection &connection, EntityRef view, int step, UserId user)
{
    HEADWAY_TRY(record, loadLive(connection, view));
    const auto moved = as<SavedView>(record);
    HEADWAY_TRY(list, loadAll(connection, EntityKind::SavedView, {{}, {}, u"position, id"_s}));
    std::erase_if(list, [&](const Record &each) {
        const auto other = as<SavedView>(each);
        return !isShownTo(other, user) || other.recordKind != moved.recordKind || other.place != moved.place
            || other.pinned != moved.pinned;
    });
    const auto place =
        std::find_if(list.begin(), list.end(), [view](const Record &each) { return each.ref == view; });
    const auto target = place - list.begin() + step;
    if (place == list.end() || target < 0 || target >= std::ptrdiff_t(list.size()))
        return Edit{};
    std::iter_swap(place, list.begin() + target);
    return Edit{.label =
                    Sentence(step < 0 ? steps::listValueUp : steps::listValueDown).arg(Quoted{moved.name}),
                .changes = numbered(list)};
}

Result<Edit> importViewsEdit(sql::Connection &connection, const std::vector<WrittenView> &views,
                             const QString &source, const Actor &actor)
{
    HEADWAY_TRY(present, allViews(connection));
    Edit edit;
    qint64 place = placeAfter(present);
    const auto isSame = [](const SavedView &a, const SavedView &b) {
        return a.recordKind == b.recordKind && a.place == b.place && fold(a.name) == fold(b.name);
    };
    for (const WrittenView &written : views) {
        SavedView view = written.view;
        const auto twice = std::count_if(views.begin(), views.end(),
                                         [&](const WrittenView &each) { return isSame(each.view, view); });
        if (twice > 1)
            return failure(ErrorCode::Invalid,
                           Sentence::tr("Two views here are called %1.").arg(Quoted{view.name}));
        if (!written.pipeline.isEmpty()) {
            HEADWAY_TRY(pipeline, pipelineNamed(connection, written.pipeline));
            view.pipeline = pipeline;
            if (!pipeline)
                view.settings = QString(u"pipeline: "_s + written.pipeline + u'\n' + view.settings).trimmed();
        }
        HEADWAY_CHECK(checkView(view));
        const auto known = std::find_if(present.begin(), present.end(), [&](const SavedView &each) {
            return isShownTo(each, actor.user) && isSame(each, view);
        });
        if (known == present.end()) {
            view.owner = actor.user;
            view.position = place++;
            edit.changes.push_back(create(view));
            continue;
        }
        view.id = known->id;
        view.version = known->version;
        view.owner = known->owner;
        view.position = known->position;
        Change change = update(*known, view);
        if (!change.fields.empty())
            edit.changes.push_back(std::move(change));
    }
    edit.label = Sentence(steps::imported)
                     .arg(qint64(views.size()), counted(qint64(views.size()), EntityKind::SavedView), source);
    return edit;
}

Result<std::vector<Change>> releasePipeline(sql::Connection &connection, EntityRef pipeline)
{
    HEADWAY_TRY(views,
                loadAll(connection, EntityKind::SavedView, {u"pipeline_id = ?"_s, {pipeline.id}, u"id"_s}));
    std::vector<Change> changes;
    for (const Record &view : views)
        changes.push_back(setField(view, view.info().indexOf(u"pipeline_id"), Value()));
    return changes;
}

Result<std::vector<WrittenView>> writtenViews(sql::Connection &connection, const QStringList &names,
                                              UserId user)
{
    HEADWAY_TRY(all, allViews(connection));
    const std::vector<SavedView> shown = viewsFor(all, user);
    std::vector<SavedView> chosen;
    if (names.isEmpty())
        chosen = shown;
    for (const QString &name : names) {
        const size_t before = chosen.size();
        std::copy_if(shown.begin(), shown.end(), std::back_inserter(chosen),
                     [&name](const SavedView &view) { return view.nameKey == fold(name); });
        if (chosen.size() == before)
            return failure(ErrorCode::NotFound, Sentence::tr("There is no view %1.").arg(Quoted{name}));
    }
    std::vector<WrittenView> written;
    for (SavedView &view : chosen) {
        QString pipeline;
        if (view.pipeline) {
            HEADWAY_TRY(title, titleOf(connection, {EntityKind::Pipeline, view.pipeline.value}));
            pipeline = title;
        }
        written.push_back({std::move(view), pipeline});
    }
    return written;
}

} // namespace headway::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/recordfinder.h"

#include "app/commands/palettesearch.h"
#include "app/record/recordsearch.h"
#include "app/text/display.h"
#include "domain/records/searchhit.h"
#include "domain/text/reftext.h"
#include "ui/style/kindicons.h"

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr int paletteHits = 20;

} // namespace

RecordFinder::RecordFinder(app::PaletteSearch &palette, app::Workspace &workspace, app::Settings &settings,
                           const app::Display &display, std::function<void(EntityRef)> show, QObject *parent)
    : QObject(parent), m_recent(settings)
{
    palette.addProvider([this, &workspace, &display, show = std::move(show)](const QString &query,
                                                                             app::PaletteAnswer answer) {
        const auto offer = [&display, show, answer](const std::vector<SearchHit> &hits) {
            app::PaletteItems entries;
            for (const SearchHit &hit : hits)
                entries.push_back(
                    {.id = refText(hit.ref),
                     .text = hit.title,
                     .extra = hit.detail.isEmpty() ? display.kindName(hit.ref.kind) : hit.detail,
                     .iconName = iconOf(hit.ref.kind),
                     .run = [show, ref = hit.ref] { show(ref); }});
            answer(std::move(entries));
        };
        m_search = query.isEmpty() ? m_recent.read(workspace, this, offer)
                                   : app::searchBook(workspace, this, query, paletteHits, offer);
    });
}

RecordFinder::~RecordFinder() = default;

} // namespace headway::ui

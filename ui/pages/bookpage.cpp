// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/bookpage.h"

namespace headway::ui {

BookPage::~BookPage() = default;

void BookPage::begin()
{
}

void BookPage::showPlace(const QString &)
{
}

QStringList BookPage::picturedPlaces() const
{
    return {QString()};
}

void BookPage::showCovered(int)
{
}

void BookPage::chooseFirst()
{
}

EntityRef BookPage::current() const
{
    return {};
}

std::optional<Activity> BookPage::planned() const
{
    return {};
}

std::vector<EntityRef> BookPage::deletable() const
{
    return {};
}

std::optional<std::vector<DealId>> BookPage::dealsToClose() const
{
    return {};
}

std::optional<Query> BookPage::listed() const
{
    return std::nullopt;
}

std::vector<qint64> BookPage::chosen() const
{
    return {};
}

const Record *BookPage::record(EntityRef) const
{
    return nullptr;
}

void BookPage::select(EntityRef)
{
}

std::optional<Arrangement> BookPage::arrangement() const
{
    return {};
}

void BookPage::arrange(const Arrangement &, Whose)
{
}

FilterBar *BookPage::bar() const
{
    return nullptr;
}

Row BookPage::presetOf(EntityKind kind) const
{
    return entityInfo(kind).defaults;
}

std::optional<app::PrintRequest> BookPage::sheet() const
{
    return {};
}

} // namespace headway::ui

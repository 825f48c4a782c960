// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/bookpage.h"

namespace headway::ui {

BookPage::~BookPage() = default;

void BookPage::showPlace(const QString &)
{
}

QStringList BookPage::picturedPlaces() const
{
    return {QString()};
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

const Record *BookPage::record(EntityRef) const
{
    return nullptr;
}

void BookPage::select(EntityRef)
{
}

FilterBar *BookPage::filter() const
{
    return nullptr;
}

std::optional<app::PrintRequest> BookPage::sheet() const
{
    return {};
}

} // namespace headway::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/savedview.h"

namespace headway {

std::span<const Field<SavedView>> Table<SavedView>::fields()
{
    static constexpr std::array table{
        field<&SavedView::name>("name", Label::tr("Name"), FieldType::Text, Trait::Required),
        field<&SavedView::nameKey>("name_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&SavedView::recordKind>("record_kind", Label::tr("Record kind"), FieldType::RecordKind,
                                      Trait::Required),
        field<&SavedView::place>("place", Label::tr("Shown as"), FieldType::Choice),
        field<&SavedView::pipeline>("pipeline_id", Label::tr("Pipeline"), FieldType::Reference),
        field<&SavedView::filter>("filter", Label::tr("Filter"), FieldType::Text, Trait::Long),
        field<&SavedView::columns>("columns", Label::tr("Columns"), FieldType::Text, Trait::Long),
        field<&SavedView::sort>("sort", Label::tr("Sorted by"), FieldType::Text),
        field<&SavedView::groups>("grouped_by", Label::tr("Grouped by"), FieldType::Text),
        field<&SavedView::settings>("settings", Label::tr("Settings"), FieldType::LongText, Trait::Long),
        field<&SavedView::owner>("owner_id", Label::tr("Owner"), FieldType::Reference),
        field<&SavedView::shared>("shared", Label::tr("Shared"), FieldType::YesNo),
        field<&SavedView::pinned>("pinned", Label::tr("Pinned"), FieldType::YesNo),
        field<&SavedView::position>("position", Label::tr("Position"), FieldType::Integer),
    };
    return table;
}

} // namespace headway

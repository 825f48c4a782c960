// SPDX-License-Identifier: GPL-3.0-or-later
// Converts what is typed on the command line to values: fields, filters, days, times, durations. Fails with
// Invalid in a sentence that quotes the text, or as the book fails when names are looked up.
#pragma once

#include "ctl/session.h"
#include "domain/query/filter.h"
#include "domain/text/momenttext.h"
#include "store/actions/actions.h"

#include <optional>

namespace headway::ctl {

// The filter of an option or of several words; empty matches everything.
Result<Filter> typedFilter(Session &session, EntityKind kind, const QString &text);

// A field of the program, or one of the book's own.
struct TypedColumn {
    int field = -1;
    std::optional<CustomField> own = {};
};

// The query of --filter, --sort and --view. A view is read as far as it still has a meaning; what is gone is
// remarked. `columns` are its columns; none without --view. Invalid for a view of another kind.
struct TypedQuery {
    Query query = {};
    std::vector<TypedColumn> columns = {}; // those of the view, if there is one
};
Result<TypedQuery> typedQuery(Session &session, EntityKind kind, const Arguments &arguments);

// Fields of the program or of the book, as columns: "amount", "owner", "seats".
Result<std::vector<TypedColumn>> typedColumns(Session &session, EntityKind kind, const QStringList &words);

// "today", "+3d", "fri", "2026-03-04"; 3/4/2026 in the order of this computer. See parseTypedDate().
Result<QDate> typedDay(Session &session, const FieldInfo &field, const QString &text);

// See parseTypedMoment().
Result<TypedMoment> typedWhen(Session &session, const QString &text);

// "25" (minutes), "25m", "1h30", "1:30"; in seconds.
Result<qint64> typedDuration(const QString &text);

// "amount=12500", "owner=Ana": values for the fields of a record that is, or will be, in `currency`. An
// empty value clears the field. Own fields of the book are among `present`, which the record holds, or will begin with.
Result<std::vector<FieldValue>> typedFields(Session &session, const Row &present, EntityKind kind,
                                            const QStringList &words, const QString &currency);

// The filter among the fields of a view, as a view keeps it: with ISO days. `view` is the view as it will be.
Result<> keepFilter(Session &session, const Row &view, std::vector<FieldValue> &fields);

} // namespace headway::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
// The record that a card stands for: a deal or a lead, as the board says that holds it. 0 means "none".
#pragma once

#include "domain/fields/ids.h"

#include <QMetaType>

namespace headway::app {

struct CardId {
    qint64 value = 0;

    constexpr CardId() = default;
    constexpr explicit CardId(qint64 id) : value(id) {}
    constexpr CardId(DealId id) : value(id.value) {}
    constexpr CardId(LeadId lead) : value(lead.value) {}

    constexpr explicit operator bool() const { return value != 0; }
    constexpr auto operator<=>(const CardId &) const = default;
};

} // namespace headway::app

Q_DECLARE_METATYPE(headway::app::CardId)

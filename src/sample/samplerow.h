// SPDX-License-Identifier: GPL-3.0-or-later
// A row being filled, reused for each record of its kind: columns are looked up by name once, cells are set
// by number. One thread; the row is valid until the next clear().
#pragma once

#include "domain/records/record.h"

#include <array>

namespace headway::sample {

// The stored text of a choice, shared by all rows.
template <class Enum>
const QString &codeOf(Enum choice)
{
    static const auto codes = [] {
        std::array<QString, Choices<Enum>::list.size()> texts;
        for (size_t i = 0; i < texts.size(); ++i)
            texts[i] = QString::fromLatin1(Choices<Enum>::list[i].code);
        return texts;
    }();
    return codes[size_t(choice)];
}

class SampleRow
{
public:
    explicit SampleRow(EntityKind kind) : m_info(entityInfo(kind)), m_row(m_info.defaults) {}

    EntityKind kind() const { return m_info.kind; }
    const Row &row() const { return m_row; }
    size_t column(QStringView name) const
    {
        const int index = m_info.indexOf(name);
        Q_ASSERT_X(index >= 0, "Draft::column", "no such field");
        return size_t(index);
    }

    void clear() { m_row = m_info.defaults; }
    void set(size_t column, const QString &text) { m_row[column] = text; }
    void set(size_t column, qint64 number) { m_row[column] = number; }
    void set(size_t column, Instant at) { m_row[column] = at.ms; }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void set(size_t column, Enum choice) { m_row[column] = codeOf(choice); }

private:
    const EntityInfo &m_info;
    Row m_row;
};

} // namespace headway::sample

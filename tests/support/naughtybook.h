// SPDX-License-Identifier: GPL-3.0-or-later
// Fills a book with records of every kind: any value the rules allow, any reference that makes sense, the same for the
// same seed.
#pragma once

#include "support/book.h"
#include "support/naughtytext.h"

#include <map>
#include <vector>

namespace headway::test {

class NaughtyBook
{
public:
    NaughtyBook(FreshBook &book, unsigned seed) : m_book(book), m_text(seed) {}

    void fill(int ofEachKind);

private:
    Row row(EntityKind kind);
    Value value(EntityKind kind, int index, const Row &row);
    QString text(const FieldInfo &field);
    Value percent(const FieldInfo &field);
    Value reference(const FieldInfo &field);
    void agree(Row &row);
    QString custom();
    EntityKind owner();
    qint64 any(EntityKind kind);
    qint64 moment() { return 1'600'000'000'000 + qint64(m_text.number(1 << 30)) * 97; }
    QString pick(const QStringList &texts) { return texts[m_text.number(int(texts.size()) - 1)]; }
    void link(EntityKind kind, const QString &field, EntityKind target);

    FreshBook &m_book;
    NaughtyText m_text;
    std::map<EntityKind, std::vector<qint64>> m_ids;
    int m_customFields = 0;
};

} // namespace headway::test

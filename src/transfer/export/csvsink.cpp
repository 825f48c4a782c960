// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/export/csvsink.h"

namespace headway::transfer {

CsvSink::CsvSink(QIODevice &device, const exchange::CsvDialect &dialect, Digest digest)
    : m_device(std::make_unique<HashingDevice>(device, digest)), m_writer(*m_device, dialect)
{
}

CsvSink::~CsvSink() = default;

QByteArray CsvSink::sha256() const
{
    return m_device->hash();
}

} // namespace headway::transfer

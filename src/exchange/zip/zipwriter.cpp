// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/zip/zipwriter.h"

#include "domain/savefile.h"

#include <QtEndian>

#include <zlib.h>

#include <array>
#include <limits>

namespace headway::exchange {

namespace {

// Cells of a column are much alike: more effort takes twice the time for a tenth less.
constexpr int effort = 2;
constexpr quint64 mostBytes = std::numeric_limits<quint32>::max() - 1; // 2^32 - 1 would say "see elsewhere"
constexpr quint16 version = 20;         // of who can read it: folders and deflate
constexpr quint16 sizesFollow = 0x0008; // sizes and check stand behind the bytes
constexpr quint16 deflated = 8;
constexpr quint32 newYear1980 = 0x00210000; // date and time, so that equal content gives equal files

template <class Number>
void append(QByteArray &bytes, Number number)
{
    const Number little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

Error tooLarge()
{
    return {ErrorCode::Invalid,
            Sentence::tr("The file would be larger than 4 GB: export fewer rows or columns, or CSV."),
            {}};
}

} // namespace

class ZipWriter::Deflater
{
public:
    Deflater()
    {
        m_isReady = deflateInit2(&m_stream, effort, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY) == Z_OK;
    }
    ~Deflater() { deflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(Deflater)

    // Hands on what has become of the bytes so far.
    template <class HandOn>
    Result<> take(QByteArrayView bytes, int flush, const HandOn &handOn)
    {
        if (!m_isReady)
            return failure(ErrorCode::Internal,
                           Sentence::tr("There is not enough memory to compress a file."));
        // zlib takes what it reads as not const, and does not change it.
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
        m_stream.avail_in = uInt(bytes.size());
        do {
            m_stream.next_out = m_room.data();
            m_stream.avail_out = uInt(m_room.size());
            deflate(&m_stream, flush);
            const qsizetype made = qsizetype(m_room.size() - m_stream.avail_out);
            if (made > 0)
                HEADWAY_CHECK(handOn(QByteArrayView(m_room.data(), made)));
        } while (m_stream.avail_out == 0);
        return {};
    }
    void reset() { deflateReset(&m_stream); }

private:
    z_stream m_stream = {};
    bool m_isReady = false;
    std::array<Bytef, 64 * 1024> m_room;
};

ZipWriter::ZipWriter(QIODevice &device) : m_device(device), m_deflater(std::make_unique<Deflater>())
{
}

ZipWriter::~ZipWriter() = default;

Result<> ZipWriter::begin(const QByteArray &name)
{
    m_parts.push_back({.name = name, .at = quint32(m_written), .check = quint32(crc32(0, nullptr, 0))});
    m_deflater->reset();
    return put(localHeader(m_parts.back()));
}

bool ZipWriter::hasRoomFor(qint64 bytes) const
{
    return m_parts.back().size + quint64(bytes) <= mostBytes;
}

Result<> ZipWriter::write(QByteArrayView bytes)
{
    Part &part = m_parts.back();
    if (!hasRoomFor(bytes.size()))
        return failure(tooLarge());
    part.size += quint64(bytes.size());
    part.check =
        quint32(crc32(part.check, reinterpret_cast<const Bytef *>(bytes.data()), uInt(bytes.size())));
    return m_deflater->take(bytes, Z_NO_FLUSH, [&](QByteArrayView packed) {
        part.packed += quint64(packed.size());
        return put(packed);
    });
}

Result<> ZipWriter::end()
{
    Part &part = m_parts.back();
    HEADWAY_CHECK(m_deflater->take({}, Z_FINISH, [&](QByteArrayView packed) {
        part.packed += quint64(packed.size());
        return put(packed);
    }));
    QByteArray sizes;
    append(sizes, quint32(0x08074b50));
    append(sizes, part.check);
    append(sizes, quint32(part.packed));
    append(sizes, quint32(part.size));
    return put(sizes);
}

Result<> ZipWriter::add(const QByteArray &name, QByteArrayView content)
{
    HEADWAY_CHECK(begin(name));
    HEADWAY_CHECK(write(content));
    return end();
}

Result<> ZipWriter::finish()
{
    const quint64 begin = m_written;
    for (const Part &part : m_parts)
        HEADWAY_CHECK(put(listEntry(part)));
    QByteArray last;
    append(last, quint32(0x06054b50));
    append(last, quint32(0)); // this disk, and that of the list
    append(last, quint16(m_parts.size()));
    append(last, quint16(m_parts.size()));
    append(last, quint32(m_written - begin));
    append(last, quint32(begin));
    append(last, quint16(0)); // no comment
    return put(last);
}

Result<> ZipWriter::put(QByteArrayView bytes)
{
    if (m_written + quint64(bytes.size()) > mostBytes)
        return failure(tooLarge());
    HEADWAY_CHECK(writeAll(m_device, bytes));
    m_written += quint64(bytes.size());
    return {};
}

QByteArray ZipWriter::localHeader(const Part &part) const
{
    QByteArray header;
    append(header, quint32(0x04034b50));
    append(header, version);
    append(header, sizesFollow);
    append(header, deflated);
    append(header, newYear1980);
    append(header, quint32(0)); // check and sizes follow
    append(header, quint64(0));
    append(header, quint16(part.name.size()));
    append(header, quint16(0)); // nothing extra
    return header + part.name;
}

QByteArray ZipWriter::listEntry(const Part &part) const
{
    QByteArray entry;
    append(entry, quint32(0x02014b50));
    append(entry, version);
    append(entry, version);
    append(entry, sizesFollow);
    append(entry, deflated);
    append(entry, newYear1980);
    append(entry, part.check);
    append(entry, quint32(part.packed));
    append(entry, quint32(part.size));
    append(entry, quint16(part.name.size()));
    append(entry, quint32(0)); // nothing extra, no comment
    append(entry, quint32(0)); // the disk; no text
    append(entry, quint32(0)); // no attributes
    append(entry, part.at);
    return entry + part.name;
}

} // namespace headway::exchange

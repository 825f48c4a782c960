// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a zip archive front to back to a device, compressing while it writes, in constant memory and without files of
// its own, so that nothing has to be told of before it is known. One thread. Fails as the device does, and for what the
// plain format cannot hold: 4 GB in one part or in all.
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <vector>

class QIODevice;

namespace headway::exchange {

class ZipWriter
{
public:
    // The device is open for writing and outlives the writer.
    explicit ZipWriter(QIODevice &device);
    ~ZipWriter();

    // Begins a part after the one before has ended. Names are ASCII, with slashes.
    [[nodiscard]] Result<> begin(const QByteArray &name);
    [[nodiscard]] Result<> write(QByteArrayView bytes);
    [[nodiscard]] Result<> end();
    // A part at once.
    [[nodiscard]] Result<> add(const QByteArray &name, QByteArrayView content);
    // The list of the parts, which makes an archive of them.
    [[nodiscard]] Result<> finish();

    // Whether so many bytes more still fit into the part that has begun.
    bool hasRoomFor(qint64 bytes) const;

private:
    struct Part {
        QByteArray name = {};
        quint32 at = 0;
        quint32 check = 0; // CRC-32
        quint64 size = 0;
        quint64 packed = 0;
    };
    class Deflater;

    Result<> put(QByteArrayView bytes);
    QByteArray localHeader(const Part &part) const;
    QByteArray listEntry(const Part &part) const;

    QIODevice &m_device;
    std::unique_ptr<Deflater> m_deflater;
    std::vector<Part> m_parts;
    quint64 m_written = 0;
};

} // namespace headway::exchange

// SPDX-License-Identifier: GPL-3.0-or-later
// Passes bytes on to another device, and hashes them if wanted: hashing takes a fifth of an export's time. For the sinks
// of exports, on their thread. Fails as the other device does.
#pragma once

#include <QCryptographicHash>
#include <QIODevice>

namespace headway::transfer {

enum class Digest { None, Sha256 };

class HashingDevice : public QIODevice
{
public:
    // The target is open for writing and outlives this.
    HashingDevice(QIODevice &target, Digest digest);

    // Of everything written; empty without Digest::Sha256.
    QByteArray hash() const { return m_digest == Digest::None ? QByteArray() : m_hash.result(); }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *bytes, qint64 size) override;

private:
    QIODevice &m_target;
    const Digest m_digest;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

} // namespace headway::transfer

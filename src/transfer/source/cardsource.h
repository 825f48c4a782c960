// SPDX-License-Identifier: GPL-3.0-or-later
// The cards of an address book (vCard 2.1, 3.0, 4.0) as rows, in constant memory: a column for each field that some card
// of the file has, and as many for numbers and addresses as the richest one. What the columns mean is a preset,
// resources/presets/vcard.tsv. The file stays open until the source is destroyed. For openSource().
#pragma once

#include "exchange/vcard/cardentry.h"
#include "exchange/vcard/cardreader.h"
#include "transfer/source/rowsource.h"

#include <QFile>

#include <array>

namespace headway::transfer {

class CardSource : public RowSource
{
public:
    static Result<std::unique_ptr<RowSource>> open(const SourceFile &file);

    QString name() const override;
    Writing writing() const override;
    RejectedForm rejectedForm() const override { return RejectedForm::Cards; }
    void wantOnly(EntityKind kind) override { m_wanted = kind; }
    Result<SourceColumns> begin() override;
    Result<std::optional<SourceItem>> next() override;
    std::shared_ptr<const SourceDetection> detection() const override { return m_detected; }
    QString digest() const override;
    Result<std::vector<SourceRow>> opening(int most) override;
    std::vector<Sentence> remarks() const override;
    qint64 position() const override { return m_reader ? m_reader->bytesRead() : 0; }
    qint64 size() const override { return m_file.size(); }

private:
    class Detected;
    // Which columns there are: those of `columnsOf()` with something in them, in that order.
    struct Shape {
        std::vector<size_t> columns = {};
        exchange::CardTold told = {};
        qint64 people = 0;
        qint64 companies = 0;
        qint64 others = 0;
    };

    explicit CardSource(const SourceFile &file) : m_file(file.path), m_said(file.csv.encoding) {}

    Result<> detect(const SourceFile &file);
    Result<> look();
    Result<> rewind();
    bool isWanted(const exchange::CardEntry &entry) const;
    SourceRow rowOf(exchange::Card card, exchange::CardEntry entry) const;

    QFile m_file;
    std::optional<exchange::TextEncoding> m_said;
    Shape m_shape;
    std::shared_ptr<const SourceDetection> m_detected;
    std::optional<exchange::CardReader> m_reader;
    std::optional<EntityKind> m_wanted; // none: all
    mutable std::optional<QString> m_digest;
};

} // namespace headway::transfer

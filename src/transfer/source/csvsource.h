// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a CSV file, read in constant memory; the file stays open until the source is destroyed. For
// openSource().
#pragma once

#include "transfer/source/sheetsource.h"

namespace headway::transfer {

class CsvSource : public SheetSource
{
public:
    static Result<std::unique_ptr<RowSource>> open(const SourceFile &file);

    Writing writing() const override;
    exchange::CsvDialect rejectedDialect() const override;

private:
    using SheetSource::SheetSource;

    Result<> look(const SourceFile &said) override;
    Result<std::unique_ptr<RowFeed>> feed() override;
    Result<std::unique_ptr<RowFeed>> feedBeside() const override;
};

} // namespace headway::transfer

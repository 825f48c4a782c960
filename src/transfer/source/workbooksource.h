// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a sheet of a workbook. For openSource(); and which sheets there are to be read.
#pragma once

#include "exchange/workbook/workbook.h"
#include "transfer/source/sheetsource.h"

namespace headway::transfer {

class WorkbookSource : public SheetSource
{
public:
    static Result<std::unique_ptr<RowSource>> open(const SourceFile &file);

    QString name() const override;
    Writing writing() const override;
    std::vector<SourceSheet> sheets() const override;
    QString sheet() const override { return shape().place.name; }

private:
    using SheetSource::SheetSource;

    Result<> look(const SourceFile &said) override;
    Result<std::unique_ptr<RowFeed>> feed() override { return feedBeside(); }
    Result<std::unique_ptr<RowFeed>> feedBeside() const override;
    std::vector<Sentence> placeNotes() const override;
    Result<> chooseSheet(const QString &name);

    std::unique_ptr<exchange::Workbook> m_workbook;
};

// Whether the file is packed as workbooks are.
[[nodiscard]] bool isPacked(const QString &path);
// The sheets of a workbook that are shown and have rows, in their order; none if it is no workbook that can be read.
[[nodiscard]] QStringList sheetsToRead(const QString &path);

} // namespace headway::transfer

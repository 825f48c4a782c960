// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/rows/importstageasked.h"

#include "domain/text/text.h"
#include "transfer/request/importwords.h"
#include "transfer/rows/importrow.h"

using namespace Qt::StringLiterals;

namespace headway::transfer {

void StageQuestions::ask(const exchange::ImportInput &input, const NamedRecord &stage)
{
    if (stage.id && m_doubtful.isEmpty())
        return; // nearly always
    const QString key = fold(stage.name);
    if (stage.id == 0 && !m_doubtful.contains(key)
        && stageMeaning(m_context.request.meanings, stage.name).isDoubtful)
        m_doubtful.insert(key);
    if (m_doubtful.contains(key) && !m_context.plan.find(u"status"_s))
        m_context.questions->ask(ImportQuestion::About::ClosedStage, input.target.name, input.columnName,
                                 stage.name, {u"won"_s, u"lost"_s, u"open"_s});
}

} // namespace headway::transfer

// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/export/pageline.h"

namespace headway::transfer {

namespace {

constexpr int pagesUnderWay = 4;

} // namespace

PageLine::PageLine(std::function<Result<>(const ExportPage &)> write) : m_write(std::move(write))
{
    for (int i = 0; i < pagesUnderWay; ++i)
        m_empty.push_back(std::make_unique<ExportPage>());
    m_writer = std::thread([this] { work(); });
}

PageLine::~PageLine()
{
    end(State::GivenUp);
    if (m_writer.joinable())
        m_writer.join();
}

std::unique_ptr<ExportPage> PageLine::emptyPage()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_empty.empty() || m_state == State::GivenUp; });
    if (m_state == State::GivenUp)
        return nullptr;
    auto page = std::move(m_empty.front());
    m_empty.pop_front();
    return page;
}

void PageLine::send(std::unique_ptr<ExportPage> page)
{
    {
        const std::lock_guard lock(m_mutex);
        m_full.push_back(std::move(page));
    }
    m_changed.notify_all();
}

Result<> PageLine::finish()
{
    end(State::NoMorePages);
    m_writer.join();
    return m_outcome;
}

// Whoever has given up does not go on.
void PageLine::end(State state)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_state != State::GivenUp)
            m_state = state;
    }
    m_changed.notify_all();
}

std::unique_ptr<ExportPage> PageLine::nextPage()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_full.empty() || m_state != State::Open; });
    if (m_full.empty() || m_state == State::GivenUp)
        return nullptr;
    auto page = std::move(m_full.front());
    m_full.pop_front();
    return page;
}

void PageLine::work()
{
    while (auto page = nextPage()) {
        m_outcome = m_write(*page);
        if (!m_outcome) {
            end(State::GivenUp);
            return;
        }
        {
            const std::lock_guard lock(m_mutex);
            m_empty.push_back(std::move(page));
        }
        m_changed.notify_all();
    }
}

} // namespace headway::transfer

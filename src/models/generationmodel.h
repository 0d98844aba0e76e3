// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/twolevelmodel.h"
#include "session/session.h"

#include <QHash>

namespace plugsmith {

/// The plugins of a session, and below each its generations, the newest first. GUI thread.
class GenerationModel : public TwoLevelModel
{
    Q_OBJECT

public:
    enum Role {
        NumberRole = Qt::UserRole, ///< of the generation; 0 for plugins
        StateRole,                 ///< Generation::State
        StateTextRole,             ///< "answers calls", "not loaded: older than the initial SCN"
        ScnRole,                   ///< "20261121143207 · 21 Nov 2026"
        MemoryRole,                ///< bytes that came with it; 0 while unknown
        InMemoryRole,              ///< of a plugin: how many generations are in memory
    };

    explicit GenerationModel(Session &session, QObject *parent = nullptr);

    void setMemory(int number, qint64 bytes);
    qint64 memoryOf(int number) const { return m_memory.value(number); }
    QModelIndex indexOf(int number) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

protected:
    int topCount() const override { return static_cast<int>(m_plugins.size()); }
    int childCount(int top) const override { return static_cast<int>(m_plugins[top].generations.size()); }

private:
    struct Plugin
    {
        QString name;
        QVector<int> generations; // newest first
    };

    void add(int number);
    void refresh(int number);
    QVariant pluginData(const Plugin &plugin, int role) const;
    QVariant generationData(const Generation &generation, int role) const;

    Session &m_session;
    QVector<Plugin> m_plugins;
    QHash<int, qint64> m_memory; // bytes, by generation
};

/// "answers calls", "replaced", "not loaded"
QString shownState(Generation::State state);

} // namespace plugsmith

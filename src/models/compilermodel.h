// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/toolchainrow.h"
#include "toolchain/crosscompiler.h"
#include "toolchain/installpackages.h"
#include "toolchain/targets.h"

#include <QAbstractTableModel>
#include <QHash>

namespace plugsmith {

class BuildEngine;

/// Which C compiler each platform has here, whether it works, and what to install where there is none. GUI thread.
class CompilerModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { PlatformColumn, CompilerColumn, CheckColumn, ActionColumn, ColumnCount };
    enum class Check { None, Running, Good, Bad };
    Q_ENUM(Check)

    explicit CompilerModel(BuildEngine &engine, QObject *parent = nullptr);

    PackageManager packageManager() const; ///< of this machine; decides the commands
    const QVector<Platform> &platforms() const { return m_platforms; }
    int find(const QString &platform) const; ///< "linux/arm64"; -1 if there is no such row
    /// Platforms that have a compiler which did not fail.
    int readyCount() const;
    /// What stands in the way; nullopt where a compiler is. A Go that is too old does not count.
    std::optional<BuildObstacle> obstacleAt(int row) const;
    /// What the user has chosen for a platform; those that are not there or do not link are not used all the same.
    void setUserCompilers(const QVector<UserCompiler> &compilers);
    /// As CC; empty where nothing was chosen.
    QString userCommand(const Platform &platform) const;
    /// The command for a terminal that brings the compiler; empty where none is known or needed.
    QString installCommand(int row) const;
    /// What trying out the compiler of a platform has shown.
    void setCheck(const Platform &platform, Check check, const QString &problem = {});

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void changed();

private:
    struct Result
    {
        Check check = Check::None;
        QString problem;
    };
    void refresh();
    Result resultOf(int row) const { return m_results.value(m_platforms[row].toString()); }
    QString choiceText(int row) const;
    QString compilerText(int row) const;
    QString checkText(int row) const;
    QString reason(int row) const;
    ToolchainRow::Tone toneOf(int row, int column) const;
    ToolchainRow::Action actionOf(int row) const;
    QString sentence(int row) const;

    BuildEngine &m_engine;
    QVector<Platform> m_platforms;
    QHash<QString, Result> m_results; // by Platform::toString()
    QHash<QString, QString> m_compilers;
    QVector<UserCompiler> m_userCompilers;
};

} // namespace plugsmith

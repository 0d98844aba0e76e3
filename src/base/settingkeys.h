// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/settings.h"

#include <QByteArray>
#include <QStringList>

/// Every setting: name, type, default. Names carry a layout version where the value has a layout.
namespace plugsmith::keys {

inline const SettingKey<QByteArray> WindowGeometry{"window/geometry-1", {}};
inline const SettingKey<QByteArray> HelpGeometry{"window/help-1", {}};
inline const SettingKey<QString> Language{"window/language", {}};       // "de"; empty: the system's
inline const SettingKey<QString> Theme{"window/theme", {}};             // "light", "dark"; empty: the system's
inline const SettingKey<QString> StartPage{"window/startPage", {}};     // empty: the last one
inline const SettingKey<QString> LastPage{"window/lastPage", {}};       // id of a page
inline const SettingKey<QStringList> Shortcuts{"window/shortcuts", {}}; // "edit.find=Ctrl+F", only changed ones
inline const SettingKey<bool> ShowStatusBar{"window/statusBar", true};
inline const SettingKey<bool> NotifyBuilds{"window/notifyBuilds", true};
inline const SettingKey<bool> AskBeforeQuitting{"messages/askBeforeQuitting", true};
inline const SettingKey<bool> KeepsRunning{"messages/keepsRunning", false}; // builds, when it is not asked
inline const SettingKey<QByteArray> BuildSplitter{"build/splitter-1", {}};
inline const SettingKey<QByteArray> LowerSplitter{"build/lowerSplitter-1", {}};
inline const SettingKey<QByteArray> WorkSplitter{"build/workSplitter-1", {}};
inline const SettingKey<QString> OutputFolder{"build/outputFolder", {}};      // empty: ~/plugins/NAME
inline const SettingKey<int> ParallelBuilds{"build/parallel", 0};             // 0: half of the cores
inline const SettingKey<QString> DefaultCompression{"build/compression", {}}; // "gzip"; of modules not built before
inline const SettingKey<QString> WorkFolder{"build/workFolder", {}};          // empty: in the cache folder
inline const SettingKey<int> KeepFailedDays{"build/keepFailedDays", 0};       // 0: not kept
inline const SettingKey<QString> EditorCommand{"build/editorCommand", {}};    // empty: the system's choice
inline const SettingKey<int> LogTextSize{"build/logTextSize", 0};             // half points above the normal size
inline const SettingKey<bool> LogWrap{"build/logWrap", false};
inline const SettingKey<QByteArray> ToolchainTables{"toolchains/tables-1", {}};
inline const SettingKey<QStringList> GoFolders{"toolchains/folders", {}};
inline const SettingKey<QStringList> UserCompilers{"toolchains/compilers", {}}; // "linux/arm64=clang --target=…"
inline const SettingKey<QStringList> MatrixVersions{"build/versions-1", {}};    // "+1.19.8", "-1.26.0"
inline const SettingKey<bool> HideBlocked{"build/hideBlocked", false};
inline const SettingKey<bool> UnfoldsPlatforms{"build/unfoldsPlatforms", false}; // in a low window
inline const SettingKey<bool> UnfoldsSetup{"build/unfoldsSetup", false};         // in a narrow one
inline const SettingKey<bool> BuildableFirst{"build/buildableFirst", false};
inline const SettingKey<bool> MayFetch{"toolchains/mayFetch", false}; // set when the user asks for it once
inline const SettingKey<bool> UseModuleProxy{"toolchains/useModuleProxy", true};
inline const SettingKey<bool> UseGoDev{"toolchains/useGoDev", true};
inline const SettingKey<QString> GoMirror{"toolchains/mirror", {}}; // URL with the layout of go.dev/dl; empty: none
inline const SettingKey<QStringList> PluginFolders{"plugins/folders", {}}; // "+/watched", "-/not watched"
inline const SettingKey<QByteArray> PluginsSplitter{"plugins/splitter-1", {}};
inline const SettingKey<QByteArray> PluginDetailsSplitter{"plugins/detailsSplitter-1", {}};
inline const SettingKey<QByteArray> PluginColumns{"plugins/columns-1", {}};
inline const SettingKey<bool> PluginDetailsRight{"plugins/detailsRight", false};
inline const SettingKey<QStringList> RecentPlugins{"sessions/recent", {}}; // paths that were loaded
inline const SettingKey<bool> LoadWasExplained{"sessions/loadWasExplained", false};
inline const SettingKey<bool> AskBeforeForeign{"sessions/askBeforeForeign", true}; // plugins not built here
inline const SettingKey<bool> NotifySessions{"window/notifySessions", true};
inline const SettingKey<QByteArray> LoadSplitter{"sessions/splitter-1", {}};
inline const SettingKey<QByteArray> CallSplitter{"sessions/callSplitter-1", {}};
inline const SettingKey<int> CallLimitMs{"sessions/callLimitMs", 5000};
inline const SettingKey<bool> CallAsForm{"sessions/callAsForm", false};
inline const SettingKey<QStringList> RecentSources{"sources/recent", {}};
inline const SettingKey<qint64> MaxSourceEntries{"sources/maxEntries", 0}; // 0, here and in the next: the default
inline const SettingKey<qint64> MaxSourceFileBytes{"sources/maxFileBytes", 0};
inline const SettingKey<qint64> MaxSourceBytes{"sources/maxBytes", 0};
inline const SettingKey<qint64> MaxSourceRatio{"sources/maxRatio", 0};

} // namespace plugsmith::keys

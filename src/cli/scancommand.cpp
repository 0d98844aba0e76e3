// SPDX-License-Identifier: Apache-2.0
#include "cli/scancommand.h"

#include "cli/jsonreporter.h"
#include "cli/output.h"
#include "cli/textreporter.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct ScanCommandText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::ScanCommand)
};

QString wordOf(LocalReplace::State state)
{
    switch (state) {
    case LocalReplace::State::InTree:
        return u"in the source"_s;
    case LocalReplace::State::Supplied:
        return u"supplied"_s;
    case LocalReplace::State::OnDisk:
        return u"on disk"_s;
    case LocalReplace::State::OtherPath:
        return u"another path"_s;
    case LocalReplace::State::Missing:
        return u"missing"_s;
    }
    return {};
}

QJsonObject moduleToJson(const QVector<SourceScan> &scans, int index)
{
    const ScannedModule &module = scans[0].modules[index];
    QJsonArray requires_;
    for (const GoModRequire &require : module.mod.requires_)
        requires_ += QJsonObject{
            {u"path"_s, require.path.text}, {u"version"_s, require.version}, {u"indirect"_s, require.isIndirect}};
    QJsonArray replaces;
    for (const LocalReplace &match : matchLocalReplaces(scans[0], index, scans.sliced(1)))
        replaces += QJsonObject{
            {u"module"_s, match.modulePath}, {u"path"_s, match.writtenPath}, {u"state"_s, wordOf(match.state)}};
    return {{u"path"_s, module.mod.module.text},
            {u"folder"_s, scans[0].shownFolder(module.folder)},
            {u"go"_s, module.mod.goDirective},
            {u"toolchain"_s, module.mod.toolchain.text},
            {u"synthetic"_s, module.isSynthetic},
            {u"vendored"_s, module.isVendored},
            {u"packages"_s, module.packages.size()},
            {u"requires"_s, requires_},
            {u"localReplaces"_s, replaces},
            {u"foreignImports"_s, QJsonArray::fromStringList(module.foreignImports)}};
}

} // namespace

ScanCommand::ScanCommand(CommandLine line)
    : m_line(std::move(line))
{
    connect(&m_loader, &SourceLoader::loaded, this, &ScanCommand::onLoaded);
}

void ScanCommand::start()
{
    m_loader.load(m_line.sources, m_line.options.tags);
}

void ScanCommand::onLoaded(const Result<QVector<SourceScan>> &scans)
{
    if (!scans) {
        if (m_line.json)
            JsonReporter().error(scans.error());
        else
            TextReporter().error(scans.error());
        emit finished(1);
        return;
    }
    if (m_line.json)
        printJson(scanToJson(*scans));
    else
        std::fputs(qUtf8Printable(scanToText(*scans)), stdout);
    emit finished(0);
}

QJsonObject scanToJson(const QVector<SourceScan> &scans)
{
    const SourceScan &scan = scans[0];
    QJsonArray modules;
    for (int i = 0; i < scan.modules.size(); ++i)
        modules += moduleToJson(scans, i);
    QJsonArray mains;
    const int chosen = scan.defaultMain();
    for (int i = 0; i < scan.mains.size(); ++i) {
        const MainPackage &main = scan.mains[i];
        mains += QJsonObject{{u"folder"_s, scan.shownFolder(main.folder)},
                             {u"file"_s, main.singleFile},
                             {u"module"_s, scan.modules[main.module].mod.module.text},
                             {u"files"_s, QJsonArray::fromStringList(main.files)},
                             {u"program"_s, main.isProgram},
                             {u"cgo"_s, main.usesCgo},
                             {u"default"_s, i == chosen}};
    }
    QJsonArray findings;
    for (const SourceScan::Finding &finding : scan.findings) {
        findings += QJsonObject{{u"message"_s, finding.words.message},
                                {u"reason"_s, finding.words.reason},
                                {u"file"_s, finding.file},
                                {u"line"_s, finding.line}};
    }
    return {{u"source"_s, scan.origin},
            {u"bytes"_s, scan.bytes},
            {u"files"_s, scan.fileCount},
            {u"topFolder"_s, scan.topFolder},
            {u"leftOut"_s, QJsonArray::fromStringList(scan.leftOut)},
            {u"modules"_s, modules},
            {u"mains"_s, mains},
            {u"workspace"_s, scan.workspace.has_value()},
            {u"findings"_s, findings}};
}

QString scanToText(const QVector<SourceScan> &scans)
{
    const SourceScan &scan = scans[0];
    QStringList lines{scan.displayName + u", "_s +
                      QLocale().formattedDataSize(scan.bytes, 1, QLocale::DataSizeSIFormat) + u", "_s +
                      ScanCommandText::tr("%n file(s)", nullptr, scan.fileCount)};
    for (int i = 0; i < scan.modules.size(); ++i) {
        const ScannedModule &module = scan.modules[i];
        lines += ScanCommandText::tr("Module       %1 (%2)")
                     .arg(module.mod.module.text, module.isSynthetic ? ScanCommandText::tr("made for the build")
                                                                     : scan.shownFolder(module.folder));
        if (!module.mod.goDirective.isEmpty())
            lines += ScanCommandText::tr("Go directive %1 or later").arg(module.mod.goDirective);
        lines +=
            ScanCommandText::tr("Dependencies %n module(s)", nullptr, static_cast<int>(module.mod.requires_.size())) +
            (module.isVendored ? ScanCommandText::tr(", vendored") : QString());
        for (const LocalReplace &match : matchLocalReplaces(scan, i, scans.sliced(1)))
            lines += ScanCommandText::tr("Local module %1 ← %2 (%3)")
                         .arg(match.modulePath, match.writtenPath, wordOf(match.state));
    }
    for (int i = 0; i < scan.mains.size(); ++i) {
        const MainPackage &main = scan.mains[i];
        QString line = ScanCommandText::tr("Package      %1 (%n file(s))", nullptr, static_cast<int>(main.files.size()))
                           .arg(main.singleFile.isEmpty() ? scan.shownFolder(main.folder)
                                                          : scan.shownFolder(main.folder) + u'/' + main.singleFile);
        if (main.isProgram)
            line += ScanCommandText::tr(", a program");
        if (i == scan.defaultMain() && scan.mains.size() > 1)
            line += ScanCommandText::tr(", built by default");
        lines += line;
    }
    for (const SourceScan::Finding &finding : scan.findings)
        lines += finding.words.message + u". "_s + finding.words.reason;
    return lines.join(u'\n') + u'\n';
}

} // namespace plugsmith

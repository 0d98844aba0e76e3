<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>plugsmith::ActionBar</name>
    <message numerus="yes">
        <source>Show %n plugin(s)</source>
        <translation>
            <numerusform>Show %n plugin</numerusform>
            <numerusform>Show %n plugins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n</source>
        <translation>
            <numerusform>Add %n</numerusform>
            <numerusform>Add %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::AdvancedDialog</name>
    <message numerus="yes">
        <source>Environment: %n variable(s)</source>
        <translation>
            <numerusform>Environment: %n variable</numerusform>
            <numerusform>Environment: %n variables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::ArgumentCheck</name>
    <message numerus="yes">
        <source>It takes at least %n argument(s)</source>
        <translation>
            <numerusform>It takes at least %n argument</numerusform>
            <numerusform>It takes at least %n arguments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It takes %n argument(s)</source>
        <translation>
            <numerusform>It takes %n argument</numerusform>
            <numerusform>It takes %n arguments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::BuildPage</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n platform(s) cannot be built here.</source>
        <translation>
            <numerusform>%n platform cannot be built here.</numerusform>
            <numerusform>%n platforms cannot be built here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::BuildPlan</name>
    <message numerus="yes">
        <source>%n imported package(s) belong to no module</source>
        <translation>
            <numerusform>%n imported package belongs to no module</numerusform>
            <numerusform>%n imported packages belong to no module</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::BuildSession</name>
    <message numerus="yes">
        <source>Building %n plugin(s)</source>
        <translation>
            <numerusform>Building %n plugin</numerusform>
            <numerusform>Building %n plugins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plugin(s) written to %1</source>
        <translation>
            <numerusform>%n plugin written to %1</numerusform>
            <numerusform>%n plugins written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parallel build(s)</source>
        <translation>
            <numerusform>%n parallel build</numerusform>
            <numerusform>%n parallel builds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plugin(s) are built then</source>
        <translation>
            <numerusform>%n plugin is built then</numerusform>
            <numerusform>%n plugins are built then</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::BuildSettings</name>
    <message numerus="yes">
        <source> day(s)</source>
        <comment>after a number in a field</comment>
        <translation>
            <numerusform> day</numerusform>
            <numerusform> days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::BuildSummary</name>
    <message numerus="yes">
        <source>Build the other %n</source>
        <translation>
            <numerusform>Build the Other One</numerusform>
            <numerusform>Build the Other %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n are up to date</source>
        <translation>
            <numerusform>The plugin is up to date</numerusform>
            <numerusform>All %n are up to date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n built</source>
        <translation>
            <numerusform>%n built</numerusform>
            <numerusform>%n built</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n plugin(s)</source>
        <translation>
            <numerusform>Show %n plugin</numerusform>
            <numerusform>Show %n plugins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed, the same way</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed, the same way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Build %n plugin(s)</source>
        <translation>
            <numerusform>Build %n plugin</numerusform>
            <numerusform>Build %n plugins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plugin(s), about %1</source>
        <translation>
            <numerusform>%n plugin, about %1</numerusform>
            <numerusform>%n plugins, about %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plugin(s)</source>
        <translation>
            <numerusform>%n plugin</numerusform>
            <numerusform>%n plugins</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::Call</name>
    <message numerus="yes">
        <source>%n argument(s)</source>
        <translation>
            <numerusform>%n argument</numerusform>
            <numerusform>%n arguments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::CatalogueModel</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::ComparisonModel</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::FailureAdvice</name>
    <message numerus="yes">
        <source>%n error(s) in %1</source>
        <translation>
            <numerusform>%n error in %1</numerusform>
            <numerusform>%n errors in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::FreeSpacePopover</name>
    <message numerus="yes">
        <source>Remove %n Go version(s)?</source>
        <translation>
            <numerusform>Remove %n Go version?</numerusform>
            <numerusform>Remove %n Go versions?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::GenerationModel</name>
    <message numerus="yes">
        <source>%1, %n in memory</source>
        <translation>
            <numerusform>%1, %n in memory</numerusform>
            <numerusform>%1, %n in memory</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in memory</source>
        <translation>
            <numerusform>%n in memory</numerusform>
            <numerusform>%n in memory</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::LinkCheck</name>
    <message numerus="yes">
        <source>%n package(s) were compiled from other sources or with other flags than those in memory: %1</source>
        <translation>
            <numerusform>%n package was compiled from other sources or with other flags than the one in memory: %1</numerusform>
            <numerusform>%n packages were compiled from other sources or with other flags than those in memory: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::LoadPage</name>
    <message numerus="yes">
        <source>%n call(s) are running</source>
        <translation>
            <numerusform>%n call is running</numerusform>
            <numerusform>%n calls are running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::LoadResultPanel</name>
    <message numerus="yes">
        <source>Output · %n line(s)</source>
        <translation>
            <numerusform>Output · %n line</numerusform>
            <numerusform>Output · %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n frame(s) of Go&apos;s runtime</source>
        <translation>
            <numerusform>Show %n frame of Go&apos;s runtime</numerusform>
            <numerusform>Show %n frames of Go&apos;s runtime</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::LoadSession</name>
    <message numerus="yes">
        <source>Running %n min</source>
        <translation>
            <numerusform>Running %n min</numerusform>
            <numerusform>Running %n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::LoadSessionPanel</name>
    <message numerus="yes">
        <source>Go cannot unload a plugin. Restarting the session frees the %1 held by %n replaced generation(s).</source>
        <translation>
            <numerusform>Go cannot unload a plugin. Restarting the session frees the %1 held by %n replaced generation.</numerusform>
            <numerusform>Go cannot unload a plugin. Restarting the session frees the %1 held by %n replaced generations.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::LocalExecutor</name>
    <message numerus="yes">
        <source>%n error(s) in %1</source>
        <translation>
            <numerusform>%n error in %1</numerusform>
            <numerusform>%n errors in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::LogPanel</name>
    <message numerus="yes">
        <source>%n new line(s) ↓</source>
        <translation>
            <numerusform>%n new line ↓</numerusform>
            <numerusform>%n new lines ↓</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::LogView</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) copied.</source>
        <translation>
            <numerusform>%n line copied.</numerusform>
            <numerusform>%n lines copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::MainWindow</name>
    <message numerus="yes">
        <source>%n build(s) did not end the last time</source>
        <translation>
            <numerusform>%n build did not end the last time</numerusform>
            <numerusform>%n builds did not end the last time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::PluginDetails</name>
    <message numerus="yes">
        <source>%n plugin(s) selected</source>
        <translation>
            <numerusform>%n plugin selected</numerusform>
            <numerusform>%n plugins selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::PluginInfoCard</name>
    <message numerus="yes">
        <source>%n build info file(s) could not be written</source>
        <translation>
            <numerusform>%n build info file could not be written</numerusform>
            <numerusform>%n build info files could not be written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n build info file(s) were written</source>
        <translation>
            <numerusform>%n build info file was written</numerusform>
            <numerusform>%n build info files were written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n build info file(s) could not be brought back</source>
        <translation>
            <numerusform>%n build info file could not be brought back</numerusform>
            <numerusform>%n build info files could not be brought back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::PluginPlacesModel</name>
    <message numerus="yes">
        <source>%n folder(s) inside cannot be read</source>
        <translation>
            <numerusform>%n folder inside cannot be read</numerusform>
            <numerusform>%n folders inside cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::PluginTrashCard</name>
    <message numerus="yes">
        <source>%n file(s) could not be moved to the wastebasket</source>
        <translation>
            <numerusform>%n file could not be moved to the wastebasket</numerusform>
            <numerusform>%n files could not be moved to the wastebasket</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plugin(s) were moved to the wastebasket</source>
        <translation>
            <numerusform>%n plugin was moved to the wastebasket</numerusform>
            <numerusform>%n plugins were moved to the wastebasket</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be brought back</source>
        <translation>
            <numerusform>%n file could not be brought back</numerusform>
            <numerusform>%n files could not be brought back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::PluginsPage</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reading %n</source>
        <translation>
            <numerusform>reading %n</numerusform>
            <numerusform>reading %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::ScanCommand</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dependencies %n module(s)</source>
        <translation>
            <numerusform>Dependencies %n module</numerusform>
            <numerusform>Dependencies %n modules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Package      %1 (%n file(s))</source>
        <translation>
            <numerusform>Package      %1 (%n file)</numerusform>
            <numerusform>Package      %1 (%n files)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::SourceDrop</name>
    <message numerus="yes">
        <source>Open %n sources</source>
        <translation>
            <numerusform>Open %n source</numerusform>
            <numerusform>Open %n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look into %n plugins</source>
        <translation>
            <numerusform>Look into %n plugin</numerusform>
            <numerusform>Look into %n plugins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n presets</source>
        <translation>
            <numerusform>Import %n preset</numerusform>
            <numerusform>Import %n presets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::SourceIntake</name>
    <message numerus="yes">
        <source>Nor %n other file(s).</source>
        <translation>
            <numerusform>Nor %n other file.</numerusform>
            <numerusform>Nor %n other files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the %n sources supplies a module to another. Drop fewer of them.</source>
        <translation>
            <numerusform>None of the %n sources supplies a module to another. Drop fewer of them.</numerusform>
            <numerusform>None of the %n sources supplies a module to another. Drop fewer of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::SourceMessage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported package(s) belong to no module: %1. Plugsmith can look up their versions, over the network, for the copy that it builds.</source>
        <translation>
            <numerusform>%n imported package belongs to no module: %1. Plugsmith can look up its version, over the network, for the copy that it builds.</numerusform>
            <numerusform>%n imported packages belong to no module: %1. Plugsmith can look up their versions, over the network, for the copy that it builds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::SourcePanel</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n module(s)</source>
        <translation>
            <numerusform>%n module</numerusform>
            <numerusform>%n modules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n direct</source>
        <translation>
            <numerusform>%n direct</numerusform>
            <numerusform>%n direct</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::SourceScan</name>
    <message numerus="yes">
        <source>%1 holds %n file(s), but none of them ends in .go.</source>
        <translation>
            <numerusform>%1 holds %n file, which does not end in .go.</numerusform>
            <numerusform>%1 holds %n files, but none of them ends in .go.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Plugsmith builds Go modules. The source has %n .go file(s) but no go.mod.</source>
        <translation>
            <numerusform>Plugsmith builds Go modules. The source has %n .go file but no go.mod.</numerusform>
            <numerusform>Plugsmith builds Go modules. The source has %n .go files but no go.mod.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n modules</source>
        <translation>
            <numerusform>There is %n module</numerusform>
            <numerusform>There are %n modules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::StartPanel</name>
    <message numerus="yes">
        <source>%1 and %n more platform(s) need a C cross compiler</source>
        <translation>
            <numerusform>%1 and %n more platform need a C cross compiler</numerusform>
            <numerusform>%1 and %n more platforms need a C cross compiler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go %1 is installed</source>
        <comment>number of versions</comment>
        <extracomment>a list of one or more versions: &quot;1.22.6 and 1.23.12&quot;</extracomment>
        <translation>
            <numerusform>Go %1 is installed</numerusform>
            <numerusform>Go %1 are installed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::StatusChips</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::TargetMatrixModel</name>
    <message numerus="yes">
        <source>%1, compiling, %2 of %n package(s)</source>
        <translation>
            <numerusform>%1, compiling, %2 of %n package</numerusform>
            <numerusform>%1, compiling, %2 of %n packages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::ToolchainModel</name>
    <message numerus="yes">
        <source>not used for %n day(s)</source>
        <translation>
            <numerusform>not used for %n day</numerusform>
            <numerusform>not used for %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::ToolchainSession</name>
    <message numerus="yes">
        <source>%n platform(s) build on this machine</source>
        <translation>
            <numerusform>%n platform builds on this machine</numerusform>
            <numerusform>%n platforms build on this machine</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::ToolchainsPage</name>
    <message numerus="yes">
        <source>%n installed</source>
        <translation>
            <numerusform>%n installed</numerusform>
            <numerusform>%n installed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the way</source>
        <translation>
            <numerusform>%n on the way</numerusform>
            <numerusform>%n on the way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n platform(s) have a compiler</source>
        <translation>
            <numerusform>%1 of %n platform has a compiler</numerusform>
            <numerusform>%1 of %n platforms have a compiler</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::ToolchainsSide</name>
    <message numerus="yes">
        <source>Go versions (%n managed here)</source>
        <translation>
            <numerusform>Go versions (%n managed here)</numerusform>
            <numerusform>Go versions (%n managed here)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removing what was not used for %n day(s) frees %1.</source>
        <translation>
            <numerusform>Removing what was not used for %n day frees %1.</numerusform>
            <numerusform>Removing what was not used for %n days frees %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything that Plugsmith fetched was used in the last %n day(s).</source>
        <translation>
            <numerusform>Everything that Plugsmith fetched was used in the last %n day.</numerusform>
            <numerusform>Everything that Plugsmith fetched was used in the last %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::WindowPages</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>plugins</comment>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <comment>sessions</comment>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being fetched</source>
        <comment>Go versions</comment>
        <translation>
            <numerusform>%n being fetched</numerusform>
            <numerusform>%n being fetched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::dialogs</name>
    <message numerus="yes">
        <source>%n build(s) are running.</source>
        <translation>
            <numerusform>%n build is running.</numerusform>
            <numerusform>%n builds are running.</numerusform>
        </translation>
    </message>
</context>
</TS>

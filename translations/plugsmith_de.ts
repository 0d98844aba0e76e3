<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>main</name>
    <message>
        <source>Builds, inspects and loads Go plugins.</source>
        <translation>Baut, untersucht und lädt Go-Plugins.</translation>
    </message>
    <message>
        <source>Build the source as soon as it is read.</source>
        <translation>Die Quelle bauen, sobald sie gelesen ist.</translation>
    </message>
    <message>
        <source>An archive, a folder, a .go file or the address of an archive; further ones supply local modules.</source>
        <translation>Ein Archiv, ein Ordner, eine .go-Datei oder die Adresse eines Archivs; weitere liefern lokale Module.</translation>
    </message>
</context>
<context>
    <name>plugsmith::ActionBar</name>
    <message>
        <source>&amp;Parallel builds</source>
        <translation>&amp;Parallele Builds</translation>
    </message>
    <message>
        <source>Progress of the build</source>
        <translation>Fortschritt des Builds</translation>
    </message>
    <message numerus="yes">
        <source>Show %n plugin(s)</source>
        <translation>
            <numerusform>%n Plugin anzeigen</numerusform>
            <numerusform>%n Plugins anzeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Build anyway</source>
        <translation>Trotzdem bauen</translation>
    </message>
    <message>
        <source>Build again</source>
        <translation>Erneut bauen</translation>
    </message>
    <message>
        <source>Parallel builds</source>
        <translation>Parallele Builds</translation>
    </message>
    <message>
        <source>Build what was selected meanwhile, too</source>
        <translation>Auch das inzwischen Ausgewählte bauen</translation>
    </message>
    <message numerus="yes">
        <source>Add %n</source>
        <translation>
            <numerusform>%n hinzufügen</numerusform>
            <numerusform>%n hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Fehlgeschlagene wiederholen</translation>
    </message>
</context>
<context>
    <name>plugsmith::Actions</name>
    <message>
        <source>&amp;Open Archive…</source>
        <translation>&amp;Archiv öffnen …</translation>
    </message>
    <message>
        <source>Open an archive or a .go file</source>
        <translation>Ein Archiv oder eine .go-Datei öffnen</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>&amp;Ordner öffnen …</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Add Local &amp;Module…</source>
        <translation>Lokales &amp;Modul hinzufügen …</translation>
    </message>
    <message>
        <source>Add an archive with a module that go.mod replaces</source>
        <translation>Ein Archiv mit einem Modul hinzufügen, das go.mod ersetzt</translation>
    </message>
    <message>
        <source>&amp;Save Preset…</source>
        <translation>Profil &amp;speichern …</translation>
    </message>
    <message>
        <source>&amp;Presets…</source>
        <translation>&amp;Profile …</translation>
    </message>
    <message>
        <source>&amp;Close Source</source>
        <translation>Quelle s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy as Co&amp;mmand</source>
        <translation>Als &amp;Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy the build as a command for a terminal</source>
        <translation>Den Build als Befehl für ein Terminal kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Paste text, or open the files or the address on the clipboard</source>
        <translation>Text einfügen oder die Dateien oder die Adresse aus der Zwischenablage öffnen</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>A&amp;lles auswählen</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen …</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>Weiters&amp;uchen</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>Rückwärts su&amp;chen</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>E&amp;instellungen …</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Build</source>
        <translation>Ba&amp;uen</translation>
    </message>
    <message>
        <source>B&amp;ack</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>F&amp;orward</source>
        <translation>Vo&amp;rwärts</translation>
    </message>
    <message>
        <source>&amp;Hide Platforms That Cannot Be Built Here</source>
        <translation>&amp;Hier nicht baubare Plattformen ausblenden</translation>
    </message>
    <message>
        <source>Show Status Ba&amp;r</source>
        <translation>&amp;Statusleiste anzeigen</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Next Pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous Pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>&amp;Larger Log Text</source>
        <translation>Protokollschrift &amp;größer</translation>
    </message>
    <message>
        <source>&amp;Smaller Log Text</source>
        <translation>Protokollschrift k&amp;leiner</translation>
    </message>
    <message>
        <source>&amp;Normal Log Text</source>
        <translation>Protokollschrift &amp;normal</translation>
    </message>
    <message>
        <source>&amp;Build Selected</source>
        <translation>Aus&amp;wahl bauen</translation>
    </message>
    <message>
        <source>Build &amp;Anyway</source>
        <translation>&amp;Trotzdem bauen</translation>
    </message>
    <message>
        <source>Build even what has not changed</source>
        <translation>Auch bauen, was sich nicht geändert hat</translation>
    </message>
    <message>
        <source>&amp;Retry Failed</source>
        <translation>&amp;Fehlgeschlagene wiederholen</translation>
    </message>
    <message>
        <source>Cancel &amp;Job</source>
        <translation>Auftrag a&amp;bbrechen</translation>
    </message>
    <message>
        <source>&amp;Cancel All</source>
        <translation>&amp;Alle abbrechen</translation>
    </message>
    <message>
        <source>Select &amp;This Machine</source>
        <translation>&amp;Diesen Rechner auswählen</translation>
    </message>
    <message>
        <source>Select every version for this machine&apos;s platform</source>
        <translation>Alle Versionen für die Plattform dieses Rechners auswählen</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Select All That Build &amp;Here</source>
        <translation>Alle &amp;hier baubaren auswählen</translation>
    </message>
    <message>
        <source>All that build here</source>
        <translation>Alle hier baubaren</translation>
    </message>
    <message>
        <source>Clear &amp;Selection</source>
        <translation>Auswahl a&amp;ufheben</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>&amp;Next Error</source>
        <translation>&amp;Nächster Fehler</translation>
    </message>
    <message>
        <source>&amp;Previous Error</source>
        <translation>&amp;Voriger Fehler</translation>
    </message>
    <message>
        <source>&amp;Follow Log</source>
        <translation>Proto&amp;koll folgen</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Sample Project</source>
        <translation>&amp;Beispielprojekt</translation>
    </message>
    <message>
        <source>Open a small plugin source to try the program with</source>
        <translation>Eine kleine Plugin-Quelle zum Ausprobieren öffnen</translation>
    </message>
    <message>
        <source>&amp;About Plugsmith</source>
        <translation>&amp;Über Plugsmith</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Sort by &amp;What Builds Here</source>
        <translation>Hier &amp;Baubares zuerst</translation>
    </message>
    <message>
        <source>&amp;Plugins</source>
        <translation>&amp;Plugins</translation>
    </message>
    <message>
        <source>&amp;Add Folder…</source>
        <translation>Ordner &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Add a folder with plugins</source>
        <translation>Einen Ordner mit Plugins hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Look Again</source>
        <translation>&amp;Erneut nachsehen</translation>
    </message>
    <message>
        <source>Look for changes in the folders</source>
        <translation>In den Ordnern nach Änderungen sehen</translation>
    </message>
    <message>
        <source>&amp;Filter Plugins</source>
        <translation>Plugins &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Plugin</source>
        <translation>P&amp;lugin</translation>
    </message>
    <message>
        <source>&amp;Details on the Right</source>
        <translation>&amp;Details rechts</translation>
    </message>
    <message>
        <source>&amp;Toolchains</source>
        <translation>&amp;Toolchains</translation>
    </message>
    <message>
        <source>&amp;Load</source>
        <translation>L&amp;aden</translation>
    </message>
    <message>
        <source>&amp;Load Plugin…</source>
        <translation>Plugin &amp;laden…</translation>
    </message>
    <message>
        <source>Load a plugin and call its functions</source>
        <translation>Ein Plugin laden und seine Funktionen aufrufen</translation>
    </message>
    <message>
        <source>Load plugin…</source>
        <translation>Plugin laden…</translation>
    </message>
    <message>
        <source>&amp;New Session</source>
        <translation>&amp;Neue Sitzung</translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation>&amp;Aufrufen</translation>
    </message>
    <message>
        <source>Sto&amp;p Call</source>
        <translation>Aufruf a&amp;bbrechen</translation>
    </message>
    <message>
        <source>End the context of the call that runs</source>
        <translation>Den Kontext des laufenden Aufrufs beenden</translation>
    </message>
    <message>
        <source>Load Newer SCN &amp;Automatically</source>
        <translation>Neuere SCN a&amp;utomatisch laden</translation>
    </message>
    <message>
        <source>Refresh &amp;Values</source>
        <translation>&amp;Werte neu lesen</translation>
    </message>
    <message>
        <source>Read the variables of the plugin again</source>
        <translation>Die Variablen des Plugins neu lesen</translation>
    </message>
    <message>
        <source>&amp;Restart Session</source>
        <translation>Sitzung neu s&amp;tarten</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>&amp;Stop Session</source>
        <translation>Sitzung b&amp;eenden</translation>
    </message>
    <message>
        <source>End the process of the session</source>
        <translation>Den Prozess der Sitzung beenden</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Close S&amp;ession</source>
        <translation>Sitzung s&amp;chließen</translation>
    </message>
    <message>
        <source>End the session and forget it</source>
        <translation>Die Sitzung beenden und vergessen</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation>&amp;Sitzung</translation>
    </message>
    <message>
        <source>&amp;Close Session</source>
        <translation>Sitzung s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Show Built Plugins</source>
        <translation>&amp;Gebaute Plugins zeigen</translation>
    </message>
    <message>
        <source>Show the plugins of the last build on the Plugins page</source>
        <translation>Zeigt die Plugins des letzten Builds auf der Seite Plugins</translation>
    </message>
    <message>
        <source>Save &amp;Diagnostic Report…</source>
        <translation>&amp;Diagnosebericht speichern …</translation>
    </message>
    <message>
        <source>Show what would help others to understand a problem, and save it</source>
        <translation>Zeigt, was anderen hilft, ein Problem zu verstehen, und speichert es</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>&amp;What a Plugin Needs</source>
        <translation>&amp;Was ein Plugin braucht</translation>
    </message>
</context>
<context>
    <name>plugsmith::AdvancedDialog</name>
    <message>
        <source>Module proxy</source>
        <translation>Modul-Proxy</translation>
    </message>
    <message>
        <source>As in the environment</source>
        <translation>Wie in der Umgebung</translation>
    </message>
    <message>
        <source>GOFLAGS of the build</source>
        <translation>GOFLAGS des Builds</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Flags for the Go compiler</source>
        <translation>Flags für den Go-Compiler</translation>
    </message>
    <message>
        <source>Advanced options</source>
        <translation>Erweiterte Optionen</translation>
    </message>
    <message>
        <source>Content: an unchanged rebuild is the same plugin</source>
        <translation>Inhalt: ein unveränderter Build ist dasselbe Plugin</translation>
    </message>
    <message>
        <source>Time: each build is a new plugin, as with viant/pgo</source>
        <translation>Zeit: jeder Build ist ein neues Plugin, wie bei viant/pgo</translation>
    </message>
    <message>
        <source>The fastest that works</source>
        <translation>Der schnellste, der funktioniert</translation>
    </message>
    <message>
        <source>The C compiler&apos;s own</source>
        <translation>Der des C-Compilers</translation>
    </message>
    <message>
        <source>&amp;Build arguments</source>
        <translation>&amp;Build-Argumente</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>&amp;Umgebung</translation>
    </message>
    <message>
        <source>Module &amp;proxy</source>
        <translation>Modul-&amp;Proxy</translation>
    </message>
    <message>
        <source>GO&amp;FLAGS</source>
        <translation>GO&amp;FLAGS</translation>
    </message>
    <message>
        <source>&amp;Compiler flags</source>
        <translation>&amp;Compiler-Flags</translation>
    </message>
    <message>
        <source>&amp;Identity</source>
        <translation>&amp;Identität</translation>
    </message>
    <message>
        <source>C li&amp;nker</source>
        <translation>C-Li&amp;nker</translation>
    </message>
    <message>
        <source>Arguments of go build, one in each row</source>
        <translation>Argumente von go build, eines je Zeile</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Splits the text on the clipboard as a shell does</source>
        <translation>Zerlegt den Text der Zwischenablage wie eine Shell</translation>
    </message>
    <message>
        <source>Environment variables of go build</source>
        <translation>Umgebungsvariablen von go build</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Build arguments: %1</source>
        <translation>Build-Argumente: %1</translation>
    </message>
    <message numerus="yes">
        <source>Environment: %n variable(s)</source>
        <translation>
            <numerusform>Umgebung: %n Variable</numerusform>
            <numerusform>Umgebung: %n Variablen</numerusform>
        </translation>
    </message>
    <message>
        <source>Compiler flags: %1</source>
        <translation>Compiler-Flags: %1</translation>
    </message>
    <message>
        <source>Each build is a new plugin</source>
        <translation>Jeder Build ist ein neues Plugin</translation>
    </message>
    <message>
        <source>C linker: %1</source>
        <translation>C-Linker: %1</translation>
    </message>
    <message>
        <source>Modules are looked up over the network</source>
        <translation>Module werden im Netz nachgeschlagen</translation>
    </message>
    <message>
        <source>Build from the &amp;vendor folder where there is one</source>
        <translation>Aus dem &amp;vendor-Ordner bauen, wo es einen gibt</translation>
    </message>
    <message>
        <source>CPU levels</source>
        <translation>CPU-Stufen</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>The vendor folder is not used</source>
        <translation>Der vendor-Ordner wird nicht benutzt</translation>
    </message>
</context>
<context>
    <name>plugsmith::AdvancedSettings</name>
    <message>
        <source>Show All Messages Again</source>
        <translation>Alle Meldungen wieder anzeigen</translation>
    </message>
    <message>
        <source>Open Settings Folder</source>
        <translation>Einstellungsordner öffnen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Those that you chose not to see again.</source>
        <translation>Solche, die nicht mehr angezeigt werden sollten.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
</context>
<context>
    <name>plugsmith::Announcer</name>
    <message>
        <source>%1: %2</source>
        <comment>target, state</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>plugsmith::ArchiveErrors</name>
    <message>
        <source>Reading stopped at %1, byte %2. The download may be incomplete.</source>
        <translation>Das Lesen endete bei %1, Byte %2. Möglicherweise ist der Download unvollständig.</translation>
    </message>
    <message>
        <source>Reading stopped at %1. The download may be incomplete.</source>
        <translation>Das Lesen endete bei %1. Möglicherweise ist der Download unvollständig.</translation>
    </message>
    <message>
        <source>%1 is damaged</source>
        <translation>%1 ist beschädigt</translation>
    </message>
    <message>
        <source>It holds %1 more than once.</source>
        <translation>Sie enthält %1 mehrfach.</translation>
    </message>
    <message>
        <source>%1 and %2 differ only in upper and lower case, which this disk does not tell apart.</source>
        <translation>%1 und %2 unterscheiden sich nur in Groß- und Kleinschreibung, was dieser Datenträger nicht trennt.</translation>
    </message>
    <message>
        <source>%1 is below %2, which is a file.</source>
        <translation>%1 liegt unter %2, das eine Datei ist.</translation>
    </message>
    <message>
        <source>%1 would be written through the link %2.</source>
        <translation>%1 würde durch den Link %2 geschrieben.</translation>
    </message>
    <message>
        <source>%1 stands for %2, which is no earlier file of the archive.</source>
        <translation>%1 steht für %2, das keine frühere Datei des Archivs ist.</translation>
    </message>
    <message>
        <source>%1 is a device, a pipe or a socket.</source>
        <translation>%1 ist ein Gerät, eine Pipe oder ein Socket.</translation>
    </message>
    <message>
        <source>The name %1 has a backslash, which could lead to another folder.</source>
        <translation>Der Name %1 enthält einen Backslash, der in einen anderen Ordner führen könnte.</translation>
    </message>
    <message>
        <source>The name %1 has control characters.</source>
        <translation>Der Name %1 enthält Steuerzeichen.</translation>
    </message>
    <message>
        <source>A name is longer than file systems allow: %1</source>
        <translation>Ein Name ist länger, als Dateisysteme erlauben: %1</translation>
    </message>
    <message>
        <source>The entry %1 is not allowed.</source>
        <translation>Der Eintrag %1 ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>The source changed while it was packed</source>
        <translation>Die Quelle hat sich beim Packen geändert</translation>
    </message>
    <message>
        <source>%1 was written a moment ago.</source>
        <translation>%1 wurde gerade eben geschrieben.</translation>
    </message>
    <message>
        <source>%1 cannot be unpacked safely</source>
        <translation>%1 kann nicht sicher entpackt werden</translation>
    </message>
    <message>
        <source>It holds more than %1 files and folders, which is the limit.</source>
        <translation>Sie enthält mehr als %1 Dateien und Ordner; das ist die Grenze.</translation>
    </message>
    <message>
        <source>It holds %1 files and folders; the limit is %2.</source>
        <translation>Sie enthält %1 Dateien und Ordner; die Grenze ist %2.</translation>
    </message>
    <message>
        <source>It would grow to more than %1 times its size.</source>
        <translation>Sie würde auf mehr als das %1-Fache ihrer Größe wachsen.</translation>
    </message>
    <message>
        <source>%1 would need %2; the limit for one file is %3.</source>
        <translation>%1 bräuchte %2; die Grenze für eine Datei ist %3.</translation>
    </message>
    <message>
        <source>It would need more than %1, which is the limit.</source>
        <translation>Sie bräuchte mehr als %1; das ist die Grenze.</translation>
    </message>
    <message>
        <source>It would need %1; the limit is %2.</source>
        <translation>Sie bräuchte %1; die Grenze ist %2.</translation>
    </message>
    <message>
        <source>%1 is too large for a zip</source>
        <translation>%1 ist zu groß für ein Zip</translation>
    </message>
    <message>
        <source>It holds %1 files and folders; a zip holds %2.</source>
        <translation>Sie enthält %1 Dateien und Ordner; ein Zip fasst %2.</translation>
    </message>
    <message>
        <source>%1 is too large when unpacked</source>
        <translation>%1 ist entpackt zu groß</translation>
    </message>
    <message>
        <source>It uses a feature that Plugsmith does not know.</source>
        <translation>Sie verwendet eine Funktion, die Plugsmith nicht kennt.</translation>
    </message>
    <message>
        <source>It is compressed with a method that Plugsmith does not know.</source>
        <translation>Sie ist mit einem Verfahren komprimiert, das Plugsmith nicht kennt.</translation>
    </message>
    <message>
        <source>It is one of several parts.</source>
        <translation>Sie ist eines von mehreren Teilen.</translation>
    </message>
    <message>
        <source>It has an entry of a kind that Plugsmith does not know: %1</source>
        <translation>Sie hat einen Eintrag einer Art, die Plugsmith nicht kennt: %1</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 is not an archive Plugsmith can read</source>
        <translation>%1 ist kein Archiv, das Plugsmith lesen kann</translation>
    </message>
    <message>
        <source>It does not start like a zip, tar, zstd or 7z file.</source>
        <translation>Sie beginnt nicht wie eine Zip-, Tar-, Zstd- oder 7z-Datei.</translation>
    </message>
    <message>
        <source>%1 is protected by a password</source>
        <translation>%1 ist durch ein Passwort geschützt</translation>
    </message>
    <message>
        <source>Plugsmith does not ask for archive passwords.</source>
        <translation>Plugsmith fragt nicht nach Archivpasswörtern.</translation>
    </message>
    <message>
        <source>%1 would write outside its folder</source>
        <translation>%1 würde außerhalb seines Ordners schreiben</translation>
    </message>
    <message>
        <source>The entry %1 points elsewhere, so nothing was unpacked.</source>
        <translation>Der Eintrag %1 führt woandershin, deshalb wurde nichts entpackt.</translation>
    </message>
    <message>
        <source>Reading stopped unexpectedly. The download may be incomplete.</source>
        <translation>Das Lesen endete unerwartet. Möglicherweise ist der Download unvollständig.</translation>
    </message>
    <message>
        <source>The program that reads archives did not start.</source>
        <translation>Das Programm, das Archive liest, ist nicht gestartet.</translation>
    </message>
    <message>
        <source>The program that reads archives gave an answer that makes no sense.</source>
        <translation>Das Programm, das Archive liest, hat eine sinnlose Antwort gegeben.</translation>
    </message>
    <message>
        <source>%1 was not written</source>
        <translation>%1 wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>Reading %1 was cancelled</source>
        <translation>Das Lesen von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>The program plugsmith-unpack, which reads archives, is missing.</source>
        <translation>Das Programm plugsmith-unpack, das Archive liest, fehlt.</translation>
    </message>
    <message>
        <source>%1 is a folder</source>
        <translation>%1 ist ein Ordner</translation>
    </message>
    <message>
        <source>An archive is expected here.</source>
        <translation>Hier wird ein Archiv erwartet.</translation>
    </message>
    <message>
        <source>%1 is not a file</source>
        <translation>%1 ist keine Datei</translation>
    </message>
    <message>
        <source>%1 was not unpacked</source>
        <translation>%1 wurde nicht entpackt</translation>
    </message>
    <message>
        <source>The folder %1 is not empty.</source>
        <translation>Der Ordner %1 ist nicht leer.</translation>
    </message>
</context>
<context>
    <name>plugsmith::ArgumentCheck</name>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>an array</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message numerus="yes">
        <source>It takes at least %n argument(s)</source>
        <translation>
            <numerusform>Sie nimmt mindestens %n Argument</numerusform>
            <numerusform>Sie nimmt mindestens %n Argumente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It takes %n argument(s)</source>
        <translation>
            <numerusform>Sie nimmt %n Argument</numerusform>
            <numerusform>Sie nimmt %n Argumente</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, and %2 were given.</source>
        <translation>%1, angegeben sind %2.</translation>
    </message>
    <message>
        <source>This is not JSON yet: %1.</source>
        <translation>Das ist noch kein JSON: %1.</translation>
    </message>
    <message>
        <source>Expected an array with an element for each argument.</source>
        <translation>Erwartet wird eine Liste mit einem Element für jedes Argument.</translation>
    </message>
    <message>
        <source>Element %1: expected %2 for %3, found %4.</source>
        <translation>Element %1: erwartet wird %2 für %3, angegeben ist %4.</translation>
    </message>
</context>
<context>
    <name>plugsmith::AtomicFile</name>
    <message>
        <source>%1 was not written.</source>
        <translation>%1 wurde nicht geschrieben.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>plugsmith::BackgroundRun</name>
    <message>
        <source>&amp;Show Plugsmith</source>
        <translation>Plugsmith &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Plugsmith: %1</source>
        <translation>Plugsmith: %1</translation>
    </message>
</context>
<context>
    <name>plugsmith::BinaryCheck</name>
    <message>
        <source>The result is not what was asked for</source>
        <translation>Das Ergebnis ist nicht das Verlangte</translation>
    </message>
    <message>
        <source>Go wrote a package archive: the package that was built is not “main”.</source>
        <translation>Go hat ein Paketarchiv geschrieben: Das gebaute Paket ist nicht „main“.</translation>
    </message>
    <message>
        <source>The file is for %1, the target is %2.</source>
        <translation>Die Datei ist für %1, das Ziel ist %2.</translation>
    </message>
    <message>
        <source>The file is not a Go plugin.</source>
        <translation>Die Datei ist kein Go-Plugin.</translation>
    </message>
    <message>
        <source>The file was built by Go %1, the target is Go %2.</source>
        <translation>Die Datei wurde mit Go %1 gebaut, das Ziel ist Go %2.</translation>
    </message>
    <message>
        <source>The file looks like one of Go %1, the target is Go %2.</source>
        <translation>Die Datei sieht nach Go %1 aus, das Ziel ist Go %2.</translation>
    </message>
</context>
<context>
    <name>plugsmith::BinaryFile</name>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 cannot be checked</source>
        <translation>%1 kann nicht geprüft werden</translation>
    </message>
    <message>
        <source>It is neither an ELF nor a Mach-O file.</source>
        <translation>Sie ist weder eine ELF- noch eine Mach-O-Datei.</translation>
    </message>
    <message>
        <source>%1 is damaged</source>
        <translation>%1 ist beschädigt</translation>
    </message>
    <message>
        <source>It was cut short while it was read.</source>
        <translation>Sie wurde gekürzt, während sie gelesen wurde.</translation>
    </message>
    <message>
        <source>It is not a regular file.</source>
        <translation>Sie ist keine reguläre Datei.</translation>
    </message>
    <message>
        <source>The system cannot map it into memory.</source>
        <translation>Das System kann sie nicht in den Speicher einblenden.</translation>
    </message>
</context>
<context>
    <name>plugsmith::BuildCommand</name>
    <message>
        <source>There is no module %1</source>
        <translation>Es gibt kein Modul %1</translation>
    </message>
    <message>
        <source>The source has: %1.</source>
        <translation>Die Quelle hat: %1.</translation>
    </message>
    <message>
        <source>No “package main” was found</source>
        <translation>Kein „package main“ gefunden</translation>
    </message>
    <message>
        <source>A plugin is built from a main package.</source>
        <translation>Ein Plugin wird aus einem main-Paket gebaut.</translation>
    </message>
    <message>
        <source>There is no main package %1</source>
        <translation>Es gibt kein main-Paket %1</translation>
    </message>
    <message>
        <source>No Go for this module was found</source>
        <translation>Kein Go für dieses Modul gefunden</translation>
    </message>
    <message>
        <source>Install Go, or name its folder with --goroot.</source>
        <translation>Go installieren oder seinen Ordner mit --goroot nennen.</translation>
    </message>
    <message>
        <source>go.mod asks for Go %1 or later.</source>
        <translation>go.mod verlangt Go %1 oder neuer.</translation>
    </message>
    <message>
        <source>  cannot be built: %1. %2</source>
        <translation>  nicht baubar: %1. %2</translation>
    </message>
    <message>
        <source>  writes  %1, %2</source>
        <translation>  schreibt %1, %2</translation>
    </message>
    <message>
        <source>  runs    %1</source>
        <translation>  Befehl  %1</translation>
    </message>
    <message>
        <source>  note    %1</source>
        <translation>  Hinweis %1</translation>
    </message>
    <message>
        <source>%1 is fetched.</source>
        <translation>%1 wird geholt.</translation>
    </message>
</context>
<context>
    <name>plugsmith::BuildEngine</name>
    <message>
        <source>%1 has changed</source>
        <translation>%1 hat sich geändert</translation>
    </message>
    <message>
        <source>There is no package %1 in it any more.</source>
        <translation>Das Paket %1 ist nicht mehr darin.</translation>
    </message>
</context>
<context>
    <name>plugsmith::BuildInfo</name>
    <message>
        <source>Line %1 of its build information cannot be read.</source>
        <translation>Zeile %1 der Build-Angaben kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Its build information breaks off.</source>
        <translation>Die Build-Angaben brechen ab.</translation>
    </message>
</context>
<context>
    <name>plugsmith::BuildObstacle</name>
    <message>
        <source>Go has no plugins for %1</source>
        <translation>Go hat keine Plugins für %1</translation>
    </message>
    <message>
        <source>No Go release can build plugins for this platform.</source>
        <translation>Keine Go-Version kann Plugins für diese Plattform bauen.</translation>
    </message>
    <message>
        <source>Go %1 cannot build plugins for %2</source>
        <extracomment>%1 is a Go version, %2 a platform such as linux/riscv64</extracomment>
        <translation>Go %1 kann keine Plugins für %2 bauen</translation>
    </message>
    <message>
        <source>Go supports this since %1.</source>
        <translation>Go unterstützt das seit %1.</translation>
    </message>
    <message>
        <source>Install gcc</source>
        <translation>gcc installieren</translation>
    </message>
    <message>
        <source>Install the command line developer tools</source>
        <translation>Entwicklerwerkzeuge der Befehlszeile installieren</translation>
    </message>
    <message>
        <source>Plugins need cgo, and cgo needs a C compiler for %1.</source>
        <translation>Plugins brauchen cgo, und cgo braucht einen C-Compiler für %1.</translation>
    </message>
    <message>
        <source>%1 needs an Apple SDK</source>
        <translation>%1 braucht ein Apple-SDK</translation>
    </message>
    <message>
        <source>%1 needs a sysroot</source>
        <translation>%1 braucht ein Sysroot</translation>
    </message>
    <message>
        <source>Linking for %1 needs the C library of that system.</source>
        <translation>Das Linken für %1 braucht die C-Bibliothek jenes Systems.</translation>
    </message>
    <message>
        <source>Install %1</source>
        <translation>%1 installieren</translation>
    </message>
    <message>
        <source>%1 needs a C compiler</source>
        <translation>%1 braucht einen C-Compiler</translation>
    </message>
    <message>
        <source>Linking for macOS needs Apple&apos;s libraries. zig cc does not do: it has no CoreFoundation, and its linker does not know the flat namespace of plugins.</source>
        <translation>Das Linken für macOS braucht Apples Bibliotheken. zig cc genügt nicht: Es hat kein CoreFoundation, und sein Linker kennt den flachen Namensraum von Plugins nicht.</translation>
    </message>
    <message>
        <source>zig cc has it.</source>
        <translation>zig cc bringt sie mit.</translation>
    </message>
</context>
<context>
    <name>plugsmith::BuildOptions</name>
    <message>
        <source>The options cannot be read</source>
        <translation>Die Optionen können nicht gelesen werden</translation>
    </message>
    <message>
        <source>“%1” cannot be “%2”.</source>
        <translation>„%1“ kann nicht „%2“ sein.</translation>
    </message>
    <message>
        <source>%1 is not a preset</source>
        <translation>%1 ist kein Profil</translation>
    </message>
    <message>
        <source>It is not JSON with the key “plugsmithPreset”.</source>
        <translation>Es ist kein JSON mit dem Schlüssel „plugsmithPreset“.</translation>
    </message>
    <message>
        <source>A newer Plugsmith wrote it.</source>
        <translation>Ein neueres Plugsmith hat es geschrieben.</translation>
    </message>
    <message>
        <source>“%1 %2” is not a target.</source>
        <translation>„%1 %2“ ist kein Ziel.</translation>
    </message>
</context>
<context>
    <name>plugsmith::BuildPage</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Select:</source>
        <translation>Auswählen:</translation>
    </message>
    <message>
        <source>Add a local module</source>
        <translation>Lokales Modul hinzufügen</translation>
    </message>
    <message>
        <source>Archives (%1)</source>
        <translation>Archive (%1)</translation>
    </message>
    <message>
        <source>Source and options</source>
        <translation>Quelle und Optionen</translation>
    </message>
    <message numerus="yes">
        <source>%n platform(s) cannot be built here.</source>
        <translation>
            <numerusform>%n Plattform kann hier nicht gebaut werden.</numerusform>
            <numerusform>%n Plattformen können hier nicht gebaut werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Command copied.</source>
        <translation>Befehl kopiert.</translation>
    </message>
    <message>
        <source>Looking for Go and C compilers…</source>
        <translation>Go und C-Compiler werden gesucht …</translation>
    </message>
    <message>
        <source>Go %1</source>
        <translation>Go %1</translation>
    </message>
    <message>
        <source>Reset Columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>The log is too large for the clipboard. Save it instead.</source>
        <translation>Das Protokoll ist zu groß für die Zwischenablage. Stattdessen speichern.</translation>
    </message>
    <message>
        <source>Log copied.</source>
        <translation>Protokoll kopiert.</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>Log saved to %1</source>
        <translation>Protokoll nach %1 gespeichert</translation>
    </message>
    <message>
        <source>The log could not be saved to %1</source>
        <translation>Das Protokoll konnte nicht nach %1 gespeichert werden</translation>
    </message>
</context>
<context>
    <name>plugsmith::BuildPlan</name>
    <message>
        <source>The build argument %1 cannot be used</source>
        <translation>Das Build-Argument %1 kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>Plugsmith sets %1 itself.</source>
        <translation>Plugsmith setzt %1 selbst.</translation>
    </message>
    <message>
        <source>Its value is missing.</source>
        <translation>Sein Wert fehlt.</translation>
    </message>
    <message>
        <source>The name “%1” cannot be used</source>
        <translation>Der Name „%1“ kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>There is no folder to save to</source>
        <translation>Es fehlt ein Ordner zum Speichern</translation>
    </message>
    <message>
        <source>Choose where plugins go.</source>
        <translation>Wählen, wohin Plugins kommen.</translation>
    </message>
    <message>
        <source>The environment variable “%1” has no usable name</source>
        <translation>Die Umgebungsvariable „%1“ hat keinen brauchbaren Namen</translation>
    </message>
    <message>
        <source>go.work is not used: it names folders that are not in the source.</source>
        <translation>go.work wird nicht verwendet: Es nennt Ordner, die nicht in der Quelle sind.</translation>
    </message>
    <message>
        <source>The supplied module has another path</source>
        <translation>Das gelieferte Modul hat einen anderen Pfad</translation>
    </message>
    <message>
        <source>It is %1; go.mod expects %2.</source>
        <translation>Er ist %1; go.mod erwartet %2.</translation>
    </message>
    <message>
        <source>A local module is missing</source>
        <translation>Ein lokales Modul fehlt</translation>
    </message>
    <message>
        <source>go.mod replaces %1 with %2, which is outside the source.</source>
        <translation>go.mod ersetzt %1 durch %2, was außerhalb der Quelle liegt.</translation>
    </message>
    <message>
        <source>%1=%2 is set on this machine and not used. Add it to the environment of the build to use it.</source>
        <translation>%1=%2 ist auf diesem Rechner gesetzt und wird nicht verwendet. Dazu müsste es in die Umgebung des Builds.</translation>
    </message>
    <message>
        <source>The source has no go.mod. The build makes one in its own copy: module %1.</source>
        <translation>Die Quelle hat kein go.mod. Der Build legt in seiner Kopie eines an: Modul %1.</translation>
    </message>
    <message>
        <source>The package is a program. In a plugin its main function is never called.</source>
        <translation>Das Paket ist ein Programm. In einem Plugin wird seine main-Funktion nie aufgerufen.</translation>
    </message>
    <message>
        <source>Dependencies come from the vendor folder.</source>
        <translation>Abhängigkeiten kommen aus dem vendor-Ordner.</translation>
    </message>
    <message>
        <source>No modules are looked up: those of a workspace stand in go.work.</source>
        <translation>Es werden keine Module gesucht: Die eines Arbeitsbereichs stehen in go.work.</translation>
    </message>
    <message>
        <source>The path of the folder contains “.so” or “.pinf”. Hosts that use viant/pgo then look for the build info in the wrong place.</source>
        <translation>Der Pfad des Ordners enthält „.so“ oder „.pinf“. Hosts mit viant/pgo suchen die Build-Info dann am falschen Ort.</translation>
    </message>
    <message>
        <source>The file name %1 has only two version numbers. Tools that expect three read the name wrongly, so keep the build info file next to it.</source>
        <translation>Der Dateiname %1 hat nur zwei Versionsnummern. Werkzeuge, die drei erwarten, lesen ihn falsch; die Build-Info-Datei sollte deshalb daneben bleiben.</translation>
    </message>
    <message>
        <source>Go %1 is not installed</source>
        <translation>Go %1 ist nicht installiert</translation>
    </message>
    <message>
        <source>Choose one of the installed versions, or install it.</source>
        <translation>Eine installierte Version wählen oder sie installieren.</translation>
    </message>
    <message numerus="yes">
        <source>%n imported package(s) belong to no module</source>
        <translation>
            <numerusform>%n importiertes Paket gehört zu keinem Modul</numerusform>
            <numerusform>%n importierte Pakete gehören zu keinem Modul</numerusform>
        </translation>
    </message>
    <message>
        <source>The source has no go.mod that names the versions of %1. Allow Plugsmith to look them up, which uses the network.</source>
        <translation>Die Quelle hat kein go.mod, das die Versionen von %1 nennt. Plugsmith kann sie im Netz nachschlagen, wenn es erlaubt wird.</translation>
    </message>
    <message>
        <source>No “package main” was found</source>
        <translation>Kein „package main“ gefunden</translation>
    </message>
    <message>
        <source>A plugin is built from a main package.</source>
        <translation>Ein Plugin wird aus einem main-Paket gebaut.</translation>
    </message>
    <message>
        <source>Go %1 is too old for this module</source>
        <translation>Go %1 ist zu alt für dieses Modul</translation>
    </message>
    <message>
        <source>go.mod asks for Go %1 or later.</source>
        <translation>go.mod verlangt Go %1 oder neuer.</translation>
    </message>
    <message>
        <source>The vendor folder is not used: dependencies come from the module cache or the network.</source>
        <translation>Der vendor-Ordner wird nicht benutzt: Abhängigkeiten kommen aus dem Modul-Cache oder dem Netz.</translation>
    </message>
    <message>
        <source>Go %1 does not know %2. The plugin is built for any processor.</source>
        <extracomment>%1 is a Go version, %2 a setting such as GOAMD64=v3</extracomment>
        <translation>Go %1 kennt %2 nicht. Das Plugin wird für jeden Prozessor gebaut.</translation>
    </message>
    <message>
        <source>%1 was tried and does not link: %2</source>
        <translation>%1 wurde ausprobiert und linkt nicht: %2</translation>
    </message>
</context>
<context>
    <name>plugsmith::BuildSession</name>
    <message>
        <source>%1 is opened when the builds have ended</source>
        <translation>%1 wird geöffnet, wenn die Builds beendet sind</translation>
    </message>
    <message>
        <source>%1 is ready to build</source>
        <translation>%1 ist bereit</translation>
    </message>
    <message numerus="yes">
        <source>Building %n plugin(s)</source>
        <translation>
            <numerusform>%n Plugin wird gebaut</numerusform>
            <numerusform>%n Plugins werden gebaut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plugin(s) written to %1</source>
        <translation>
            <numerusform>%n Plugin nach %1 geschrieben</numerusform>
            <numerusform>%n Plugins nach %1 geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parallel build(s)</source>
        <translation>
            <numerusform>%n paralleler Build</numerusform>
            <numerusform>%n parallele Builds</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Alle abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%n plugin(s) are built then</source>
        <translation>
            <numerusform>%n Plugin wird danach gebaut</numerusform>
            <numerusform>%n Plugins werden danach gebaut</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to download</source>
        <translation>%1 zu laden</translation>
    </message>
    <message>
        <source>Go is downloaded first</source>
        <translation>Zuerst wird Go geladen</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation>%1 wird geladen</translation>
    </message>
    <message>
        <source>Go %1 is fetched first</source>
        <translation>Go %1 wird zuerst geladen</translation>
    </message>
    <message>
        <source>It is built as soon as that is here.</source>
        <translation>Gebaut wird, sobald es hier ist.</translation>
    </message>
    <message>
        <source>Go %1 was not fetched: %2</source>
        <translation>Go %1 wurde nicht geladen: %2</translation>
    </message>
</context>
<context>
    <name>plugsmith::BuildSettingModel</name>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>plugsmith::BuildSettings</name>
    <message>
        <source>Parallel builds</source>
        <translation>Parallele Builds</translation>
    </message>
    <message>
        <source>Save plugins to</source>
        <translation>Plugins speichern in</translation>
    </message>
    <message>
        <source>Compress</source>
        <translation>Komprimieren</translation>
    </message>
    <message>
        <source>Work folder</source>
        <translation>Arbeitsordner</translation>
    </message>
    <message>
        <source>Keep failed sources</source>
        <translation>Fehlgeschlagene Quellen behalten</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>half of the processors (%1)</source>
        <translation>halbe Prozessorzahl (%1)</translation>
    </message>
    <message>
        <source>No compression</source>
        <translation>Nicht komprimieren</translation>
    </message>
    <message>
        <source>the system&apos;s choice</source>
        <translation>Vorgabe des Systems</translation>
    </message>
    <message>
        <source>Each module has a folder of its name there.</source>
        <translation>Jedes Modul hat dort einen Ordner seines Namens.</translation>
    </message>
    <message>
        <source>Sources are unpacked and built there. It takes effect with the next build.</source>
        <translation>Dort werden Quellen entpackt und gebaut. Gilt ab dem nächsten Build.</translation>
    </message>
    <message>
        <source>A command such as %1, for the places in files that messages name.</source>
        <translation>Ein Befehl wie %1 für die Stellen in Dateien, die Meldungen nennen.</translation>
    </message>
    <message numerus="yes">
        <source> day(s)</source>
        <comment>after a number in a field</comment>
        <translation>
            <numerusform> Tag</numerusform>
            <numerusform> Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Limits…</source>
        <translation>Grenzen …</translation>
    </message>
    <message>
        <source>Limits for sources</source>
        <translation>Grenzen für Quellen</translation>
    </message>
    <message>
        <source>Large sources</source>
        <translation>Große Quellen</translation>
    </message>
</context>
<context>
    <name>plugsmith::BuildSummary</name>
    <message>
        <source>%1 built, %2 cancelled</source>
        <translation>%1 gebaut, %2 abgebrochen</translation>
    </message>
    <message>
        <source>%1 built, %2 failed, %3 cancelled</source>
        <translation>%1 gebaut, %2 fehlgeschlagen, %3 abgebrochen</translation>
    </message>
    <message numerus="yes">
        <source>Build the other %n</source>
        <translation>
            <numerusform>Das andere bauen</numerusform>
            <numerusform>Die anderen %n bauen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n are up to date</source>
        <translation>
            <numerusform>Alles ist aktuell</numerusform>
            <numerusform>Alle %n sind aktuell</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n built</source>
        <translation>
            <numerusform>%n gebaut</numerusform>
            <numerusform>%n gebaut</numerusform>
        </translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message numerus="yes">
        <source>Show %n plugin(s)</source>
        <translation>
            <numerusform>%n Plugin anzeigen</numerusform>
            <numerusform>%n Plugins anzeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 built, %2 failed</source>
        <translation>%1 gebaut, %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Fehlgeschlagene wiederholen</translation>
    </message>
    <message numerus="yes">
        <source>%n failed, the same way</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n auf dieselbe Weise fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Bauen</translation>
    </message>
    <message>
        <source>Select at least one target.</source>
        <translation>Mindestens ein Ziel auswählen.</translation>
    </message>
    <message numerus="yes">
        <source>Build %n plugin(s)</source>
        <translation>
            <numerusform>%n Plugin bauen</numerusform>
            <numerusform>%n Plugins bauen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plugin(s), about %1</source>
        <translation>
            <numerusform>%n Plugin, etwa %1</numerusform>
            <numerusform>%n Plugins, etwa %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plugin(s)</source>
        <translation>
            <numerusform>%n Plugin</numerusform>
            <numerusform>%n Plugins</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 built</source>
        <translation>%1 von %2 gebaut</translation>
    </message>
    <message>
        <source>%1 of %2 built, %3 failed</source>
        <translation>%1 von %2 gebaut, %3 fehlgeschlagen</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Alle abbrechen</translation>
    </message>
    <message>
        <source>Load %1</source>
        <translation>%1 laden</translation>
    </message>
</context>
<context>
    <name>plugsmith::BuildText</name>
    <message>
        <source>Held</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <source>Fetching toolchain</source>
        <translation>Toolchain holen</translation>
    </message>
    <message>
        <source>Resolving modules</source>
        <translation>Module auflösen</translation>
    </message>
    <message>
        <source>Compiling</source>
        <translation>Kompiliert</translation>
    </message>
    <message>
        <source>Linking</source>
        <translation>Linkt</translation>
    </message>
    <message>
        <source>Stamping</source>
        <translation>Stempelt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Compiling · %1 / %2</source>
        <translation>Kompiliert · %1 / %2</translation>
    </message>
    <message>
        <source>Up to date · %1</source>
        <translation>Aktuell · %1</translation>
    </message>
    <message>
        <source>Done · %1</source>
        <translation>Fertig · %1</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>dd.MM.yyyy</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
</context>
<context>
    <name>plugsmith::BuildTree</name>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The build could not be prepared.</source>
        <translation>Der Build konnte nicht vorbereitet werden.</translation>
    </message>
</context>
<context>
    <name>plugsmith::CToolFinder</name>
    <message>
        <source>There is no program %1.</source>
        <translation>Es gibt kein Programm %1.</translation>
    </message>
    <message>
        <source>This zig has no C library for it.</source>
        <translation>Dieses zig hat keine C-Bibliothek dafür.</translation>
    </message>
</context>
<context>
    <name>plugsmith::Call</name>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>an array</source>
        <translation>ein Array</translation>
    </message>
    <message>
        <source>a value that an earlier call returned</source>
        <translation>einen Wert, den ein früherer Aufruf lieferte</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>It takes %1, and %2 were given.</source>
        <translation>Sie braucht %1, und %2 wurden angegeben.</translation>
    </message>
    <message numerus="yes">
        <source>%n argument(s)</source>
        <translation>
            <numerusform>%n Argument</numerusform>
            <numerusform>%n Argumente</numerusform>
        </translation>
    </message>
    <message>
        <source>expected %1 for %2, found %3.</source>
        <translation>%1 für %2 erwartet, gefunden: %3.</translation>
    </message>
    <message>
        <source>Element %1: %2</source>
        <translation>Element %1: %2</translation>
    </message>
    <message>
        <source>%1 was not called</source>
        <translation>%1 wurde nicht aufgerufen</translation>
    </message>
    <message>
        <source>%1 panicked: %2</source>
        <translation>%1 löste eine Panic aus: %2</translation>
    </message>
    <message>
        <source>The panic was caught. The session keeps running.</source>
        <translation>Die Panic wurde abgefangen. Die Sitzung läuft weiter.</translation>
    </message>
    <message>
        <source>%1 was not loaded</source>
        <translation>%1 wurde nicht geladen</translation>
    </message>
    <message>
        <source>Go says: %1</source>
        <translation>Go meldet: %1</translation>
    </message>
    <message>
        <source>%1 cannot be used</source>
        <translation>%1 kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>The value of %1 is too long</source>
        <translation>Der Wert von %1 ist zu lang</translation>
    </message>
    <message>
        <source>%1 did not return</source>
        <translation>%1 ist nicht zurückgekehrt</translation>
    </message>
    <message>
        <source>It ended its goroutine, as runtime.Goexit does.</source>
        <translation>Sie hat ihre Goroutine beendet, wie runtime.Goexit es tut.</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 ist gescheitert</translation>
    </message>
    <message>
        <source>The function</source>
        <translation>Die Funktion</translation>
    </message>
</context>
<context>
    <name>plugsmith::CallModel</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>zurückgekehrt</translation>
    </message>
    <message>
        <source>returned an error</source>
        <translation>mit Fehler zurückgekehrt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
</context>
<context>
    <name>plugsmith::Catalog</name>
    <message>
        <source>The folder cannot be read.</source>
        <translation>Der Ordner kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>plugsmith::CatalogCommandLine</name>
    <message>
        <source>Shows what files say about themselves: exports with their types, Go version, modules. Runs nothing.</source>
        <translation>Zeigt, was Dateien über sich sagen: Exporte mit Typen, Go-Version, Module. Führt nichts aus.</translation>
    </message>
    <message>
        <source>A plugin (.so, .so.gz) or program.</source>
        <translation>Ein Plugin (.so, .so.gz) oder Programm.</translation>
    </message>
    <message>
        <source>Lists the plugins in folders.</source>
        <translation>Listet die Plugins in Ordnern.</translation>
    </message>
    <message>
        <source>A folder; those inside it count too.</source>
        <translation>Ein Ordner; die darin zählen mit.</translation>
    </message>
    <message>
        <source>Shows how one plugin differs from another.</source>
        <translation>Zeigt, worin sich ein Plugin von einem anderen unterscheidet.</translation>
    </message>
    <message>
        <source>The older one.</source>
        <translation>Das ältere.</translation>
    </message>
    <message>
        <source>The newer one.</source>
        <translation>Das neuere.</translation>
    </message>
    <message>
        <source>compare needs two plugins.</source>
        <translation>compare braucht zwei Plugins.</translation>
    </message>
    <message>
        <source>inspect needs a file.</source>
        <translation>inspect braucht eine Datei.</translation>
    </message>
    <message>
        <source>list needs a folder.</source>
        <translation>list braucht einen Ordner.</translation>
    </message>
    <message>
        <source>One JSON object in each line.</source>
        <translation>Ein JSON-Objekt in jeder Zeile.</translation>
    </message>
    <message>
        <source>Only those that match, such as “go:1.22 symbol:Quote is:newest”. Keys: %1</source>
        <translation>Nur passende, etwa „go:1.22 symbol:Quote is:newest“. Schlüssel: %1</translation>
    </message>
    <message>
        <source>EXPR</source>
        <translation>AUSDRUCK</translation>
    </message>
    <message>
        <source>Also the named types of exports, with fields and methods.</source>
        <translation>Auch die benannten Typen der Exporte, mit Feldern und Methoden.</translation>
    </message>
    <message>
        <source>Also modules and build settings.</source>
        <translation>Auch Module und Build-Einstellungen.</translation>
    </message>
    <message>
        <source>Show this.</source>
        <translation>Dies anzeigen.</translation>
    </message>
    <message>
        <source>“plugsmith-cli %1 --help” lists all options.</source>
        <translation>„plugsmith-cli %1 --help“ nennt alle Optionen.</translation>
    </message>
    <message>
        <source>Writes the build info (.pinf) beside plugins, or corrects one that does not fit. What the file says is right; the SCN of a present build info stays.</source>
        <translation>Schreibt die Build-Info (.pinf) neben Plugins oder berichtigt eine, die nicht passt. Was die Datei sagt, gilt; die SCN einer vorhandenen Build-Info bleibt.</translation>
    </message>
    <message>
        <source>stamp needs a file.</source>
        <translation>stamp braucht eine Datei.</translation>
    </message>
    <message>
        <source>Shows what would be written.</source>
        <translation>Zeigt, was geschrieben würde.</translation>
    </message>
</context>
<context>
    <name>plugsmith::CatalogueModel</name>
    <message>
        <source>newest</source>
        <translation>neueste</translation>
    </message>
    <message>
        <source>The newest of its name, Go version and platform: a host ends with this one.</source>
        <translation>Die neueste Datei dieses Namens, dieser Go-Version und Plattform: bei ihr bleibt ein Host.</translation>
    </message>
    <message>
        <source>contradiction</source>
        <translation>Widerspruch</translation>
    </message>
    <message>
        <source>plugin missing</source>
        <translation>Plugin fehlt</translation>
    </message>
    <message>
        <source>The build info is here, the plugin is not.</source>
        <translation>Die Build-Info ist da, das Plugin nicht.</translation>
    </message>
    <message>
        <source>same SCN</source>
        <translation>gleiche SCN</translation>
    </message>
    <message>
        <source>Another file has the same SCN. The newer file date wins.</source>
        <translation>Eine andere Datei hat dieselbe SCN. Das neuere Dateidatum gewinnt.</translation>
    </message>
    <message>
        <source>same path</source>
        <translation>gleicher Pfad</translation>
    </message>
    <message>
        <source>A program that has loaded one of these refuses the others, because they share their plugin path:
%1</source>
        <translation>Ein Programm, das eine dieser Dateien geladen hat, lehnt die anderen ab, weil sie denselben Plugin-Pfad haben:
%1</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>Duplikat</translation>
    </message>
    <message>
        <source>The same content as:
%1</source>
        <translation>Derselbe Inhalt wie:
%1</translation>
    </message>
    <message>
        <source>Tyk %1</source>
        <translation>Tyk %1</translation>
    </message>
    <message>
        <source>Named for a Tyk gateway: %1 is its version, not that of Go.</source>
        <translation>Für ein Tyk-Gateway benannt: %1 ist dessen Version, nicht die von Go.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · newest %2</source>
        <comment>number of files, date</comment>
        <translation>%1 · neueste %2</translation>
    </message>
    <message>
        <source>%1 of %2 load</source>
        <translation>%1 von %2 ladbar</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>There is no build info with an SCN, so hosts take the date of the file.</source>
        <translation>Es gibt keine Build-Info mit einer SCN; Hosts nehmen dann das Datum der Datei.</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>from file date</source>
        <translation>aus Dateidatum</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>SCN</source>
        <translation>SCN</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>Gepackt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
</context>
<context>
    <name>plugsmith::CommandLine</name>
    <message>
        <source>“plugsmith-cli %1 --help” lists all options.</source>
        <translation>„plugsmith-cli %1 --help“ nennt alle Optionen.</translation>
    </message>
    <message>
        <source>A further source; the first one holds the plugin.</source>
        <translation>Eine weitere Quelle; die erste enthält das Plugin.</translation>
    </message>
    <message>
        <source>SOURCE</source>
        <translation>QUELLE</translation>
    </message>
    <message>
        <source>Where plugins are written.</source>
        <translation>Wohin Plugins geschrieben werden.</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>ORDNER</translation>
    </message>
    <message>
        <source>Name of the plugin; “main” if left out.</source>
        <translation>Name des Plugins; „main“, wenn er fehlt.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>A Go version, such as 1.22.6, or 1.22 for the newest of it that is installed; may be given several times.</source>
        <translation>Eine Go-Version wie 1.22.6, oder 1.22 für die neueste davon, die installiert ist; mehrfach möglich.</translation>
    </message>
    <message>
        <source>VERSION</source>
        <translation>VERSION</translation>
    </message>
    <message>
        <source>A platform; this machine if left out; may be given several times.</source>
        <translation>Eine Plattform; dieser Rechner, wenn sie fehlt; mehrfach möglich.</translation>
    </message>
    <message>
        <source>OS/ARCH</source>
        <translation>OS/ARCH</translation>
    </message>
    <message>
        <source>Operating system, with --arch.</source>
        <translation>Betriebssystem, mit --arch.</translation>
    </message>
    <message>
        <source>OS</source>
        <translation>OS</translation>
    </message>
    <message>
        <source>Processor, with --os.</source>
        <translation>Prozessor, mit --os.</translation>
    </message>
    <message>
        <source>ARCH</source>
        <translation>ARCH</translation>
    </message>
    <message>
        <source>Make a plugin or a program.</source>
        <translation>Ein Plugin oder ein Programm bauen.</translation>
    </message>
    <message>
        <source>The package to build, or a single file that is a plugin.</source>
        <translation>Das zu bauende Paket oder eine einzelne Datei, die ein Plugin ist.</translation>
    </message>
    <message>
        <source>PATH</source>
        <translation>PFAD</translation>
    </message>
    <message>
        <source>The module to build, where a source has several.</source>
        <translation>Das zu bauende Modul, wenn eine Quelle mehrere hat.</translation>
    </message>
    <message>
        <source>Build tags, separated by commas.</source>
        <translation>Build-Tags, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>TAGS</source>
        <translation>TAGS</translation>
    </message>
    <message>
        <source>Flags for the Go linker.</source>
        <translation>Flags für den Go-Linker.</translation>
    </message>
    <message>
        <source>FLAGS</source>
        <translation>FLAGS</translation>
    </message>
    <message>
        <source>Flags for the Go compiler.</source>
        <translation>Flags für den Go-Compiler.</translation>
    </message>
    <message>
        <source>Further arguments for go build, split as a shell does; may be given several times.</source>
        <translation>Weitere Argumente für go build, getrennt wie in einer Shell; mehrfach möglich.</translation>
    </message>
    <message>
        <source>ARGS</source>
        <translation>ARGUMENTE</translation>
    </message>
    <message>
        <source>An environment variable for go build; may be given several times.</source>
        <translation>Eine Umgebungsvariable für go build; mehrfach möglich.</translation>
    </message>
    <message>
        <source>NAME=VALUE</source>
        <translation>NAME=WERT</translation>
    </message>
    <message>
        <source>Leave the paths of this machine out of the plugin; on by default.</source>
        <translation>Pfade dieses Rechners aus dem Plugin weglassen; ist voreingestellt.</translation>
    </message>
    <message>
        <source>Compress the plugin.</source>
        <translation>Das Plugin komprimieren.</translation>
    </message>
    <message>
        <source>What tells builds of a plugin apart: its content, or the time as with viant/pgo.</source>
        <translation>Was Builds eines Plugins unterscheidet: sein Inhalt, oder die Zeit wie bei viant/pgo.</translation>
    </message>
    <message>
        <source>The C linker.</source>
        <translation>Der C-Linker.</translation>
    </message>
    <message>
        <source>May look up modules that no go.mod names, over the network.</source>
        <translation>Darf Module, die kein go.mod nennt, im Netz nachschlagen.</translation>
    </message>
    <message>
        <source>A fixed SCN, for repeatable builds.</source>
        <translation>Eine feste SCN, für wiederholbare Builds.</translation>
    </message>
    <message>
        <source>Build even if nothing has changed.</source>
        <translation>Auch bauen, wenn sich nichts geändert hat.</translation>
    </message>
    <message>
        <source>How many builds may run at once.</source>
        <translation>Wie viele Builds gleichzeitig laufen dürfen.</translation>
    </message>
    <message>
        <source>Targets and options from a file.</source>
        <translation>Ziele und Optionen aus einer Datei.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>Show what would be built and how.</source>
        <translation>Zeigen, was wie gebaut würde.</translation>
    </message>
    <message>
        <source>One JSON object in each line.</source>
        <translation>Ein JSON-Objekt in jeder Zeile.</translation>
    </message>
    <message>
        <source>Print the log of each build.</source>
        <translation>Das Protokoll jedes Builds ausgeben.</translation>
    </message>
    <message>
        <source>GOPATH for go build.</source>
        <translation>GOPATH für go build.</translation>
    </message>
    <message>
        <source>A further Go installation; may be given several times.</source>
        <translation>Eine weitere Go-Installation; mehrfach möglich.</translation>
    </message>
    <message>
        <source>Show this.</source>
        <translation>Dies anzeigen.</translation>
    </message>
    <message>
        <source>Builds a plugin for each Go version and platform.</source>
        <translation>Baut ein Plugin für jede Go-Version und Plattform.</translation>
    </message>
    <message>
        <source>An archive, a folder or a .go file; further ones supply local modules.</source>
        <translation>Ein Archiv, ein Ordner oder eine .go-Datei; weitere liefern lokale Module.</translation>
    </message>
    <message>
        <source>SOURCE...</source>
        <translation>QUELLE...</translation>
    </message>
    <message>
        <source>--%1 cannot be “%2”: it is one of %3.</source>
        <translation>--%1 kann nicht „%2“ sein, sondern eines von %3.</translation>
    </message>
    <message>
        <source>“%1” is not a Go version; one is written like 1.22.6 or 1.22.</source>
        <translation>„%1“ ist keine Go-Version; man schreibt sie wie 1.22.6 oder 1.22.</translation>
    </message>
    <message>
        <source>“%1” is not a platform; one is written like linux/amd64.</source>
        <translation>„%1“ ist keine Plattform; man schreibt sie wie linux/amd64.</translation>
    </message>
    <message>
        <source>--linker cannot be “%1”: it is one of auto, default, mold, lld, gold.</source>
        <translation>--linker kann nicht „%1“ sein, sondern auto, default, mold, lld oder gold.</translation>
    </message>
    <message>
        <source>“%1” is not an SCN: it is 14 digits, YYYYMMDDHHMMSS.</source>
        <translation>„%1“ ist keine SCN: Sie hat 14 Ziffern, JJJJMMTTHHMMSS.</translation>
    </message>
    <message>
        <source>--jobs needs a number from 1 on.</source>
        <translation>--jobs braucht eine Zahl ab 1.</translation>
    </message>
    <message>
        <source>--env needs NAME=VALUE, not “%1”.</source>
        <translation>--env braucht NAME=WERT, nicht „%1“.</translation>
    </message>
    <message>
        <source>The preset %1 cannot be read: %2</source>
        <translation>Das Profil %1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>build needs a source: an archive, a folder or a .go file.</source>
        <translation>build braucht eine Quelle: ein Archiv, einen Ordner oder eine .go-Datei.</translation>
    </message>
    <message>
        <source>build needs --dest FOLDER.</source>
        <translation>build braucht --dest ORDNER.</translation>
    </message>
    <message>
        <source>The scan as JSON.</source>
        <translation>Das Gefundene als JSON.</translation>
    </message>
    <message>
        <source>Shows modules, main packages and what a build would need, without running anything.</source>
        <translation>Zeigt Module, main-Pakete und was ein Build bräuchte, ohne etwas auszuführen.</translation>
    </message>
    <message>
        <source>scan needs a source: an archive, a folder or a .go file.</source>
        <translation>scan braucht eine Quelle: ein Archiv, einen Ordner oder eine .go-Datei.</translation>
    </message>
    <message>
        <source>A command is missing.</source>
        <translation>Ein Befehl fehlt.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Es gibt keinen Befehl „%1“.</translation>
    </message>
    <message>
        <source>A C compiler for a platform, with its arguments; may be given several times.</source>
        <translation>Ein C-Compiler für eine Plattform, mit seinen Argumenten; mehrfach möglich.</translation>
    </message>
    <message>
        <source>Fetch Go versions that are not installed; needed once only.</source>
        <translation>Nicht installierte Go-Versionen holen; nur einmal nötig.</translation>
    </message>
    <message>
        <source>Never fetch a Go version.</source>
        <translation>Nie eine Go-Version holen.</translation>
    </message>
    <message>
        <source>The program plugsmith-commands, which belongs to this one, is missing. Install Plugsmith again.</source>
        <translation>Das Programm plugsmith-commands, das zu diesem gehört, fehlt. Plugsmith neu installieren.</translation>
    </message>
    <message>
        <source>plugsmith-cli builds Go plugins from source archives and folders.

  plugsmith-cli scan SOURCE          show what a source holds
  plugsmith-cli build SOURCE... --dest FOLDER
                                     build plugins; further sources supply local modules
  plugsmith-cli inspect FILE...      show what plugins say about themselves
  plugsmith-cli list DIR...          list the plugins in folders
  plugsmith-cli compare A B          show how two plugins differ
  plugsmith-cli stamp FILE...        write or correct the build info of plugins
  plugsmith-cli load PLUGIN          load a plugin and show what it exports
  plugsmith-cli call PLUGIN SYMBOL [ARGS-JSON]
                                     call a function of a plugin
  plugsmith-cli serve FOLDER --name NAME
                                     follow the newest plugin and take calls as JSON lines
  plugsmith-cli toolchain list|available|add|remove|verify
                                     Go versions that are here and that can be fetched
  plugsmith-cli targets              platforms that can be built here, and what is missing
  plugsmith-cli COMMAND --help       all options of a command
  plugsmith-cli --version

A source is an archive (zip, tar, tar.gz, tar.bz2, tar.xz, tar.zst, 7z), a folder or a .go file.
Exit codes: 0 all good, 1 some failed, 2 wrong usage, 3 a plugin was refused.
</source>
        <translation>plugsmith-cli baut Go-Plugins aus Quellarchiven und Ordnern.

  plugsmith-cli scan QUELLE          zeigt, was eine Quelle enthält
  plugsmith-cli build QUELLE... --dest ORDNER
                                     baut Plugins; weitere Quellen liefern lokale Module
  plugsmith-cli inspect DATEI...     zeigt, was Plugins über sich sagen
  plugsmith-cli list ORDNER...       listet die Plugins in Ordnern
  plugsmith-cli compare A B          zeigt, worin sich zwei Plugins unterscheiden
  plugsmith-cli stamp DATEI...       schreibt oder berichtigt die Build-Info von Plugins
  plugsmith-cli load PLUGIN          lädt ein Plugin und zeigt, was es exportiert
  plugsmith-cli call PLUGIN SYMBOL [ARGS-JSON]
                                     ruft eine Funktion eines Plugins auf
  plugsmith-cli serve ORDNER --name NAME
                                     folgt dem neuesten Plugin und nimmt Aufrufe als JSON-Zeilen
  plugsmith-cli toolchain list|available|add|remove|verify
                                     Go-Versionen, die hier sind und die geholt werden können
  plugsmith-cli targets              Plattformen, die hier gebaut werden können, und was fehlt
  plugsmith-cli BEFEHL --help        alle Optionen eines Befehls
  plugsmith-cli --version

Eine Quelle ist ein Archiv (zip, tar, tar.gz, tar.bz2, tar.xz, tar.zst, 7z), ein Ordner oder eine .go-Datei.
Rückgabewerte: 0 alles gut, 1 einige fehlgeschlagen, 2 falscher Aufruf, 3 ein Plugin wurde abgelehnt.
</translation>
    </message>
    <message>
        <source>The least processor that the plugin runs on, such as GOAMD64=v3; counts for targets of its kind; may be given several times.</source>
        <translation>Der geringste Prozessor, auf dem das Plugin läuft, etwa GOAMD64=v3; gilt für Ziele seiner Art; darf mehrmals stehen.</translation>
    </message>
    <message>
        <source>Take dependencies from the vendor folder of a source that has one; on by default.</source>
        <translation>Nimmt Abhängigkeiten aus dem vendor-Ordner einer Quelle, die einen hat; normalerweise an.</translation>
    </message>
    <message>
        <source>--level cannot be “%1”: it names one of %2.</source>
        <translation>--level kann nicht „%1“ sein: Es nennt eines von %2.</translation>
    </message>
    <message>
        <source>%1 cannot be “%2”: it is one of %3.</source>
        <translation>%1 kann nicht „%2“ sein: Es ist eines von %3.</translation>
    </message>
</context>
<context>
    <name>plugsmith::CommandPanel</name>
    <message>
        <source>Command of the build</source>
        <translation>Befehl des Builds</translation>
    </message>
    <message>
        <source>the same build from a terminal</source>
        <translation>derselbe Build im Terminal</translation>
    </message>
</context>
<context>
    <name>plugsmith::ComparisonModel</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Go version</source>
        <translation>Go-Version</translation>
    </message>
    <message>
        <source>Plugin path</source>
        <translation>Plugin-Pfad</translation>
    </message>
    <message>
        <source>Least glibc</source>
        <translation>Mindest-glibc</translation>
    </message>
    <message>
        <source>C libraries</source>
        <translation>C-Bibliotheken</translation>
    </message>
    <message>
        <source>Size of the module record</source>
        <translation>Größe des Modul-Datensatzes</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>Größe der Datei</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>Module</translation>
    </message>
    <message>
        <source>Build settings</source>
        <translation>Build-Einstellungen</translation>
    </message>
    <message>
        <source>Packages that a host would refuse together</source>
        <translation>Pakete, an denen ein Host sich stößt</translation>
    </message>
    <message>
        <source>Size by section</source>
        <translation>Größe je Abschnitt</translation>
    </message>
    <message>
        <source>added</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>type changed</source>
        <translation>anderer Typ</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n Unterschied</numerusform>
            <numerusform>%n Unterschiede</numerusform>
        </translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Code by package</source>
        <translation>Code nach Paket</translation>
    </message>
</context>
<context>
    <name>plugsmith::CompilerDialog</name>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Plugsmith chooses</source>
        <translation>Plugsmith wählt</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>the program&apos;s own</source>
        <translation>das eigene des Programms</translation>
    </message>
    <message>
        <source>Sysroot</source>
        <translation>Sysroot</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Schalter</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>C compiler for %1</source>
        <translation>C-Compiler für %1</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Folder of the other system</source>
        <translation>Ordner des anderen Systems</translation>
    </message>
    <message>
        <source>Use and Check</source>
        <translation>Verwenden und prüfen</translation>
    </message>
    <message>
        <source>Let Plugsmith Choose</source>
        <translation>Plugsmith wählen lassen</translation>
    </message>
    <message>
        <source>For clang: %1.</source>
        <translation>Für clang: %1.</translation>
    </message>
    <message>
        <source>For clang: %1. For zig cc: %2.</source>
        <translation>Für clang: %1. Für zig cc: %2.</translation>
    </message>
    <message>
        <source>For clang: %1. For zig cc: %2, with the oldest glibc behind it if you like: %2.2.28.</source>
        <translation>Für clang: %1. Für zig cc: %2, auf Wunsch mit der ältesten glibc dahinter: %2.2.28.</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>&amp;Programm</translation>
    </message>
    <message>
        <source>A name or a path, with its words: %1, clang, zig cc.</source>
        <translation>Ein Name oder Pfad, mit seinen Wörtern: %1, clang, zig cc.</translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <translation>&amp;Ziel</translation>
    </message>
    <message>
        <source>&amp;Sysroot</source>
        <translation>&amp;Sysroot</translation>
    </message>
    <message>
        <source>The Apple SDK: a folder such as MacOSX.sdk.</source>
        <translation>Das Apple-SDK: ein Ordner wie MacOSX.sdk.</translation>
    </message>
    <message>
        <source>A folder with usr/include and usr/lib of the other system. The glibc in it is the oldest that plugins run on.</source>
        <translation>Ein Ordner mit usr/include und usr/lib des anderen Systems. Die glibc darin ist die älteste, auf der Plugins laufen.</translation>
    </message>
    <message>
        <source>&amp;Flags</source>
        <translation>&amp;Schalter</translation>
    </message>
    <message>
        <source>the first that links</source>
        <translation>der erste, der linkt</translation>
    </message>
</context>
<context>
    <name>plugsmith::CompilerModel</name>
    <message>
        <source>Links C programs</source>
        <translation>Linkt C-Programme</translation>
    </message>
    <message>
        <source>Copy install command</source>
        <translation>Installationsbefehl kopieren</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>Nicht installiert</translation>
    </message>
    <message>
        <source>Does not link</source>
        <translation>Linkt nicht</translation>
    </message>
    <message>
        <source>Apple SDK missing</source>
        <translation>Apple-SDK fehlt</translation>
    </message>
    <message>
        <source>Sysroot missing</source>
        <translation>Sysroot fehlt</translation>
    </message>
    <message>
        <source>Being tried out</source>
        <translation>Wird ausprobiert</translation>
    </message>
    <message>
        <source>Builds and links</source>
        <translation>Baut und linkt</translation>
    </message>
    <message>
        <source>Does not build</source>
        <translation>Baut nicht</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>C compiler</source>
        <translation>C-Compiler</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>your choice</source>
        <translation>von Ihnen gewählt</translation>
    </message>
    <message>
        <source>your choice does not work</source>
        <translation>Ihre Wahl funktioniert nicht</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Choose SDK…</source>
        <translation>SDK wählen …</translation>
    </message>
    <message>
        <source>Choose sysroot…</source>
        <translation>Sysroot wählen …</translation>
    </message>
</context>
<context>
    <name>plugsmith::CpuLevelFields</name>
    <message>
        <source>Least processor of %1</source>
        <translation>Geringster Prozessor von %1</translation>
    </message>
    <message>
        <source>Default, %1</source>
        <extracomment>%1 is a level of processors, such as v1</extracomment>
        <translation>Voreinstellung, %1</translation>
    </message>
</context>
<context>
    <name>plugsmith::DependenciesPopover</name>
    <message>
        <source>Dependencies</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Modul</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>indirect</source>
        <translation>indirekt</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>direkt</translation>
    </message>
</context>
<context>
    <name>plugsmith::DesktopNotifier</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>plugsmith::DiagnosticDialog</name>
    <message>
        <source>Diagnostic report</source>
        <translation>Diagnosebericht</translation>
    </message>
    <message>
        <source>This is what will be written, and nothing else. It stays on this computer until you give it to somebody. Values of environment variables are left out.</source>
        <translation>Das wird geschrieben, und nichts anderes. Es bleibt auf diesem Rechner, bis Sie es jemandem geben. Werte von Umgebungsvariablen sind weggelassen.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Report copied.</source>
        <translation>Bericht kopiert.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>The report was saved as %1.</source>
        <translation>Der Bericht wurde als %1 gespeichert.</translation>
    </message>
</context>
<context>
    <name>plugsmith::Download</name>
    <message>
        <source>The download was cancelled.</source>
        <translation>Der Download wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The download cannot be stored.</source>
        <translation>Der Download kann nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>The download starts anew.</source>
        <translation>Der Download beginnt von vorn.</translation>
    </message>
    <message>
        <source>The server sent another part.</source>
        <translation>Der Server hat einen anderen Teil geschickt.</translation>
    </message>
    <message>
        <source>The download was refused.</source>
        <translation>Der Download wurde abgelehnt.</translation>
    </message>
    <message>
        <source>It is larger than it should be.</source>
        <translation>Er ist größer als vorgesehen.</translation>
    </message>
    <message>
        <source>The connection broke off.</source>
        <translation>Die Verbindung brach ab.</translation>
    </message>
    <message>
        <source>The server sends too little.</source>
        <translation>Der Server schickt zu wenig.</translation>
    </message>
    <message>
        <source>The download was rejected and deleted.</source>
        <translation>Der Download wurde verworfen und gelöscht.</translation>
    </message>
    <message>
        <source>Its SHA-256 does not match the published one.</source>
        <translation>Seine SHA-256 stimmt nicht mit der veröffentlichten überein.</translation>
    </message>
    <message>
        <source>%1 does not have it.</source>
        <translation>%1 hat es nicht.</translation>
    </message>
    <message>
        <source>The server says that there is no %1.</source>
        <translation>Der Server meldet, dass es %1 nicht gibt.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The server redirects in a circle.</source>
        <translation>Der Server leitet im Kreis um.</translation>
    </message>
    <message>
        <source>The server answers with status %1.</source>
        <translation>Der Server antwortet mit Status %1.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 ist nicht erreichbar.</translation>
    </message>
</context>
<context>
    <name>plugsmith::EditorOpener</name>
    <message>
        <source>%1 was opened. The place is line %2.</source>
        <translation>%1 wurde geöffnet. Die Stelle ist Zeile %2.</translation>
    </message>
    <message>
        <source>%1 was opened.</source>
        <translation>%1 wurde geöffnet.</translation>
    </message>
    <message>
        <source>No program opens %1. Choose an editor in the settings.</source>
        <translation>Kein Programm öffnet %1. In den Einstellungen einen Editor wählen.</translation>
    </message>
    <message>
        <source>The command of the editor cannot be used: %1</source>
        <translation>Der Befehl des Editors kann nicht verwendet werden: %1</translation>
    </message>
    <message>
        <source>%1 was opened in %2.</source>
        <translation>%1 wurde in %2 geöffnet.</translation>
    </message>
    <message>
        <source>%1 could not be started. Choose another editor in the settings.</source>
        <translation>%1 konnte nicht gestartet werden. In den Einstellungen einen anderen Editor wählen.</translation>
    </message>
</context>
<context>
    <name>plugsmith::ElfImage</name>
    <message>
        <source>It breaks off inside the ELF header.</source>
        <translation>Sie bricht im ELF-Kopf ab.</translation>
    </message>
    <message>
        <source>Its ELF header names neither a known word size nor a known byte order.</source>
        <translation>Ihr ELF-Kopf nennt weder eine bekannte Wortbreite noch eine bekannte Bytefolge.</translation>
    </message>
    <message>
        <source>Its section headers are too small.</source>
        <translation>Ihre Sektionsköpfe sind zu klein.</translation>
    </message>
    <message>
        <source>The section header table lies outside of the file.</source>
        <translation>Die Tabelle der Sektionsköpfe liegt außerhalb der Datei.</translation>
    </message>
    <message>
        <source>A section lies outside of the file.</source>
        <translation>Eine Sektion liegt außerhalb der Datei.</translation>
    </message>
    <message>
        <source>Its program headers are too small.</source>
        <translation>Ihre Programmköpfe sind zu klein.</translation>
    </message>
    <message>
        <source>The program header table lies outside of the file.</source>
        <translation>Die Tabelle der Programmköpfe liegt außerhalb der Datei.</translation>
    </message>
    <message>
        <source>A loadable segment lies outside of the file.</source>
        <translation>Ein ladbares Segment liegt außerhalb der Datei.</translation>
    </message>
    <message>
        <source>It has more than %1 loadable segments.</source>
        <translation>Sie hat mehr als %1 ladbare Segmente.</translation>
    </message>
    <message>
        <source>The dynamic table lies outside of the file.</source>
        <translation>Die dynamische Tabelle liegt außerhalb der Datei.</translation>
    </message>
</context>
<context>
    <name>plugsmith::Error</name>
    <message>
        <source>There is no space left in %1.</source>
        <translation>In %1 ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>Permission for %1 was denied.</source>
        <translation>Der Zugriff auf %1 wurde verweigert.</translation>
    </message>
    <message>
        <source>%1 is on a file system that is read-only.</source>
        <translation>%1 liegt auf einem schreibgeschützten Dateisystem.</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 ist nicht da.</translation>
    </message>
    <message>
        <source>A part of %1 is not a folder.</source>
        <translation>Ein Teil von %1 ist kein Ordner.</translation>
    </message>
    <message>
        <source>The file system cannot hold a file of this size in %1.</source>
        <translation>Das Dateisystem kann in %1 keine Datei dieser Größe aufnehmen.</translation>
    </message>
    <message>
        <source>The name %1 is too long.</source>
        <translation>Der Name %1 ist zu lang.</translation>
    </message>
    <message>
        <source>The system reported a problem with %1.</source>
        <translation>Das System meldet ein Problem mit %1.</translation>
    </message>
</context>
<context>
    <name>plugsmith::Exports</name>
    <message>
        <source>The table of its exported names breaks off.</source>
        <translation>Die Tabelle ihrer exportierten Namen bricht ab.</translation>
    </message>
    <message>
        <source>Its exported names are longer than those of any plugin.</source>
        <translation>Ihre exportierten Namen sind länger als die irgendeines Plugins.</translation>
    </message>
</context>
<context>
    <name>plugsmith::FailureAdvice</name>
    <message>
        <source>Plugsmith does not know this error. The log has all of it.</source>
        <translation>Plugsmith kennt diesen Fehler nicht. Das Protokoll enthält alles.</translation>
    </message>
    <message>
        <source>The module needs Go %1</source>
        <translation>Das Modul braucht Go %1</translation>
    </message>
    <message>
        <source>%1 needs Go %2</source>
        <translation>%1 braucht Go %2</translation>
    </message>
    <message>
        <source>This build ran Go %1.</source>
        <translation>Dieser Build lief mit Go %1.</translation>
    </message>
    <message>
        <source>Build with a newer Go, or require an older version of %1.</source>
        <translation>Mit neuerem Go bauen oder eine ältere Version von %1 verlangen.</translation>
    </message>
    <message>
        <source>%1 is not what go.sum expects</source>
        <translation>%1 ist nicht, was go.sum erwartet</translation>
    </message>
    <message>
        <source>The download of version %1 has another checksum than the one that was recorded.</source>
        <translation>Der Download von Version %1 hat eine andere Prüfsumme als die verzeichnete.</translation>
    </message>
    <message>
        <source>Do not build until you know why.</source>
        <translation>Erst bauen, wenn der Grund bekannt ist.</translation>
    </message>
    <message>
        <source>A local module is missing</source>
        <translation>Ein lokales Modul fehlt</translation>
    </message>
    <message>
        <source>go.mod replaces %1 with %2, which is not there.</source>
        <translation>go.mod ersetzt %1 durch %2, was es nicht gibt.</translation>
    </message>
    <message>
        <source>A module is not in the cache</source>
        <translation>Ein Modul ist nicht im Cache</translation>
    </message>
    <message>
        <source>It would have to be fetched, and this build does not use the network.</source>
        <translation>Es müsste geholt werden, und dieser Build nutzt das Netz nicht.</translation>
    </message>
    <message>
        <source>%1 would have to be fetched, and this build does not use the network.</source>
        <translation>%1 müsste geholt werden, und dieser Build nutzt das Netz nicht.</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
    <message>
        <source>The module proxy cannot be reached</source>
        <translation>Der Modul-Proxy ist nicht erreichbar</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Check the connection. Modules that were used before are in the cache.</source>
        <translation>Die Verbindung prüfen. Schon verwendete Module sind im Cache.</translation>
    </message>
    <message>
        <source>A module</source>
        <translation>Ein Modul</translation>
    </message>
    <message>
        <source>%1 is private or gone</source>
        <translation>%1 ist privat oder verschwunden</translation>
    </message>
    <message>
        <source>The module proxy answered “%1”.</source>
        <translation>Der Modul-Proxy antwortete „%1“.</translation>
    </message>
    <message>
        <source>git was asked for a user name and has none.</source>
        <translation>git wurde nach einem Benutzernamen gefragt und hat keinen.</translation>
    </message>
    <message>
        <source>git said: %1</source>
        <translation>git meldet: %1</translation>
    </message>
    <message>
        <source>If it is private, name it in GOPRIVATE and give git your credentials.</source>
        <translation>Ist es privat, dann in GOPRIVATE nennen und git die Zugangsdaten geben.</translation>
    </message>
    <message>
        <source>go.mod is not up to date</source>
        <translation>go.mod ist nicht aktuell</translation>
    </message>
    <message>
        <source>go.sum is incomplete</source>
        <translation>go.sum ist unvollständig</translation>
    </message>
    <message>
        <source>It has no entry for %1.</source>
        <translation>Für %1 fehlt ein Eintrag.</translation>
    </message>
    <message>
        <source>Run “go mod tidy” in the source.</source>
        <translation>In der Quelle „go mod tidy“ ausführen.</translation>
    </message>
    <message>
        <source>Let Plugsmith add what is missing to its own copy; the source stays as it is.</source>
        <translation>Plugsmith das Fehlende in seiner Kopie ergänzen lassen; die Quelle bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>go.mod names no module for %1</source>
        <translation>go.mod nennt kein Modul für %1</translation>
    </message>
    <message>
        <source>%1 imports it.</source>
        <translation>%1 importiert es.</translation>
    </message>
    <message>
        <source>Let Plugsmith look it up for its own copy; the source stays as it is.</source>
        <translation>Plugsmith es für seine Kopie nachschlagen lassen; die Quelle bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>There was no space left to write %1.</source>
        <translation>Für %1 war kein Platz mehr.</translation>
    </message>
    <message>
        <source>Make room on that disk, then retry.</source>
        <translation>Auf dem Datenträger Platz schaffen, dann wiederholen.</translation>
    </message>
    <message>
        <source>The system stopped the build</source>
        <translation>Das System hat den Build beendet</translation>
    </message>
    <message>
        <source>It ended %1. That is what it does when memory runs out.</source>
        <translation>Es hat %1 beendet. Das geschieht, wenn der Speicher ausgeht.</translation>
    </message>
    <message>
        <source>That is what it does when memory runs out.</source>
        <translation>Das geschieht, wenn der Speicher ausgeht.</translation>
    </message>
    <message>
        <source>Build one after the other, or close other programs first.</source>
        <translation>Nacheinander bauen oder vorher andere Programme schließen.</translation>
    </message>
    <message>
        <source>cgo is switched off</source>
        <translation>cgo ist ausgeschaltet</translation>
    </message>
    <message>
        <source>Plugins need it. The environment of this build says CGO_ENABLED=0.</source>
        <translation>Plugins brauchen es. In der Umgebung dieses Builds steht CGO_ENABLED=0.</translation>
    </message>
    <message>
        <source>Go has no plugins for %1</source>
        <translation>Go hat keine Plugins für %1</translation>
    </message>
    <message>
        <source>Go %1 cannot make them for this platform.</source>
        <translation>Go %1 kann sie für diese Plattform nicht bauen.</translation>
    </message>
    <message>
        <source>Leave it out, or build a program.</source>
        <translation>Weglassen oder ein Programm bauen.</translation>
    </message>
    <message>
        <source>The C compiler is missing</source>
        <translation>Der C-Compiler fehlt</translation>
    </message>
    <message>
        <source>Plugins need cgo, and cgo looked for %1.</source>
        <translation>Plugins brauchen cgo, und cgo suchte %1.</translation>
    </message>
    <message>
        <source>Install one, or take CC out of the environment of the build.</source>
        <translation>Einen installieren oder CC aus der Umgebung des Builds nehmen.</translation>
    </message>
    <message>
        <source>Install one: %1</source>
        <translation>Einen installieren: %1</translation>
    </message>
    <message>
        <source>A C library for %1 is missing</source>
        <translation>Eine C-Bibliothek für %1 fehlt</translation>
    </message>
    <message>
        <source>The linker looked for lib%1.so or lib%1.a.</source>
        <translation>Der Linker suchte lib%1.so oder lib%1.a.</translation>
    </message>
    <message>
        <source>The C compiler did not find its header %1.</source>
        <translation>Der C-Compiler fand ihre Kopfdatei %1 nicht.</translation>
    </message>
    <message>
        <source>pkg-config does not know %1.</source>
        <translation>pkg-config kennt %1 nicht.</translation>
    </message>
    <message>
        <source>Install its development files.</source>
        <translation>Ihre Entwicklungsdateien installieren.</translation>
    </message>
    <message>
        <source>Install its development files: %1</source>
        <translation>Ihre Entwicklungsdateien installieren: %1</translation>
    </message>
    <message>
        <source>The package is built as a program</source>
        <translation>Das Paket wird als Programm gebaut</translation>
    </message>
    <message>
        <source>A program begins with func main, and this package has none.</source>
        <translation>Ein Programm beginnt mit func main, und dieses Paket hat keine.</translation>
    </message>
    <message>
        <source>Build a plugin, or add “func main() {}”.</source>
        <translation>Ein Plugin bauen oder „func main() {}“ ergänzen.</translation>
    </message>
    <message>
        <source>Packages import each other</source>
        <translation>Pakete importieren einander</translation>
    </message>
    <message>
        <source>Go does not allow a circle of imports: %1.</source>
        <translation>Go erlaubt keinen Kreis von Importen: %1.</translation>
    </message>
    <message>
        <source>Move what both need into a package of its own.</source>
        <translation>Was beide brauchen, in ein eigenes Paket verschieben.</translation>
    </message>
    <message>
        <source>A file that the code embeds is missing</source>
        <translation>Eine Datei, die der Code einbettet, fehlt</translation>
    </message>
    <message>
        <source>%1 embeds %2, which the source does not have.</source>
        <translation>%1 bettet %2 ein, was die Quelle nicht hat.</translation>
    </message>
    <message>
        <source>Add it to the source, or take the go:embed line out.</source>
        <translation>Sie der Quelle hinzufügen oder die go:embed-Zeile entfernen.</translation>
    </message>
    <message>
        <source>The code needs a newer Go than go.mod says</source>
        <translation>Der Code braucht ein neueres Go, als go.mod angibt</translation>
    </message>
    <message>
        <source>Line %1 of %2 uses what came with Go %3; go.mod says %4.</source>
        <translation>Zeile %1 von %2 verwendet, was mit Go %3 kam; in go.mod steht %4.</translation>
    </message>
    <message>
        <source>Write “go %1” into go.mod.</source>
        <translation>„go %1“ in go.mod schreiben.</translation>
    </message>
    <message>
        <source>The code needs a newer Go than %1</source>
        <translation>Der Code braucht ein neueres Go als %1</translation>
    </message>
    <message>
        <source>%1 came with Go %2.</source>
        <translation>%1 kam mit Go %2.</translation>
    </message>
    <message>
        <source>Clear %1 in the targets, or avoid %2.</source>
        <translation>%1 bei den Zielen abwählen oder %2 vermeiden.</translation>
    </message>
    <message>
        <source>A number in %1 is too large for %2</source>
        <translation>Eine Zahl in %1 ist zu groß für %2</translation>
    </message>
    <message>
        <source>The value %1 on line %2 is of type %3. On 32-bit platforms %3 ends at %4.</source>
        <translation>Der Wert %1 in Zeile %2 ist vom Typ %3. Auf 32-Bit-Plattformen endet %3 bei %4.</translation>
    </message>
    <message>
        <source>Declare it as int64 or uint64, or leave %1 out.</source>
        <translation>Als int64 oder uint64 deklarieren oder %1 weglassen.</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s) in %1</source>
        <translation>
            <numerusform>%n Fehler in %1</numerusform>
            <numerusform>%n Fehler in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>The vendor folder does not fit go.mod</source>
        <translation>Der vendor-Ordner passt nicht zu go.mod</translation>
    </message>
    <message>
        <source>vendor/modules.txt says something else.</source>
        <translation>vendor/modules.txt sagt etwas anderes.</translation>
    </message>
    <message>
        <source>vendor/modules.txt says something else of %1.</source>
        <translation>vendor/modules.txt sagt über %1 etwas anderes.</translation>
    </message>
    <message>
        <source>Run “go mod vendor” in the source, or build without the folder.</source>
        <translation>In der Quelle „go mod vendor“ ausführen oder ohne den Ordner bauen.</translation>
    </message>
</context>
<context>
    <name>plugsmith::FailureCard</name>
    <message>
        <source>Changes only the copy that is built</source>
        <translation>Ändert nur die Kopie, die gebaut wird</translation>
    </message>
    <message>
        <source>Open %1, line %2</source>
        <translation>%1 öffnen, Zeile %2</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Leave %1 out</source>
        <translation>%1 weglassen</translation>
    </message>
    <message>
        <source>Build with %1</source>
        <translation>Mit %1 bauen</translation>
    </message>
    <message>
        <source>Add the entries and retry</source>
        <translation>Einträge ergänzen und wiederholen</translation>
    </message>
    <message>
        <source>Look it up and retry</source>
        <translation>Nachschlagen und wiederholen</translation>
    </message>
    <message>
        <source>Set GOPRIVATE…</source>
        <translation>GOPRIVATE setzen …</translation>
    </message>
    <message>
        <source>Build offline from the cache</source>
        <translation>Offline aus dem Cache bauen</translation>
    </message>
    <message>
        <source>Use the network and retry</source>
        <translation>Netz verwenden und wiederholen</translation>
    </message>
    <message>
        <source>Show both sums</source>
        <translation>Beide Summen anzeigen</translation>
    </message>
    <message>
        <source>Add %1…</source>
        <extracomment>%1 is the last part of a module path</extracomment>
        <translation>%1 hinzufügen …</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Switch it on and retry</source>
        <translation>Einschalten und wiederholen</translation>
    </message>
    <message>
        <source>Switch to Plugin</source>
        <translation>Auf Plugin umstellen</translation>
    </message>
    <message>
        <source>Retry with 1 parallel build</source>
        <translation>Mit 1 parallelen Build wiederholen</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner anzeigen</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Command copied.</source>
        <translation>Befehl kopiert.</translation>
    </message>
    <message>
        <source>One build at a time, until Plugsmith is closed.</source>
        <translation>Ein Build nach dem anderen, bis Plugsmith geschlossen wird.</translation>
    </message>
    <message>
        <source>Report copied.</source>
        <translation>Bericht kopiert.</translation>
    </message>
    <message>
        <source>The source of this build is not open any more.</source>
        <translation>Die Quelle dieses Builds ist nicht mehr geöffnet.</translation>
    </message>
    <message>
        <source>%1 is no longer selected.</source>
        <translation>%1 ist nicht mehr ausgewählt.</translation>
    </message>
    <message>
        <source>Go %1 or later is not installed.</source>
        <translation>Go %1 oder neuer ist nicht installiert.</translation>
    </message>
    <message>
        <source>%1 cannot be built here.</source>
        <translation>%1 kann hier nicht gebaut werden.</translation>
    </message>
    <message>
        <source>Building with Go %1</source>
        <translation>Es wird mit Go %1 gebaut</translation>
    </message>
    <message>
        <source>That build is not shown any more.</source>
        <translation>Dieser Build wird nicht mehr angezeigt.</translation>
    </message>
    <message>
        <source>Show files</source>
        <translation>Dateien zeigen</translation>
    </message>
    <message>
        <source>The unpacked source, as it was built: %1</source>
        <translation>Die entpackte Quelle, wie sie gebaut wurde: %1</translation>
    </message>
    <message>
        <source>Build without it</source>
        <translation>Ohne ihn bauen</translation>
    </message>
</context>
<context>
    <name>plugsmith::FolderTree</name>
    <message>
        <source>%1 is too large</source>
        <translation>%1 ist zu groß</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>It holds more than %1 files and folders.</source>
        <translation>Er enthält mehr als %1 Dateien und Ordner.</translation>
    </message>
    <message>
        <source>It holds more than %1.</source>
        <translation>Er enthält mehr als %1.</translation>
    </message>
    <message>
        <source>%1 was not copied</source>
        <translation>%1 wurde nicht kopiert</translation>
    </message>
    <message>
        <source>Reading %1 was cancelled</source>
        <translation>Das Lesen von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>The source changed during the scan</source>
        <translation>Die Quelle hat sich beim Lesen geändert</translation>
    </message>
    <message>
        <source>%1 was written %2 s ago.</source>
        <translation>%1 wurde vor %2 s geschrieben.</translation>
    </message>
    <message>
        <source>%1 has a link that leads out of it</source>
        <translation>%1 hat einen Link, der hinausführt</translation>
    </message>
    <message>
        <source>The link %1 points to %2.</source>
        <translation>Der Link %1 zeigt auf %2.</translation>
    </message>
    <message>
        <source>%1 is not a folder</source>
        <translation>%1 ist kein Ordner</translation>
    </message>
    <message>
        <source>It is a file, so it can only be read as an archive.</source>
        <translation>Es ist eine Datei und kann nur als Archiv gelesen werden.</translation>
    </message>
</context>
<context>
    <name>plugsmith::FoldingColumn</name>
    <message>
        <source>Show or hide: %1</source>
        <translation>Ein- oder ausblenden: %1</translation>
    </message>
</context>
<context>
    <name>plugsmith::FreeSpacePopover</name>
    <message>
        <source>Go versions that were not used for long</source>
        <translation>Go-Versionen, die lange nicht benutzt wurden</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n Go version(s)?</source>
        <translation>
            <numerusform>%n Go-Version entfernen?</numerusform>
            <numerusform>%n Go-Versionen entfernen?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, last used %3</source>
        <translation>%1, %2, zuletzt benutzt am %3</translation>
    </message>
    <message>
        <source>They can be downloaded again at any time.</source>
        <translation>Sie können jederzeit neu heruntergeladen werden.</translation>
    </message>
    <message>
        <source>Remove and free %1</source>
        <translation>Entfernen und %1 freigeben</translation>
    </message>
</context>
<context>
    <name>plugsmith::GeneralSettings</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Page at start</source>
        <translation>Seite beim Start</translation>
    </message>
    <message>
        <source>when builds have ended and the window is not in front</source>
        <translation>wenn Builds beendet sind und das Fenster nicht vorn ist</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>The last one</source>
        <translation>Die letzte</translation>
    </message>
    <message>
        <source>Notify</source>
        <translation>Benachrichtigen</translation>
    </message>
</context>
<context>
    <name>plugsmith::GenerationModel</name>
    <message>
        <source>loading</source>
        <translation>wird geladen</translation>
    </message>
    <message>
        <source>answers calls</source>
        <translation>beantwortet Aufrufe</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>ersetzt</translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation>nicht geladen</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n in memory</source>
        <translation>
            <numerusform>%1, %n im Speicher</numerusform>
            <numerusform>%1, %n im Speicher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in memory</source>
        <translation>
            <numerusform>%n im Speicher</numerusform>
            <numerusform>%n im Speicher</numerusform>
        </translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>Nicht geladen</translation>
    </message>
    <message>
        <source>Generation %1</source>
        <translation>Generation %1</translation>
    </message>
    <message>
        <source>%1, %2, SCN %3</source>
        <translation>%1, %2, SCN %3</translation>
    </message>
</context>
<context>
    <name>plugsmith::GoMod</name>
    <message>
        <source>%1 is not a Go string</source>
        <translation>%1 ist keine Go-Zeichenkette</translation>
    </message>
    <message>
        <source>a quote is not closed</source>
        <translation>ein Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Line %1: %2.</source>
        <translation>Zeile %1: %2.</translation>
    </message>
    <message>
        <source>the file is larger than 16 MB</source>
        <translation>die Datei ist größer als 16 MB</translation>
    </message>
    <message>
        <source>the block “%1” is not closed</source>
        <translation>der Block „%1“ ist nicht geschlossen</translation>
    </message>
    <message>
        <source>“%1” is incomplete</source>
        <translation>„%1“ ist unvollständig</translation>
    </message>
    <message>
        <source>a second “module”</source>
        <translation>ein zweites „module“</translation>
    </message>
    <message>
        <source>“%1” is not a Go version</source>
        <translation>„%1“ ist keine Go-Version</translation>
    </message>
    <message>
        <source>unknown directive “%1”</source>
        <translation>unbekannte Anweisung „%1“</translation>
    </message>
    <message>
        <source>there is no “module”</source>
        <translation>„module“ fehlt</translation>
    </message>
</context>
<context>
    <name>plugsmith::GoRelease</name>
    <message>
        <source>The answer is not a list of Go releases.</source>
        <translation>Die Antwort ist keine Liste von Go-Versionen.</translation>
    </message>
    <message>
        <source>The index of Go releases cannot be read.</source>
        <translation>Das Verzeichnis der Go-Versionen kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The module proxy&apos;s list of toolchains cannot be read.</source>
        <translation>Die Toolchain-Liste des Modul-Proxys kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>plugsmith::GoToolchain</name>
    <message>
        <source>bin/go is missing.</source>
        <translation>bin/go fehlt.</translation>
    </message>
    <message>
        <source>bin/go is not executable; the download was not finished.</source>
        <translation>bin/go ist nicht ausführbar; der Download wurde nicht beendet.</translation>
    </message>
    <message>
        <source>The compiler and the linker are missing in pkg/tool.</source>
        <translation>Compiler und Linker fehlen in pkg/tool.</translation>
    </message>
    <message>
        <source>The standard library is missing in src.</source>
        <translation>Die Standardbibliothek fehlt in src.</translation>
    </message>
    <message>
        <source>VERSION says “%1”, which is not a Go version.</source>
        <translation>In VERSION steht „%1“, was keine Go-Version ist.</translation>
    </message>
    <message>
        <source>It is made for %1.</source>
        <translation>Es ist für %1 gemacht.</translation>
    </message>
    <message>
        <source>Its go program did not answer in time.</source>
        <translation>Sein go-Programm hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Its go program does not start: %1</source>
        <translation>Sein go-Programm startet nicht: %1</translation>
    </message>
    <message>
        <source>Its go program fails: %1</source>
        <translation>Sein go-Programm scheitert: %1</translation>
    </message>
    <message>
        <source>Its go program does not say a Go version.</source>
        <translation>Sein go-Programm nennt keine Go-Version.</translation>
    </message>
    <message>
        <source>VERSION says Go %1, but its go program says Go %2.</source>
        <translation>In VERSION steht Go %1, aber sein go-Programm meldet Go %2.</translation>
    </message>
    <message>
        <source>Go has downloaded it and not set it up yet.</source>
        <translation>Go hat es heruntergeladen und noch nicht eingerichtet.</translation>
    </message>
</context>
<context>
    <name>plugsmith::GzipFile</name>
    <message>
        <source>%1 was not written</source>
        <translation>%1 wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 is incomplete</source>
        <translation>%1 ist unvollständig</translation>
    </message>
    <message>
        <source>The gzip stream ends early.</source>
        <translation>Der gzip-Strom endet zu früh.</translation>
    </message>
    <message>
        <source>%1 is too large when unpacked</source>
        <translation>%1 ist entpackt zu groß</translation>
    </message>
    <message>
        <source>The limit is %1 MB.</source>
        <translation>Die Grenze ist %1 MB.</translation>
    </message>
    <message>
        <source>Its gzip stream contradicts itself.</source>
        <translation>Der gzip-Strom widerspricht sich.</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>Der Speicher reicht nicht.</translation>
    </message>
    <message>
        <source>%1 changed while it was read.</source>
        <translation>%1 hat sich beim Lesen geändert.</translation>
    </message>
</context>
<context>
    <name>plugsmith::HelpWindow</name>
    <message>
        <source>Help — Plugsmith</source>
        <translation>Hilfe — Plugsmith</translation>
    </message>
    <message>
        <source>Text of the help</source>
        <translation>Text der Hilfe</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Rückwärts suchen</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Weitersuchen</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>Auf dieser Seite suchen</translation>
    </message>
    <message>
        <source>not on this page</source>
        <translation>nicht auf dieser Seite</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>hit 3 of 12</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>plugsmith::HistoryModel</name>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation>Plugin</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>Gebaut</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Dauer</translation>
    </message>
</context>
<context>
    <name>plugsmith::HistoryPopover</name>
    <message>
        <source>History of builds</source>
        <translation>Verlauf der Builds</translation>
    </message>
    <message>
        <source>Builds, newest first</source>
        <translation>Builds, neueste zuerst</translation>
    </message>
    <message>
        <source>Builds that have ended are listed here.</source>
        <translation>Beendete Builds stehen hier.</translation>
    </message>
</context>
<context>
    <name>plugsmith::HostBuilder</name>
    <message>
        <source>A session for Go %1 could not be prepared</source>
        <translation>Eine Sitzung für Go %1 konnte nicht vorbereitet werden</translation>
    </message>
    <message>
        <source>Its program cannot be written to %1.</source>
        <translation>Ihr Programm kann nicht nach %1 geschrieben werden.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The go command could not compile its program.</source>
        <translation>Der go-Befehl konnte ihr Programm nicht kompilieren.</translation>
    </message>
    <message>
        <source>Go %1 cannot load plugins here</source>
        <translation>Go %1 kann hier keine Plugins laden</translation>
    </message>
    <message>
        <source>Its programs are linked without what plugins need.</source>
        <translation>Seine Programme sind ohne das gelinkt, was Plugins brauchen.</translation>
    </message>
</context>
<context>
    <name>plugsmith::HostProcess</name>
    <message>
        <source>No more files can be opened.</source>
        <translation>Es können keine weiteren Dateien geöffnet werden.</translation>
    </message>
</context>
<context>
    <name>plugsmith::HowPopover</name>
    <message>
        <source>Command that installs it</source>
        <translation>Befehl zum Installieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>This distribution has no package that would do.</source>
        <translation>Diese Distribution hat kein passendes Paket.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Show in Toolchains</source>
        <translation>Bei Toolchains zeigen</translation>
    </message>
</context>
<context>
    <name>plugsmith::InfoWriter</name>
    <message>
        <source>No build info was written for %1</source>
        <translation>Für %1 wurde keine Build-Info geschrieben</translation>
    </message>
    <message>
        <source>%1 stays as it is</source>
        <translation>%1 bleibt, wie es ist</translation>
    </message>
    <message>
        <source>It has been changed meanwhile.</source>
        <translation>Es wurde inzwischen geändert.</translation>
    </message>
    <message>
        <source>It is neither a plugin nor a program made by Go.</source>
        <translation>Es ist weder ein Plugin noch ein Programm von Go.</translation>
    </message>
    <message>
        <source>Nobody says which Go version it was built with.</source>
        <translation>Niemand sagt, mit welcher Go-Version es gebaut wurde.</translation>
    </message>
    <message>
        <source>Nobody says which platform it is for.</source>
        <translation>Niemand sagt, für welche Plattform es ist.</translation>
    </message>
</context>
<context>
    <name>plugsmith::InspectionText</name>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>SCN</source>
        <translation>SCN</translation>
    </message>
    <message>
        <source>Plugin path</source>
        <translation>Plugin-Pfad</translation>
    </message>
    <message>
        <source>Tyk gateway</source>
        <translation>Tyk-Gateway</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Achtung</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>C library</source>
        <translation>C-Bibliothek</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Braucht</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Interpreter</translation>
    </message>
    <message>
        <source>Build id</source>
        <translation>Build-ID</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Plugins</source>
        <translation>Plugins</translation>
    </message>
    <message>
        <source>can load plugins</source>
        <translation>kann Plugins laden</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>Module</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>neueste</translation>
    </message>
    <message>
        <source>same SCN twice</source>
        <translation>SCN doppelt</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>Duplikat</translation>
    </message>
    <message>
        <source>contradiction</source>
        <translation>Widerspruch</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Kein Unterschied</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exporte</translation>
    </message>
    <message>
        <source>Build settings</source>
        <translation>Build-Einstellungen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Sektionen</translation>
    </message>
    <message>
        <source>Code by package</source>
        <translation>Code nach Paket</translation>
    </message>
    <message>
        <source>fits already</source>
        <translation>passt schon</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>berichtigt</translation>
    </message>
    <message>
        <source>written</source>
        <translation>geschrieben</translation>
    </message>
    <message>
        <source>would be corrected</source>
        <translation>würde berichtigt</translation>
    </message>
    <message>
        <source>would be written</source>
        <translation>würde geschrieben</translation>
    </message>
</context>
<context>
    <name>plugsmith::JobDelegate</name>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>plugsmith::JobDetails</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Command copied.</source>
        <translation>Befehl kopiert.</translation>
    </message>
    <message>
        <source>Copy the build as a command for a terminal</source>
        <translation>Den Build als Befehl für ein Terminal kopieren</translation>
    </message>
    <message>
        <source>Result file</source>
        <translation>Ergebnisdatei</translation>
    </message>
</context>
<context>
    <name>plugsmith::JobMenus</name>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Build Only This</source>
        <translation>Nur dies bauen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Abwählen</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Show Log</source>
        <translation>Protokoll anzeigen</translation>
    </message>
    <message>
        <source>Show Result</source>
        <translation>Ergebnis anzeigen</translation>
    </message>
    <message>
        <source>Cancel Job</source>
        <translation>Auftrag abbrechen</translation>
    </message>
    <message>
        <source>Why Not?</source>
        <translation>Warum nicht?</translation>
    </message>
    <message>
        <source>Copy as Command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy Log</source>
        <translation>Protokoll kopieren</translation>
    </message>
    <message>
        <source>Save Log…</source>
        <translation>Protokoll speichern …</translation>
    </message>
    <message>
        <source>Select All of %1</source>
        <translation>Alle von %1 auswählen</translation>
    </message>
    <message>
        <source>Clear All of %1</source>
        <translation>Alle von %1 abwählen</translation>
    </message>
    <message>
        <source>CPU Level (%1)</source>
        <translation>CPU-Stufe (%1)</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Show in Plugins</source>
        <translation>Unter Plugins zeigen</translation>
    </message>
</context>
<context>
    <name>plugsmith::JobModel</name>
    <message>
        <source>%1, writes %2</source>
        <translation>%1, schreibt %2</translation>
    </message>
    <message>
        <source>%1, step %2 of 6, %3</source>
        <translation>%1, Schritt %2 von 6, %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>Schreibt</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>~ %1</source>
        <translation>~ %1</translation>
    </message>
</context>
<context>
    <name>plugsmith::JobsView</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>History: the last 50 builds with their logs</source>
        <translation>Verlauf: die letzten 50 Builds mit Protokollen</translation>
    </message>
    <message>
        <source>History of builds</source>
        <translation>Verlauf der Builds</translation>
    </message>
</context>
<context>
    <name>plugsmith::LimitsDialog</name>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source> GB</source>
        <comment>after a number</comment>
        <translation> GB</translation>
    </message>
    <message>
        <source>One file</source>
        <translation>Eine Datei</translation>
    </message>
    <message>
        <source>Files and folders</source>
        <translation>Dateien und Ordner</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Wachstum</translation>
    </message>
    <message>
        <source> times its size</source>
        <comment>after a number</comment>
        <translation>-fache Größe</translation>
    </message>
    <message>
        <source>Limits for sources</source>
        <translation>Grenzen für Quellen</translation>
    </message>
    <message>
        <source>A source that would become larger is refused before anything is unpacked: some archives are made to fill a disk. The limits hold for all sources from now on.</source>
        <translation>Eine Quelle, die größer würde, wird abgelehnt, bevor etwas entpackt wird: Manche Archive sind gemacht, um eine Platte zu füllen. Die Grenzen gelten von jetzt an für alle Quellen.</translation>
    </message>
    <message>
        <source>Use These Limits</source>
        <translation>Diese Grenzen verwenden</translation>
    </message>
    <message>
        <source>All &amp;files</source>
        <translation>&amp;Alle Dateien</translation>
    </message>
    <message>
        <source>&amp;One file</source>
        <translation>&amp;Eine Datei</translation>
    </message>
    <message>
        <source>Files a&amp;nd folders</source>
        <translation>Dateien &amp;und Ordner</translation>
    </message>
    <message>
        <source>&amp;Growth</source>
        <translation>&amp;Wachstum</translation>
    </message>
</context>
<context>
    <name>plugsmith::LinkCheck</name>
    <message>
        <source>%1 was not loaded</source>
        <translation>%1 wurde nicht geladen</translation>
    </message>
    <message>
        <source>It is not a Go plugin; opening it would end the session.</source>
        <translation>Es ist kein Go-Plugin; es zu öffnen würde die Sitzung beenden.</translation>
    </message>
    <message>
        <source>It is for another processor.</source>
        <translation>Es ist für einen anderen Prozessor.</translation>
    </message>
    <message>
        <source>It was built by another Go release; opening it would end the session.</source>
        <translation>Es wurde mit einer anderen Go-Version gebaut; es zu öffnen würde die Sitzung beenden.</translation>
    </message>
    <message>
        <source>%1 was already loaded under this path</source>
        <translation>%1 wurde unter diesem Pfad schon geladen</translation>
    </message>
    <message>
        <source>Go loads each package path once. Path: %1</source>
        <translation>Go lädt jeden Paketpfad nur einmal. Pfad: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n package(s) were compiled from other sources or with other flags than those in memory: %1</source>
        <translation>
            <numerusform>%n Paket wurde aus anderen Quellen oder mit anderen Flags kompiliert als das im Speicher: %1</numerusform>
            <numerusform>%n Pakete wurden aus anderen Quellen oder mit anderen Flags kompiliert als die im Speicher: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::LinkFacts</name>
    <message>
        <source>%1 cannot be checked</source>
        <translation>%1 kann nicht geprüft werden</translation>
    </message>
    <message>
        <source>It is not an ELF file.</source>
        <translation>Es ist keine ELF-Datei.</translation>
    </message>
    <message>
        <source>It was cut short while it was read.</source>
        <translation>Sie wurde gekürzt, während sie gelesen wurde.</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 kann nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>plugsmith::ListCommand</name>
    <message>
        <source>The folder %1 cannot be read.</source>
        <translation>Der Ordner %1 kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>plugsmith::LoadCallForm</name>
    <message>
        <source>It takes no arguments.</source>
        <translation>Sie nimmt keine Argumente.</translation>
    </message>
    <message>
        <source>true</source>
        <translation>true</translation>
    </message>
    <message>
        <source>Argument %1, %2</source>
        <translation>Argument %1, %2</translation>
    </message>
</context>
<context>
    <name>plugsmith::LoadCallPanel</name>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Arguments as JSON</source>
        <translation>Argumente als JSON</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>What the context of the call gets. 0: no limit</source>
        <translation>Was der Kontext des Aufrufs bekommt. 0: keine Grenze</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>&amp;Time limit</source>
        <translation>&amp;Zeitgrenze</translation>
    </message>
    <message>
        <source>No function is selected</source>
        <translation>Keine Funktion ausgewählt</translation>
    </message>
    <message>
        <source>&amp;Arguments</source>
        <translation>A&amp;rgumente</translation>
    </message>
    <message>
        <source>&amp;New value (empty: only read)</source>
        <translation>&amp;Neuer Wert (leer: nur lesen)</translation>
    </message>
    <message>
        <source>Stop · %1 s</source>
        <translation>Abbrechen · %1 s</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufrufen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
</context>
<context>
    <name>plugsmith::LoadMemoryGraph</name>
    <message>
        <source>Memory of the session</source>
        <translation>Speicher der Sitzung</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>Noch nicht gemessen</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 um %2</translation>
    </message>
</context>
<context>
    <name>plugsmith::LoadPage</name>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) are running</source>
        <translation>
            <numerusform>%n Aufruf läuft</numerusform>
            <numerusform>%n Aufrufe laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>They will be stopped.</source>
        <translation>Sie werden abgebrochen.</translation>
    </message>
    <message>
        <source>Restart Session</source>
        <translation>Sitzung neu starten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The plugin&apos;s init functions have run</source>
        <translation>Die init-Funktionen des Plugins sind gelaufen</translation>
    </message>
    <message>
        <source>Loading a plugin runs them. Load only plugins you trust. Plugsmith asks before it loads one that was not built here.</source>
        <translation>Das Laden eines Plugins führt sie aus. Nur Plugins laden, denen man vertraut. Vor dem Laden fremder Plugins fragt Plugsmith.</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>%1 wird geladen</translation>
    </message>
    <message>
        <source>Looking for Go and C compilers…</source>
        <translation>Go und C-Compiler werden gesucht…</translation>
    </message>
    <message>
        <source>Preparing a session for Go %1</source>
        <translation>Eine Sitzung für Go %1 wird vorbereitet</translation>
    </message>
    <message>
        <source>This is done once for a Go version and set of flags, and takes some seconds.</source>
        <translation>Das geschieht einmal für jede Go-Version und Gruppe von Flags und dauert einige Sekunden.</translation>
    </message>
    <message>
        <source>Load %1?</source>
        <translation>%1 laden?</translation>
    </message>
    <message>
        <source>Loading runs the plugin&apos;s init functions. Load only plugins you trust. This one was not built with Plugsmith.</source>
        <translation>Das Laden führt die init-Funktionen des Plugins aus. Nur Plugins laden, denen man vertraut. Dieses wurde nicht mit Plugsmith gebaut.</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Lower the Initial SCN</source>
        <translation>Anfangs-SCN senken</translation>
    </message>
    <message>
        <source>Load in a New Session</source>
        <translation>In neuer Sitzung laden</translation>
    </message>
    <message>
        <source>Start Again and Load the Same Plugins</source>
        <translation>Neu starten und dieselben Plugins laden</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Stop Session</source>
        <translation>Sitzung beenden</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>Neue Sitzung</translation>
    </message>
    <message>
        <source>Load newer SCN automatically</source>
        <translation>Neuere SCN automatisch laden</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Load a plugin</source>
        <translation>Ein Plugin laden</translation>
    </message>
    <message>
        <source>Plugins (%1)</source>
        <translation>Plugins (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>Alle Dateien (%1)</translation>
    </message>
    <message>
        <source>Go %1</source>
        <translation>Go %1</translation>
    </message>
    <message>
        <source>No Go version is installed</source>
        <translation>Keine Go-Version installiert</translation>
    </message>
    <message>
        <source>Close the session</source>
        <translation>Sitzung schließen</translation>
    </message>
    <message>
        <source>A newer SCN was loaded</source>
        <translation>Eine neuere SCN wurde geladen</translation>
    </message>
    <message>
        <source>Generation %1 of %2 is loaded</source>
        <translation>Generation %1 von %2 ist geladen</translation>
    </message>
    <message>
        <source>Edit and Call Again</source>
        <translation>Bearbeiten und erneut aufrufen</translation>
    </message>
    <message>
        <source>Copy as Go</source>
        <translation>Als Go kopieren</translation>
    </message>
    <message>
        <source>Go code copied.</source>
        <translation>Go-Code kopiert.</translation>
    </message>
    <message>
        <source>Copy as Command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Command copied.</source>
        <translation>Befehl kopiert.</translation>
    </message>
    <message>
        <source>Install the package bubblewrap, and such plugins run in a sandbox.</source>
        <translation>Mit dem Paket bubblewrap laufen solche Plugins in einer Sandbox.</translation>
    </message>
    <message>
        <source>It runs in a sandbox: without network, and without writing to your files.</source>
        <translation>Es läuft in einer Sandbox: ohne Netz, und ohne in eigene Dateien zu schreiben.</translation>
    </message>
    <message>
        <source>Where %1 lies is not known here.</source>
        <translation>Wo %1 liegt, ist hier nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>plugsmith::LoadResultPanel</name>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>What the plugin prints during the call appears here.</source>
        <translation>Hier erscheint, was das Plugin während des Aufrufs ausgibt.</translation>
    </message>
    <message>
        <source>The result appears here when a function is called.</source>
        <translation>Hier erscheint das Ergebnis, wenn eine Funktion aufgerufen wird.</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Aufrufkette</translation>
    </message>
    <message>
        <source>Copy what is shown</source>
        <translation>Das Gezeigte kopieren</translation>
    </message>
    <message>
        <source>Save All…</source>
        <translation>Alles speichern…</translation>
    </message>
    <message>
        <source>Where a panic happened appears here.</source>
        <translation>Hier erscheint, wo eine Panic geschah.</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Returned in %1</source>
        <translation>Zurück nach %1</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Error after %1</source>
        <translation>Fehler nach %1</translation>
    </message>
    <message>
        <source>Panicked</source>
        <translation>Panic</translation>
    </message>
    <message>
        <source>The session ended</source>
        <translation>Die Sitzung ist beendet</translation>
    </message>
    <message>
        <source>Not called</source>
        <translation>Nicht aufgerufen</translation>
    </message>
    <message>
        <source>On standard error:</source>
        <translation>Auf der Fehlerausgabe:</translation>
    </message>
    <message>
        <source>%1 more are not shown.</source>
        <translation>%1 mehr werden nicht gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>Output · %n line(s)</source>
        <translation>
            <numerusform>Ausgabe · %n Zeile</numerusform>
            <numerusform>Ausgabe · %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>The values of this call are not kept any more.</source>
        <translation>Die Werte dieses Aufrufs sind nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>The session ended before it returned.</source>
        <translation>Die Sitzung endete, bevor sie zurückkehrte.</translation>
    </message>
    <message>
        <source>The first %1 of %2 are shown.</source>
        <translation>Gezeigt werden die ersten %1 von %2.</translation>
    </message>
    <message>
        <source>It happened in %1, line %2.</source>
        <translation>Sie geschah in %1, Zeile %2.</translation>
    </message>
    <message>
        <source>Open %1, Line %2</source>
        <translation>%1 öffnen, Zeile %2</translation>
    </message>
    <message>
        <source>Call Again</source>
        <translation>Erneut aufrufen</translation>
    </message>
    <message>
        <source>Restart Session</source>
        <translation>Sitzung neu starten</translation>
    </message>
    <message>
        <source>Copy Stack</source>
        <translation>Aufrufkette kopieren</translation>
    </message>
    <message>
        <source>Stack copied.</source>
        <translation>Aufrufkette kopiert.</translation>
    </message>
    <message>
        <source>Hide the frames of Go&apos;s runtime</source>
        <translation>Die Zeilen der Go-Laufzeit verbergen</translation>
    </message>
    <message numerus="yes">
        <source>Show %n frame(s) of Go&apos;s runtime</source>
        <translation>
            <numerusform>%n Zeile der Go-Laufzeit zeigen</numerusform>
            <numerusform>%n Zeilen der Go-Laufzeit zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation>Das Ergebnis speichern</translation>
    </message>
    <message>
        <source>Result saved to %1</source>
        <translation>Ergebnis gespeichert in %1</translation>
    </message>
    <message>
        <source>The result could not be saved to %1</source>
        <translation>Das Ergebnis konnte nicht in %1 gespeichert werden</translation>
    </message>
</context>
<context>
    <name>plugsmith::LoadSession</name>
    <message>
        <source>%1 did not return within %2 s</source>
        <translation>%1 kehrte nicht innerhalb von %2 s zurück</translation>
    </message>
    <message>
        <source>Loading %1 did not finish</source>
        <translation>Das Laden von %1 endet nicht</translation>
    </message>
    <message>
        <source>An init function has been running for 10 s.</source>
        <translation>Eine init-Funktion läuft seit 10 s.</translation>
    </message>
    <message>
        <source>Go %1</source>
        <translation>Go %1</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation>Antwortet nicht</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message numerus="yes">
        <source>Running %n min</source>
        <translation>
            <numerusform>Läuft seit %n min</numerusform>
            <numerusform>Läuft seit %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>a long value</source>
        <translation>ein langer Wert</translation>
    </message>
    <message>
        <source>Generation %1 of %2 is loaded</source>
        <translation>Generation %1 von %2 ist geladen</translation>
    </message>
    <message>
        <source>The session does not answer</source>
        <translation>Die Sitzung antwortet nicht</translation>
    </message>
    <message>
        <source>The plugin keeps its process from doing anything.</source>
        <translation>Das Plugin hält seinen Prozess von allem anderen ab.</translation>
    </message>
</context>
<context>
    <name>plugsmith::LoadSessionPanel</name>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Session process</source>
        <translation>Sitzungsprozess</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Plugins with a lower SCN are refused. Counts for later loads only.</source>
        <translation>Plugins mit niedrigerer SCN werden abgelehnt. Gilt nur für spätere Ladevorgänge.</translation>
    </message>
    <message>
        <source>&amp;Initial SCN</source>
        <translation>&amp;Anfangs-SCN</translation>
    </message>
    <message>
        <source>Initial SCN</source>
        <translation>Anfangs-SCN</translation>
    </message>
    <message>
        <source>Generations</source>
        <translation>Generationen</translation>
    </message>
    <message>
        <source>Plugins and their generations</source>
        <translation>Plugins und ihre Generationen</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Go %1</source>
        <translation>Go %1</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>pid %1</translation>
    </message>
    <message>
        <source>Watching %1</source>
        <translation>Beobachtet %1</translation>
    </message>
    <message>
        <source>of which %1 replaced</source>
        <translation>davon %1 ersetzt</translation>
    </message>
    <message>
        <source>Go cannot unload a plugin. Restarting the session gives its memory back.</source>
        <translation>Go kann kein Plugin entladen. Ein Neustart der Sitzung gibt ihren Speicher zurück.</translation>
    </message>
    <message numerus="yes">
        <source>Go cannot unload a plugin. Restarting the session frees the %1 held by %n replaced generation(s).</source>
        <translation>
            <numerusform>Go kann kein Plugin entladen. Ein Neustart der Sitzung gibt die %1 frei, die %n ersetzte Generation hält.</numerusform>
            <numerusform>Go kann kein Plugin entladen. Ein Neustart der Sitzung gibt die %1 frei, die %n ersetzte Generationen halten.</numerusform>
        </translation>
    </message>
    <message>
        <source>An SCN has 14 digits and is a time: YYYYMMDDHHMMSS.</source>
        <translation>Eine SCN hat 14 Ziffern und ist eine Zeit: JJJJMMTThhmmss.</translation>
    </message>
    <message>
        <source>Later loads take any SCN.</source>
        <translation>Spätere Ladevorgänge nehmen jede SCN.</translation>
    </message>
    <message>
        <source>Later loads take SCN %1 and newer; what is loaded stays.</source>
        <translation>Spätere Ladevorgänge nehmen SCN %1 und neuere; was geladen ist, bleibt.</translation>
    </message>
    <message>
        <source>Make This One Answer</source>
        <translation>Diese antworten lassen</translation>
    </message>
    <message>
        <source>Copy SCN</source>
        <translation>SCN kopieren</translation>
    </message>
    <message>
        <source>SCN copied.</source>
        <translation>SCN kopiert.</translation>
    </message>
    <message>
        <source>Copy Path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Path copied.</source>
        <translation>Pfad kopiert.</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>Einen Ordner beobachten</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Not possible: the package bubblewrap is not installed.</source>
        <translation>Nicht möglich: Das Paket bubblewrap ist nicht installiert.</translation>
    </message>
    <message>
        <source>No network, and it writes only to a folder of its own.</source>
        <translation>Kein Netz, und sie schreibt nur in einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>Off: the plugin can do everything that you can.</source>
        <translation>Aus: Das Plugin darf alles, was Sie dürfen.</translation>
    </message>
    <message>
        <source>On for plugins that were not built here. Changing it starts the session again.</source>
        <translation>Ein für Plugins, die nicht hier gebaut wurden. Beim Umschalten startet die Sitzung neu.</translation>
    </message>
</context>
<context>
    <name>plugsmith::LoadStartPanel</name>
    <message>
        <source>Load plugin…</source>
        <translation>Plugin laden…</translation>
    </message>
    <message>
        <source>Load a plugin to see its symbols and call them</source>
        <translation>Ein Plugin laden, um seine Symbole zu sehen und aufzurufen</translation>
    </message>
    <message>
        <source>It runs in its own process, so a crash cannot touch Plugsmith. Drop a .so, .so.gz or .pinf file here, or build one and press Load.</source>
        <translation>Es läuft in einem eigenen Prozess, ein Absturz berührt Plugsmith also nicht. Eine .so-, .so.gz- oder .pinf-Datei hier ablegen, oder ein Plugin bauen und Laden drücken.</translation>
    </message>
    <message>
        <source>Loaded before</source>
        <translation>Früher geladen</translation>
    </message>
    <message>
        <source>Newest plugins</source>
        <translation>Neueste Plugins</translation>
    </message>
</context>
<context>
    <name>plugsmith::LoadSymbolModel</name>
    <message>
        <source>Function %1%2</source>
        <translation>Funktion %1%2</translation>
    </message>
    <message>
        <source>Variable %1, %2</source>
        <translation>Variable %1, %2</translation>
    </message>
    <message>
        <source>Function %1%2, cannot be called with JSON: %3</source>
        <translation>Funktion %1%2, mit JSON nicht aufrufbar: %3</translation>
    </message>
</context>
<context>
    <name>plugsmith::LoadSymbolsPanel</name>
    <message>
        <source>Filter symbols</source>
        <translation>Symbole filtern</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>No symbol contains “%1”.</source>
        <translation>Kein Symbol enthält „%1“.</translation>
    </message>
    <message>
        <source>Load a plugin to see its symbols.</source>
        <translation>Ein Plugin laden, um seine Symbole zu sehen.</translation>
    </message>
    <message>
        <source>%1 is being loaded…</source>
        <translation>%1 wird geladen…</translation>
    </message>
    <message>
        <source>It exports nothing.</source>
        <translation>Es exportiert nichts.</translation>
    </message>
    <message>
        <source>This generation is not in memory.</source>
        <translation>Diese Generation ist nicht im Speicher.</translation>
    </message>
    <message>
        <source>Call…</source>
        <translation>Aufrufen…</translation>
    </message>
    <message>
        <source>Copy Name</source>
        <translation>Name kopieren</translation>
    </message>
    <message>
        <source>Name copied.</source>
        <translation>Name kopiert.</translation>
    </message>
    <message>
        <source>Copy Declaration</source>
        <translation>Deklaration kopieren</translation>
    </message>
    <message>
        <source>Declaration copied.</source>
        <translation>Deklaration kopiert.</translation>
    </message>
    <message>
        <source>Refresh Values</source>
        <translation>Werte neu lesen</translation>
    </message>
</context>
<context>
    <name>plugsmith::LocalExecutor</name>
    <message>
        <source>Go %1 cannot be started</source>
        <translation>Go %1 kann nicht gestartet werden</translation>
    </message>
    <message>
        <source>Go %1 was stopped by the system</source>
        <translation>Go %1 wurde vom System beendet</translation>
    </message>
    <message>
        <source>Memory may have run out, or somebody ended the process.</source>
        <translation>Der Speicher ging aus, oder jemand hat den Prozess beendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s) in %1</source>
        <translation>
            <numerusform>%n Fehler in %1</numerusform>
            <numerusform>%n Fehler in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>go build ended with exit code %1</source>
        <translation>go build endete mit Rückgabewert %1</translation>
    </message>
    <message>
        <source>The built file is kept as %1.</source>
        <translation>Die gebaute Datei bleibt als %1.</translation>
    </message>
</context>
<context>
    <name>plugsmith::LogCopy</name>
    <message>
        <source>This is too much for the clipboard.</source>
        <translation>Das ist zu viel für die Zwischenablage.</translation>
    </message>
    <message>
        <source>Save the log to a file instead.</source>
        <translation>Das Protokoll stattdessen in eine Datei speichern.</translation>
    </message>
    <message>
        <source>The log was not saved.</source>
        <translation>Das Protokoll wurde nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>plugsmith::LogFindField</name>
    <message>
        <source>Case Sensitive</source>
        <translation>Groß-/Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Regular Expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Find in log</source>
        <translation>Im Protokoll suchen</translation>
    </message>
    <message>
        <source>How to find</source>
        <translation>Art der Suche</translation>
    </message>
    <message>
        <source>Case sensitive, regular expression</source>
        <translation>Groß-/Kleinschreibung, regulärer Ausdruck</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>hit 3 of 12</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>not valid</source>
        <comment>a regular expression</comment>
        <translation>ungültig</translation>
    </message>
</context>
<context>
    <name>plugsmith::LogMatcher</name>
    <message>
        <source>This is not a regular expression</source>
        <translation>Das ist kein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>At character %1: %2.</source>
        <translation>Bei Zeichen %1: %2.</translation>
    </message>
</context>
<context>
    <name>plugsmith::LogPanel</name>
    <message>
        <source>The log appears here when the build starts.</source>
        <translation>Das Protokoll erscheint hier, sobald der Build beginnt.</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Show only errors, with two lines around each</source>
        <translation>Nur Fehler zeigen, mit je zwei Zeilen darum</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Keep the end of the log in view</source>
        <translation>Das Ende des Protokolls im Blick behalten</translation>
    </message>
    <message numerus="yes">
        <source>%n new line(s) ↓</source>
        <translation>
            <numerusform>%n neue Zeile ↓</numerusform>
            <numerusform>%n neue Zeilen ↓</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::LogView</name>
    <message>
        <source>Build log</source>
        <translation>Build-Protokoll</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no errors in this log.</source>
        <translation>In diesem Protokoll sind keine Fehler.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) copied.</source>
        <translation>
            <numerusform>%n Zeile kopiert.</numerusform>
            <numerusform>%n Zeilen kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>Logs (%1)</source>
        <translation>Protokolle (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The log was saved as %1.</source>
        <translation>Das Protokoll wurde als %1 gespeichert.</translation>
    </message>
    <message>
        <source>Copy Line With Time</source>
        <translation>Zeile mit Zeit kopieren</translation>
    </message>
    <message>
        <source>Open %1:%2</source>
        <translation>%1:%2 öffnen</translation>
    </message>
    <message>
        <source>Find “%1”</source>
        <translation>„%1“ suchen</translation>
    </message>
    <message>
        <source>Wrap Lines</source>
        <translation>Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Save Log…</source>
        <translation>Protokoll speichern …</translation>
    </message>
</context>
<context>
    <name>plugsmith::MachOImage</name>
    <message>
        <source>A part for one processor lies outside of the file.</source>
        <translation>Ein Teil für einen Prozessor liegt außerhalb der Datei.</translation>
    </message>
    <message>
        <source>Only Mach-O files of 64 bits, little endian, are read.</source>
        <translation>Nur Mach-O-Dateien mit 64 Bit, Little Endian, werden gelesen.</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The load commands lie outside of the file.</source>
        <translation>Die Ladebefehle liegen außerhalb der Datei.</translation>
    </message>
    <message>
        <source>The load commands contradict each other.</source>
        <translation>Die Ladebefehle widersprechen einander.</translation>
    </message>
    <message>
        <source>A segment lies outside of the file.</source>
        <translation>Ein Segment liegt außerhalb der Datei.</translation>
    </message>
</context>
<context>
    <name>plugsmith::MachineVerdict</name>
    <message>
        <source>Loads</source>
        <translation>Ladbar</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Needs Go %1</source>
        <translation>Braucht Go %1</translation>
    </message>
    <message>
        <source>Needs glibc %1</source>
        <translation>Braucht glibc %1</translation>
    </message>
    <message>
        <source>Other platform</source>
        <translation>Andere Plattform</translation>
    </message>
    <message>
        <source>Not a plugin</source>
        <translation>Kein Plugin</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Platform and C library fit, and its Go version is installed.</source>
        <translation>Plattform und C-Bibliothek passen, und seine Go-Version ist installiert.</translation>
    </message>
    <message>
        <source>The Go versions of this machine are not known yet.</source>
        <translation>Die Go-Versionen dieses Rechners sind noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Nothing in the file says which Go version made it.</source>
        <translation>Nichts in der Datei sagt, welche Go-Version sie gebaut hat.</translation>
    </message>
    <message>
        <source>The file only says that a Go of %1 made it.</source>
        <translation>Die Datei sagt nur, dass ein Go der Reihe %1 sie gebaut hat.</translation>
    </message>
    <message>
        <source>It was built with Go %1, which is not installed. Go loads a plugin only into a program of the same version.</source>
        <translation>Es wurde mit Go %1 gebaut, das nicht installiert ist. Go lädt ein Plugin nur in ein Programm derselben Version.</translation>
    </message>
    <message>
        <source>It asks for glibc %1 or newer, and this machine has %2.</source>
        <translation>Es verlangt glibc %1 oder neuer, und dieser Rechner hat %2.</translation>
    </message>
    <message>
        <source>It is for %1, and this machine is %2.</source>
        <translation>Es ist für %1, und dieser Rechner ist %2.</translation>
    </message>
    <message>
        <source>A Go program cannot load it: it is no Go plugin (%1).</source>
        <translation>Ein Go-Programm kann es nicht laden: Es ist kein Go-Plugin (%1).</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>unlesbar</translation>
    </message>
    <message>
        <source>build info only</source>
        <translation>nur Build-Info</translation>
    </message>
    <message>
        <source>plugin</source>
        <translation>Plugin</translation>
    </message>
    <message>
        <source>program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Go C library</source>
        <translation>C-Bibliothek aus Go</translation>
    </message>
    <message>
        <source>shared library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>other program</source>
        <translation>anderes Programm</translation>
    </message>
    <message>
        <source>object file</source>
        <translation>Objektdatei</translation>
    </message>
    <message>
        <source>archive of objects</source>
        <translation>Objektarchiv</translation>
    </message>
    <message>
        <source>no object file</source>
        <translation>keine Objektdatei</translation>
    </message>
</context>
<context>
    <name>plugsmith::MainWindow</name>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Nothing on the clipboard can be opened</source>
        <translation>Nichts in der Zwischenablage kann geöffnet werden</translation>
    </message>
    <message>
        <source>Plugsmith</source>
        <translation>Plugsmith</translation>
    </message>
    <message>
        <source>%1 — Plugsmith</source>
        <translation>%1 — Plugsmith</translation>
    </message>
    <message numerus="yes">
        <source>%n build(s) did not end the last time</source>
        <translation>
            <numerusform>%n Build wurde beim letzten Mal nicht beendet</numerusform>
            <numerusform>%n Builds wurden beim letzten Mal nicht beendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Plugsmith was ended before. Nothing half-written was left.</source>
        <translation>Plugsmith wurde vorher beendet. Nichts Halbfertiges blieb zurück.</translation>
    </message>
    <message>
        <source>Build Them Now</source>
        <translation>Jetzt bauen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>plugsmith::ManagerRules</name>
    <message>
        <source>%1 was not loaded: its SCN is older</source>
        <translation>%1 wurde nicht geladen: Die SCN ist älter</translation>
    </message>
    <message>
        <source>Initial SCN is %1, the plugin has %2.</source>
        <translation>Die Anfangs-SCN ist %1, das Plugin hat %2.</translation>
    </message>
    <message>
        <source>%1 was not loaded: it is in memory already</source>
        <translation>%1 wurde nicht geladen: Es ist schon im Speicher</translation>
    </message>
    <message>
        <source>%1 was not loaded: a newer one is in memory</source>
        <translation>%1 wurde nicht geladen: Ein neueres ist im Speicher</translation>
    </message>
    <message>
        <source>The loaded one has SCN %1, the plugin has %2.</source>
        <translation>Das geladene hat SCN %1, das Plugin hat %2.</translation>
    </message>
    <message>
        <source>%1 is for %2</source>
        <translation>%1 ist für %2</translation>
    </message>
    <message>
        <source>This machine is %1.</source>
        <translation>Dieser Rechner ist %1.</translation>
    </message>
    <message>
        <source>%1 needs Go %2</source>
        <translation>%1 braucht Go %2</translation>
    </message>
    <message>
        <source>This session runs Go %1.</source>
        <translation>Diese Sitzung läuft mit Go %1.</translation>
    </message>
</context>
<context>
    <name>plugsmith::MemoryHistory</name>
    <message>
        <source>Memory has not been measured yet.</source>
        <translation>Der Speicher wurde noch nicht gemessen.</translation>
    </message>
    <message>
        <source>%1 now; between %2 and %3 since %4.</source>
        <translation>Jetzt %1; zwischen %2 und %3 seit %4.</translation>
    </message>
    <message>
        <source>generation %1 at %2</source>
        <translation>Generation %1 um %2</translation>
    </message>
    <message>
        <source>Loaded: %1.</source>
        <translation>Geladen: %1.</translation>
    </message>
</context>
<context>
    <name>plugsmith::MessageCard</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Suggested fix:</source>
        <translation>Vorschlag:</translation>
    </message>
</context>
<context>
    <name>plugsmith::ModuleModel</name>
    <message>
        <source>Module</source>
        <translation>Modul</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Ersetzt durch</translation>
    </message>
</context>
<context>
    <name>plugsmith::OptionsPanel</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Name of the plugin</source>
        <translation>Name des Plugins</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Build &amp;tags</source>
        <translation>Build-&amp;Tags</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Build tags, separated by commas</source>
        <translation>Build-Tags, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Pfade</translation>
    </message>
    <message>
        <source>Leaves the paths of this machine out of the plugin. A host built with -trimpath refuses plugins without it, and the other way round.</source>
        <translation>Lässt die Pfade dieses Rechners aus dem Plugin weg. Ein Host, der mit -trimpath gebaut ist, lehnt Plugins ohne ab, und umgekehrt.</translation>
    </message>
    <message>
        <source>&amp;Linker flags</source>
        <translation>&amp;Linker-Flags</translation>
    </message>
    <message>
        <source>Flags for the Go linker</source>
        <translation>Flags für den Go-Linker</translation>
    </message>
    <message>
        <source>&amp;Compress</source>
        <translation>Kompri&amp;mieren</translation>
    </message>
    <message>
        <source>Compression of the plugin</source>
        <translation>Komprimierung des Plugins</translation>
    </message>
    <message>
        <source>No compression</source>
        <translation>Nicht komprimieren</translation>
    </message>
    <message>
        <source>&amp;Save to</source>
        <translation>&amp;Speichern in</translation>
    </message>
    <message>
        <source>Folder that plugins are saved to</source>
        <translation>Ordner, in den Plugins gespeichert werden</translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation>Plugin</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Save plugins to</source>
        <translation>Plugins speichern in</translation>
    </message>
    <message>
        <source>SC&amp;N</source>
        <translation>SC&amp;N</translation>
    </message>
    <message>
        <source>Sequence change number</source>
        <translation>Sequence Change Number</translation>
    </message>
    <message>
        <source>Time of the build, UTC</source>
        <translation>Zeit des Builds, UTC</translation>
    </message>
    <message>
        <source>A fixed number</source>
        <translation>Eine feste Zahl</translation>
    </message>
    <message>
        <source>14 digits, YYYYMMDDHHMMSS, for repeatable builds</source>
        <translation>14 Ziffern, JJJJMMTTHHMMSS, für wiederholbare Builds</translation>
    </message>
    <message>
        <source>Fixed sequence change number</source>
        <translation>Feste Sequence Change Number</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Advanced…</source>
        <translation>Erweitert …</translation>
    </message>
</context>
<context>
    <name>plugsmith::PageBar</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>plugsmith::PageParts</name>
    <message>
        <source>No file manager answered. The folder is %1</source>
        <translation>Kein Dateimanager hat geantwortet. Der Ordner ist %1</translation>
    </message>
</context>
<context>
    <name>plugsmith::PluginComparisonView</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Reading both files…</source>
        <translation>Beide Dateien werden gelesen …</translation>
    </message>
    <message>
        <source>Nothing differs that can be read from the files.</source>
        <translation>In den Dateien ist kein Unterschied zu lesen.</translation>
    </message>
</context>
<context>
    <name>plugsmith::PluginDetails</name>
    <message>
        <source>Move to Wastebasket</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Select a plugin to see what is in it.</source>
        <translation>Ein Plugin auswählen, um zu sehen, was darin ist.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>Copy Name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Copy Declaration</source>
        <translation>Deklaration kopieren</translation>
    </message>
    <message>
        <source>Filter symbols</source>
        <translation>Symbole filtern</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>Module</translation>
    </message>
    <message>
        <source>Build settings</source>
        <translation>Build-Einstellungen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n plugin(s) selected</source>
        <translation>
            <numerusform>%n Plugin ausgewählt</numerusform>
            <numerusform>%n Plugins ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Go %1</source>
        <translation>Go %1</translation>
    </message>
    <message>
        <source>SCN %1 (%2)</source>
        <comment>number, date</comment>
        <translation>SCN %1 (%2)</translation>
    </message>
    <message>
        <source>Select two to compare them.</source>
        <translation>Zwei auswählen, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Compare With the One Before</source>
        <translation>Mit dem vorigen vergleichen</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>plugsmith::PluginEntry</name>
    <message>
        <source>The file name says Go %1, the file was built with %2. The file is right.</source>
        <translation>Der Dateiname sagt Go %1, die Datei wurde mit %2 gebaut. Die Datei hat recht.</translation>
    </message>
    <message>
        <source>The build info says Go %1, the file was built with %2. The file is right.</source>
        <translation>Die Build-Info sagt Go %1, die Datei wurde mit %2 gebaut. Die Datei hat recht.</translation>
    </message>
    <message>
        <source>The file name says %1, the file is for %2. The file is right.</source>
        <translation>Der Dateiname sagt %1, die Datei ist für %2. Die Datei hat recht.</translation>
    </message>
    <message>
        <source>The build info says %1, the file is for %2. The file is right.</source>
        <translation>Die Build-Info sagt %1, die Datei ist für %2. Die Datei hat recht.</translation>
    </message>
    <message>
        <source>The build info says that the file is compressed, and it is not.</source>
        <translation>Laut Build-Info ist die Datei komprimiert, sie ist es aber nicht.</translation>
    </message>
    <message>
        <source>The file is compressed, and the build info does not say so.</source>
        <translation>Die Datei ist komprimiert, und die Build-Info sagt das nicht.</translation>
    </message>
    <message>
        <source>The build info cannot be read. %1</source>
        <translation>Die Build-Info kann nicht gelesen werden. %1</translation>
    </message>
</context>
<context>
    <name>plugsmith::PluginFile</name>
    <message>
        <source>%1 cannot be loaded</source>
        <translation>%1 kann nicht geladen werden</translation>
    </message>
    <message>
        <source>Its plugin %1 is not there.</source>
        <translation>Sein Plugin %1 ist nicht da.</translation>
    </message>
    <message>
        <source>It is a package archive: what was built is not a “main” package.</source>
        <translation>Es ist ein Paketarchiv: Gebaut wurde kein „main“-Paket.</translation>
    </message>
    <message>
        <source>It is not a plugin.</source>
        <translation>Es ist kein Plugin.</translation>
    </message>
    <message>
        <source>It was built by Go, but not with -buildmode=plugin.</source>
        <translation>Es wurde von Go gebaut, aber nicht mit -buildmode=plugin.</translation>
    </message>
    <message>
        <source>It is a library, but not a Go plugin.</source>
        <translation>Es ist eine Bibliothek, aber kein Go-Plugin.</translation>
    </message>
    <message>
        <source>It was cut short while it was read.</source>
        <translation>Sie wurde gekürzt, während sie gelesen wurde.</translation>
    </message>
    <message>
        <source>No copy of it could be made.</source>
        <translation>Es konnte keine Kopie davon angelegt werden.</translation>
    </message>
    <message>
        <source>It has changed since it was checked. Load it again to have the new file checked.</source>
        <translation>Sie hat sich seit der Prüfung geändert. Laden Sie sie erneut, damit die neue Datei geprüft wird.</translation>
    </message>
</context>
<context>
    <name>plugsmith::PluginFilter</name>
    <message>
        <source>The filter cannot be read</source>
        <translation>Der Filter kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>“%1” is not a Go version.</source>
        <translation>„%1“ ist keine Go-Version.</translation>
    </message>
    <message>
        <source>“%1” is not an SCN or the start of one.</source>
        <translation>„%1“ ist keine SCN und kein Anfang einer SCN.</translation>
    </message>
    <message>
        <source>“is:%1” is none of %2.</source>
        <translation>„is:%1“ ist keines von %2.</translation>
    </message>
</context>
<context>
    <name>plugsmith::PluginInfo</name>
    <message>
        <source>%1 is not build info</source>
        <translation>%1 ist keine Build-Info</translation>
    </message>
    <message>
        <source>It is not a JSON object.</source>
        <translation>Es ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>Reading stopped at byte %1: %2.</source>
        <translation>Das Lesen endete bei Byte %1: %2.</translation>
    </message>
    <message>
        <source>Its SCN is not a whole number.</source>
        <translation>Die SCN ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>It names the compression “%1”, which nobody knows.</source>
        <translation>Sie nennt die Komprimierung „%1“, die niemand kennt.</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>It is larger than 1 MB.</source>
        <translation>Sie ist größer als 1 MB.</translation>
    </message>
</context>
<context>
    <name>plugsmith::PluginInfoCard</name>
    <message numerus="yes">
        <source>%n build info file(s) could not be written</source>
        <translation>
            <numerusform>%n Build-Info-Datei konnte nicht geschrieben werden</numerusform>
            <numerusform>%n Build-Info-Dateien konnten nicht geschrieben werden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was corrected</source>
        <translation>%1 wurde berichtigt</translation>
    </message>
    <message>
        <source>%1 was written</source>
        <translation>%1 wurde geschrieben</translation>
    </message>
    <message>
        <source>The build info fits already</source>
        <translation>Die Build-Info passt schon</translation>
    </message>
    <message numerus="yes">
        <source>%n build info file(s) were written</source>
        <translation>
            <numerusform>%n Build-Info-Datei wurde geschrieben</numerusform>
            <numerusform>%n Build-Info-Dateien wurden geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n build info file(s) could not be brought back</source>
        <translation>
            <numerusform>%n Build-Info-Datei konnte nicht wiederhergestellt werden</numerusform>
            <numerusform>%n Build-Info-Dateien konnten nicht wiederhergestellt werden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::PluginName</name>
    <message>
        <source>A name cannot contain “%1”.</source>
        <translation>Ein Name kann „%1“ nicht enthalten.</translation>
    </message>
    <message>
        <source>A name cannot start with a dot.</source>
        <translation>Ein Name kann nicht mit einem Punkt beginnen.</translation>
    </message>
    <message>
        <source>The name is too long for a file name.</source>
        <translation>Der Name ist zu lang für einen Dateinamen.</translation>
    </message>
</context>
<context>
    <name>plugsmith::PluginOverview</name>
    <message>
        <source>from the build information in the file</source>
        <translation>aus den Build-Informationen in der Datei</translation>
    </message>
    <message>
        <source>from the debug information in the file</source>
        <translation>aus den Debug-Informationen in der Datei</translation>
    </message>
    <message>
        <source>from the layout of its tables</source>
        <translation>aus dem Aufbau ihrer Tabellen</translation>
    </message>
    <message>
        <source>from the build info beside it</source>
        <translation>aus der Build-Info daneben</translation>
    </message>
    <message>
        <source>from the file name</source>
        <translation>aus dem Dateinamen</translation>
    </message>
    <message>
        <source>glibc %1 or newer</source>
        <translation>glibc %1 oder neuer</translation>
    </message>
    <message>
        <source>%1, from the date of the file</source>
        <translation>%1, aus dem Datum der Datei</translation>
    </message>
    <message>
        <source>Build info beside it</source>
        <translation>Build-Info daneben</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>This machine can load it</source>
        <translation>Dieser Rechner kann es laden</translation>
    </message>
    <message>
        <source>It cannot be told whether this machine can load it</source>
        <translation>Ob dieser Rechner es laden kann, ist nicht zu sagen</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>Die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>This machine cannot load it</source>
        <translation>Dieser Rechner kann es nicht laden</translation>
    </message>
    <message>
        <source>What the file and its surroundings say does not fit</source>
        <translation>Datei und Umgebung widersprechen sich</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Go version</source>
        <translation>Go-Version</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>SCN</source>
        <translation>SCN</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1, packed with gzip</source>
        <translation>%1, mit gzip gepackt</translation>
    </message>
    <message>
        <source>Unpacked</source>
        <translation>Entpackt</translation>
    </message>
    <message>
        <source>CPU level</source>
        <translation>CPU-Stufe</translation>
    </message>
    <message>
        <source>C libraries</source>
        <translation>C-Bibliotheken</translation>
    </message>
    <message>
        <source>Plugin path</source>
        <translation>Plugin-Pfad</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Build ID</source>
        <translation>Build-ID</translation>
    </message>
    <message>
        <source>Go build ID</source>
        <translation>Go-Build-ID</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Correct the Build Info</source>
        <translation>Build-Info berichtigen</translation>
    </message>
    <message>
        <source>%1 has no build info</source>
        <translation>%1 hat keine Build-Info</translation>
    </message>
    <message>
        <source>%1 is missing. The SCN is taken from the file date, as loaders do.</source>
        <translation>%1 fehlt. Die SCN kommt aus dem Dateidatum, wie bei Ladern.</translation>
    </message>
    <message>
        <source>Write Build Info</source>
        <translation>Build-Info schreiben</translation>
    </message>
</context>
<context>
    <name>plugsmith::PluginPlacesModel</name>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>All plugins</source>
        <translation>Alle Plugins</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>beobachtet</translation>
    </message>
    <message>
        <source>not watched</source>
        <translation>nicht beobachtet</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) inside cannot be read</source>
        <translation>
            <numerusform>%n Ordner darin ist nicht lesbar</numerusform>
            <numerusform>%n Ordner darin sind nicht lesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Newest of each</source>
        <translation>Jeweils neueste</translation>
    </message>
    <message>
        <source>Loads on this machine</source>
        <translation>Hier ladbar</translation>
    </message>
    <message>
        <source>Does not load here</source>
        <translation>Hier nicht ladbar</translation>
    </message>
    <message>
        <source>Without build info</source>
        <translation>Ohne Build-Info</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::PluginPlacesView</name>
    <message>
        <source>Folders and choices</source>
        <translation>Ordner und Auswahl</translation>
    </message>
</context>
<context>
    <name>plugsmith::PluginStore</name>
    <message>
        <source>The build was cancelled.</source>
        <translation>Der Build wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 was not written.</source>
        <translation>%1 wurde nicht geschrieben.</translation>
    </message>
    <message>
        <source>%1 was not stamped.</source>
        <translation>%1 wurde nicht gestempelt.</translation>
    </message>
</context>
<context>
    <name>plugsmith::PluginTrashCard</name>
    <message numerus="yes">
        <source>%n file(s) could not be moved to the wastebasket</source>
        <translation>
            <numerusform>%n Datei konnte nicht in den Papierkorb</numerusform>
            <numerusform>%n Dateien konnten nicht in den Papierkorb</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was moved to the wastebasket</source>
        <translation>%1 liegt jetzt im Papierkorb</translation>
    </message>
    <message numerus="yes">
        <source>%n plugin(s) were moved to the wastebasket</source>
        <translation>
            <numerusform>%n Plugin liegt jetzt im Papierkorb</numerusform>
            <numerusform>%n Plugins liegen jetzt im Papierkorb</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be brought back</source>
        <translation>
            <numerusform>%n Datei konnte nicht zurückgeholt werden</numerusform>
            <numerusform>%n Dateien konnten nicht zurückgeholt werden</numerusform>
        </translation>
    </message>
    <message>
        <source>Something else has taken their place, or the wastebasket was emptied.</source>
        <translation>Etwas anderes ist an ihrer Stelle, oder der Papierkorb wurde geleert.</translation>
    </message>
</context>
<context>
    <name>plugsmith::PluginVersionsModel</name>
    <message>
        <source>same size and symbols</source>
        <translation>Größe und Symbole gleich</translation>
    </message>
    <message>
        <source>SCN</source>
        <translation>SCN</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>Gebaut</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Against the one before</source>
        <translation>Gegenüber dem vorigen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>plugsmith::PluginsFilterField</name>
    <message>
        <source>Filter by name, go:1.22, os:linux, symbol:Quote, is:newest</source>
        <translation>Filtern: Name, go:1.22, os:linux, symbol:Quote, is:newest</translation>
    </message>
    <message>
        <source>Filter plugins</source>
        <translation>Plugins filtern</translation>
    </message>
</context>
<context>
    <name>plugsmith::PluginsPage</name>
    <message>
        <source>Add Folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>Drop .so files or folders anywhere to add them.</source>
        <translation>.so-Dateien oder Ordner irgendwo ablegen, um sie hinzuzufügen.</translation>
    </message>
    <message>
        <source>Go to Build</source>
        <translation>Zu Bauen</translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Add a folder with plugins</source>
        <translation>Einen Ordner mit Plugins hinzufügen</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reading %n</source>
        <translation>
            <numerusform>%n wird gelesen</numerusform>
            <numerusform>%n werden gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 ist nicht lesbar</translation>
    </message>
    <message>
        <source>Look Again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>Remove From List</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Copy Path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Path copied.</source>
        <translation>Pfad kopiert.</translation>
    </message>
    <message>
        <source>Copy SCN</source>
        <translation>SCN kopieren</translation>
    </message>
    <message>
        <source>SCN copied.</source>
        <translation>SCN kopiert.</translation>
    </message>
    <message>
        <source>Watch for Changes</source>
        <translation>Auf Änderungen achten</translation>
    </message>
    <message>
        <source>Show in File Manager</source>
        <translation>In der Dateiverwaltung zeigen</translation>
    </message>
    <message>
        <source>Compare With Previous</source>
        <translation>Mit vorigem vergleichen</translation>
    </message>
    <message>
        <source>Move to Wastebasket</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>No plugins yet</source>
        <translation>Noch keine Plugins</translation>
    </message>
    <message>
        <source>Build one, or add a folder with .so files.</source>
        <translation>Ein Plugin bauen oder einen Ordner mit .so-Dateien hinzufügen.</translation>
    </message>
    <message>
        <source>There are no plugins in these folders</source>
        <translation>In diesen Ordnern sind keine Plugins</translation>
    </message>
    <message>
        <source>Files that appear there are shown at once where folders are watched.</source>
        <translation>Neue Dateien erscheinen sofort, wo Ordner beobachtet werden.</translation>
    </message>
    <message>
        <source>There are no such plugins</source>
        <translation>Solche Plugins gibt es nicht</translation>
    </message>
    <message>
        <source>No plugin matches “%1”</source>
        <translation>Kein Plugin passt zu „%1“</translation>
    </message>
    <message>
        <source>Correct the Build Info</source>
        <translation>Build-Info berichtigen</translation>
    </message>
    <message>
        <source>Write Build Info</source>
        <translation>Build-Info schreiben</translation>
    </message>
</context>
<context>
    <name>plugsmith::PluginsView</name>
    <message>
        <source>Plugins</source>
        <translation>Plugins</translation>
    </message>
    <message>
        <source>Reset Columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>plugsmith::Preflight</name>
    <message>
        <source>The check of the C compiler was cancelled.</source>
        <translation>Die Prüfung des C-Compilers wurde abgebrochen.</translation>
    </message>
    <message>
        <source>No C compiler was found.</source>
        <translation>Kein C-Compiler gefunden.</translation>
    </message>
    <message>
        <source>Plugins need cgo, and cgo needs a C compiler for %1.</source>
        <translation>Plugins brauchen cgo, und cgo braucht einen C-Compiler für %1.</translation>
    </message>
    <message>
        <source>%1 cannot build plugins with %2.</source>
        <extracomment>%1 is a C compiler and its version, %2 &quot;Go&quot; and its version</extracomment>
        <translation>%1 kann mit %2 keine Plugins bauen.</translation>
    </message>
    <message>
        <source>A small plugin with C code was not built: %1</source>
        <translation>Ein kleines Plugin mit C-Code wurde nicht gebaut: %1</translation>
    </message>
    <message>
        <source>%1 cannot build on this machine.</source>
        <translation>%1 kann auf diesem Rechner nicht bauen.</translation>
    </message>
    <message>
        <source>A small program was not built within 10 minutes.</source>
        <translation>Ein kleines Programm wurde nicht innerhalb von 10 Minuten gebaut.</translation>
    </message>
    <message>
        <source>%1 does not start.</source>
        <translation>%1 startet nicht.</translation>
    </message>
    <message>
        <source>A small program without C was not built: %1</source>
        <translation>Ein kleines Programm ohne C wurde nicht gebaut: %1</translation>
    </message>
    <message>
        <source>The plugin hangs when it is used.</source>
        <translation>Das Plugin hängt, wenn es verwendet wird.</translation>
    </message>
    <message>
        <source>The program that loads it does not start: %1</source>
        <translation>Das Programm, das es lädt, startet nicht: %1</translation>
    </message>
    <message>
        <source>The plugin does not open: %1</source>
        <translation>Das Plugin lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>The plugin lost its function: %1</source>
        <translation>Das Plugin hat seine Funktion verloren: %1</translation>
    </message>
    <message>
        <source>The plugin computes wrong results.</source>
        <translation>Das Plugin rechnet falsch.</translation>
    </message>
    <message>
        <source>The plugin ends the program that loads it.</source>
        <translation>Das Plugin beendet das Programm, das es lädt.</translation>
    </message>
    <message>
        <source>It is not installed.</source>
        <translation>Es ist nicht installiert.</translation>
    </message>
    <message>
        <source>no answer within 10 minutes</source>
        <translation>keine Antwort innerhalb von 10 Minuten</translation>
    </message>
    <message>
        <source>the system ended it</source>
        <translation>vom System beendet</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>Rückgabewert %1</translation>
    </message>
    <message>
        <source>The program that loads plugins was not built: %1</source>
        <translation>Das Programm, das Plugins lädt, wurde nicht gebaut: %1</translation>
    </message>
    <message>
        <source>No plugin was linked: %1</source>
        <translation>Kein Plugin wurde gelinkt: %1</translation>
    </message>
    <message>
        <source>The C compiler was not checked.</source>
        <translation>Der C-Compiler wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>No folder for the check could be made in %1.</source>
        <translation>In %1 konnte kein Ordner für die Prüfung angelegt werden.</translation>
    </message>
</context>
<context>
    <name>plugsmith::PresetBar</name>
    <message>
        <source>P&amp;reset</source>
        <translation>P&amp;rofil</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Save targets and options as a preset</source>
        <translation>Ziele und Optionen als Profil speichern</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>Profil speichern</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Presets…</source>
        <translation>Profile …</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1, geändert</translation>
    </message>
    <message>
        <source>Name of the preset; one of the same name is replaced</source>
        <translation>Name des Profils; eines mit demselben Namen wird ersetzt</translation>
    </message>
    <message>
        <source>Preset “%1” saved</source>
        <translation>Profil „%1“ gespeichert</translation>
    </message>
    <message>
        <source>Preset “%1” imported</source>
        <translation>Profil „%1“ importiert</translation>
    </message>
</context>
<context>
    <name>plugsmith::PresetStore</name>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>There is no preset “%1”</source>
        <translation>Es gibt kein Profil „%1“</translation>
    </message>
    <message>
        <source>There is a preset “%1” already</source>
        <translation>Es gibt schon ein Profil „%1“</translation>
    </message>
</context>
<context>
    <name>plugsmith::PresetsDialog</name>
    <message>
        <source>Presets</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>Import a preset</source>
        <translation>Profil importieren</translation>
    </message>
    <message>
        <source>Presets (%1)</source>
        <translation>Profile (%1)</translation>
    </message>
    <message>
        <source>Export the preset</source>
        <translation>Profil exportieren</translation>
    </message>
</context>
<context>
    <name>plugsmith::PrivateModulesDialog</name>
    <message>
        <source>Private modules</source>
        <translation>Private Module</translation>
    </message>
    <message>
        <source>Modules whose path begins like this are fetched from their code host and not through the module proxy. Several are separated by commas. git asks no questions during a build: give it your credentials with a credential helper, an SSH key or a .netrc file.</source>
        <translation>Module, deren Pfad so beginnt, werden direkt von ihrem Server und nicht über den Modul-Proxy geholt. Mehrere durch Kommas trennen. git fragt während eines Builds nicht nach: Die Zugangsdaten bekommt es über einen Credential-Helper, einen SSH-Schlüssel oder eine .netrc-Datei.</translation>
    </message>
    <message>
        <source>Set and Retry</source>
        <translation>Setzen und wiederholen</translation>
    </message>
</context>
<context>
    <name>plugsmith::ReasonPopover</name>
    <message>
        <source>Copy Report</source>
        <translation>Bericht kopieren</translation>
    </message>
</context>
<context>
    <name>plugsmith::ReleaseFamily</name>
    <message>
        <source>%1 or newer</source>
        <translation>%1 oder neuer</translation>
    </message>
</context>
<context>
    <name>plugsmith::ResultPanel</name>
    <message>
        <source>The result appears here when the build is done.</source>
        <translation>Das Ergebnis erscheint hier, sobald der Build fertig ist.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>SCN</source>
        <translation>SCN</translation>
    </message>
    <message>
        <source>Build info</source>
        <translation>Build-Info</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Build info that will be written</source>
        <translation>Build-Info, die geschrieben wird</translation>
    </message>
    <message>
        <source>Nothing had changed; stamped anew</source>
        <translation>Nichts hatte sich geändert; neu gestempelt</translation>
    </message>
    <message>
        <source>In %1, with its build info %2:</source>
        <translation>In %1, mit der Build-Info %2:</translation>
    </message>
    <message>
        <source>Load %1</source>
        <translation>%1 laden</translation>
    </message>
</context>
<context>
    <name>plugsmith::ScanCommand</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Module       %1 (%2)</source>
        <translation>Modul        %1 (%2)</translation>
    </message>
    <message>
        <source>made for the build</source>
        <translation>für den Build angelegt</translation>
    </message>
    <message>
        <source>Go directive %1 or later</source>
        <translation>Go-Angabe    %1 oder neuer</translation>
    </message>
    <message numerus="yes">
        <source>Dependencies %n module(s)</source>
        <translation>
            <numerusform>Abhängig von %n Modul</numerusform>
            <numerusform>Abhängig von %n Modulen</numerusform>
        </translation>
    </message>
    <message>
        <source>, vendored</source>
        <translation>, in vendor</translation>
    </message>
    <message>
        <source>Local module %1 ← %2 (%3)</source>
        <translation>Lokales Modul %1 ← %2 (%3)</translation>
    </message>
    <message numerus="yes">
        <source>Package      %1 (%n file(s))</source>
        <translation>
            <numerusform>Paket        %1 (%n Datei)</numerusform>
            <numerusform>Paket        %1 (%n Dateien)</numerusform>
        </translation>
    </message>
    <message>
        <source>, a program</source>
        <translation>, ein Programm</translation>
    </message>
    <message>
        <source>, built by default</source>
        <translation>, wird ohne Angabe gebaut</translation>
    </message>
</context>
<context>
    <name>plugsmith::ServeCommand</name>
    <message>
        <source>The sandbox needs bubblewrap</source>
        <translation>Die Sandbox braucht bubblewrap</translation>
    </message>
    <message>
        <source>The program bwrap is not installed.</source>
        <translation>Das Programm bwrap ist nicht installiert.</translation>
    </message>
    <message>
        <source>Loading did not finish</source>
        <translation>Das Laden wurde nicht fertig</translation>
    </message>
    <message>
        <source>A line is not a JSON object</source>
        <translation>Eine Zeile ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>There is no request “%1”</source>
        <translation>Es gibt keine Anfrage „%1“</translation>
    </message>
    <message>
        <source>%1 was not called</source>
        <translation>%1 wurde nicht aufgerufen</translation>
    </message>
    <message>
        <source>There is no %1 in %2 that can be loaded.</source>
        <translation>In %2 gibt es kein ladbares %1.</translation>
    </message>
    <message>
        <source>Generation %1 is not in memory</source>
        <translation>Generation %1 ist nicht im Speicher</translation>
    </message>
</context>
<context>
    <name>plugsmith::Session</name>
    <message>
        <source>The session was ended</source>
        <translation>Die Sitzung wurde beendet</translation>
    </message>
    <message>
        <source>Loading %1 ended the session</source>
        <translation>Das Laden von %1 hat die Sitzung beendet</translation>
    </message>
    <message>
        <source>%1 was not called</source>
        <translation>%1 wurde nicht aufgerufen</translation>
    </message>
    <message>
        <source>The session does not run.</source>
        <translation>Die Sitzung läuft nicht.</translation>
    </message>
    <message>
        <source>No plugin is loaded that could be meant.</source>
        <translation>Kein geladenes Plugin kann gemeint sein.</translation>
    </message>
    <message>
        <source>%1 is not loaded.</source>
        <translation>%1 ist nicht geladen.</translation>
    </message>
    <message>
        <source>takes a function</source>
        <translation>nimmt eine Funktion</translation>
    </message>
    <message>
        <source>takes a channel</source>
        <translation>nimmt einen Kanal</translation>
    </message>
    <message>
        <source>takes an interface</source>
        <translation>nimmt ein Interface</translation>
    </message>
    <message>
        <source>takes an unsafe pointer</source>
        <translation>nimmt einen unsicheren Zeiger</translation>
    </message>
    <message>
        <source>unexported fields only</source>
        <translation>nur nicht exportierte Felder</translation>
    </message>
    <message>
        <source>It waits for something that nothing is left to do: a deadlock (%1).</source>
        <translation>Sie wartet auf etwas, das niemand mehr tun kann: ein Deadlock (%1).</translation>
    </message>
    <message>
        <source>It waits for a channel (%1).</source>
        <translation>Sie wartet auf einen Kanal (%1).</translation>
    </message>
    <message>
        <source>It waits for a lock (%1).</source>
        <translation>Sie wartet auf eine Sperre (%1).</translation>
    </message>
    <message>
        <source>It sleeps.</source>
        <translation>Sie schläft.</translation>
    </message>
    <message>
        <source>It is computing.</source>
        <translation>Sie rechnet.</translation>
    </message>
    <message>
        <source>It may wait for something outside.</source>
        <translation>Sie wartet vielleicht auf etwas außerhalb.</translation>
    </message>
    <message>
        <source>An init function panicked.</source>
        <translation>Eine init-Funktion löste eine Panic aus.</translation>
    </message>
    <message>
        <source>The session starts again with what was loaded before.</source>
        <translation>Die Sitzung startet neu mit dem, was vorher geladen war.</translation>
    </message>
</context>
<context>
    <name>plugsmith::SessionCommand</name>
    <message>
        <source>Preparing a session for Go %1</source>
        <translation>Eine Sitzung für Go %1 wird vorbereitet</translation>
    </message>
    <message>
        <source>The sandbox needs bubblewrap</source>
        <translation>Die Sandbox braucht bubblewrap</translation>
    </message>
    <message>
        <source>The program bwrap is not installed.</source>
        <translation>Das Programm bwrap ist nicht installiert.</translation>
    </message>
    <message>
        <source>%1 did not return within %2 s</source>
        <translation>%1 ist nicht innerhalb von %2 s zurückgekehrt</translation>
    </message>
    <message>
        <source>Loading did not finish</source>
        <translation>Das Laden wurde nicht fertig</translation>
    </message>
    <message>
        <source>An init function has been running for 10 s. %1</source>
        <translation>Eine init-Funktion läuft seit 10 s. %1</translation>
    </message>
    <message>
        <source>The session does not answer</source>
        <translation>Die Sitzung antwortet nicht</translation>
    </message>
    <message>
        <source>The plugin keeps its process from doing anything.</source>
        <translation>Das Plugin hindert seinen Prozess an allem.</translation>
    </message>
    <message>
        <source>error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>It exports nothing.</source>
        <translation>Es exportiert nichts.</translation>
    </message>
</context>
<context>
    <name>plugsmith::SessionCommandLine</name>
    <message>
        <source>Refuse plugins whose SCN is lower.</source>
        <translation>Plugins mit kleinerer SCN ablehnen.</translation>
    </message>
    <message>
        <source>Time limit of a call; 5 seconds if left out.</source>
        <translation>Zeitgrenze eines Aufrufs; 5 Sekunden, wenn sie fehlt.</translation>
    </message>
    <message>
        <source>SECONDS</source>
        <translation>SEKUNDEN</translation>
    </message>
    <message>
        <source>Without network, and able to write only to a scratch folder; needs bubblewrap.</source>
        <translation>Ohne Netz und nur mit Schreibrecht in einem Wegwerfordner; braucht bubblewrap.</translation>
    </message>
    <message>
        <source>Name of the plugin to follow.</source>
        <translation>Name des Plugins, dem gefolgt wird.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>JSON on standard output.</source>
        <translation>JSON auf der Standardausgabe.</translation>
    </message>
    <message>
        <source>A further Go installation; may be given several times.</source>
        <translation>Eine weitere Go-Installation; mehrfach möglich.</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>ORDNER</translation>
    </message>
    <message>
        <source>Show this.</source>
        <translation>Dies anzeigen.</translation>
    </message>
    <message>
        <source>Loads a plugin, which runs its init functions, and shows what it exports.</source>
        <translation>Lädt ein Plugin, wobei seine init-Funktionen laufen, und zeigt, was es exportiert.</translation>
    </message>
    <message>
        <source>Loads a plugin and calls a function of it, or a method of a variable, such as Contract.String.
What it returns is printed as JSON; what it prints goes to standard error.</source>
        <translation>Lädt ein Plugin und ruft eine seiner Funktionen auf oder die Methode einer Variablen, etwa Contract.String.
Was sie zurückgibt, wird als JSON ausgegeben; was sie ausgibt, geht auf die Fehlerausgabe.</translation>
    </message>
    <message>
        <source>SYMBOL</source>
        <translation>SYMBOL</translation>
    </message>
    <message>
        <source>What to call.</source>
        <translation>Was aufgerufen wird.</translation>
    </message>
    <message>
        <source>ARGS-JSON</source>
        <translation>ARGS-JSON</translation>
    </message>
    <message>
        <source>An array with an element for each parameter but contexts; @FILE reads it from a file.</source>
        <translation>Ein Array mit einem Element je Parameter außer Kontexten; @DATEI liest es aus einer Datei.</translation>
    </message>
    <message>
        <source>[ARGS-JSON]</source>
        <translation>[ARGS-JSON]</translation>
    </message>
    <message>
        <source>Keeps a session that follows the newest SCN of a plugin in a folder, and takes calls as JSON lines on standard input:
  {&quot;id&quot;: 1, &quot;symbol&quot;: &quot;Total&quot;, &quot;args&quot;: [3], &quot;timeout&quot;: 5}
  {&quot;do&quot;: &quot;generations&quot;}, {&quot;do&quot;: &quot;answer&quot;, &quot;generation&quot;: 1}, {&quot;do&quot;: &quot;restart&quot;}, {&quot;do&quot;: &quot;quit&quot;}</source>
        <translation>Hält eine Sitzung, die der neuesten SCN eines Plugins in einem Ordner folgt, und nimmt Aufrufe als JSON-Zeilen auf der Standardeingabe:
  {&quot;id&quot;: 1, &quot;symbol&quot;: &quot;Total&quot;, &quot;args&quot;: [3], &quot;timeout&quot;: 5}
  {&quot;do&quot;: &quot;generations&quot;}, {&quot;do&quot;: &quot;answer&quot;, &quot;generation&quot;: 1}, {&quot;do&quot;: &quot;restart&quot;}, {&quot;do&quot;: &quot;quit&quot;}</translation>
    </message>
    <message>
        <source>Where builds of the plugin appear.</source>
        <translation>Wo Builds des Plugins erscheinen.</translation>
    </message>
    <message>
        <source>PLUGIN</source>
        <translation>PLUGIN</translation>
    </message>
    <message>
        <source>A plugin (.so or .so.gz) or its build info (.pinf).</source>
        <translation>Ein Plugin (.so oder .so.gz) oder seine Build-Info (.pinf).</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The arguments are not a JSON array, such as [1, &quot;two&quot;].</source>
        <translation>Die Argumente sind kein JSON-Array wie [1, &quot;zwei&quot;].</translation>
    </message>
    <message>
        <source>The arguments are not JSON: %1, at byte %2.</source>
        <translation>Die Argumente sind kein JSON: %1, bei Byte %2.</translation>
    </message>
    <message>
        <source>“%1” is not an SCN: it is 14 digits, YYYYMMDDHHMMSS.</source>
        <translation>„%1“ ist keine SCN: Sie hat 14 Ziffern, JJJJMMTTHHMMSS.</translation>
    </message>
    <message>
        <source>--timeout needs a number of seconds.</source>
        <translation>--timeout braucht eine Zahl von Sekunden.</translation>
    </message>
    <message>
        <source>serve needs a folder.</source>
        <translation>serve braucht einen Ordner.</translation>
    </message>
    <message>
        <source>A plugin is missing.</source>
        <translation>Ein Plugin fehlt.</translation>
    </message>
    <message>
        <source>“%1” is too much.</source>
        <translation>„%1“ ist zu viel.</translation>
    </message>
    <message>
        <source>serve needs --name NAME.</source>
        <translation>serve braucht --name NAME.</translation>
    </message>
    <message>
        <source>call needs the name of a function.</source>
        <translation>call braucht den Namen einer Funktion.</translation>
    </message>
    <message>
        <source>“plugsmith-cli %1 --help” lists all options.</source>
        <translation>„plugsmith-cli %1 --help“ nennt alle Optionen.</translation>
    </message>
</context>
<context>
    <name>plugsmith::SessionEnd</name>
    <message>
        <source>The session ended</source>
        <translation>Die Sitzung ist beendet</translation>
    </message>
    <message>
        <source>A function called itself without end: “%1”.</source>
        <translation>Eine Funktion hat sich endlos selbst aufgerufen: „%1“.</translation>
    </message>
    <message>
        <source>Nothing in it could go on: “%1”.</source>
        <translation>Nichts darin konnte weiterlaufen: „%1“.</translation>
    </message>
    <message>
        <source>There was no more memory for it: “%1”.</source>
        <translation>Dafür war kein Speicher mehr da: „%1“.</translation>
    </message>
    <message>
        <source>Exit status %1: “%2”.</source>
        <translation>Rückgabewert %1: „%2“.</translation>
    </message>
    <message>
        <source>A goroutine of the plugin panicked, which nobody could catch: “%1”.</source>
        <translation>Eine Goroutine des Plugins löste eine Panic aus, die niemand abfangen konnte: „%1“.</translation>
    </message>
    <message>
        <source>It crashed: “%1”.</source>
        <translation>Sie ist abgestürzt: „%1“.</translation>
    </message>
    <message>
        <source>Its program does not start: %1</source>
        <translation>Ihr Programm startet nicht: %1</translation>
    </message>
    <message>
        <source>It was killed from outside, or by the system for its use of memory.</source>
        <translation>Sie wurde von außen beendet oder vom System wegen ihres Speicherbedarfs.</translation>
    </message>
    <message>
        <source>The sandbox does not start: %1</source>
        <translation>Die Sandbox startet nicht: %1</translation>
    </message>
    <message>
        <source>It was ended by signal %1.</source>
        <translation>Sie wurde durch Signal %1 beendet.</translation>
    </message>
    <message>
        <source>It wrote into the pipe of Plugsmith.</source>
        <translation>Sie hat in die Pipe von Plugsmith geschrieben.</translation>
    </message>
    <message>
        <source>The plugin ended it, as os.Exit(%1) does.</source>
        <translation>Das Plugin hat sie beendet, wie os.Exit(%1) es tut.</translation>
    </message>
</context>
<context>
    <name>plugsmith::SessionOpener</name>
    <message>
        <source>%1 is for %2</source>
        <translation>%1 ist für %2</translation>
    </message>
    <message>
        <source>This machine is %1.</source>
        <translation>Dieser Rechner ist %1.</translation>
    </message>
    <message>
        <source>%1 needs Go %2</source>
        <translation>%1 braucht Go %2</translation>
    </message>
    <message>
        <source>This Go version is not installed.</source>
        <translation>Diese Go-Version ist nicht installiert.</translation>
    </message>
</context>
<context>
    <name>plugsmith::SessionWords</name>
    <message>
        <source>Panic: %1</source>
        <translation>Panic: %1</translation>
    </message>
    <message>
        <source>Not called: %1</source>
        <translation>Nicht aufgerufen: %1</translation>
    </message>
    <message>
        <source>The session ended</source>
        <translation>Die Sitzung ist beendet</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>Nothing was returned</source>
        <translation>Nichts wurde zurückgegeben</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Nothing was returned.</source>
        <translation>Nichts wurde zurückgegeben.</translation>
    </message>
</context>
<context>
    <name>plugsmith::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
</context>
<context>
    <name>plugsmith::Sha256</name>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>plugsmith::ShellWords</name>
    <message>
        <source>A quote is not closed</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>The text ends inside %1…%1.</source>
        <translation>Der Text endet innerhalb von %1…%1.</translation>
    </message>
    <message>
        <source>A flag cannot be passed to Go</source>
        <translation>Ein Flag kann nicht an Go übergeben werden</translation>
    </message>
    <message>
        <source>%1 contains blanks and both kinds of quotes, which Go has no way to write.</source>
        <translation>%1 enthält Leerzeichen und beide Arten von Anführungszeichen, was Go nicht schreiben kann.</translation>
    </message>
</context>
<context>
    <name>plugsmith::ShortcutsPage</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Bauen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>No Keys</source>
        <translation>Keine Tasten</translation>
    </message>
    <message>
        <source>Default Keys</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Find a command or keys</source>
        <translation>Befehl oder Tasten suchen</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”.</source>
        <translation>%1 gehört zu „%2“.</translation>
    </message>
</context>
<context>
    <name>plugsmith::SourceDownload</name>
    <message>
        <source>%1 was not downloaded</source>
        <translation>%1 wurde nicht heruntergeladen</translation>
    </message>
    <message>
        <source>The download was cancelled</source>
        <translation>Der Download wurde abgebrochen</translation>
    </message>
    <message>
        <source>%1 has no such file</source>
        <translation>%1 hat keine solche Datei</translation>
    </message>
    <message>
        <source>The address may be old or mistyped.</source>
        <translation>Die Adresse ist vielleicht alt oder vertippt.</translation>
    </message>
    <message>
        <source>%1 wants a login</source>
        <translation>%1 verlangt eine Anmeldung</translation>
    </message>
    <message>
        <source>Download the archive with a browser and drop the file.</source>
        <translation>Das Archiv mit einem Browser herunterladen und die Datei hier ablegen.</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
    <message>
        <source>The network or the server may be down.</source>
        <translation>Das Netz oder der Server ist vielleicht ausgefallen.</translation>
    </message>
    <message>
        <source>The server leads to an address that is not encrypted.</source>
        <translation>Der Server führt zu einer unverschlüsselten Adresse.</translation>
    </message>
    <message>
        <source>%1 is too large to download</source>
        <translation>%1 ist zu groß zum Herunterladen</translation>
    </message>
    <message>
        <source>It has %1 or more; the limit is %2.</source>
        <translation>Es hat %1 oder mehr; die Grenze ist %2.</translation>
    </message>
    <message>
        <source>%1 did not answer</source>
        <translation>%1 hat nicht geantwortet</translation>
    </message>
</context>
<context>
    <name>plugsmith::SourceDrop</name>
    <message>
        <source>Plugsmith cannot use %1</source>
        <translation>Plugsmith kann %1 nicht verwenden</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>%1 herunterladen</translation>
    </message>
    <message>
        <source>Asks %1 how large it is, and you before it is fetched.</source>
        <translation>Fragt %1 nach der Größe und vor dem Herunterladen nach.</translation>
    </message>
    <message numerus="yes">
        <source>Open %n sources</source>
        <translation>
            <numerusform>%n Quelle öffnen</numerusform>
            <numerusform>%n Quellen öffnen</numerusform>
        </translation>
    </message>
    <message>
        <source>The one whose go.mod replaces the others is the plugin; they become its local modules.</source>
        <translation>Die, deren go.mod die anderen ersetzt, ist das Plugin; sie werden seine lokalen Module.</translation>
    </message>
    <message>
        <source>Opens it when the builds have ended, or at once if you say so.</source>
        <translation>Öffnet sie, wenn die Builds beendet sind, oder auf Wunsch sofort.</translation>
    </message>
    <message>
        <source>Opens it as the plugin source.</source>
        <translation>Öffnet sie als Plugin-Quelle.</translation>
    </message>
    <message>
        <source>Replaces %1. Targets and options are those of its module.</source>
        <translation>Ersetzt %1. Ziele und Optionen sind die ihres Moduls.</translation>
    </message>
    <message>
        <source>Build %1</source>
        <translation>%1 bauen</translation>
    </message>
    <message>
        <source>Use as a local module</source>
        <translation>Als lokales Modul verwenden</translation>
    </message>
    <message>
        <source>Supplies a module that go.mod replaces with a local folder.</source>
        <translation>Liefert ein Modul, das go.mod durch einen lokalen Ordner ersetzt.</translation>
    </message>
    <message>
        <source>Drop an archive, a folder with Go files, a .go file, or plugins.</source>
        <translation>Ein Archiv, einen Ordner mit Go-Dateien, eine .go-Datei oder Plugins ablegen.</translation>
    </message>
    <message>
        <source>Look into %1</source>
        <translation>In %1 sehen</translation>
    </message>
    <message numerus="yes">
        <source>Look into %n plugins</source>
        <translation>
            <numerusform>In %n Plugin sehen</numerusform>
            <numerusform>In %n Plugins sehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Adds the folder on the Plugins page. Nothing in the files is run.</source>
        <translation>Fügt den Ordner auf der Plugins-Seite hinzu. Nichts in den Dateien wird ausgeführt.</translation>
    </message>
    <message>
        <source>Load %1</source>
        <translation>%1 laden</translation>
    </message>
    <message>
        <source>It runs in a process of its own. One that was not built here is asked about first.</source>
        <translation>Es läuft in einem eigenen Prozess. Vor dem Laden eines fremden wird gefragt.</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message numerus="yes">
        <source>Import %n presets</source>
        <translation>
            <numerusform>%n Profil importieren</numerusform>
            <numerusform>%n Profile importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Adds targets and options that were saved to the presets.</source>
        <translation>Nimmt gespeicherte Ziele und Optionen in die Profile auf.</translation>
    </message>
</context>
<context>
    <name>plugsmith::SourceIntake</name>
    <message>
        <source>Asking %1 for %2</source>
        <translation>%1 wird nach %2 gefragt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Plugsmith cannot use %1</source>
        <translation>Plugsmith kann %1 nicht verwenden</translation>
    </message>
    <message numerus="yes">
        <source>Nor %n other file(s).</source>
        <translation>
            <numerusform>%n weitere Datei auch nicht.</numerusform>
            <numerusform>%n weitere Dateien auch nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>It opens archives, folders with Go files, and .go files.</source>
        <translation>Es öffnet Archive, Ordner mit Go-Dateien und .go-Dateien.</translation>
    </message>
    <message>
        <source>Build %1</source>
        <translation>%1 bauen</translation>
    </message>
    <message>
        <source>Which one is the plugin?</source>
        <translation>Welche ist das Plugin?</translation>
    </message>
    <message numerus="yes">
        <source>None of the %n sources supplies a module to another. Drop fewer of them.</source>
        <translation>
            <numerusform>Keine der %n Quellen liefert einer anderen ein Modul. Weniger davon ablegen.</numerusform>
            <numerusform>Keine der %n Quellen liefert einer anderen ein Modul. Weniger davon ablegen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The others supply modules that its go.mod replaces.</source>
        <translation>Die anderen liefern Module, die ihr go.mod ersetzt.</translation>
    </message>
    <message>
        <source>%1 is opened when the builds have ended</source>
        <translation>%1 wird geöffnet, wenn die Builds beendet sind</translation>
    </message>
    <message>
        <source>If you switch now, they go on and their results are kept.</source>
        <translation>Bei sofortigem Wechsel laufen sie weiter, und ihre Ergebnisse bleiben.</translation>
    </message>
    <message>
        <source>Switch Now</source>
        <translation>Jetzt wechseln</translation>
    </message>
    <message>
        <source>Do Not Open It</source>
        <translation>Nicht öffnen</translation>
    </message>
    <message>
        <source>The server does not say how large it is.</source>
        <translation>Der Server nennt keine Größe.</translation>
    </message>
    <message>
        <source>From %1: %2</source>
        <comment>host, size</comment>
        <translation>Von %1: %2</translation>
    </message>
    <message>
        <source>From %1, over a connection that is not encrypted: %2</source>
        <translation>Von %1, über eine unverschlüsselte Verbindung: %2</translation>
    </message>
    <message>
        <source>Download %1 and open it?</source>
        <translation>%1 herunterladen und öffnen?</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Downloading %1</source>
        <translation>%1 wird heruntergeladen</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Von %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>amounts of data</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Nothing was opened yet</source>
        <translation>Noch nichts geöffnet</translation>
    </message>
</context>
<context>
    <name>plugsmith::SourceLoader</name>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Reading the source was cancelled.</source>
        <translation>Das Lesen der Quelle wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>plugsmith::SourceMessage</name>
    <message>
        <source>Choose another…</source>
        <extracomment>%1 is the last part of a module path</extracomment>
        <translation>Andere wählen …</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Report copied.</source>
        <translation>Bericht kopiert.</translation>
    </message>
    <message>
        <source>Show packages</source>
        <translation>Pakete anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Open %1, line %2</source>
        <translation>%1 öffnen, Zeile %2</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Unpack it and drop the folder.</source>
        <translation>Entpacken und den Ordner ablegen.</translation>
    </message>
    <message>
        <source>Leave out what is no source, and pack it again.</source>
        <translation>Weglassen, was keine Quelle ist, und neu packen.</translation>
    </message>
    <message>
        <source>Scan again</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>No go.mod was found</source>
        <translation>Kein go.mod gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n imported package(s) belong to no module: %1. Plugsmith can look up their versions, over the network, for the copy that it builds.</source>
        <translation>
            <numerusform>%n importiertes Paket gehört zu keinem Modul: %1. Plugsmith kann seine Version für die gebaute Kopie im Netz nachschlagen.</numerusform>
            <numerusform>%n importierte Pakete gehören zu keinem Modul: %1. Plugsmith kann ihre Versionen für die gebaute Kopie im Netz nachschlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look Up and Use</source>
        <translation>Nachschlagen und verwenden</translation>
    </message>
    <message>
        <source>Plugsmith builds Go modules. It makes a go.mod in its own copy: module %1. The source stays as it is.</source>
        <translation>Plugsmith baut Go-Module. In seiner Kopie legt es ein go.mod an: Modul %1. Die Quelle bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Create a go.mod</source>
        <translation>go.mod anlegen</translation>
    </message>
    <message>
        <source>The build makes a go.mod in its own copy.</source>
        <translation>Der Build legt in seiner Kopie ein go.mod an.</translation>
    </message>
    <message>
        <source>The supplied module has another path</source>
        <translation>Das gelieferte Modul hat einen anderen Pfad</translation>
    </message>
    <message>
        <source>%1 contains %2; go.mod expects %3.</source>
        <translation>%1 enthält %2; go.mod erwartet %3.</translation>
    </message>
    <message>
        <source>Use it anyway</source>
        <translation>Trotzdem verwenden</translation>
    </message>
    <message>
        <source>A local module is missing</source>
        <translation>Ein lokales Modul fehlt</translation>
    </message>
    <message>
        <source>go.mod replaces %1 with %2, which is outside the source.</source>
        <translation>go.mod ersetzt %1 durch %2, was außerhalb der Quelle liegt.</translation>
    </message>
    <message>
        <source>Add %1…</source>
        <translation>%1 hinzufügen …</translation>
    </message>
    <message>
        <source>Raise the limit…</source>
        <translation>Grenze anheben …</translation>
    </message>
</context>
<context>
    <name>plugsmith::SourceOpener</name>
    <message>
        <source>Opens a read-only copy, because the source is an archive</source>
        <translation>Öffnet eine schreibgeschützte Kopie, weil die Quelle ein Archiv ist</translation>
    </message>
    <message>
        <source>%1 is not in the archive.</source>
        <translation>%1 ist nicht im Archiv.</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Unpacking a copy of %1…</source>
        <translation>Eine Kopie von %1 wird entpackt …</translation>
    </message>
</context>
<context>
    <name>plugsmith::SourcePanel</name>
    <message>
        <source>Scan again</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>Close the source</source>
        <translation>Quelle schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Modul</translation>
    </message>
    <message>
        <source>Go directive</source>
        <translation>Go-Angabe</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>Local modules</source>
        <translation>Lokale Module</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Nicht gelesen</translation>
    </message>
    <message>
        <source>program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 or later</source>
        <translation>%1 oder neuer</translation>
    </message>
    <message>
        <source>, suggests %1</source>
        <translation>, empfiehlt %1</translation>
    </message>
    <message numerus="yes">
        <source>%n module(s)</source>
        <translation>
            <numerusform>%n Modul</numerusform>
            <numerusform>%n Module</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n direct</source>
        <translation>
            <numerusform>%n direkt</numerusform>
            <numerusform>%n direkt</numerusform>
        </translation>
    </message>
    <message>
        <source>vendored</source>
        <translation>in vendor</translation>
    </message>
    <message>
        <source>in the source</source>
        <translation>in der Quelle</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Add %1…</source>
        <extracomment>%1 is the last part of a module path</extracomment>
        <translation>%1 hinzufügen …</translation>
    </message>
    <message>
        <source>Path of the package</source>
        <translation>Pfad des Pakets</translation>
    </message>
    <message>
        <source>%1 changed %2 ago.</source>
        <translation>%1 wurde vor %2 geändert.</translation>
    </message>
    <message>
        <source>There is no “package main” in %1</source>
        <translation>In %1 gibt es kein „package main“</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>vendor folder not used</source>
        <translation>vendor-Ordner nicht benutzt</translation>
    </message>
    <message>
        <source>%1 of %2 supplied</source>
        <translation>%1 von %2 vorhanden</translation>
    </message>
</context>
<context>
    <name>plugsmith::SourceScan</name>
    <message>
        <source>No Go files were found</source>
        <translation>Keine Go-Dateien gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%1 holds %n file(s), but none of them ends in .go.</source>
        <translation>
            <numerusform>%1 enthält %n Datei, aber sie endet nicht auf .go.</numerusform>
            <numerusform>%1 enthält %n Dateien, aber keine endet auf .go.</numerusform>
        </translation>
    </message>
    <message>
        <source>No go.mod was found</source>
        <translation>Kein go.mod gefunden</translation>
    </message>
    <message numerus="yes">
        <source>Plugsmith builds Go modules. The source has %n .go file(s) but no go.mod.</source>
        <translation>
            <numerusform>Plugsmith baut Go-Module. Die Quelle hat %n .go-Datei, aber kein go.mod.</numerusform>
            <numerusform>Plugsmith baut Go-Module. Die Quelle hat %n .go-Dateien, aber kein go.mod.</numerusform>
        </translation>
    </message>
    <message>
        <source>No “package main” was found</source>
        <translation>Kein „package main“ gefunden</translation>
    </message>
    <message>
        <source>A plugin is built from a main package.</source>
        <translation>Ein Plugin wird aus einem main-Paket gebaut.</translation>
    </message>
    <message numerus="yes">
        <source>There are %n modules</source>
        <translation>
            <numerusform>Es gibt %n Modul</numerusform>
            <numerusform>Es gibt %n Module</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the one that holds the plugin.</source>
        <translation>Das mit dem Plugin wählen.</translation>
    </message>
</context>
<context>
    <name>plugsmith::SourceSnapshot</name>
    <message>
        <source>The source cannot be read.</source>
        <translation>Die Quelle kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>plugsmith::SourceTip</name>
    <message>
        <source>Changed %1</source>
        <translation>Geändert %1</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
</context>
<context>
    <name>plugsmith::StartPanel</name>
    <message>
        <source>Looking for Go and C compilers…</source>
        <translation>Go und C-Compiler werden gesucht …</translation>
    </message>
    <message>
        <source>What this computer can build</source>
        <translation>Was dieser Rechner bauen kann</translation>
    </message>
    <message>
        <source>Drop your plugin source here</source>
        <translation>Plugin-Quelle hier ablegen</translation>
    </message>
    <message>
        <source>A .zip, .tar.gz, .tar.zst or .7z archive, or a folder with a go.mod</source>
        <translation>Ein Archiv (.zip, .tar.gz, .tar.zst oder .7z) oder ein Ordner mit go.mod</translation>
    </message>
    <message>
        <source>Open archive…</source>
        <translation>Archiv öffnen …</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>Try it with the sample project</source>
        <translation>Mit dem Beispielprojekt ausprobieren</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>No Go version is installed</source>
        <translation>Keine Go-Version ist installiert</translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <translation>%1, mit %2</translation>
    </message>
    <message>
        <source>Plugins need cgo, so each platform needs a C compiler.</source>
        <translation>Plugins brauchen cgo, deshalb braucht jede Plattform einen C-Compiler.</translation>
    </message>
    <message>
        <source>No C compiler for %1</source>
        <translation>Kein C-Compiler für %1</translation>
    </message>
    <message>
        <source>Plugins need cgo, and cgo needs a C compiler.</source>
        <translation>Plugins brauchen cgo, und cgo braucht einen C-Compiler.</translation>
    </message>
    <message>
        <source>Recent sources</source>
        <translation>Zuletzt verwendete Quellen</translation>
    </message>
    <message>
        <source>%1 needs a C cross compiler</source>
        <translation>%1 braucht einen C-Cross-Compiler</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more platform(s) need a C cross compiler</source>
        <translation>
            <numerusform>%1 und %n weitere Plattform brauchen einen C-Cross-Compiler</numerusform>
            <numerusform>%1 und %n weitere Plattformen brauchen einen C-Cross-Compiler</numerusform>
        </translation>
    </message>
    <message>
        <source>The targets of a build say what each of them needs.</source>
        <translation>Die Ziele eines Builds sagen, was jedes von ihnen braucht.</translation>
    </message>
    <message>
        <source>Open Toolchains</source>
        <translation>Toolchains öffnen</translation>
    </message>
    <message>
        <source>Command copied.</source>
        <translation>Befehl kopiert.</translation>
    </message>
    <message numerus="yes">
        <source>Go %1 is installed</source>
        <comment>number of versions</comment>
        <extracomment>a list of one or more versions: &quot;1.22.6 and 1.23.12&quot;</extracomment>
        <translation>
            <numerusform>Go %1 ist installiert</numerusform>
            <numerusform>Go %1 sind installiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Other versions are fetched when a build needs them, and their checksums are verified.</source>
        <translation>Andere Versionen werden geholt, wenn ein Build sie braucht, und ihre Prüfsummen werden geprüft.</translation>
    </message>
    <message>
        <source>Plugins are built by Go.</source>
        <translation>Plugins baut Go.</translation>
    </message>
    <message>
        <source>Fetch one, or use the system&apos;s: %1</source>
        <translation>Eine holen, oder die des Systems: %1</translation>
    </message>
    <message>
        <source>Choose a Go version…</source>
        <translation>Go-Version wählen …</translation>
    </message>
    <message>
        <source>Download Go %1 (%2)</source>
        <translation>Go %1 herunterladen (%2)</translation>
    </message>
    <message>
        <source>Download Go %1</source>
        <translation>Go %1 herunterladen</translation>
    </message>
    <message>
        <source>Fetching · %1 %</source>
        <translation>Wird geholt · %1 %</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>Wird geholt …</translation>
    </message>
</context>
<context>
    <name>plugsmith::StatusChips</name>
    <message>
        <source>Show the jobs</source>
        <translation>Aufträge anzeigen</translation>
    </message>
    <message>
        <source>Progress of the build</source>
        <translation>Fortschritt des Builds</translation>
    </message>
    <message>
        <source>%1 running, %2 queued</source>
        <translation>%1 laufen, %2 warten</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>Show the Go versions</source>
        <translation>Zeigt die Go-Versionen</translation>
    </message>
    <message>
        <source>%1 · %2 %</source>
        <translation>%1 · %2 %</translation>
    </message>
</context>
<context>
    <name>plugsmith::SymbolModel</name>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>plugin.Lookup returns a %1.</source>
        <translation>plugin.Lookup liefert ein %1.</translation>
    </message>
    <message>
        <source>embedded</source>
        <translation>eingebettet</translation>
    </message>
    <message>
        <source>The linker removed it, because nothing calls it.</source>
        <translation>Der Linker hat sie entfernt, weil nichts sie aufruft.</translation>
    </message>
    <message>
        <source>only of *%1</source>
        <translation>nur von *%1</translation>
    </message>
    <message>
        <source>Load to see the type</source>
        <translation>Laden, um den Typ zu sehen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Go type</source>
        <translation>Go-Typ</translation>
    </message>
    <message>
        <source>Declared in</source>
        <translation>Deklariert in</translation>
    </message>
</context>
<context>
    <name>plugsmith::TargetCellDelegate</name>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
</context>
<context>
    <name>plugsmith::TargetMatrixModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, cannot be built: %2</source>
        <translation>%1, nicht baubar: %2</translation>
    </message>
    <message>
        <source>%1, selected</source>
        <translation>%1, ausgewählt</translation>
    </message>
    <message>
        <source>%1, not selected</source>
        <translation>%1, nicht ausgewählt</translation>
    </message>
    <message>
        <source>%1 is built with %2</source>
        <translation>%1 wird mit %2 gebaut</translation>
    </message>
    <message>
        <source>Compiler</source>
        <translation>Compiler</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>installiert</translation>
    </message>
    <message>
        <source>Go %1 is not installed</source>
        <translation>Go %1 ist nicht installiert</translation>
    </message>
    <message>
        <source>Install it, or choose another version.</source>
        <translation>Installieren oder eine andere Version wählen.</translation>
    </message>
    <message numerus="yes">
        <source>%1, compiling, %2 of %n package(s)</source>
        <translation>
            <numerusform>%1, kompiliert, %2 von %n Paket</numerusform>
            <numerusform>%1, kompiliert, %2 von %n Paketen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, selected, up to date, SCN %2</source>
        <translation>%1, ausgewählt, aktuell, SCN %2</translation>
    </message>
    <message>
        <source>%1 (Go %2+)</source>
        <translation>%1 (ab Go %2)</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>nicht installiert</translation>
    </message>
    <message>
        <source>Go %1, %2</source>
        <translation>Go %1, %2</translation>
    </message>
    <message>
        <source>needs a download of %1</source>
        <translation>muss geladen werden (%1)</translation>
    </message>
    <message>
        <source>needs a download</source>
        <translation>muss geladen werden</translation>
    </message>
    <message>
        <source>↓ download</source>
        <translation>↓ laden</translation>
    </message>
    <message>
        <source>level %1</source>
        <extracomment>beside a platform; %1 is a level of processors, such as v3</extracomment>
        <translation>Stufe %1</translation>
    </message>
</context>
<context>
    <name>plugsmith::TargetMatrixView</name>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Targets: platforms and Go versions</source>
        <translation>Ziele: Plattformen und Go-Versionen</translation>
    </message>
    <message>
        <source>Go version</source>
        <translation>Go-Version</translation>
    </message>
    <message>
        <source>Choose which Go versions have a column</source>
        <translation>Wählen, welche Go-Versionen eine Spalte haben</translation>
    </message>
    <message>
        <source>Choose Go versions</source>
        <translation>Go-Versionen wählen</translation>
    </message>
</context>
<context>
    <name>plugsmith::TargetsCommand</name>
    <message>
        <source>%1 does not link for %2: %3</source>
        <translation>%1 linkt nicht für %2: %3</translation>
    </message>
</context>
<context>
    <name>plugsmith::TextReporter</name>
    <message>
        <source>up to date</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>Caution: %1</source>
        <translation>Achtung: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>  plugin  %1</source>
        <translation>  Plugin  %1</translation>
    </message>
    <message>
        <source>  SCN     %1 (%2)</source>
        <translation>  SCN     %1 (%2)</translation>
    </message>
    <message>
        <source>  log     %1</source>
        <translation>  Log     %1</translation>
    </message>
    <message>
        <source>%1 built, %2 failed</source>
        <extracomment>%1 plugins were built, %2 were not</extracomment>
        <translation>%1 gebaut, %2 fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>plugsmith::ToolchainCommand</name>
    <message>
        <source>Go %1 builds plugins (%2)</source>
        <translation>Go %1 baut Plugins (%2)</translation>
    </message>
    <message>
        <source>Go %1: %2</source>
        <translation>Go %1: %2</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>installiert</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>no longer supported</source>
        <translation>nicht mehr unterstützt</translation>
    </message>
    <message>
        <source>%1: installed in %2</source>
        <translation>%1: installiert in %2</translation>
    </message>
    <message>
        <source>Go %1 is not installed.</source>
        <translation>Go %1 ist nicht installiert.</translation>
    </message>
</context>
<context>
    <name>plugsmith::ToolchainCommandLine</name>
    <message>
        <source>“%1” is not a Go version; one is written like 1.22.6.</source>
        <translation>„%1“ ist keine Go-Version; man schreibt sie wie 1.22.6.</translation>
    </message>
    <message>
        <source>A Go version is missing.</source>
        <translation>Eine Go-Version fehlt.</translation>
    </message>
    <message>
        <source>There is no need to name a Go version.</source>
        <translation>Es braucht keine Go-Version.</translation>
    </message>
    <message>
        <source>toolchain needs one of %1.</source>
        <translation>toolchain braucht eines von %1.</translation>
    </message>
    <message>
        <source>One JSON object in each line.</source>
        <translation>Ein JSON-Objekt in jeder Zeile.</translation>
    </message>
    <message>
        <source>Contact nothing.</source>
        <translation>Nichts kontaktieren.</translation>
    </message>
    <message>
        <source>A further Go installation.</source>
        <translation>Eine weitere Go-Installation.</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>ORDNER</translation>
    </message>
    <message>
        <source>A C compiler for a platform, with its arguments.</source>
        <translation>Ein C-Compiler für eine Plattform, mit seinen Argumenten.</translation>
    </message>
    <message>
        <source>Show this.</source>
        <translation>Dies anzeigen.</translation>
    </message>
    <message>
        <source>Lists, fetches, checks and removes Go versions. What is added is kept apart from the system&apos;s.</source>
        <translation>Listet, holt, prüft und entfernt Go-Versionen. Hinzugefügtes liegt getrennt von dem des Systems.</translation>
    </message>
    <message>
        <source>VERSION</source>
        <translation>VERSION</translation>
    </message>
    <message>
        <source>1.22.6, or an archive of Go to add.</source>
        <translation>1.22.6, oder ein Go-Archiv zum Hinzufügen.</translation>
    </message>
    <message>
        <source>[VERSION...]</source>
        <translation>[VERSION...]</translation>
    </message>
    <message>
        <source>Shows for which platforms plugins can be built here, with which C compiler, and what is missing.</source>
        <translation>Zeigt, für welche Plattformen hier Plugins gebaut werden können, mit welchem C-Compiler und was fehlt.</translation>
    </message>
    <message>
        <source>targets takes no arguments.</source>
        <translation>targets nimmt keine Argumente.</translation>
    </message>
</context>
<context>
    <name>plugsmith::ToolchainInstall</name>
    <message>
        <source>Go cannot be installed.</source>
        <translation>Go kann nicht installiert werden.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written.</source>
        <translation>In den Ordner %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Another program installs this version.</source>
        <translation>Ein anderes Programm installiert diese Version.</translation>
    </message>
    <message>
        <source>There is no place to get %1 from.</source>
        <translation>Es gibt keine Stelle, von der %1 zu holen wäre.</translation>
    </message>
    <message>
        <source>Every source is switched off, or none has it.</source>
        <translation>Alle Quellen sind abgeschaltet, oder keine hat es.</translation>
    </message>
    <message>
        <source>No folder can be made.</source>
        <translation>Es kann kein Ordner angelegt werden.</translation>
    </message>
    <message>
        <source>The download was rejected and deleted.</source>
        <translation>Der Download wurde verworfen und gelöscht.</translation>
    </message>
    <message>
        <source>The module proxy does not give it.</source>
        <translation>Der Modul-Proxy gibt es nicht her.</translation>
    </message>
    <message>
        <source>This is no whole Go toolchain.</source>
        <translation>Das ist keine vollständige Go-Toolchain.</translation>
    </message>
    <message>
        <source>The toolchain does not work.</source>
        <translation>Die Toolchain funktioniert nicht.</translation>
    </message>
    <message>
        <source>It says that it is Go %1.</source>
        <translation>Sie meldet sich als Go %1.</translation>
    </message>
    <message>
        <source>The installation was cancelled.</source>
        <translation>Die Installation wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The module proxy cannot be reached.</source>
        <translation>Der Modul-Proxy ist nicht erreichbar.</translation>
    </message>
</context>
<context>
    <name>plugsmith::ToolchainModel</name>
    <message>
        <source>no longer supported</source>
        <translation>nicht mehr gepflegt</translation>
    </message>
    <message>
        <source>SHA-256 verified</source>
        <translation>SHA-256 geprüft</translation>
    </message>
    <message>
        <source>Not managed here</source>
        <translation>Nicht von hier</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Get</source>
        <comment>download a Go version</comment>
        <translation>Laden</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>neueste</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Downloading %1 of %2</source>
        <translation>Lädt %1 von %2</translation>
    </message>
    <message>
        <source>Downloading, %1</source>
        <translation>Lädt, %1</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation>Wird entpackt</translation>
    </message>
    <message>
        <source>Trying it out</source>
        <translation>Wird ausprobiert</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Nicht brauchbar</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>Nicht installiert</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>builds a small plugin…</source>
        <translation>baut ein kleines Plugin …</translation>
    </message>
    <message>
        <source>builds plugins</source>
        <translation>baut Plugins</translation>
    </message>
    <message>
        <source>builds no plugins</source>
        <translation>baut keine Plugins</translation>
    </message>
    <message numerus="yes">
        <source>not used for %n day(s)</source>
        <translation>
            <numerusform>seit %n Tag nicht benutzt</numerusform>
            <numerusform>seit %n Tagen nicht benutzt</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Does not match</source>
        <translation>Stimmt nicht</translation>
    </message>
    <message>
        <source>After download</source>
        <translation>Nach dem Laden</translation>
    </message>
    <message>
        <source>Checked by Go</source>
        <translation>Von Go geprüft</translation>
    </message>
    <message>
        <source>Added from a file</source>
        <translation>Aus einer Datei</translation>
    </message>
    <message>
        <source>Go %1</source>
        <translation>Go %1</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Go version</source>
        <translation>Go-Version</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
</context>
<context>
    <name>plugsmith::ToolchainSession</name>
    <message>
        <source>%1 was removed</source>
        <translation>%1 wurde entfernt</translation>
    </message>
    <message>
        <source>The Go in %1 was added</source>
        <translation>Das Go in %1 wurde hinzugefügt</translation>
    </message>
    <message>
        <source>There is no usable Go in %1</source>
        <translation>In %1 ist kein brauchbares Go</translation>
    </message>
    <message>
        <source>the Go module proxy</source>
        <translation>den Go-Modul-Proxy</translation>
    </message>
    <message>
        <source>Go %1 cannot be removed now</source>
        <translation>Go %1 kann jetzt nicht entfernt werden</translation>
    </message>
    <message>
        <source>A build uses it.</source>
        <translation>Ein Build benutzt es.</translation>
    </message>
    <message>
        <source>%1 builds plugins</source>
        <translation>%1 baut Plugins</translation>
    </message>
    <message numerus="yes">
        <source>%n platform(s) build on this machine</source>
        <translation>
            <numerusform>%n Plattform wird auf diesem Rechner gebaut</numerusform>
            <numerusform>%n Plattformen werden auf diesem Rechner gebaut</numerusform>
        </translation>
    </message>
    <message>
        <source>Go %1 was installed</source>
        <translation>Go %1 wurde installiert</translation>
    </message>
    <message>
        <source>%1 was cancelled</source>
        <translation>%1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>%1 could not be set up: its files cannot be changed.</source>
        <translation>%1 konnte nicht eingerichtet werden: Seine Dateien lassen sich nicht ändern.</translation>
    </message>
</context>
<context>
    <name>plugsmith::ToolchainSettings</name>
    <message>
        <source>Go module proxy (your GOPROXY)</source>
        <translation>Go-Modul-Proxy (Ihr GOPROXY)</translation>
    </message>
    <message>
        <source>Ask the sources for new versions once a day</source>
        <translation>Die Quellen täglich nach neuen Versionen fragen</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spiegel</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Folders with Go</source>
        <translation>Ordner mit Go</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>An address with the layout of go.dev/dl, such as %1.</source>
        <translation>Eine Adresse mit dem Aufbau von go.dev/dl, etwa %1.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Until you ask for versions or fetch one, nothing is contacted.</source>
        <translation>Solange Sie nicht nach Versionen fragen oder eine laden, wird nichts kontaktiert.</translation>
    </message>
    <message>
        <source>One a line, besides the usual places.</source>
        <translation>Einer je Zeile, neben den üblichen Orten.</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Abgelegt in</translation>
    </message>
    <message>
        <source>C compilers</source>
        <translation>C-Compiler</translation>
    </message>
    <message>
        <source>One a line, as OS/ARCH=CC, with its target, sysroot and flags. Each has to link a small program before it is used.</source>
        <translation>Einer je Zeile, als OS/ARCH=CC, mit Ziel, Sysroot und Schaltern. Jeder muss ein kleines Programm linken, bevor er verwendet wird.</translation>
    </message>
</context>
<context>
    <name>plugsmith::ToolchainStore</name>
    <message>
        <source>The list of Go versions was not read.</source>
        <translation>Die Liste der Go-Versionen wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>No source may be asked, or the network is not to be used.</source>
        <translation>Keine Quelle darf gefragt oder das Netz soll nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The module proxy cannot be read.</source>
        <translation>Der Modul-Proxy kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>%1 was not removed.</source>
        <translation>%1 wurde nicht entfernt.</translation>
    </message>
    <message>
        <source>Only versions that Plugsmith fetched can be removed by it.</source>
        <translation>Nur Versionen, die Plugsmith geholt hat, kann es auch entfernen.</translation>
    </message>
</context>
<context>
    <name>plugsmith::ToolchainsMessage</name>
    <message>
        <source>Add from Disk…</source>
        <translation>Von der Platte hinzufügen …</translation>
    </message>
    <message>
        <source>The sources are asked for their Go versions</source>
        <translation>Die Quellen werden nach ihren Go-Versionen gefragt</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Plugsmith can fetch other Go versions</source>
        <translation>Plugsmith kann andere Go-Versionen laden</translation>
    </message>
    <message>
        <source>Every source is switched off. Nothing is contacted.</source>
        <translation>Alle Quellen sind abgeschaltet. Nichts wird kontaktiert.</translation>
    </message>
    <message>
        <source>It would ask %1 for their lists, and again once a day. Until you ask, nothing is contacted.</source>
        <translation>Es würde %1 nach den Listen fragen und dann einmal am Tag. Solange Sie nicht fragen, wird nichts kontaktiert.</translation>
    </message>
    <message>
        <source>Ask for Versions</source>
        <translation>Nach Versionen fragen</translation>
    </message>
    <message>
        <source>Sources…</source>
        <translation>Quellen …</translation>
    </message>
    <message>
        <source>No Go version is installed</source>
        <translation>Keine Go-Version ist installiert</translation>
    </message>
    <message>
        <source>Download one to build plugins.</source>
        <translation>Laden Sie eine, um Plugins zu bauen.</translation>
    </message>
    <message>
        <source>Download Go %1 (%2)</source>
        <translation>Go %1 laden (%2)</translation>
    </message>
    <message>
        <source>Download Go %1</source>
        <translation>Go %1 laden</translation>
    </message>
    <message>
        <source>Installed versions still work.</source>
        <translation>Installierte Versionen funktionieren weiter.</translation>
    </message>
</context>
<context>
    <name>plugsmith::ToolchainsPage</name>
    <message>
        <source>Check for new versions</source>
        <translation>Nach neuen Versionen fragen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Go versions</source>
        <translation>Go-Versionen</translation>
    </message>
    <message>
        <source>C compilers</source>
        <translation>C-Compiler</translation>
    </message>
    <message>
        <source>Add from disk…</source>
        <translation>Von der Platte …</translation>
    </message>
    <message>
        <source>An archive of Go…</source>
        <translation>Ein Archiv von Go …</translation>
    </message>
    <message>
        <source>A folder with Go…</source>
        <translation>Ein Ordner mit Go …</translation>
    </message>
    <message>
        <source>Filter Go versions</source>
        <translation>Go-Versionen filtern</translation>
    </message>
    <message>
        <source>All versions</source>
        <translation>Alle Versionen</translation>
    </message>
    <message>
        <source>Show old and preview versions too</source>
        <translation>Auch alte Versionen und Vorschauen zeigen</translation>
    </message>
    <message>
        <source>Disk and downloads</source>
        <translation>Platte und Downloads</translation>
    </message>
    <message>
        <source>Looks for compilers and builds a small plugin with each</source>
        <translation>Sucht Compiler und baut mit jedem ein kleines Plugin</translation>
    </message>
    <message numerus="yes">
        <source>%n installed</source>
        <translation>
            <numerusform>%n installiert</numerusform>
            <numerusform>%n installiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the way</source>
        <translation>
            <numerusform>%n unterwegs</numerusform>
            <numerusform>%n unterwegs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n platform(s) have a compiler</source>
        <translation>
            <numerusform>%1 von %n Plattform hat einen Compiler</numerusform>
            <numerusform>%1 von %n Plattformen haben einen Compiler</numerusform>
        </translation>
    </message>
    <message>
        <source>Add an archive of Go</source>
        <translation>Ein Archiv von Go hinzufügen</translation>
    </message>
    <message>
        <source>Archives of Go (%1)</source>
        <translation>Archive von Go (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Add a folder with Go</source>
        <translation>Einen Ordner mit Go hinzufügen</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Uses the Go in this folder. Nothing is copied.</source>
        <translation>Benutzt das Go in diesem Ordner. Nichts wird kopiert.</translation>
    </message>
    <message>
        <source>Unpacks it, sees whether it runs, and keeps it with the other Go versions.</source>
        <translation>Entpackt es, sieht nach, ob es läuft, und behält es bei den anderen Go-Versionen.</translation>
    </message>
    <message>
        <source>%1 cannot be used</source>
        <translation>%1 ist nicht brauchbar</translation>
    </message>
    <message>
        <source>Report copied.</source>
        <translation>Bericht kopiert.</translation>
    </message>
    <message>
        <source>%1 cannot be built</source>
        <translation>%1 kann nicht gebaut werden</translation>
    </message>
    <message>
        <source>Command copied.</source>
        <translation>Befehl kopiert.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Copy Path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Path copied.</source>
        <translation>Pfad kopiert.</translation>
    </message>
    <message>
        <source>Verify Again</source>
        <translation>Erneut ausprobieren</translation>
    </message>
    <message>
        <source>Add to Matrix</source>
        <translation>In die Matrix aufnehmen</translation>
    </message>
    <message>
        <source>How?</source>
        <translation>Wie?</translation>
    </message>
    <message>
        <source>Check Again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Filter, such as 1.22</source>
        <translation>Filtern, etwa 1.22</translation>
    </message>
    <message>
        <source>Choose Compiler…</source>
        <translation>Compiler wählen …</translation>
    </message>
</context>
<context>
    <name>plugsmith::ToolchainsSide</name>
    <message>
        <source>Go module proxy</source>
        <translation>Go-Modul-Proxy</translation>
    </message>
    <message>
        <source>Disk use</source>
        <translation>Belegung</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Logs and work files</source>
        <translation>Logs und Arbeitsdateien</translation>
    </message>
    <message>
        <source>Free on this disk</source>
        <translation>Frei auf dieser Platte</translation>
    </message>
    <message>
        <source>Your GOPROXY, through a Go that is installed. Go compares with its checksum database.</source>
        <translation>Ihr GOPROXY, durch ein installiertes Go. Go vergleicht mit seiner Prüfsummen-Datenbank.</translation>
    </message>
    <message>
        <source>Over HTTPS, with the SHA-256 of its list. A file that does not match is deleted and never unpacked.</source>
        <translation>Über HTTPS, mit der SHA-256 seiner Liste. Eine Datei, die nicht stimmt, wird gelöscht und nie entpackt.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Change the mirror</source>
        <translation>Den Spiegel ändern</translation>
    </message>
    <message>
        <source>No mirror</source>
        <translation>Kein Spiegel</translation>
    </message>
    <message>
        <source>Mirror: %1</source>
        <translation>Spiegel: %1</translation>
    </message>
    <message numerus="yes">
        <source>Go versions (%n managed here)</source>
        <translation>
            <numerusform>Go-Versionen (%n von hier)</numerusform>
            <numerusform>Go-Versionen (%n von hier)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removing what was not used for %n day(s) frees %1.</source>
        <translation>
            <numerusform>Was seit %n Tag nicht benutzt wurde, gibt beim Entfernen %1 frei.</numerusform>
            <numerusform>Was seit %n Tagen nicht benutzt wurde, gibt beim Entfernen %1 frei.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything that Plugsmith fetched was used in the last %n day(s).</source>
        <translation>
            <numerusform>Alles, was Plugsmith geladen hat, wurde am letzten %n Tag benutzt.</numerusform>
            <numerusform>Alles, was Plugsmith geladen hat, wurde in den letzten %n Tagen benutzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Free %1</source>
        <translation>%1 freigeben</translation>
    </message>
</context>
<context>
    <name>plugsmith::UndoCard</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>plugsmith::UserCompiler</name>
    <message>
        <source>“%1” does not name a compiler for a platform</source>
        <translation>„%1“ nennt keinen Compiler für eine Plattform</translation>
    </message>
    <message>
        <source>One is written like linux/arm64=aarch64-linux-gnu-gcc.</source>
        <translation>Man schreibt ihn wie linux/arm64=aarch64-linux-gnu-gcc.</translation>
    </message>
</context>
<context>
    <name>plugsmith::VersionsPopover</name>
    <message>
        <source>Go versions in the matrix</source>
        <translation>Go-Versionen in der Matrix</translation>
    </message>
    <message>
        <source>Search, such as 1.22</source>
        <translation>Suchen, etwa 1.22</translation>
    </message>
    <message>
        <source>Search Go versions</source>
        <translation>Go-Versionen suchen</translation>
    </message>
    <message>
        <source>Go versions</source>
        <translation>Go-Versionen</translation>
    </message>
    <message>
        <source>Reset Columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>%1, not installed</source>
        <translation>%1, nicht installiert</translation>
    </message>
    <message>
        <source>%1, to download</source>
        <translation>%1, zu laden</translation>
    </message>
</context>
<context>
    <name>plugsmith::WindowPages</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>plugins</comment>
        <translation>
            <numerusform>%n neues</numerusform>
            <numerusform>%n neue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <comment>sessions</comment>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being fetched</source>
        <comment>Go versions</comment>
        <translation>
            <numerusform>%n wird geholt</numerusform>
            <numerusform>%n werden geholt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plugsmith::WorkArea</name>
    <message>
        <source>No work folder could be made.</source>
        <translation>Es konnte kein Arbeitsordner angelegt werden.</translation>
    </message>
</context>
<context>
    <name>plugsmith::dialogs</name>
    <message>
        <source>Open a folder with a go.mod</source>
        <translation>Ordner mit einem go.mod öffnen</translation>
    </message>
    <message>
        <source>Open a source archive</source>
        <translation>Quellarchiv öffnen</translation>
    </message>
    <message>
        <source>Archives and Go files (%1)</source>
        <translation>Archive und Go-Dateien (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Bauen</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Plugsmith</source>
        <translation>Plugsmith</translation>
    </message>
    <message numerus="yes">
        <source>%n build(s) are running.</source>
        <translation>
            <numerusform>%n Build läuft.</numerusform>
            <numerusform>%n Builds laufen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>Nicht mehr fragen</translation>
    </message>
    <message>
        <source>Quit and Cancel Them</source>
        <translation>Beenden und abbrechen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>About Plugsmith</source>
        <translation>Über Plugsmith</translation>
    </message>
    <message>
        <source>Builds, inspects and loads Go plugins.</source>
        <translation>Baut, untersucht und lädt Go-Plugins.</translation>
    </message>
    <message>
        <source>Apache License 2.0</source>
        <translation>Apache-Lizenz 2.0</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Toolchains</source>
        <translation>Toolchains</translation>
    </message>
    <message>
        <source>Keep Running in Background</source>
        <translation>Im Hintergrund weiterbauen</translation>
    </message>
</context>
</TS>

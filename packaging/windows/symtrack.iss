; Inno Setup's recipe for an installer on Windows, after its manual. NOT TRIED: nobody of us had a Windows for it.
; First the folder (packaging\windows\build.ps1), then: ISCC.exe packaging\windows\symtrack.iss /DVersion=0.1.0
#ifndef Version
  #error The version is given on the command line: /DVersion=0.1.0
#endif

[Setup]
AppId={{B7B1F3C4-6A53-4C0E-9D5C-3E1D0B7E5A20}
AppName=symtrack
AppVersion={#Version}
AppPublisher=The symtrack authors
; For one person, without an administrator; who wants it for everybody chooses that.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
DefaultDirName={autopf}\symtrack
DisableProgramGroupPage=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=symtrack-{#Version}-setup
SetupIconFile=..\..\build\icons\symtrack.ico
UninstallDisplayIcon={app}\symtrack.exe
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
ChangesAssociations=yes
Compression=lzma2
SolidCompression=yes
WizardStyle=modern

[Files]
Source: "..\..\dist\symtrack\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\symtrack"; Filename: "{app}\symtrack.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.symtrack\OpenWithProgids"; ValueType: string; ValueName: "symtrack.diary"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\symtrack.diary"; ValueType: string; ValueData: "symtrack diary"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\symtrack.diary\DefaultIcon"; ValueType: string; ValueData: "{app}\symtrack.exe,0"
Root: HKA; Subkey: "Software\Classes\symtrack.diary\shell\open\command"; ValueType: string; ValueData: """{app}\symtrack.exe"" ""%1"""

; There is no [UninstallDelete]: diaries, copies and settings lie in the person's own folders, and stay there.

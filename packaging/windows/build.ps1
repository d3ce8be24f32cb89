# Makes dist\symtrack on Windows, for symtrack.iss. NOT TRIED: nobody of us had a Windows for it.
# It needs Python 3.11 or newer from python.org, and is run in the project's folder: packaging\windows\build.ps1
$ErrorActionPreference = "Stop"
$env:PYTHONHASHSEED = "0"

py -3 -m venv build\packaging
$python = "build\packaging\Scripts\python.exe"
& $python -m pip install --require-hashes -r packaging\requirements.lock
& $python -m build --no-isolation --outdir dist
& $python -m pip install --no-deps --force-reinstall (Get-Item dist\symtrack-*.whl)
& $python -m tools.licences check
& $python -m tools.app_icons build\icons
& build\packaging\Scripts\pyinstaller.exe --noconfirm --clean --distpath dist --workpath build\frozen packaging\symtrack.spec
& $python -m tools.licences copy dist\symtrack\licences
& dist\symtrack\symtrack.exe self-test

#!/usr/bin/env bash
# Makes dist/symtrack.app and a disk image on a Mac. NOT TRIED: nobody of us had a Mac for it.
#
# Without a certificate the app is signed ad hoc: it starts on the Mac that built it, and elsewhere only after the person
# has allowed it in the system's settings. With one (CERTIFICATE="Developer ID Application: …") and credentials that
# notarytool keeps (PROFILE=…) it is signed and notarised, as Apple asks of whatever is given on.
set -euo pipefail
cd "$(dirname "$0")/../.."

packaging/run.sh folder
codesign --force --deep --options runtime --sign "${CERTIFICATE:--}" dist/symtrack.app
codesign --verify --deep --strict dist/symtrack.app
dist/symtrack.app/Contents/MacOS/symtrack self-test
rm -f dist/symtrack.dmg
hdiutil create -volname symtrack -srcfolder dist/symtrack.app -format UDZO dist/symtrack.dmg
if [[ -n ${PROFILE:-} ]]; then
    xcrun notarytool submit dist/symtrack.dmg --keychain-profile "$PROFILE" --wait
    xcrun stapler staple dist/symtrack.dmg
fi

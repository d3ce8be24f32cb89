#!/usr/bin/env bash
# Packs the one folder for Debian and Ubuntu: make.sh FOLDER VERSION TARGET. packaging/run.sh deb calls it.
set -euo pipefail

frozen=$1 version=$2 target=$3
root=$PWD/build/deb
architecture=$(dpkg --print-architecture)
package=$target/symtrack_${version}_$architecture.deb
here=packaging/debian

put() { install -D --mode=644 "$1" "$root/$2"; }

rm -rf "$root"
mkdir -p "$root/usr/lib" "$root/usr/bin" "$root/DEBIAN"
cp -a "$frozen" "$root/usr/lib/symtrack"
ln -s ../lib/symtrack/symtrack "$root/usr/bin/symtrack"
# A library is read, not run; and nothing depends on the umask of whoever built this.
find "$root/usr/lib/symtrack" -type f ! -path '*/symtrack/symtrack' -exec chmod 644 {} +
find "$root" -type d -exec chmod 755 {} +
chmod 755 "$root/usr/lib/symtrack/symtrack"

put packaging/linux/symtrack.desktop usr/share/applications/symtrack.desktop
put packaging/linux/org.symtrack.symtrack.metainfo.xml usr/share/metainfo/org.symtrack.symtrack.metainfo.xml
put packaging/linux/symtrack.mime.xml usr/share/mime/packages/symtrack.xml
put $here/lintian-overrides usr/share/lintian/overrides/symtrack
put docs/licences.md usr/share/doc/symtrack/licences.md
put "$target/symtrack-$version.cdx.json" usr/share/doc/symtrack/symtrack.cdx.json
put packaging/linux/symtrack.1 usr/share/man/man1/symtrack.1
gzip -9n "$root/usr/share/man/man1/symtrack.1"
put CHANGELOG.md usr/share/doc/symtrack/CHANGELOG.md
printf 'symtrack (%s) unstable; urgency=low\n\n  * What is new is told in CHANGELOG.md.\n\n -- %s  %s\n' "$version" \
    "$(sed -n 's/^Maintainer: //p' $here/control.in)" "$(LC_ALL=C date -ud "@$SOURCE_DATE_EPOCH" '+%a, %d %b %Y %T +0000')" |
    gzip -9n >"$root/usr/share/doc/symtrack/changelog.gz"
mkdir -p "$root/usr/share/icons"
cp -r build/icons/hicolor "$root/usr/share/icons/"
find "$root/usr/share" -type d -exec chmod 755 {} +
find "$root/usr/share" -type f -exec chmod 644 {} +

# The licence, as a field of that file wants it: each line behind a space, an empty one with a dot.
licence=$(sed -n '/^Permission/,$p' LICENSE | sed 's/^$/./; s/^/ /')
awk -v text="$licence" '$0 == "@LICENCE@" { print text; next } { print }' $here/copyright >"$root/usr/share/doc/symtrack/copyright"
chmod 644 "$root/usr/share/doc/symtrack/copyright"

# Which packages hold the libraries that ours ask the system for. Printing is Recommends: without it there is still a PDF.
mkdir -p build/shlibs/debian
printf 'Source: symtrack\n\nPackage: symtrack\nArchitecture: any\n' >build/shlibs/debian/control
inside=$root/usr/lib/symtrack/_internal
mapfile -t private < <(find "$inside" -name '*.so*' -printf '-l%h\n' | sort -u)
mapfile -t needing < <(find "$root/usr/lib/symtrack" -type f \( -name '*.so*' -o -name symtrack \) ! -path '*/printsupport/*')
asked() { (cd build/shlibs && dpkg-shlibdeps -O "${private[@]}" "$@" 2>"../shlibs.log") | sed -n "s/^shlibs:$kind=//p"; }
kind=Depends
depends=$(asked "${needing[@]/#/-e}")
kind=Recommends
recommends=$(asked -dRecommends "$inside"/PySide6/Qt/plugins/printsupport/*.so)

size=$(du -sk "$root/usr" | cut -f1)
sed -e "s/@VERSION@/$version/; s/@ARCHITECTURE@/$architecture/; s/@SIZE@/$size/" \
    -e "s/@DEPENDS@/$depends/; s/@RECOMMENDS@/$recommends, xdg-utils/" $here/control.in >"$root/DEBIAN/control"
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
chmod 644 "$root/DEBIAN/"*
find "$root" -newermt "@$SOURCE_DATE_EPOCH" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz -z3 --build "$root" "$package" >/dev/null
printf 'symtrack: The package is %s, %s MB\n' "$package" "$(du -m "$package" | cut -f1)" >&2

#!/usr/bin/env bash
# Installs the package into a Debian 12 that has nothing yet, makes an entry in its window, and takes it away again:
# tryout.sh PACKAGE. It needs root, for the other system's root folder.
set -euo pipefail
cd "$(dirname "$0")/../.."

package=$1
new=$PWD/build/tryout
root=$new/root
bare=$new/bookworm.tar

say() { printf 'symtrack: %s\n' "$*" >&2; }
give_up() {
    say "$*"
    exit 1
}
[[ $(id -u) == 0 ]] || give_up "Only root may begin another system: sudo $0 $package"

screen='' window=''
end() {
    [[ -z $window ]] || kill "$window" 2>/dev/null || true
    [[ -z $screen ]] || kill "$screen" 2>/dev/null || true
    for mounted in "$root/tmp/.X11-unix" "$root/proc"; do
        ! mountpoint -q "$mounted" || umount "$mounted"
    done
}
trap end EXIT

inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"; }
as_eva() { inside su eva -c "cd; LC_ALL=C.UTF-8 $*"; }

mkdir -p "$new"
[[ -s $bare ]] || mmdebstrap --quiet --variant=minbase bookworm "$bare"
rm -rf "$root"
mkdir "$root"
tar -C "$root" -xf "$bare"
mount --bind /proc "$root/proc"
cp --dereference /etc/resolv.conf "$root/etc/resolv.conf"
cp "$package" "$root/tmp/symtrack.deb"

inside apt-get -qq update
inside apt-get -qq install --yes --no-install-recommends /tmp/symtrack.deb >"$new/install.log" 2>&1 ||
    give_up "It could not be installed: $new/install.log says why."
inside useradd --create-home eva
say "in order: installed, with $(grep -c '^Unpacking' "$new/install.log") packages that were not there"

as_eva symtrack --version
as_eva symtrack self-test >/dev/null
as_eva symtrack add pain=3 >/dev/null

exec {said}<> <(:)
Xvfb -displayfd "$said" -screen 0 1366x768x24 -nolisten tcp -noreset 2>/dev/null &
screen=$!
read -r -t 30 -u "$said" number
export DISPLAY=:$number
mkdir -p "$root/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
as_eva "DISPLAY=$DISPLAY XDG_RUNTIME_DIR=/home/eva symtrack mum.symtrack" 2>"$new/window.log" &
window=$!
found=$(timeout 60 xdotool search --sync --onlyvisible --name symtrack | head -n 1)
xdotool windowfocus --sync "$found"
xdotool key --delay 40 7 Return 2 Return 5 Return 6 Return
entered() { as_eva symtrack show --json -d mum.symtrack | grep -c -e '"score": 7.*"score": 2.*"score": 5.*"score": 6'; }
for _ in {1..50}; do
    [[ $(entered) != 1 ]] || break
done
[[ $(entered) == 1 ]] || give_up "What was typed in the window is not in the diary."
xdotool key ctrl+q
wait "$window" || give_up "The window did not end well: $new/window.log"
window=''
as_eva symtrack backup -d mum.symtrack 2>/dev/null
say "in order: four numbers by keys in a real window, and a copy of them"

inside dpkg --remove symtrack >/dev/null
inside dpkg --purge symtrack >/dev/null 2>&1
[[ ! -e $root/usr/lib/symtrack && ! -e $root/usr/bin/symtrack ]] || give_up "Something of it stayed behind."
for diary in mum.symtrack .local/share/symtrack/diary.symtrack; do
    [[ -s $root/home/eva/$diary ]] || give_up "$diary is gone."
done
[[ -n $(find "$root/home/eva/Documents" -name 'mum*.symtrack') ]] || give_up "The copy is gone."
say "in order: taken away, and both diaries and the copy are still there"

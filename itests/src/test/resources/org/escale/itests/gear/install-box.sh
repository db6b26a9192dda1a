#!/bin/sh
# Installs the package ($1) on a copy of this machine's own Debian, in a mount and a network namespace of its own, and uses it as its units
# do; nothing of it stays. Runs as root. Lines with "== " name what is read next.
set -eu
folder=$(mktemp -d)
cp "$1" "$folder/escale-box.deb"
exec unshare -m -n sh -eu -c '
  folder=$1
  trap "cd / && umount -R -l $folder/disk && rmdir $folder/disk $folder" EXIT
  mkdir "$folder/disk"
  mount -t tmpfs none "$folder/disk"
  cd "$folder/disk"
  mkdir upper work box
  mount -t overlay overlay -o "lowerdir=/,upperdir=upper,workdir=work" box
  mount -t proc proc box/proc
  mount --rbind /dev box/dev
  mv "$folder/escale-box.deb" box/escale-box.deb
  ip link set lo up
  there() { chroot box "$@"; }
  # what a command says of the hub, which ends it
  until_hub() {
    rm -f box/said
    there timeout 60 sh -ec "$1 >/said 2>&1 & pid=\$!
      until grep -m 1 hub /said; do kill -0 \$pid || { cat /said >&2; exit 1; }; sleep 0.1; done
      kill \$pid; wait \$pid || true"
  }
  # each program itself is known to be there: the tests install them
  there dpkg -i --force-depends /escale-box.deb >&2
  echo "== units"
  there sh -c "systemd-analyze verify /usr/lib/systemd/system/escale-*.service 2>&1 | grep escale || echo sound"
  echo "== before"
  run=$(sed -n "s/^ExecStart=//p" box/usr/lib/systemd/system/escale-box.service)
  until_hub "$run"
  echo "== adopted"
  there mkdir -p /boot/efi
  printf "hub http://127.0.0.1:9\ntoken secret\n" > box/boot/efi/enrolment-gw-1
  adopt=$(sed -n "s/^ExecStartPre=//p" box/usr/lib/systemd/system/escale-box.service)
  there $adopt
  there stat -c "%a %U %n" /var/lib/escale-box /var/lib/escale-box/enrolment
  there cat /var/lib/escale-box/enrolment
  there find /boot -name "enrolment-*"
  echo "== run"
  until_hub "$run"
  there stat -c "%a %n" /var/lib/escale-box/own.key
  echo "== again"
  printf "hub http://127.0.0.1:10\ntoken other\n" > box/boot/efi/enrolment-gw-2
  there $adopt
  there grep -c 127.0.0.1:9 /var/lib/escale-box/enrolment
  echo "== purged"
  there dpkg -P escale-box >&2
  there find /var/lib /usr/lib /usr/share /usr/bin /etc -maxdepth 4 -name "*escale-box*"
' sh "$folder"

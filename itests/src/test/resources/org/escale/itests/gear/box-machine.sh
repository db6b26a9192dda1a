#!/bin/sh
# A Debian machine that is nothing but a box: a copy of this machine's own Debian (an overlay) without its services, with systemd as
# process 1 in namespaces of its own. Needs root, overlay, and cgroup2 somewhere. Nothing of it stays.
#   cable NAME HERE THERE        a network for it, and a cable from us to its eth0
#   power NAME PACKAGE FILE DISK installs the package, puts the enrolment on its boot partition and switches it on; ends with it. DISK is
#                                an empty folder
#   away NAME                    what cable and power left
set -eu
name=$2
hierarchy=$(findmnt -n -o TARGET -t cgroup2 | head -n 1)
[ -x /lib/systemd/systemd ] || { echo "no systemd here: install the Debian package systemd" >&2; exit 1; }
[ -n "$hierarchy" ] || { echo "no cgroup2 is mounted here, without which systemd does not start" >&2; exit 1; }

case $1 in
cable)
  ip netns add "$name"
  ip link add "$name" type veth peer name eth0 netns "$name"
  ip address add "$3/30" dev "$name"
  ip link set "$name" up
  ip -n "$name" address add "$4/30" dev eth0
  ip -n "$name" link set lo up
  ip -n "$name" link set eth0 up
  ip -n "$name" route add default via "$3"
  ;;
away)
  ip link delete "$name" 2>/dev/null || true
  ip netns delete "$name" 2>/dev/null || true
  [ -d "$hierarchy/$name" ] || exit 0
  echo 1 >"$hierarchy/$name/cgroup.kill"
  for try in $(seq 50); do
    find "$hierarchy/$name" -depth -type d -exec rmdir {} + 2>/dev/null && exit 0
    sleep 0.1
  done
  echo "something goes on in $hierarchy/$name" >&2
  exit 1
  ;;
power)
  mkdir -p "$hierarchy/$name"
  echo $$ >"$hierarchy/$name/cgroup.procs"
  exec ip netns exec "$name" unshare --mount --pid --uts --ipc --cgroup --fork --kill-child sh -eu -c '
    mount -t tmpfs none "$3"
    cd "$3"
    mkdir upper work box
    mount -t overlay overlay -o lowerdir=/,upperdir=upper,workdir=work box
    mount -t tmpfs -o mode=755 run box/run
    mount -t tmpfs tmp box/tmp
    mount -t sysfs -o ro sysfs box/sys
    mount -t cgroup2 cgroup2 box/sys/fs/cgroup
    mount -t tmpfs -o mode=755 dev box/dev
    for device in null zero full random urandom tty; do
      touch "box/dev/$device"
      mount --bind "/dev/$device" "box/dev/$device"
    done
    mkdir box/dev/shm
    mount -t tmpfs shm box/dev/shm
    # of the settings of the kernel it may change those of its own network
    mount -t proc proc box/mnt
    mount -t proc proc box/proc
    mount --bind box/proc/sys box/proc/sys
    mount -o remount,ro,bind box/proc/sys
    mount --bind box/mnt/sys/net box/proc/sys/net
    umount box/mnt
    rm -rf box/etc/systemd/system/*.wants box/etc/rc?.d
    : >box/etc/machine-id
    cp "$1" box/root/escale-box.deb
    # each program itself is known to be there: the tests install them
    chroot box dpkg -i --force-depends /root/escale-box.deb
    cp "$2" box/boot/enrolment-box
    cd box
    mkdir old
    pivot_root . old
    umount -l /old
    rmdir /old
    exec env -i container=other PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --unit=multi-user.target
  ' sh "$3" "$4" "$5"
  ;;
esac

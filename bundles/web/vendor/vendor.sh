#!/usr/bin/env bash
# Brings the third-party files of the page anew from the package registry, as vendor.txt lists them,
# and refuses any whose SHA-256 is another. With --accept it writes the sums it found instead.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
static=$here/../src/main/resources/static
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

unpacked() { # package version -> folder
  local dir=$work/${1//\//_}-$2
  if [ ! -d "$dir" ]; then
    mkdir -p "$dir"
    (cd "$work" && tar xzf "$(npm pack --silent "$1@$2")" -C "$dir" --strip-components=1)
  fi
  printf '%s\n' "$dir"
}

while read -r package version file target licence sum; do
  case $package in '#'* | '') continue ;; esac
  from=$(unpacked "$package" "$version")/$file
  found=$(sha256sum "$from" | cut -d' ' -f1)
  if [ "${1:-}" = --accept ]; then
    sed -i "s|^\($package $version $file $target $licence\) .*|\1 $found|" "$here/vendor.txt"
  elif [ "$found" != "$sum" ]; then
    printf 'vendor: %s has another sum: %s\n' "$target" "$found" >&2
    exit 1
  fi
  mkdir -p "$static/$(dirname "$target")"
  install -m 644 "$from" "$static/$target"
done < <(cat "$here/vendor.txt")
printf 'vendor: all files are as listed\n'

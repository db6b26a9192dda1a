#!/bin/sh
# Escale's agent on an openNDS box. Every POLL seconds it tells the portal which devices pass, and does
# what the portal answers: cut one, or let one stay for another lease. Needs curl, awk, sha256sum and ndsctl.
# Configuration: /etc/escale-portal.conf (mode 600) with PORTAL=https://host/portal/ID and SECRET=...
# A certificate that only your own authority knows: CA=/path/to/it.pem
set -u
CONF="${1:-/etc/escale-portal.conf}"
POLL=2
CA=""
DONE=no
# shellcheck source=/dev/null
. "$CONF"
WORK="$(mktemp -d)" || exit 1
trap 'rm -rf "$WORK"' EXIT
trap 'exit 0' INT TERM
umask 077

case "$PORTAL" in
  https://*|http://127.*) ;;
  # what the agent shows would be read on the way
  *) [ "${PLAIN:-no}" = yes ] || { echo "escale-portal-agent: PORTAL must begin with https://" >&2; exit 1; } ;;
esac
printf 'header = "Authorization: Bearer %s"\n' "$(printf 'box %s' "$SECRET" | sha256sum | cut -d' ' -f1)" >"$WORK/curl"
[ -z "$CA" ] || printf 'cacert = "%s"\n' "$CA" >>"$WORK/curl"

# ndsctl serves one at a time and says when it is busy
nds() {
  for _ in 1 2 3 4 5; do
    OUT="$(ndsctl "$@" 2>/dev/null)"
    case "$OUT" in *locked*) sleep 1 ;; *) printf '%s\n' "$OUT"; return ;; esac
  done
  return 1
}

# one line for each device that passes: live MAC IP HANDLE; a list that could not be read is not an empty one
devices() {
  LIST="$(nds json)"
  case "$LIST" in *client_list_length*) ;; *) return 1 ;; esac
  printf '%s\n' "$LIST" | awk -F'"' '
    $2 == "mac" { mac = $4 } $2 == "ip" { ip = $4 } $2 == "state" { state = $4 }
    $2 == "custom" { if (state == "Authenticated") print "live " mac " " ip " " ($4 == "" ? "none" : $4) }'
}

obey() {
  while read -r order mac minutes handle; do
    # only what an order can be ever reaches a command
    case "$mac" in *[!0-9a-f:]*|"") continue ;; esac
    case "$order" in
      cut)
        # openNDS says that it is done: told at once, without making another list
        case "$(nds deauth "$mac")" in *deauthenticated*)
          grep -v "^live $mac " "$WORK/live" >"$WORK/less"
          mv "$WORK/less" "$WORK/live"
          DONE=yes ;;
        esac ;;
      renew)
        case "$minutes" in *[!0-9]*|"") continue ;; esac
        case "$handle" in *[!A-Za-z0-9_-]*|"") continue ;; esac
        nds deauth "$mac" >/dev/null
        nds auth "$mac" "$minutes" 0 0 0 0 "$handle" >/dev/null ;;
    esac
  done
}

while :; do
  : >"$WORK/orders"
  if [ "$DONE" = yes ] || devices >"$WORK/live"; then
    DONE=no
    curl -sf -m 5 -K "$WORK/curl" --data-binary @"$WORK/live" -H 'Content-Type: text/plain' \
      -o "$WORK/orders" "$PORTAL/box" 2>/dev/null && obey <"$WORK/orders"
  fi
  # what was done is told at once
  [ -s "$WORK/orders" ] || sleep "$POLL"
done

# A PostgreSQL of one server's own, which listens to a socket in FOLDER/database alone: database FOLDER
database() {
  local bin as=()
  bin=$(echo /usr/lib/postgresql/*/bin)
  mkdir "$1/database"
  if [ "$(id -u)" = 0 ]; then # it refuses to be root
    chmod 711 "$1"
    chown postgres "$1/database"
    as=(setpriv --reuid postgres --regid postgres --clear-groups)
  fi
  "${as[@]}" "$bin/initdb" -D "$1/database/data" -U postgres --auth trust --encoding UTF8 --no-sync >"$1/initdb.log"
  "${as[@]}" "$bin/postgres" -D "$1/database/data" -c listen_addresses= -c unix_socket_directories="$1/database" \
    -c fsync=off >"$1/database.log" 2>&1 &
  for _ in {1..300}; do
    "$bin/pg_isready" -q -h "$1/database" && return
    sleep 0.1
  done
  return 1
}

<?php
// A centre's own booking system: one table in SQLite. Staff and federation write through the same functions.
function db(): PDO {
    $db = new PDO('sqlite:' . getenv('ESCALE_FOLDER') . '/centre.db');
    $db->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_EXCEPTION);
    $db->exec('PRAGMA busy_timeout = 20000');
    $db->exec('CREATE TABLE IF NOT EXISTS spaces (name TEXT PRIMARY KEY)');
    $db->exec('CREATE TABLE IF NOT EXISTS entries (space TEXT, name TEXT, title TEXT, since TEXT, until TEXT,
        state TEXT, revision INTEGER, seq INTEGER, PRIMARY KEY (space, name))');
    $db->exec('CREATE TABLE IF NOT EXISTS events (name TEXT PRIMARY KEY, booking TEXT, kind TEXT, at TEXT, what TEXT,
        quantity TEXT, remark TEXT, ours INTEGER, odd TEXT, seq INTEGER)');
    return $db;
}

function atOnce(PDO $db, callable $work) {
    $db->exec('BEGIN IMMEDIATE');
    try {
        $answer = $work();
        $db->exec('COMMIT');
        return $answer;
    } catch (Throwable $stumbled) {
        $db->exec('ROLLBACK');
        throw $stumbled;
    }
}

function rows(PDO $db, string $sql, array $values): array {
    $asked = $db->prepare($sql);
    $asked->execute($values);
    return $asked->fetchAll(PDO::FETCH_ASSOC);
}

function head(PDO $db): int {
    return (int) rows($db, 'SELECT coalesce(max(seq), 0) AS head FROM entries', [])[0]['head'];
}

function noted(PDO $db): int {
    return (int) rows($db, 'SELECT coalesce(max(seq), 0) AS head FROM events', [])[0]['head'];
}

function note(PDO $db, array $event): void {
    $db->prepare('REPLACE INTO events (name, booking, kind, at, what, quantity, remark, ours, odd, seq)
        VALUES (:name, :booking, :kind, :at, :what, :quantity, :remark, :ours, NULL, :seq)')
        ->execute($event + ['seq' => 1 + noted($db)]);
}

function event(string $name, string $booking, string $kind, string $at, string $what, string $quantity, string $remark, int $ours): array {
    return compact('name', 'booking', 'kind', 'at', 'what', 'quantity', 'remark', 'ours');
}

function write(PDO $db, array $row): array {
    $old = rows($db, 'SELECT revision FROM entries WHERE space = ? AND name = ?', [$row['space'], $row['name']]);
    $row['revision'] = 1 + (int) ($old[0]['revision'] ?? 0);
    $row['seq'] = 1 + head($db);
    $db->prepare('REPLACE INTO entries (space, name, title, since, until, state, revision, seq)
        VALUES (:space, :name, :title, :since, :until, :state, :revision, :seq)')->execute($row);
    return $row;
}

function row(string $space, string $name, string $title, string $since, string $until, string $state): array {
    return compact('space', 'name', 'title', 'since', 'until', 'state');
}

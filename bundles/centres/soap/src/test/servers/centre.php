<?php
// Serves the contract with PHP's own SoapServer, made from the WSDL alone.
require __DIR__ . '/system.php';
require __DIR__ . '/events.php';

final class Centre {
    use Events;

    private PDO $db;

    public function __construct() {
        $this->db = db();
    }

    public function Hold($ask) {
        $this->known($ask->space);
        return atOnce($this->db, function () use ($ask) {
            $ours = $this->find($ask);
            if ($ours) {
                $same = $ours['since'] === $ask->from && $ours['until'] === $ask->to;
                return $same ? $this->done($ours) : ['result' => 'CONFLICT'];
            }
            if (getenv('ESCALE_CHECKS') === 'yes' && $this->busy($ask)) {
                return ['result' => 'CONFLICT'];
            }
            return $this->done(
                write($this->db, row($ask->space, $ask->key, $ask->label, $ask->from, $ask->to, 'held')));
        });
    }

    public function Confirm($ask) {
        return atOnce($this->db, function () use ($ask) {
            $ours = $this->find($ask);
            if (!$ours || (string) $ours['revision'] !== $ask->revision) {
                return ['result' => 'CONFLICT'];
            }
            unset($ours['revision'], $ours['seq']);
            return $this->done(write($this->db, array_merge($ours, ['state' => 'busy'])));
        });
    }

    public function Cancel($ask) {
        return atOnce($this->db, function () use ($ask) {
            $ours = $this->find($ask);
            if ($ours) {
                unset($ours['revision'], $ours['seq']);
                write($this->db, array_merge($ours, ['state' => 'gone']));
            }
            return ['result' => 'DONE'];
        });
    }

    public function Lookup($ask) {
        $ours = $this->find($ask);
        return $ours ? ['entry' => $this->entry($ours)] : [];
    }

    public function Pull($ask) {
        $this->known($ask->space);
        return ['entry' => array_map([$this, 'entry'], $this->busy($ask))];
    }

    public function Changes($ask) {
        $this->known($ask->space);
        $after = 0;
        if (isset($ask->cursor)) {
            if (!preg_match('/^seq-([0-9]{1,15})$/', $ask->cursor, $parts) || (int) $parts[1] > head($this->db)) {
                return ['reset' => true, 'more' => false];
            }
            $after = (int) $parts[1];
        }
        $rows = rows($this->db, 'SELECT * FROM entries WHERE space = ? AND seq > ? ORDER BY seq LIMIT ?',
            [$ask->space, $after, $ask->limit]);
        $last = $rows ? end($rows)['seq'] : $after;
        return [
            'reset' => false,
            'more' => count($rows) === (int) $ask->limit,
            'next' => 'seq-' . $last,
            'entry' => array_map(fn($row) => $this->entry($row, $ask), $rows),
        ];
    }

    private function known(string $space): void {
        if (!rows($this->db, 'SELECT name FROM spaces WHERE name = ?', [$space])) {
            throw new SoapFault('Client', 'no such space');
        }
    }

    private function find($ask) {
        return rows($this->db, "SELECT * FROM entries WHERE space = ? AND name = ? AND state IN ('held', 'busy')",
            [$ask->space, $ask->key])[0] ?? null;
    }

    private function busy($ask): array {
        return rows($this->db, "SELECT * FROM entries WHERE space = ? AND state IN ('held', 'busy')
            AND since < ? AND until > ?", [$ask->space, $ask->to, $ask->from]);
    }

    private function done(array $row): array {
        return ['result' => 'DONE', 'entry' => $this->entry($row)];
    }

    private function entry(array $row, $within = null): array {
        $entry = ['id' => $row['name'], 'revision' => (string) $row['revision'], 'tentative' => $row['state'] === 'held'];
        if (str_ends_with($row['name'], '.escale')) {
            $entry['key'] = $row['name'];
        }
        $overlaps = !$within || ($row['since'] < $within->to && $row['until'] > $within->from);
        if ($overlaps && in_array($row['state'], ['held', 'busy'], true)) {
            $entry['slot'] = [['from' => $row['since'], 'to' => $row['until']]];
        }
        return $entry;
    }
}

if (($_SERVER['PHP_AUTH_USER'] ?? '') !== 'federation' || ($_SERVER['PHP_AUTH_PW'] ?? '') !== 'secret') {
    header('WWW-Authenticate: Basic realm="centre"', true, 401);
    exit;
}
ini_set('soap.wsdl_cache_enabled', '0');
$server = new SoapServer(getenv('ESCALE_WSDL'), ['features' => SOAP_SINGLE_ELEMENT_ARRAYS]);
$server->setClass('Centre');
$server->handle();

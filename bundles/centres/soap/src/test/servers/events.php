<?php
// Who came, who left, what was used: the three operations that a service may leave out.
trait Events {
    public function Events($ask) {
        $after = 0;
        if (isset($ask->cursor)) {
            if (!preg_match('/^event-([0-9]{1,15})$/', $ask->cursor, $parts) || (int) $parts[1] > noted($this->db)) {
                return ['reset' => true, 'more' => false];
            }
            $after = (int) $parts[1];
        }
        $rows = rows($this->db, 'SELECT * FROM events WHERE ours = 0 AND seq > ? ORDER BY seq LIMIT ?',
            [$after, $ask->limit]);
        return [
            'reset' => false,
            'more' => count($rows) === (int) $ask->limit,
            'next' => 'event-' . ($rows ? end($rows)['seq'] : $after),
            'event' => array_map([$this, 'happened'], $rows),
        ];
    }

    public function Tell($ask) {
        $told = $ask->event;
        return atOnce($this->db, function () use ($told) {
            if (!rows($this->db, 'SELECT name FROM events WHERE name = ?', [$told->key])) {
                note($this->db, event($told->key, $told->booking, $told->kind, $told->at,
                    $told->what ?? '', (string) ($told->quantity ?? ''), '', 1));
            }
            return ['result' => 'DONE'];
        });
    }

    public function Reject($ask) {
        $this->db->prepare('UPDATE events SET odd = ? WHERE name = ?')
            ->execute([$ask->part . ' ' . $ask->reason, $ask->key]);
        return [];
    }

    private function happened(array $row): array {
        $event = ['key' => $row['name'], 'booking' => $row['booking'], 'kind' => $row['kind'], 'at' => $row['at']];
        foreach (['what', 'quantity'] as $part) {
            if ($row[$part] !== '') {
                $event[$part] = $row[$part];
            }
        }
        return $event;
    }
}

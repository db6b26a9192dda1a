<?php
// The centre's staff at their own system: staff.php make|write|remove|read SPACE [NAME TITLE SINCE UNTIL STATE]
// and staff.php note NAME BOOKING KIND AT WHAT QUANTITY REMARK, staff.php told, staff.php odd
require __DIR__ . '/system.php';
$db = db();
[, $what, $space] = $argv + [2 => ''];
switch ($what) {
    case 'make':
        $db->prepare('INSERT INTO spaces VALUES (?)')->execute([$space]);
        break;
    case 'write':
        atOnce($db, fn() => write($db, row($space, ...array_slice($argv, 3))));
        break;
    case 'remove':
        atOnce($db, fn() => write($db, row($space, $argv[3], '', '', '', 'gone')));
        break;
    case 'note':
        atOnce($db, fn() => note($db, event(...[...array_slice($argv, 2), 0])));
        break;
    case 'told':
        foreach (rows($db, 'SELECT name FROM events WHERE ours = 1 ORDER BY seq', []) as $row) {
            echo $row['name'], "\n";
        }
        break;
    case 'odd':
        foreach (rows($db, 'SELECT name, odd FROM events WHERE odd IS NOT NULL', []) as $row) {
            echo $row['name'], ' ', $row['odd'], "\n";
        }
        break;
    case 'read':
        foreach (rows($db, "SELECT * FROM entries WHERE space = ? AND state <> 'gone' ORDER BY name", [$space]) as $row) {
            echo implode(' ', $row), "\n";
        }
        break;
}

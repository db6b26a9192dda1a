<?php
// The centre's staff at their own system: staff.php make|write|remove|read SPACE [NAME TITLE SINCE UNTIL STATE]
require __DIR__ . '/system.php';
$db = db();
[, $what, $space] = $argv;
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
    case 'read':
        foreach (rows($db, "SELECT * FROM entries WHERE space = ? AND state <> 'gone' ORDER BY name", [$space]) as $row) {
            echo implode(' ', $row), "\n";
        }
        break;
}

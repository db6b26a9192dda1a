// A table to take along: RFC 4180, in UTF-8.
import { save } from './save.js';

/** A cell that no spreadsheet takes for a formula. */
const cell = text => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;

/** Rows of texts, the heading first, as a file of that name. */
export function saveTable(name, rows) {
  const body = rows.map(row => row.map(cell).join(',')).join('\r\n');
  save(`${name}.csv`, 'text/csv;charset=utf-8', `${body}\r\n`);
}

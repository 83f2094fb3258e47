/** Run by the Electron under test without a window: opens a database, and prints what it read and the runtime's versions as one JSON line. */
import Database from 'better-sqlite3';
import { app } from 'electron';

const database = new Database(':memory:');
database.exec('CREATE TABLE score (value TEXT NOT NULL) STRICT');
database.prepare('INSERT INTO score VALUES (?)').run('87.25');
database.function('doubled', (value) => Number(value) * 2);
const row = database.prepare('SELECT value, doubled(value) AS doubled FROM score').get();
process.stdout.write(`${JSON.stringify({ row, electron: process.versions.electron })}\n`);
app.exit(0);

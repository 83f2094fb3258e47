/** The worker's side of spreadsheet-reader.ts: parses one file and answers with its grids. */
import { parentPort, workerData } from 'node:worker_threads';
import { present } from '../../shared/lib/assert.ts';
import type { SpreadsheetJob } from './spreadsheet-reader.ts';
import { readSpreadsheet } from './spreadsheet-parse.ts';

const job: SpreadsheetJob = workerData;
present(parentPort, 'this module runs as a worker').postMessage(readSpreadsheet(job.bytes, job.fileName));

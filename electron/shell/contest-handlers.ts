/** The contest itself: facts for the person signed in, commands in that person's name, and lists to import. */
import type { contestRequests } from '../../shared/ipc/contest.ts';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { toContestFile } from '../../shared/domain/score-sheet.ts';
import { findTable } from '../../shared/import/find-table.ts';
import type { Grid } from '../../shared/import/grid.ts';
import { importFields } from '../../shared/import/header-words.ts';
import { planImport } from '../../shared/import/plan-import.ts';
import type { ImportField, ManualMapping } from '../../shared/import/types.ts';
import type { InputOf } from '../../shared/ipc/contract.ts';
import type { ShellError } from '../../shared/ipc/request.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import { checkBestLast, checkSeenRound } from '../../shared/ranking/close-round.ts';
import { withFittingDecisions } from '../../shared/ranking/decisions.ts';
import { saySpreadsheetRefusal } from '../../shared/say/files.ts';
import { sayImportRefusal } from '../../shared/say/importing.ts';
import { readSpreadsheetBytes, readSpreadsheetFile } from '../adapters/spreadsheet-reader.ts';
import type { Handlers } from '../ipc/register.ts';
import { saveStatus } from './network-handlers.ts';
import { refuseCommand, refuseShell } from './refuse.ts';
import { visibleEvents } from './session.ts';
import type { Shell } from './shell.ts';

const listExtensions = ['xlsx', 'xls', 'ods', 'csv'];
/** Lists that were read and may be previewed again with another mapping. */
const keptLists = 3;

interface NamedList {
  readonly name: string;
  readonly grids: readonly Grid[];
}

export function contestHandlers(shell: Shell) {
  const { words } = shell.ports;
  const { refused, dialogs } = words.application;
  const lists = new Map<string, NamedList>();
  return {
    'load-events': () => ok(visibleEvents(shell.desk()?.contest.recorded() ?? [], shell.session())),
    execute: (command) => {
      const desk = shell.desk();
      const session = shell.session();
      if (desk === null || session === null) {
        return refuseCommand(words, { type: 'wrong-role', reason: 'not-signed-in' });
      }
      // Made and approved by requests of their own, which look at the result and ask for the chair's PIN.
      if (command.type === 'propose-seal' || command.type === 'approve-seal' || command.type === 'open-scores') {
        return refuseCommand(words, { type: 'wrong-role', reason: 'not-a-writer' });
      }
      if (command.type === 'close-round') {
        const seen = checkSeenRound(withFittingDecisions(toContestFile(desk.contest.contest())).file, command);
        if (!seen.ok) return refuseCommand(words, seen.error);
      }
      if (command.type === 'set-stage-order' && command.by.how === 'best-last') {
        const { file } = withFittingDecisions(toContestFile(desk.contest.contest()));
        const seen = checkBestLast(file, { ...command, order: command.by.order });
        if (!seen.ok) return refuseCommand(words, seen.error);
      }
      const done = desk.contest.execute(session, command);
      if (!done.ok) shell.ports.log.warn(`${command.type} refused: ${done.error.type}`);
      // The line at the foot turns to what is true.
      const failure = desk.contest.writeFailure();
      if (failure !== null) shell.ports.log.warn(`the disk refused: ${failure}`);
      if (!desk.contest.takesWrites()) shell.ports.notify('save-status-changed', saveStatus(shell));
      return done.ok ? done : refuseCommand(words, done.error);
    },
    'preview-import': async (input) => {
      const allowed = shell.asCommittee();
      if (!allowed.ok) return allowed;
      const { setup } = allowed.value.contest.contest();
      if (setup === null) return refuseShell('not-founded', refused.notReady);
      const list = await readList(input.file);
      if (!list.ok || list.value === null) return list.ok ? ok(null) : list;
      const { token, name, grids } = list.value;
      const preview = findTable(grids, {
        ...(input.sheet === undefined ? {} : { sheet: input.sheet }),
        mapping: mappingOf(input.mapping ?? {}),
        answers: input.answers ?? {},
        categories: setup.categories,
      });
      if (!preview.ok) {
        return refuseShell(preview.error.type, sayImportRefusal(words.importing, preview.error));
      }
      const plan = planImport(setup.contestants, preview.value.rows, setup.categories, {
        problems: preview.value.problems,
        generalCategory: words.importing.generalCategory,
        ...(input.category === undefined ? {} : { defaultCategory: input.category }),
        ...(input.addCategories === undefined ? {} : { addCategories: input.addCategories }),
        ...(input.gone === undefined ? {} : { gone: input.gone }),
      });
      return ok({ token, name, preview: preview.value, plan });
    },
  } satisfies Handlers<keyof typeof contestRequests>;

  async function readList(
    file: InputOf<'preview-import'>['file'],
  ): Promise<Result<(NamedList & { readonly token: string }) | null, ShellError>> {
    if (file !== undefined && 'token' in file) {
      const list = lists.get(file.token);
      if (list === undefined) return refuseShell('list-gone', refused.listGone);
      return ok({ token: file.token, ...list });
    }
    const given = file ?? (await chosen());
    if (given === null) return ok(null);
    const read =
      'path' in given ? await readSpreadsheetFile(given.path) : await readSpreadsheetBytes(given.bytes, given.name);
    if (!read.ok) return refuseShell(read.error.type, saySpreadsheetRefusal(words.files, read.error));
    const token = randomUUID();
    const list = { name: 'path' in given ? path.basename(given.path) : given.name, grids: read.value };
    lists.set(token, list);
    const [oldest] = lists.keys();
    if (lists.size > keptLists && oldest !== undefined) lists.delete(oldest);
    return ok({ token, ...list });
  }

  async function chosen(): Promise<{ readonly path: string } | null> {
    const file = await shell.ports.dialogs.chooseFile(dialogs.contestantList, {
      name: dialogs.kinds.list,
      extensions: listExtensions,
    });
    return file === null ? null : { path: file };
  }
}

/** Only fields that exist; an empty letter says that there is no such column. */
function mappingOf(mapping: Readonly<Record<string, string>>): ManualMapping {
  const known: { [Field in ImportField]?: string } = {};
  for (const field of importFields) {
    const letter = mapping[field];
    if (letter !== undefined) known[field] = letter.toUpperCase();
  }
  return known;
}

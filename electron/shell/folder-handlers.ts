/** Start screen: recent folders, new contests, opening and closing. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { idFrom } from '../../shared/domain/ids.ts';
import { toContestFile } from '../../shared/domain/score-sheet.ts';
import { contestFileFormat, type ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { nextYearsContest } from '../../shared/domain/setup/further-contest.ts';
import type { folderRequests, RecentFolder } from '../../shared/ipc/app.ts';
import type { InputOf } from '../../shared/ipc/contract.ts';
import type { ShellError } from '../../shared/ipc/request.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import { usualPact } from '../../shared/say/pact.ts';
import { isContestFolder, readFolderKeys } from '../contest/data-folder.ts';
import { finishMoves, moveFolder } from '../contest/move-folder.ts';
import { createCommitteeFolder } from '../contest/new-contest-folder.ts';
import { openContestFolder } from '../contest/open-contest.ts';
import { readContestFile } from '../contest/read-contest-file.ts';
import type { Handlers } from '../ipc/register.ts';
import { readRubricTemplates, readSampleContest } from '../adapters/files/resources.ts';
import { withMoved, withoutRecent, type KnownFolder } from '../adapters/files/app-settings.ts';
import { keepSecondName } from './desk.ts';
import { newFolder } from './file-names.ts';
import { refreshHall } from './hall-windows.ts';
import { refuseFolder, refuseShell } from './refuse.ts';
import type { Shell } from './shell.ts';

export function folderHandlers(shell: Shell) {
  const { ports, settings } = shell;
  const { refused, dialogs } = ports.words.application;
  const notListed = () => refuseShell('no-contest', refused.notListed);
  return {
    'app-state': () => ok(shell.state()),
    'choose-language': ({ language }) => {
      shell.chooseLanguage(language);
      return ok(null);
    },
    'choose-outward-language': ({ of, language }) => {
      const allowed = shell.asCommittee();
      if (!allowed.ok) return allowed;
      const { ceremony, settings: kept } = allowed.value;
      if (of === 'projector' && ceremony.state().act !== null) {
        return refuseShell('ceremony-runs', refused.endCeremonyFirst);
      }
      kept.set({ ...kept.get(), languages: { ...kept.get().languages, [of]: language } });
      shell.stateChanged();
      refreshHall(shell);
      return ok(null);
    },
    'recent-folders': () => ok(recent()),
    'forget-recent': ({ path: folder }) => {
      settings.set(withoutRecent(settings.get(), folder));
      return ok(recent());
    },
    'move-folder': ({ path: folder }) => {
      const known = recent().find((each) => each.path === folder);
      if (known === undefined) return notListed();
      if (shell.desk()?.contest.dir === folder) return refuseShell('folder-in-use', refused.openHere);
      const target = newFolder(ports.contestsFolder, path.basename(folder));
      const moved = moveFolder(folder, target);
      if (!moved.ok) return refuseFolder(ports.words, moved.error);
      ports.log.info('a contest was moved to the local folder');
      try {
        keepSecondName(folder, target);
      } catch {
        ports.log.warn('the second copy is not gone on with');
      }
      const { openedAtMs, name, kind } = known;
      settings.set(withMoved(settings.get(), folder, { path: target, name, kind, openedAtMs }));
      return ok(recent());
    },
    'rubric-templates': () => ok(readRubricTemplates()),
    'close-folder': async () => {
      await shell.closeFolder();
      return ok(null);
    },
    'choose-contest-file': async () => {
      const file = await ports.dialogs.chooseFile(dialogs.contestFile, {
        name: dialogs.kinds.contestFile,
        extensions: ['json'],
      });
      if (file === null) return ok({ path: null, name: '' });
      const read = await readContestFile(ports.words, file);
      return read.ok ? ok({ path: file, name: read.value.contest.name }) : read;
    },
    'earlier-contest': async ({ path: given }) => {
      const folder = given ?? (await ports.dialogs.chooseFolder(dialogs.contestFolder));
      if (folder === null) return ok(null);
      const read = await agreedIn(folder);
      if (!read.ok) return read;
      const { contest, jurors } = read.value;
      const named = jurors.map(({ id, name, unit = '' }) => ({ id, name, unit }));
      return ok({ path: folder, name: contest.name, jurors: named });
    },
    'create-contest': async ({ source, name, rehearsal = false }) => {
      const file = await contestFrom(source, name);
      if (!file.ok) return file;
      const dir = newFolder(ports.contestsFolder, name);
      const created = await createCommitteeFolder(dir, rehearsal ? asExample(file.value) : file.value, {
        rehearsal,
        protections: ports.protections,
        machine: ports.machine,
      });
      if (!created.ok) return refuseFolder(ports.words, created.error);
      ports.log.info(`a contest was made (${source.kind})`);
      return ok((await shell.adopt(created.value)).folder());
    },
    'open-folder': async ({ path: given }) => {
      if (given !== undefined && !recent().some((each) => each.path === given)) return notListed();
      const folder = given ?? (await ports.dialogs.chooseFolder(dialogs.contestFolder));
      if (folder === null) return ok(null);
      const opened = await shell.openPath(path.resolve(folder));
      return opened.ok ? ok(opened.value.folder()) : opened;
    },
    'recover-keys': async ({ code }) => {
      const opened = await shell.unlock(code);
      return opened.ok ? ok(opened.value.folder()) : opened;
    },
    'recover-folder': async () => {
      const recovered = await shell.recover();
      return recovered.ok ? ok(recovered.value.folder()) : recovered;
    },
  } satisfies Handlers<keyof typeof folderRequests>;

  /** What was opened, and what lies where earlier versions put contests. */
  function recent(): readonly RecentFolder[] {
    finishMoves(ports.contestsFolder);
    const opened = settings.get().recent;
    const found = ports.formerFolders
      .flatMap(contestsIn)
      .filter(({ path: at }) => !opened.some((each) => each.path === at));
    return [...opened, ...found].map((folder) => ({
      ...folder,
      exists: isContestFolder(folder.path),
      move: isContestFolder(folder.path) ? reasonToMove(folder.path) : null,
    }));
  }

  function contestsIn(parent: string): KnownFolder[] {
    if (!existsSync(parent)) return [];
    return readdirSync(parent)
      .map((name) => path.join(parent, name))
      .filter(isContestFolder)
      .map((folder) => {
        const keys = readFolderKeys(folder, ports.protections);
        const kind = keys.ok ? keys.value.kind : 'committee';
        return { path: folder, name: path.basename(folder), kind, openedAtMs: statSync(folder).mtimeMs };
      });
  }

  function reasonToMove(folder: string): RecentFolder['move'] {
    const place = ports.placeOf(folder);
    if (place.type === 'synchronised') return { why: 'synchronised', service: place.service };
    if (place.type === 'network') return { why: 'network', service: '' };
    return ports.formerFolders.includes(path.dirname(folder)) ? { why: 'former', service: '' } : null;
  }

  /** What was agreed in a committee's folder. Nobody is asked for a PIN: no score leaves it. */
  async function agreedIn(folder: string): Promise<Result<ContestFile, ShellError>> {
    const opened = await openContestFolder(folder, { readOnly: true, protections: ports.protections });
    if (!opened.ok) return refuseFolder(ports.words, opened.error);
    const contest = opened.value.contest();
    const { kind } = opened.value;
    opened.value.close();
    if (contest.setup === null) return refuseShell('not-founded', refused.notReady);
    if (kind !== 'committee') return refuseShell('wrong-role', refused.roleNotHere);
    return ok(toContestFile(contest));
  }

  async function contestFrom(
    source: InputOf<'create-contest'>['source'],
    name: string,
  ): Promise<Result<ContestFile, ShellError>> {
    switch (source.kind) {
      case 'empty':
        return ok(emptyContestFile(name));
      case 'template': {
        const template = readRubricTemplates().find((each) => each.id === source.template);
        if (template === undefined) return refuseShell('unknown-template', refused.unknownTemplate);
        return ok({
          ...emptyContestFile(name),
          ...template.setup,
          contest: { ...template.setup.contest, name, pact: usualPact },
        });
      }
      case 'sample':
        return ok(named(readSampleContest(), name));
      case 'earlier': {
        const read = await agreedIn(source.path);
        const seatName = ports.words.application.names.seat;
        return read.ok
          ? ok(nextYearsContest(read.value, { name, jurors: source.jurors.map(idFrom.juror), seatName }))
          : read;
      }
      case 'file': {
        const read = await readContestFile(ports.words, source.path);
        return read.ok ? ok(named(read.value, name)) : read;
      }
    }
  }
}

function named(file: ContestFile, name: string): ContestFile {
  return { ...file, contest: { ...file.contest, name } };
}

/** What is printed at a rehearsal must not be taken for a result. */
function asExample(file: ContestFile): ContestFile {
  return { ...file, contest: { ...file.contest, example: true } };
}

function emptyContestFile(name: string): ContestFile {
  return {
    format: contestFileFormat,
    contest: { name },
    categories: [],
    stages: [],
    rubrics: [],
    jurors: [],
    contestants: [],
    awards: [],
    rules: {
      method: 'mean',
      applyAt: 'sheet',
      drop: 1,
      weighting: 'percent',
      rounding: [],
      tieBreak: ['chair'],
      places: 3,
    },
    scores: [],
    recusals: [],
    absences: [],
    penalties: [],
    decisions: [],
  };
}

/** Files and paper: workbook, contest file, recap, backup. Everything here is the committee's, a backup anybody's. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { isWithheld } from '../../shared/ceremony/withheld.ts';
import { setupOf, type Contest } from '../../shared/domain/contest.ts';
import type { LogOpened } from '../../shared/domain/facts/events.ts';
import type { ContestantId, LogId } from '../../shared/domain/ids.ts';
import { certificateBackground } from '../../shared/domain/hall-picture.ts';
import type { CertificateForm, ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { roundContest } from '../../shared/domain/setup/further-contest.ts';
import { toContestFile } from '../../shared/domain/score-sheet.ts';
import { codeSlipsHtml } from '../../shared/documents/text/code-slips.ts';
import { hostScriptHtml } from '../../shared/documents/text/host-script.ts';
import { pageStart } from '../../shared/documents/text/pages.ts';
import type { CodesOf } from '../../shared/documents/model/seal-mark.ts';
import { codesOf } from '../../shared/domain/seal.ts';
import { groupedCode } from '../../shared/say/check-code.ts';
import { recapHtml } from '../../shared/documents/text/recap-print.ts';
import type { CertificateInput } from '../../shared/documents/papers/paper-frame.ts';
import { isPaperKind, type CertificateRecipients, type PaperKind } from '../../shared/domain/document-kinds.ts';
import type { documentRequests, PrintedKind, SavedFile } from '../../shared/ipc/documents.ts';
import type { ShellError } from '../../shared/ipc/request.ts';
import { unreachable } from '../../shared/lib/assert.ts';
import { readPicture } from '../../shared/lib/picture.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import { whoGoesOn } from '../../shared/ranking/going-on.ts';
import { withFittingDecisions } from '../../shared/ranking/decisions.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { usualLanguage, type Language } from '../../shared/say/language.ts';
import { wordsOf, type Words } from '../../shared/say/words.ts';
import { isInContestFolder, writeBackup } from '../contest/backup.ts';
import { projectorLanguage } from './ceremony-handlers.ts';
import type { Handlers } from '../ipc/register.ts';
import { makeDocument, type DocumentJob, type MakingPaper } from '../adapters/document-maker.ts';
import { writeAtomically } from '../adapters/files/json-file.ts';
import { fileNameFrom, timeStamp } from './file-names.ts';
import { scriptActs } from './host-script.ts';
import { networkStatus, saveStatus } from './network-handlers.ts';
import type { FileKind } from './ports.ts';
import { refuseShell } from './refuse.ts';
import type { Shell } from './shell.ts';

export function documentHandlers(shell: Shell) {
  const { ports } = shell;
  const { words } = ports;
  const { refused, dialogs } = words.application;
  /** What this session wrote: `show-in-folder` shows nothing else but the folders of the contests. */
  const written = new Set<string>();
  /** Papers that are being made, by what their window calls them. */
  const jobs = new Map<string, AbortController>();
  return {
    'save-workbook': async () => {
      const contest = shownContest();
      if (!contest.ok) return contest;
      const { name } = setupOf(contest.value).contest;
      return save(files().workbook(name), 'workbook', await made({ kind: 'workbook', language: paperLanguage() }));
    },
    'save-history': async ({ refs }) => {
      const contest = currentContest();
      if (!contest.ok) return contest;
      const { name } = setupOf(contest.value).contest;
      return save(
        files().history(name),
        'workbook',
        await made({ kind: 'history', language: paperLanguage(), refs, machines: machines() }),
      );
    },
    'save-contest-file': async ({ withScores }) => {
      const contest = withScores ? shownContest() : currentContest();
      if (!contest.ok) return contest;
      const file = toContestFile(contest.value);
      const content = withScores ? withFittingDecisions(file).file : withoutResults(file);
      const text = `${JSON.stringify(content, null, 1)}\n`;
      return save(files()['contest-file'](file.contest.name), 'contestFile', Buffer.from(text));
    },
    'save-further-contest': async ({ by }) => {
      const contest = shownContest();
      if (!contest.ok) return contest;
      const { file } = withFittingDecisions(toContestFile(contest.value));
      const going = whoGoesOn(file, by);
      if (!going.ok) return refuseShell(going.error.type, refused.goesOn[going.error.type](going.error.categories));
      const further = roundContest(file, {
        stage: 'stage' in by ? by.stage : null,
        contestants: going.value,
        seatName: words.application.names.seat,
      });
      const text = `${JSON.stringify(further, null, 1)}\n`;
      return save(files()['contest-file'](further.contest.name), 'contestFile', Buffer.from(text));
    },
    'preview-print': async ({ document, only = null, recipients, draft }) => {
      const paper = await printed(document, { only, certificates: certificatesFor(recipients, draft) });
      return paper.ok ? ok({ html: paper.value.html }) : paper;
    },
    'save-paper': async ({ paper: kind, to, only, recipients, job }) => {
      const certificates = certificatesFor(recipients);
      if (job === undefined) return savePaper(kind, to, { only, certificates });
      const controller = new AbortController();
      const { signal } = controller;
      const onProgress: MakingPaper['onProgress'] = (step, done, of) =>
        ports.notify('document-progress', { job, step, done, of });
      jobs.set(job, controller);
      try {
        return await savePaper(kind, to, { only, certificates, making: { onProgress, signal } });
      } catch (error) {
        if (signal.aborted) return ok({ path: null, ...(to === 'printer' ? { notPrinted: true as const } : {}) });
        throw error;
      } finally {
        jobs.delete(job);
      }
    },
    'cancel-paper': ({ job }) => {
      jobs.get(job)?.abort();
      return ok(null);
    },
    'print-recap': ({ toPdf }) => onPaper('recap', toPdf),
    'print-host-script': ({ toPdf }) => onPaper('host-script', toPdf),
    'print-codes': ({ toPdf }) => onPaper('code-slips', toPdf),
    'show-in-folder': ({ path: file }) => {
      const desk = shell.desk();
      const copies = desk?.backupFolders();
      const places = [
        ports.contestsFolder,
        desk?.folder().path,
        copies?.automatic,
        copies?.proposed,
        copies?.second?.place,
      ];
      if (written.has(file) || places.includes(file)) ports.showInFolder(nearestThere(file));
      return ok(null);
    },
    'save-backup': async () => {
      // A copy carries the private keys of every seat of this laptop: on the committee's only the committee takes one away.
      const allowed = shell.desk()?.contest.kind === 'committee' ? shell.asCommittee() : shell.asAnybody();
      if (!allowed.ok) return allowed;
      const desk = allowed.value;
      const target = await ports.dialogs.chooseFolder(dialogs.copyFolder, desk.settings.get().backupFolder);
      if (target === null) return ok({ path: null });
      const nowMs = ports.nowMs();
      const copy = path.join(
        path.resolve(target),
        `${fileNameFrom(files().backup(desk.folder().name))} ${timeStamp(new Date(nowMs))}`,
      );
      try {
        await writeBackup(desk.contest, copy);
      } catch {
        return refuseShell('disk', refused.copyUnwritable(target));
      }
      desk.settings.set({ ...desk.settings.get(), lastBackupAtMs: nowMs, backupFolder: path.resolve(target) });
      ports.notify('save-status-changed', saveStatus(shell));
      written.add(copy);
      return ok({ path: copy });
    },
    'choose-copy-place': async () => {
      const allowed = shell.asCommittee();
      if (!allowed.ok) return allowed;
      const desk = allowed.value;
      const { second, automatic } = desk.backupFolders();
      const chosen = await ports.dialogs.chooseFolder(dialogs.copyFolder, second?.place ?? null);
      if (chosen === null) return ok({ path: null });
      const place = path.resolve(chosen);
      if (isInContestFolder(place)) return refuseShell('inside-contest', refused.copyInContest(place));
      if (place === path.dirname(automatic)) return refuseShell('same-copy', refused.copyIsThere(place));
      const problem = await desk.chooseSecond(place);
      if (problem !== null) return refuseShell('disk', refused.copyFails[problem](place));
      ports.notify('save-status-changed', saveStatus(shell));
      return ok({ path: place });
    },
    'forget-copy-place': async () => {
      const allowed = shell.asCommittee();
      if (!allowed.ok) return allowed;
      await allowed.value.chooseSecond(null);
      ports.notify('save-status-changed', saveStatus(shell));
      return ok(null);
    },
  } satisfies Handlers<keyof typeof documentRequests>;

  /** What papers say does not follow who sits at the laptop. */
  function paperLanguage(): Language {
    return shell.desk()?.settings.get().languages.documents ?? usualLanguage;
  }

  function onDocuments(): Words {
    return wordsOf[paperLanguage()];
  }

  function machines(): ReadonlyMap<LogId, string> {
    const openings = shell.desk()?.contest.openings() ?? new Map<LogId, LogOpened>();
    return new Map([...openings].map(([log, { machine }]) => [log, machine]));
  }

  function made(job: DocumentJob, making?: MakingPaper): Promise<Uint8Array> {
    return makeDocument(job, shell.desk()?.contest.recorded() ?? [], making);
  }

  function madePaper(paper: PaperKind, as: 'html' | 'docx', { making, ...wanted }: Wanted): Promise<Uint8Array> {
    return made({ kind: 'paper', language: paperLanguage(), paper, as, machines: machines(), ...wanted }, making);
  }

  async function savePaper(
    kind: PaperKind,
    to: 'printer' | 'pdf' | 'docx',
    wanted: Wanted,
  ): Promise<Result<SavedFile, ShellError>> {
    if (to !== 'docx') return onPaper(kind, to === 'pdf', wanted);
    const contest = shownContest();
    if (!contest.ok) return contest;
    return save(paperName(contest.value, kind, wanted.only), 'docx', await madePaper(kind, 'docx', wanted));
  }

  /** [X29] `draft`: while it is written, one of them is looked at. */
  function certificatesFor(to: CertificateRecipients = 'winners', draft?: CertificateForm): CertificateInput {
    const pictures = shell.desk()?.pictures;
    const hash = pictures?.all().get(certificateBackground);
    const bytes = hash === undefined ? null : (pictures?.read(hash) ?? null);
    const read = bytes === null ? null : readPicture(bytes.toString('base64'));
    const background = read?.ok === true ? read.value : null;
    return { to, background, form: draft ?? null, isSample: draft !== undefined };
  }

  function files(): Words['documents']['files'] {
    return onDocuments().documents.files;
  }

  /** The host says aloud what the projector shows. */
  function inHall(): Words {
    return wordsOf[projectorLanguage(shell)];
  }

  /** What is printed, and looked at before that. */
  async function printed(kind: PrintedKind, wanted: Wanted): Promise<Result<Printed, ShellError>> {
    const contest = kind === 'recap' || isPaperKind(kind) ? shownContest() : currentContest();
    if (!contest.ok) return contest;
    if (isPaperKind(kind)) {
      const html = new TextDecoder().decode(await madePaper(kind, 'html', wanted));
      return ok({ html, name: paperName(contest.value, kind, wanted.only) });
    }
    const { name } = setupOf(contest.value).contest;
    if (kind === 'recap') {
      const file = toContestFile(contest.value);
      const words = onDocuments();
      const codes: CodesOf = (scope) => codesOf(contest.value, scope)?.map(groupedCode) ?? null;
      return ok({ html: recapHtml(file, rankContest(file), words, { codesOf: codes }), name: files().recap(name) });
    }
    if (kind === 'host-script') {
      const { documents } = inHall();
      return ok({
        html: hostScriptHtml(documents, name, scriptActs(setupOf(contest.value), inHall())),
        name: documents.files['host-script'](name),
      });
    }
    const { invitations } = await networkStatus(shell);
    const slips = invitations
      .filter(({ state }) => state === 'open' || state === 'asking')
      .map(({ seatName, shortCode }) => ({ name: seatName, code: shortCode }));
    if (slips.length === 0) return refuseShell('no-codes', refused.noCodes);
    const { documents } = onDocuments();
    return ok({
      html: codeSlipsHtml(documents, name, slips),
      name: documents.files['code-slips'](name),
    });
  }

  /** Names the contestant where it is one's. */
  function paperName(contest: Contest, kind: PaperKind, only: ContestantId | null): string {
    const setup = setupOf(contest);
    return files()[kind](setup.contestants.find(({ id }) => id === only)?.name ?? setup.contest.name);
  }

  /** Says what became of it: a printer that is not there has printed nothing. */
  async function onPaper(
    kind: PrintedKind,
    toPdf: boolean,
    wanted: Wanted = { only: null, certificates: certificatesFor() },
  ): Promise<Result<SavedFile, ShellError>> {
    const paper = await printed(kind, wanted);
    if (!paper.ok) return paper;
    const { html, name } = paper.value;
    if (toPdf) {
      wanted.making?.onProgress('pdf', 0, html.split(pageStart).length - 1);
      return save(name, 'pdf', await ports.printer.toPdf(html, wanted.making?.signal));
    }
    const outcome = await ports.printer.print(html);
    switch (outcome.type) {
      case 'printed':
        return ok({ path: null });
      case 'cancelled':
        return ok({ path: null, notPrinted: true });
      case 'no-printer':
        return refuseShell('no-printer', refused.noPrinter);
      case 'failed':
        ports.log.warn(`printing failed: ${outcome.reason}`);
        return refuseShell('not-printed', refused.notPrinted);
      default:
        return unreachable(outcome);
    }
  }

  function currentContest(): Result<Contest, ShellError> {
    const allowed = shell.asCommittee();
    if (!allowed.ok) return allowed;
    const contest = allowed.value.contest.contest();
    if (contest.setup === null) return refuseShell('not-founded', refused.notReady);
    return ok(contest);
  }

  /** [Z15] For papers that tell results. */
  function shownContest(): Result<Contest, ShellError> {
    const contest = currentContest();
    const desk = shell.desk();
    if (!contest.ok || desk === null || desk.results.areShown()) return contest;
    return isWithheld(contest.value, desk.ceremony.announced())
      ? refuseShell('results-withheld', refused.resultsWithheld)
      : contest;
  }

  async function save(
    name: string,
    type: keyof typeof extensions,
    bytes: Uint8Array,
  ): Promise<Result<SavedFile, ShellError>> {
    const extension = `.${extensions[type]}`;
    const kind: FileKind = { name: dialogs.kinds[type], extensions: [extensions[type]] };
    const suggested = fileNameFrom(name) + extension;
    const chosen = await ports.dialogs.saveFile(dialogs.saveAs, suggested, kind);
    if (chosen === null) return ok({ path: null });
    const file = path.resolve(chosen.toLowerCase().endsWith(extension) ? chosen : chosen + extension);
    try {
      writeAtomically(file, bytes);
    } catch {
      return refuseShell('disk', refused.fileUnwritable(file));
    }
    written.add(file);
    return ok({ path: file });
  }
}

/** A folder that is not made yet, or was taken out with its stick, is looked for from the one that would hold it. */
function nearestThere(file: string): string {
  const above = path.dirname(file);
  return existsSync(file) || above === file ? file : nearestThere(above);
}

/** Of a paper: whose pages, and who is told how far it is. */
interface Wanted {
  readonly only: ContestantId | null;
  readonly certificates: CertificateInput;
  readonly making?: MakingPaper;
}

interface Printed {
  readonly html: string;
  /** As a file, without extension. */
  readonly name: string;
}

const extensions = { workbook: 'xlsx', contestFile: 'json', pdf: 'pdf', docx: 'docx' } as const;

/** What is agreed, for the next event: nothing of what happened. */
function withoutResults(file: ContestFile): ContestFile {
  const {
    confirmations: _confirmations,
    formerNames: _formerNames,
    closedRounds: _closedRounds,
    acceptances: _acceptances,
    keptJurors: _keptJurors,
    ...rest
  } = file;
  return { ...rest, scores: [], recusals: [], absences: [], penalties: [], decisions: [] };
}

/**
 * [H1] One table over all that reveals, shows, locks, admits, decides or deletes, tried with double clicks and held keys.
 * The guard stands before every button of the window; what goes past it is listed here too, so that nothing new does.
 */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CeremonyState } from '../../../shared/ipc/ceremony.ts';
import type { NetworkStatus, SaveStatus, SecondCopy } from '../../../shared/ipc/network.ts';
import { limits } from '../../../shared/limits.ts';
import { withAnswers, type Answers } from '../support/answers.ts';
import { createLaptop, type Laptop } from '../support/laptop.ts';
import { openWindow, prepareWindow } from '../support/open-window.tsx';
import { sampleFounding } from '../support/sample.ts';

prepareWindow();

/** The lock of the window, long enough for a slow machine to make its second press within it. */
const lockMs = 60_000;

const committee = { role: 'committee' } as const;
const juror = { role: 'seat', seat: 'juri-1' } as const;
const author = { ...juror, device: 'd'.repeat(26) };
const writer = { role: 'committee', device: 'c'.repeat(26) } as const;

const ceremony: CeremonyState = {
  projectorOpen: true,
  display: null,
  offered: null,
  refused: null,
  displays: [{ id: 1, label: 'Laptop', primary: true }],
  act: 'kesehatan',
  done: [],
  rehearsal: false,
  overscan: 0,
  step: 0,
  steps: 3,
  building: false,
  windows: [],
  blank: false,
  nextLabel: 'Juara III',
  shown: { type: 'category-title', contest: 'Lomba', category: 'Kesehatan', example: true },
};
const asking = {
  seat: 'juri-2',
  seatName: 'Juri 2 (contoh)',
  code: 'ABCD-EFGH-2345',
  qr: 'data:image/png;base64,AAAA',
  state: 'asking',
  machine: 'LAPTOP-DUA',
  shortCode: '02-491-326',
  failures: 0,
  failedFrom: [],
} as const;
const network: NetworkStatus = {
  listening: true,
  addresses: [],
  invitations: [],
  devices: [],
  guessing: { count: 0, addresses: [], isSlowed: false },
  admitAll: { untilMs: null, endedByGuess: false },
  problem: null,
  unreached: null,
};

const sideWindow: CeremonyState['windows'][number] = {
  id: 'layar-1',
  name: 'Layar samping',
  content: 'timer',
  overscan: 0,
  isOpen: false,
  display: null,
};

interface Act {
  readonly name: string;
  readonly at: '#/pengumuman' | '#/pemantauan' | '#/penilaian' | '#/pengesahan' | '#/urutan' | '#/perangkat';
  /** It stands in the settings, over that screen. */
  readonly inSettings?: boolean;
  readonly session?: typeof committee | typeof juror;
  readonly before?: (laptop: Laptop) => void;
  readonly answers?: Answers;
  /** The button that acts at once, or the one that opens the dialog. */
  readonly button: string | RegExp;
  /** The one of the dialog. */
  readonly confirm?: string;
  /** What the confirming button waits for. */
  readonly reason?: boolean;
  /** What reaches the shell: a channel, or the type of a command. */
  readonly asks: string;
}

const announcing: Pick<Act, 'at' | 'answers'> = {
  at: '#/pengumuman',
  answers: {
    'ceremony-state': () => ceremony,
    'move-ceremony': () => ({ ok: true, value: ceremony }),
    'start-ceremony': () => ({ ok: true, value: ceremony }),
  },
};

const secondCopy = {
  place: '/media/FLASHDISK',
  copy: '/media/FLASHDISK/Gelar 1a2b3c4d',
  lastAtMs: null,
  problem: null,
};
const saved = (second: SecondCopy | null): SaveStatus => ({
  here: 1,
  atCommittee: null,
  laptops: 1,
  connection: 'none',
  problem: null,
  committeeAddress: null,
  lastBackupAtMs: null,
  backupFolders: { automatic: '/data/salinan/Gelar 1a2b3c4d', proposed: null, second },
});

const acts: readonly Act[] = [
  { ...announcing, name: 'reveal the next place', button: 'Berikutnya: Juara III', asks: 'move-ceremony' },
  { ...announcing, name: 'one place back', button: 'Kembali', asks: 'move-ceremony' },
  { ...announcing, name: 'black screen', button: 'Gelapkan', asks: 'move-ceremony' },
  {
    ...announcing,
    name: 'end the announcement',
    button: 'Akhiri pengumuman',
    confirm: 'Ya, akhiri',
    asks: 'move-ceremony',
  },
  {
    ...announcing,
    name: 'start the announcement',
    answers: {
      ...announcing.answers,
      'ceremony-state': () => ({ ...ceremony, act: null, steps: 0, nextLabel: null }),
    },
    button: 'Mulai pengumuman Kesehatan',
    asks: 'start-ceremony',
  },
  {
    ...announcing,
    name: 'clear the marks of acts',
    answers: {
      'ceremony-state': () => ({ ...ceremony, act: null, steps: 0, nextLabel: null, done: ['*opening'] }),
      'forget-acts-done': () => ({ ok: true, value: ceremony }),
    },
    button: 'Hapus tanda “Sudah”',
    asks: 'forget-acts-done',
  },
  {
    ...announcing,
    name: 'all numbers of a draw',
    answers: { ...announcing.answers, 'ceremony-state': () => ({ ...ceremony, act: '*draw:log:1' }) },
    button: 'Tampilkan semua nomor sekaligus',
    asks: 'move-ceremony',
  },
  {
    ...announcing,
    name: 'a further window of the hall',
    answers: {
      'ceremony-state': () => ({ ...ceremony, windows: [sideWindow] }),
      'open-hall-window': () => ({ ok: true, value: ceremony }),
    },
    button: 'Buka Layar samping',
    asks: 'open-hall-window',
  },
  {
    name: 'the next group on stage',
    at: '#/pemantauan',
    before: (laptop) => laptop.write(writer, { type: 'show-stage', contestant: 'melati', stage: 'presentasi' }),
    button: /^Berikutnya: 2/,
    asks: 'show-stage',
  },
  {
    name: 'admit a laptop',
    at: '#/urutan',
    answers: {
      'network-status': () => ({ ...network, invitations: [asking] }),
      'answer-asking': () => ({ ok: true, value: null }),
    },
    // It opens by itself.
    button: '',
    confirm: 'Terima',
    asks: 'answer-asking',
  },
  {
    name: 'let laptops in by themselves',
    at: '#/perangkat',
    answers: { 'network-status': () => network, 'admit-all': () => ({ ok: true, value: network }) },
    button: 'Terima semua yang memakai kode benar',
    asks: 'admit-all',
  },
  {
    name: 'choose where the second copy is kept',
    at: '#/pemantauan',
    inSettings: true,
    answers: {
      'ceremony-state': () => ceremony,
      'save-status': () => saved(null),
      'choose-copy-place': () => ({ path: null }),
    },
    button: 'Pilih tempatnya…',
    asks: 'choose-copy-place',
  },
  {
    name: 'stop the second copy',
    at: '#/pemantauan',
    inSettings: true,
    answers: {
      'ceremony-state': () => ceremony,
      'save-status': () => saved(secondCopy),
      'forget-copy-place': () => null,
    },
    button: 'Hentikan salinan kedua',
    asks: 'forget-copy-place',
  },
  {
    name: 'lock a sheet',
    at: '#/penilaian',
    session: juror,
    before: (laptop) => fill(laptop),
    button: 'Kunci nilai',
    confirm: 'Ya, kunci nilai',
    asks: 'lock-sheet',
  },
  {
    name: 'sign a category off',
    at: '#/pengesahan',
    session: juror,
    before: (laptop) => {
      for (const contestant of ['melati', 'mawar', 'kenanga', 'anggrek'])
        laptop.write(author, { type: 'recuse', contestant, reason: 'Satu unit kerja (contoh)' });
    },
    button: 'Sahkan kategori Kesehatan',
    confirm: 'Ya, saya sahkan',
    asks: 'sign-off-category',
  },
  {
    name: 'draw lots',
    at: '#/urutan',
    button: 'Undian…',
    confirm: 'Undi sekarang',
    asks: 'draw-lots',
  },
  {
    name: 'step back from a group',
    at: '#/penilaian',
    session: juror,
    button: 'Tidak menilai…',
    confirm: 'Ya, saya tidak menilai',
    reason: true,
    asks: 'recuse',
  },
];

/** Forms of two short fields, which fit any window. */
const withoutFoot = [
  'features/deliberation/chair-pin.tsx',
  'features/devices/committee-pin.tsx',
  'features/devices/local-seats.tsx',
  'features/help/guide-dialog.tsx',
  'features/help/keys-dialog.tsx',
];

function fill(laptop: Laptop): void {
  for (const criterion of ['alur', 'penguasaan', 'tim'])
    laptop.write(author, { type: 'set-score', contestant: 'melati', criterion, value: '80' });
}

function open(act: Act) {
  const inMemory = createLaptop(sampleFounding, act.session ?? committee, { kind: 'committee' });
  act.before?.(inMemory);
  const laptop = withAnswers(inMemory, act.answers ?? {});
  const count = () =>
    laptop.asked.filter(
      ({ channel, input }) =>
        channel === act.asks || (channel === 'execute' && (input as { readonly type: string }).type === act.asks),
    ).length;
  return { ...openWindow(laptop, act.at, lockMs), count };
}

function button(act: Act): Promise<HTMLElement> {
  return screen.findByRole('button', { name: act.button });
}

async function openSettings(user: ReturnType<typeof open>['user']): Promise<void> {
  await screen.findByRole('heading', { level: 1 });
  await user.keyboard('{Control>},{/Control}');
  await armed();
}

/** As when the moment after the dialog's opening is over. */
async function armed(): Promise<HTMLElement> {
  const dialog = await screen.findByRole('dialog');
  // A key that is no press says that the person has seen it.
  fireEvent.keyDown(dialog, { key: 'Shift', code: 'ShiftLeft' });
  fireEvent.keyUp(dialog, { key: 'Shift', code: 'ShiftLeft' });
  return dialog;
}

describe('[H1] what acts at once', () => {
  for (const act of acts.filter(({ confirm }) => confirm === undefined)) {
    test(`${act.name}: a double click is one press`, async () => {
      const { user, count } = open(act);
      if (act.inSettings === true) await openSettings(user);
      await user.dblClick(await button(act));
      expect(count()).toBe(1);
    });
    test(`${act.name}: a held Enter is one press, and so are two strokes of it`, async () => {
      const { user, count } = open(act);
      if (act.inSettings === true) await openSettings(user);
      (await button(act)).focus();
      await user.keyboard('{Enter>8/}{Enter}');
      expect(count()).toBe(1);
    });
  }
});

describe('[H1] what a dialog confirms', () => {
  for (const act of acts.filter(({ confirm }) => confirm !== undefined)) {
    test(`${act.name}: a held Enter or a double click that opens the dialog confirms nothing`, async () => {
      const { user, count } = open(act);
      const { confirm = '' } = act;
      if (act.button !== '') {
        (await button(act)).focus();
        await user.keyboard('{Enter>8}');
      }
      const dialog = await screen.findByRole('dialog');
      const yes = within(dialog).getByRole('button', { name: confirm });
      yes.focus();
      await user.keyboard('{Enter>4/}{Enter}');
      await user.click(yes);
      await user.dblClick(yes);
      expect(count()).toBe(0);
      expect(screen.getByRole('dialog')).toBe(dialog);
    });
    test(`${act.name}: once the dialog has been seen, one press confirms and the second of a double click does nothing`, async () => {
      const { user, count } = open(act);
      if (act.button !== '') await user.click(await button(act));
      const dialog = await armed();
      if (act.reason === true) await user.type(within(dialog).getByRole('textbox'), 'Keluarga (contoh)');
      await user.pointer({ target: document.body });
      const yes = within(dialog).getByRole('button', { name: act.confirm });
      await user.dblClick(yes);
      await waitFor(() => expect(count()).toBe(1));
    });
  }

  test('a held Enter in the last criterion goes to the lock and no further', async () => {
    const { user, count } = open(present(acts.find(({ asks }) => asks === 'lock-sheet')));
    const last = await screen.findByRole('textbox', { name: 'Kerja sama tim' });
    last.focus();
    await user.keyboard('{Enter>12/}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Kunci nilai' })));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(count()).toBe(0);
  });
});

test('[H1] after the lock is over the same button presses again', async () => {
  const act = present(acts[0]);
  const laptop = withAnswers(createLaptop(sampleFounding, committee), act.answers ?? {});
  const { user } = openWindow(laptop, act.at, 20);
  const moves = () => laptop.asked.filter(({ channel }) => channel === 'move-ceremony').length;
  const next = await button(act);
  for (const times of [1, 2, 3]) {
    await waitFor(() => expect(document.querySelector('[data-press-lock]')).toBeNull());
    await user.pointer({ target: document.body });
    await user.click(next);
    expect(moves()).toBe(times);
  }
  expect(limits.pressLockMs).toBeGreaterThanOrEqual(400);
});

/** What may be pressed many times in a row, by file: moving a row, steppers. Nothing that acts for others. */
const repeatable: Readonly<Record<string, number>> = {
  'features/ceremony/act-line.tsx': 1,
  'features/order/move-list.tsx': 2,
  'features/setup/item-buttons.tsx': 2,
  'ui/decimal-field.tsx': 1,
};
/** What listens to keys and pointers itself, and why a held key or a double click does no harm there. */
const listening: Readonly<Record<string, string>> = {
  'app/aids.tsx': 'F1, ?, Ctrl+K and Ctrl+comma open what is read; ignores repeats',
  'features/ceremony/running-ceremony.tsx': 'ignores repeats; the shell takes the second of one gesture for none',
  'features/monitor/board-table.tsx': 'arrows move the focus',
  'features/order/move-list.tsx': 'arrows move the row, Enter saves the number typed',
  'features/scoring/level-buttons.tsx': 'keeps the focus in the field; the press itself goes through the guard',
  'features/scoring/scoring-screen.tsx': 'goes to the neighbour; ignores repeats',
  'features/scoring/note-field.tsx': 'Ctrl+Z, in the field alone',
  'features/start/join-contest.tsx': 'Enter submits instead of breaking the line',
  'features/setup/jurors-part.tsx': 'Enter takes a typed name into the table, once however long it is held',
  'ui/decimal-field.tsx': 'arrows step, Enter saves and goes on; the guard stops a held Enter',
};

test('[H1] nothing goes past the guard but what is listed here', () => {
  const root = path.resolve(import.meta.dirname, '../../../renderer');
  const files = globSync('**/*.tsx', { cwd: root }).map((file) => file.replaceAll(path.sep, '/'));
  const texts = files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')] as const);
  const marked = texts.flatMap(([file, text]) => {
    const count = [...text.matchAll(/data-repeatable/g)].length;
    return count === 0 ? [] : [[file, count] as const];
  });
  expect(Object.fromEntries(marked)).toEqual(repeatable);
  const own =
    /on(?:Mouse(?:Down|Up)|Pointer(?:Down|Up)|Touch(?:Start|End)|DoubleClick|Key(?:Down|Up|Press))[A-Za-z]*=|useHotkeys\(|addEventListener\('(?:key|mouse|pointer|touch|click|dblclick)/;
  expect(texts.flatMap(([file, text]) => (own.test(text) ? [file] : [])).toSorted()).toEqual(
    Object.keys(listening).toSorted(),
  );
});

test('[H2] the buttons of every dialog stand in its foot', () => {
  const root = path.resolve(import.meta.dirname, '../../../renderer');
  const lacking = globSync('**/*.tsx', { cwd: root }).filter((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    return text.includes('<Modal') && !text.includes('<DialogFoot') && !text.includes('<ReasonForm');
  });
  expect(lacking.map((file) => file.replaceAll(path.sep, '/')).toSorted()).toEqual(withoutFoot);
});

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('missing');
  return value;
}

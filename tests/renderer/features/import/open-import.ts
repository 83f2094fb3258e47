/** The import screen over a laptop with the real reader, table finder and difference; lists are dropped like files. */
import { fireEvent, screen } from '@testing-library/react';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readSpreadsheetBytes } from '../../../../electron/adapters/spreadsheet-reader.ts';
import { findTable } from '../../../../shared/import/find-table.ts';
import { planImport } from '../../../../shared/import/plan-import.ts';
import type { Command } from '../../../../shared/domain/facts/commands.ts';
import { setupOf } from '../../../../shared/domain/contest.ts';
import type { ContestSetup } from '../../../../shared/domain/setup/contest-file.ts';
import { foldEvents } from '../../../../shared/domain/facts/evolve.ts';
import type { InputOf, AnswerOf } from '../../../../shared/ipc/contract.ts';
import { sayImportRefusal } from '../../../../shared/say/importing.ts';
import { wordsOf } from '../../../../shared/say/words.ts';
import { withAnswers } from '../../support/answers.ts';
import { createLaptop, type Laptop } from '../../support/laptop.ts';
import { openWindow } from '../../support/open-window.tsx';
import { sampleFounding } from '../../support/sample.ts';
import { saySpreadsheetRefusal } from '../../../../shared/say/files.ts';

const lists = path.resolve(import.meta.dirname, '../../../fixtures/lists');

export function openImport(setup?: ContestSetup) {
  const founding: Command = setup === undefined ? sampleFounding : ({ ...sampleFounding, setup } as Command);
  const inner = createLaptop(founding, { role: 'committee' }, { kind: 'committee' });
  const laptop = withAnswers(inner, { 'preview-import': createPreview(inner) });
  const { user } = openWindow(laptop, '#/impor');
  async function drop(file: File): Promise<void> {
    const place = await screen.findByRole('region', { name: /Jatuhkan berkas/ });
    fireEvent.drop(place, { dataTransfer: { files: [file] } });
  }
  return {
    laptop,
    user,
    dropList: async (name: string) => drop(fileOf(name, new Uint8Array(await readFile(path.join(lists, name))))),
    dropText: (text: string, name = 'pagi.csv') => drop(fileOf(name, new TextEncoder().encode(text))),
  };
}

/** The real reader, table finder and difference over the contest of this laptop. */
function createPreview(laptop: Laptop) {
  let kept: { readonly name: string; readonly bytes: Uint8Array } | null = null;
  return async (input: InputOf<'preview-import'>): Promise<AnswerOf<'preview-import'>> => {
    if (input.file !== undefined && 'bytes' in input.file) kept = input.file;
    if (kept === null) return { ok: true, value: null };
    const grids = await readSpreadsheetBytes(kept.bytes, kept.name);
    if (!grids.ok) {
      const { type } = grids.error;
      return {
        ok: false,
        error: { type, message: saySpreadsheetRefusal(wordsOf.id.files, grids.error), problems: [] },
      };
    }
    const setup = setupNow(laptop);
    const { sheet, mapping, answers, category, addCategories, gone } = input;
    const table = findTable(grids.value, {
      categories: setup.categories,
      ...(sheet === undefined ? {} : { sheet }),
      ...(mapping === undefined ? {} : { mapping }),
      ...(answers === undefined ? {} : { answers }),
    });
    if (!table.ok) {
      const message = sayImportRefusal(wordsOf.id.importing, table.error);
      return { ok: false, error: { type: table.error.type, message, problems: [] } };
    }
    const plan = planImport(setup.contestants, table.value.rows, setup.categories, {
      problems: table.value.problems,
      generalCategory: wordsOf.id.importing.generalCategory,
      ...(category === undefined ? {} : { defaultCategory: category }),
      ...(addCategories === undefined ? {} : { addCategories }),
      ...(gone === undefined ? {} : { gone }),
    });
    return { ok: true, value: { token: 'daftar', name: kept.name, preview: table.value, plan } };
  };
}

/** jsdom's File has no bytes to read. */
function fileOf(name: string, bytes: Uint8Array): File {
  const file = new File([], name);
  return Object.assign(file, { arrayBuffer: () => Promise.resolve(bytes.slice().buffer) });
}

export function setupNow(laptop: Laptop): ContestSetup {
  return setupOf(foldEvents(laptop.events()));
}

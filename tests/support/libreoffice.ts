/**
 * LibreOffice as the independent judge of workbooks: it computes every formula anew, in a private profile whose registry
 * says so (otherwise it trusts the values that stand in the file).
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const timeoutMs = 120_000;

const registry = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

export interface LibreOffice {
  /** Opens each workbook, computes all formulas and writes it to `into` under the same name. One start for all of them. */
  readonly recalculate: (files: readonly string[], into: string) => Promise<void>;
  /** Prints each workbook to `into` as PDF. */
  readonly toPdf: (files: readonly string[], into: string) => Promise<void>;
  /** Prints each document of a word processor to `into` as PDF. */
  readonly documentsToPdf: (files: readonly string[], into: string) => Promise<void>;
  /** Makes every row as high as its texts need and writes the workbook to `into`; two ways through its own format, for it trusts heights in a workbook. */
  readonly fitRows: (file: string, into: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A LibreOffice with a profile of its own; `close` removes the profile. */
export async function openLibreOffice(): Promise<LibreOffice> {
  const profile = await mkdtemp(path.join(tmpdir(), 'gelar-juri-libreoffice-'));
  await mkdir(path.join(profile, 'user'), { recursive: true });
  await writeFile(path.join(profile, 'user', 'registrymodifications.xcu'), registry);
  const convert = async (files: readonly string[], into: string, format: string): Promise<void> => {
    await run(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--norestore',
        '--convert-to',
        format,
        '--outdir',
        into,
        ...files,
      ],
      { timeout: timeoutMs },
    );
  };
  return {
    recalculate: (files, into) => convert(files, into, 'xlsx:Calc MS Excel 2007 XML'),
    toPdf: (files, into) => convert(files, into, 'pdf:calc_pdf_Export'),
    documentsToPdf: (files, into) => convert(files, into, 'pdf:writer_pdf_Export'),
    fitRows: async (file, into) => {
      await convert([file], into, 'fods');
      const flat = path.join(into, `${path.parse(file).name}.fods`);
      const xml = (await readFile(flat, 'utf8'))
        .replaceAll(/ style:row-height="[^"]*"/g, '')
        .replaceAll('style:use-optimal-row-height="false"', 'style:use-optimal-row-height="true"');
      await writeFile(flat, xml);
      await convert([flat], into, 'xlsx:Calc MS Excel 2007 XML');
    },
    close: () => rm(profile, { recursive: true, force: true }),
  };
}

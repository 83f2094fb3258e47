/**
 * A document for the printer, to be looked at on a screen first: the same markup with sheets of paper drawn below it. On paper
 * these rules do not hold.
 */
import type { PrintedKind } from '../../shared/ipc/documents.ts';

export function onScreen(kind: PrintedKind, html: string): string {
  return html.replace('</head>', `<style>@media screen {${desk}${papers[kind]}}</style></head>`);
}

const desk = `
html { background: #e4e4e4; }
`;

const sheet = 'box-sizing: border-box; background: #fff; box-shadow: 0 1px 6px rgb(0 0 0 / 35%);';

const papers: Readonly<Record<PrintedKind, string>> = {
  recap: `section { ${sheet} margin: 0.5cm auto; padding: 2.5cm 2.5cm 3cm 3cm; }
.f4-landscape { width: 330mm; min-height: 215mm; }
.f4-portrait { width: 215mm; min-height: 330mm; }
.a4-landscape { width: 297mm; min-height: 210mm; }
.a4-portrait { width: 210mm; min-height: 297mm; }
`,
  'host-script': `body { ${sheet} width: 210mm; min-height: 297mm; margin: 0.5cm auto; padding: 2cm; }
`,
  'code-slips': `body { ${sheet} align-content: start; width: 210mm; min-height: 297mm; margin: 0.5cm auto; padding: 1.5cm; }
`,
};

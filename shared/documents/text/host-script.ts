/**
 * The host's script on paper: the acts in their order with the notes, and what is announced in each, with a line to write on. No
 * name and no score is on it (rule C9): it may lie on a lectern before the announcement.
 */
import type { DocumentWords } from '../../say/documents.ts';
import { escapeHtml } from './html.ts';

export interface ScriptAct {
  readonly title: string;
  /** What stands on the slide below the title, and what the host is told; empty where there is nothing. */
  readonly text: string;
  readonly note: string;
  /** Labels of what is revealed, in that order. */
  readonly reveals: readonly string[];
}

export function hostScriptHtml(words: DocumentWords, contest: string, acts: readonly ScriptAct[]): string {
  return [
    '<!doctype html>',
    `<html lang="${words.language}">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(words.files['host-script'](contest))}</title>`,
    `<style>${style}</style></head>`,
    '<body>',
    `<h1>${escapeHtml(words.hostScript.title)}</h1>`,
    `<p class="contest">${escapeHtml(contest)}</p>`,
    `<ol>\n${acts.map(actHtml).join('\n')}\n</ol>`,
    '</body>',
    '</html>\n',
  ].join('\n');
}

function actHtml({ title, text, note, reveals }: ScriptAct): string {
  const lines = reveals.map((label) => `<tr><th>${escapeHtml(label)}</th><td></td></tr>`);
  return [
    '<li>',
    `<h2>${escapeHtml(title)}</h2>`,
    ...(text === '' ? [] : [`<p class="slide">${escapeHtml(text)}</p>`]),
    ...(note === '' ? [] : [`<p>${escapeHtml(note)}</p>`]),
    ...(lines.length === 0 ? [] : ['<table>', ...lines, '</table>']),
    '</li>',
  ].join('\n');
}

const style = `
@page { size: A4 portrait; margin: 2cm; }
body { margin: 0; font: 13pt/1.4 Arial, "Liberation Sans", sans-serif; color: #000; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 20pt; }
h2 { margin: 0; font-size: 16pt; }
p { margin: 0.1cm 0; white-space: pre-line; }
.contest, .slide { color: #444; }
ol { padding-left: 0.9cm; }
li { margin-top: 0.6cm; break-inside: avoid; font-weight: bold; font-size: 16pt; }
li p, li table { font-weight: normal; font-size: 13pt; }
table { width: 100%; border-collapse: collapse; }
th { width: 6cm; padding: 0.25cm 0.3cm 0.05cm 0; text-align: left; vertical-align: bottom; }
td { border-bottom: 0.75pt solid #000; }
`;

/**
 * The text of certificates (rule X29): lines with fields in braces, which people write in either language. Fields are named by
 * `PaperWords`; what is put in for them is never read for fields again.
 */
import { certificateFields, type CertificateField } from './papers.ts';
import { wordsOf } from './words.ts';

export interface CertificateLine {
  readonly text: string;
  /** The first line is the title; the winner and the award stand out. */
  readonly look: 'title' | 'name' | 'award' | 'plain';
}

const inBraces = /\{([^{}\n]*)\}/g;

/** The lines with the values put in. A line whose fields are all empty is left out; what is no field stays as it is. */
export function certificateLines(
  text: string,
  values: Readonly<Record<CertificateField, string>>,
): readonly CertificateLine[] {
  let hasTitle = false;
  return text.split('\n').flatMap((line): readonly CertificateLine[] => {
    const fields = fieldsIn(line);
    if (fields.length > 0 && fields.every((field) => values[field] === '')) return [];
    const filled = line
      .replace(inBraces, (whole, name: string) => {
        const field = fieldNamed(name);
        return field === null ? whole : values[field].replaceAll(/\s+/g, ' ');
      })
      .trim();
    const isTitle = !hasTitle && filled !== '';
    hasTitle ||= isTitle;
    if (fields.includes('name')) return [{ text: filled, look: 'name' }];
    if (fields.includes('award')) return [{ text: filled, look: 'award' }];
    return [{ text: filled, look: isTitle ? 'title' : 'plain' }];
  });
}

/** What stands in braces and is no field in any language, as it is written. */
export function unknownCertificateFields(text: string): readonly string[] {
  return [...text.matchAll(inBraces)].flatMap(([whole, name = '']) => (fieldNamed(name) === null ? [whole] : []));
}

function fieldsIn(line: string): readonly CertificateField[] {
  return [...line.matchAll(inBraces)].flatMap(([, name = '']) => fieldNamed(name) ?? []);
}

function fieldNamed(name: string): CertificateField | null {
  const wanted = name.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const all = Object.values(wordsOf).map(({ papers }) => papers.certificates.fields);
  return certificateFields.find((field) => all.some((names) => names[field] === wanted)) ?? null;
}

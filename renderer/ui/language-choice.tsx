/** One of the languages; each is named in itself, so that it is found whatever is spoken now. */
import { SegmentedControl } from '@mantine/core';
import { languages, type Language } from '../../shared/say/language.ts';

const names: Readonly<Record<Language, string>> = { id: 'Bahasa Indonesia', en: 'English' };

export function LanguageChoice({
  label,
  value,
  disabled = false,
  onChoose,
}: {
  readonly label: string;
  readonly value: Language;
  readonly disabled?: boolean;
  readonly onChoose: (language: Language) => void;
}) {
  return (
    <SegmentedControl
      aria-label={label}
      value={value}
      disabled={disabled}
      onChange={(name) => {
        const chosen = languages.find((each) => each === name);
        if (chosen !== undefined && chosen !== value) onChoose(chosen);
      }}
      data={languages.map((language) => ({ value: language, label: names[language] }))}
    />
  );
}

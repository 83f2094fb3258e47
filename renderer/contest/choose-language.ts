/** Another language, at once: nothing is closed and nothing is lost by it, so nobody is asked (rule H9). */
import { useCallback } from 'react';
import type { Language } from '../../shared/say/language.ts';
import { useAnswer, useShell } from './hooks.tsx';
import { speak } from '../messages/language.ts';

export function useChooseLanguage(): (language: Language) => void {
  const shell = useShell();
  const answer = useAnswer();
  return useCallback(
    (language) => {
      void answer(shell.request('choose-language', { language })).then((done) => {
        if (done !== undefined) speak(language);
      });
    },
    [shell, answer],
  );
}

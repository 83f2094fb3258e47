/** Another language, at once: whoever has something unsaved is asked first, and the page is read anew. */
import { useCallback } from 'react';
import type { Language } from '../../shared/say/language.ts';
import { useAnswer, useShell } from './hooks.tsx';
import { speak } from '../messages/language.ts';
import { useLeaveGuard } from '../ui/leave-guard.tsx';

export function useChooseLanguage(): (language: Language) => void {
  const shell = useShell();
  const answer = useAnswer();
  const { leave } = useLeaveGuard();
  return useCallback(
    (language) =>
      leave(() => {
        // What was being saved is answered before.
        void answer(shell.request('choose-language', { language })).then((done) => {
          if (done !== undefined) speak(language);
        });
      }),
    [shell, answer, leave],
  );
}

/** For the host: the act that runs, the committee's note, what the hall sees and what comes next, without a name that is not revealed. */
import { useTranslation } from 'react-i18next';
import type { ScriptView } from '../../shared/ceremony/view.ts';
import { useFit } from './fit.ts';

export function Script({ view }: { readonly view: ScriptView }) {
  const { t } = useTranslation('projector');
  const { act, text, note, now, next } = view;
  const box = useFit<HTMLElement>(JSON.stringify(view));
  return (
    <div className="on-stage">
      <header className="line">
        <h1>{t('script')}</h1>
        <span className="line-contest">{view.contest}</span>
      </header>
      <section className="fitted script" ref={box}>
        <p className="script-title">{act ?? t('noAct')}</p>
        {text === '' ? null : <p className="script-text">{text}</p>}
        {note === '' ? null : <p className="script-text script-note">{note}</p>}
        {now === null ? null : <p className="script-now">{now}</p>}
      </section>
      {next === null ? null : (
        <footer className="next">
          <span className="overline">{t('next')}</span>
          <span className="next-name">{next}</span>
        </footer>
      )}
    </div>
  );
}

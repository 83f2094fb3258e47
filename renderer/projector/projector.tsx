/** One picture at a time, readable from the last row: dark ground, few words, number with name and unit together. */
import { useEffect, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectorView } from '../../shared/ceremony/view.ts';
import type { ProjectorApi } from '../../shared/ipc/contract.ts';
import { unreachable } from '../../shared/lib/assert.ts';
import { languageNamed } from '../../shared/say/language.ts';
import { speak } from '../messages/language.ts';
import { Celebration } from './celebration.tsx';
import { Draw, DrawList } from './draw.tsx';
import { OnStage, TimerScreen } from './on-stage.tsx';
import { BuildUp, Reveal } from './reveal.tsx';
import { Script } from './script.tsx';
import { Opening, TextSlide, TitleSlide, Waiting } from './slides.tsx';

export function Projector({ api }: { readonly api: ProjectorApi }) {
  const { t } = useTranslation('projector');
  const [view, setView] = useState<ProjectorView>({ type: 'blank' });
  useEffect(() => {
    const stop = api.onView((next, said) => {
      speak(languageNamed(said));
      setView(next);
    });
    api.ready();
    return stop;
  }, [api]);
  return (
    <main className={`picture picture-${view.type}`} data-view={view.type} style={edges(view)} aria-live="polite">
      {view.rehearsal === true && view.type !== 'blank' && <p className="rehearsal">{t('rehearsal')}</p>}
      <Picture view={view} />
      <Celebration view={view} />
      {view.type !== 'blank' && view.example && <ExampleBanner />}
    </main>
  );
}

/** What the projector cuts off stays empty; the ground goes to the edge. */
function edges({ overscan = 0 }: ProjectorView): CSSProperties {
  return { '--edge-x': `${overscan}vw`, '--edge-y': `${overscan}vh` } as CSSProperties;
}

function Picture({ view }: { readonly view: ProjectorView }) {
  const { t } = useTranslation('projector');
  switch (view.type) {
    case 'blank':
      return null;
    case 'waiting':
      return <Waiting view={view} />;
    case 'opening':
      return <Opening view={view} />;
    case 'text':
      return <TextSlide view={view} />;
    case 'category-title':
      return <TitleSlide above={t('announcement')} heading={view.category} below={view.contest} />;
    case 'on-stage':
      return <OnStage view={view} />;
    case 'timer':
      return <TimerScreen view={view} />;
    case 'script':
      return <Script view={view} />;
    case 'draw':
      return <Draw view={view} />;
    case 'draw-list':
      return <DrawList view={view} />;
    case 'build-up':
      return <BuildUp view={view} />;
    case 'reveal':
      return <Reveal view={view} />;
    default:
      return unreachable(view);
  }
}

function ExampleBanner() {
  const { t } = useTranslation('projector');
  return <p className="example">{t('example')}</p>;
}

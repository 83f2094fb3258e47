/** The search over everything (Ctrl+K): screens, groups, jurors, actions, and headings of the guide. */
import { Spotlight, spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { Search } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAppState, useContest, useShell } from '../contest/hooks.tsx';
import type { OpenedBySearch } from '../contest/opened-by-search.ts';
import { useRequest } from '../contest/use-request.ts';
import { useGuide } from '../features/help/guide-dialog.tsx';
import { contestantText } from '../ui/contestant-name.tsx';
import { useLeaveGuard } from '../ui/leave-guard.tsx';
import { useReturnFocus } from '../ui/return-focus.ts';
import { setAppearance, textSizes, themes } from './appearance.ts';
import type { Aid } from './aids.tsx';
import classes from './find.module.css';
import { screens } from './screens.tsx';

export function Find({ onClose, onAid }: { readonly onClose: () => void; readonly onAid: (aid: Aid) => void }) {
  const { t } = useTranslation('help');
  const groups = useFound(onAid);
  useReturnFocus();
  useEffect(() => {
    spotlight.open();
    return () => spotlight.close();
  }, []);
  return (
    <Spotlight
      actions={[...groups]}
      shortcut={null}
      scrollable
      maxHeight="min(30rem, 70vh)"
      limit={30}
      nothingFound={<output>{t('find.nothing')}</output>}
      // The focus goes where the action leads, or back by `useReturnFocus`.
      returnFocus={false}
      onSpotlightClose={onClose}
      searchProps={{
        leftSection: <Search aria-hidden size="1.2rem" />,
        placeholder: t('find.placeholder'),
        'aria-label': t('find.placeholder'),
      }}
      attributes={{ content: { 'aria-label': t('find.open') } }}
      classNames={{ action: classes.action ?? '', actionsGroup: classes.group ?? '' }}
    />
  );
}

function useFound(onAid: (aid: Aid) => void): readonly SpotlightActionGroupData[] {
  const { t } = useTranslation('help');
  const groups = [
    { group: t('find.group.screens'), actions: useScreens() },
    { group: t('find.group.contestants'), actions: useContestants() },
    { group: t('find.group.jurors'), actions: useJurors() },
    { group: t('find.group.actions'), actions: useActions(onAid) },
    { group: t('find.group.guide'), actions: useChapters(onAid) },
  ];
  return groups.filter(({ actions }) => actions.length > 0);
}

/** Goes to a screen, past the question about what is unsaved; `state` says what to open there. */
function useGo(): (path: string, state?: OpenedBySearch) => void {
  const { leave } = useLeaveGuard();
  const navigate = useNavigate();
  return (path, state) => leave(() => void navigate(path, state === undefined ? {} : { state }));
}

function useRole(): 'committee' | 'seat' | null {
  const app = useAppState();
  return app?.folder === null ? null : (app?.session?.role ?? null);
}

function useScreens(): SpotlightActionData[] {
  const { t } = useTranslation('app');
  const role = useRole();
  const go = useGo();
  return screens
    .filter((screen) => screen.role === role)
    .map(({ path, name, section, icon: Icon }) => ({
      id: path,
      label: t(`screen.${name}`),
      description: t(`section.${section}`),
      leftSection: <Icon aria-hidden size="1.2rem" />,
      onClick: () => go(path),
    }));
}

function useContestants(): SpotlightActionData[] {
  const { t } = useTranslation('help');
  const role = useRole();
  const go = useGo();
  const { setup } = useContest();
  if (setup === null || role === null) return [];
  return setup.contestants.map((contestant) => ({
    id: `peserta-${contestant.id}`,
    label: contestantText(contestant),
    description: role === 'seat' ? t('find.openSheet') : t('find.openOnBoard'),
    onClick: () => go(role === 'seat' ? '/penilaian' : '/pemantauan', { contestant: contestant.id }),
  }));
}

/** A juror is told of no other. */
function useJurors(): SpotlightActionData[] {
  const { t } = useTranslation(['help', 'app']);
  const role = useRole();
  const go = useGo();
  const { setup } = useContest();
  if (setup === null || role !== 'committee') return [];
  return setup.jurors.map(({ id, name }, at) => ({
    id: `juri-${id}`,
    label: t('jurorFull', { ns: 'app', number: at + 1, name }),
    description: t('find.openOnBoard', { ns: 'help' }),
    onClick: () => go('/pemantauan', { juror: id }),
  }));
}

function useActions(onAid: (aid: Aid) => void): SpotlightActionData[] {
  const { t } = useTranslation('help');
  const app = useTranslation('app').t;
  const shell = useShell();
  const { leave } = useLeaveGuard();
  const { run } = useRequest();
  const isSignedIn = useRole() !== null;
  const later = (aid: Aid) => () => window.setTimeout(() => onAid(aid));
  return [
    { id: 'panduan', label: t('find.guide'), description: 'F1', onClick: later({ type: 'guide' }) },
    { id: 'tombol', label: t('find.keys'), description: '?', onClick: later({ type: 'keys' }) },
    { id: 'pengaturan', label: t('find.settings'), description: 'Ctrl + ,', onClick: later({ type: 'settings' }) },
    ...themes.map((theme) => ({
      id: `tampilan-${theme}`,
      label: t('find.theme', { theme: app(`appearance.${theme}`) }),
      onClick: () => setAppearance({ theme }),
    })),
    ...textSizes.map((text) => ({
      id: `huruf-${text}`,
      label: t('find.text', { size: text }),
      onClick: () => setAppearance({ text }),
    })),
    ...(isSignedIn
      ? [{ id: 'keluar', label: app('leave'), onClick: () => leave(() => void run(() => shell.request('sign-out'))) }]
      : []),
  ];
}

function useChapters(onAid: (aid: Aid) => void): SpotlightActionData[] {
  const pages = useGuide() ?? [];
  return pages.flatMap(({ name, title, sections }) =>
    sections.map(({ anchor, title: heading, level }) => ({
      id: `panduan-${name}-${anchor}`,
      label: heading,
      ...(level === 1 ? {} : { description: title }),
      onClick: () => void window.setTimeout(() => onAid({ type: 'guide', chapter: `${name}#${anchor}` })),
    })),
  );
}

/**
 * The acts of the announcement in the committee's order: where each stands, what is missing before it can be announced, and the
 * note for the host. A refusal of the shell stands beside the button that was pressed.
 */
import { Button, Group, Text } from '@mantine/core';
import { Plus, RotateCcw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  actKey,
  awardsIn,
  categoriesOf,
  moveAct,
  partOf,
  programmeOf,
  withOwnActs,
} from '../../../shared/ceremony/programme.ts';
import { announcedSteps } from '../../../shared/ceremony/steps.ts';
import type { Act, WinnersAct } from '../../../shared/domain/setup/contest-file.ts';
import { unconfirmedJurors, unsignedJurors } from '../../../shared/domain/unsigned-jurors.ts';
import type { AwardId, CategoryId } from '../../../shared/domain/ids.ts';
import type { CeremonyState } from '../../../shared/ipc/ceremony.ts';
import { limits } from '../../../shared/limits.ts';
import { useContest, useExecute, useSetup, useShell } from '../../contest/hooks.tsx';
import { rankingOf } from '../../contest/ranking.ts';
import { useRequest } from '../../contest/use-request.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ActDialog } from './act-dialog.tsx';
import { ActLine } from './act-line.tsx';
import { useActTitle } from './act-title.ts';
import classes from './ceremony.module.css';
import { ScriptButton } from './script-button.tsx';

export function ActList({ state }: { readonly state: CeremonyState }) {
  const { t } = useTranslation('ceremony');
  const setup = useSetup();
  const shell = useShell();
  const { busy, problem, run } = useRequest();
  const contest = useContest();
  const execute = useExecute();
  const titleOf = useActTitle();
  const acts = programmeOf(setup);
  const [asked, setAsked] = useState<string | null>(null);
  /** The act that is to be announced without every sign-off once this is confirmed. */
  const [unsigned, setUnsigned] = useState<WinnersAct | null>(null);
  const [edited, setEdited] = useState<Act | null>(null);
  /** The control that has the focus again once the list is in its new order. */
  const focus = useRef<string | null>(null);

  useEffect(() => {
    if (focus.current !== null) document.getElementById(focus.current)?.focus();
    focus.current = null;
  }, [setup.programme]);

  const save = (programme: readonly Act[]) => execute({ type: 'change-programme', programme: [...programme] });

  function start(act: string): void {
    setAsked(act);
    void run(() => shell.request('start-ceremony', { act }));
  }

  /** One that is ready but not signed off by all is asked about once; anything else the shell answers. */
  function press(act: Act): void {
    if (act.type === 'winners' && !state.rehearsal) {
      const { file, answer } = rankingOf(contest);
      const isReady = announcedSteps(file, answer, act.category, partOf(file, act)).ok;
      if (isReady && unconfirmedOf(act).length > 0) return setUnsigned(act);
    }
    start(actKey(act));
  }

  async function confirm(): Promise<void> {
    if (unsigned === null) return;
    setUnsigned(null);
    for (const category of unconfirmedOf(unsigned)) {
      if (!(await execute({ type: 'confirm-announcement', category }))) return;
    }
    start(actKey(unsigned));
  }

  function unconfirmedOf(act: WinnersAct): readonly CategoryId[] {
    return categoriesOf(setup, act).filter((category) => unconfirmedJurors(contest, category).length > 0);
  }

  function move(act: Act, by: -1 | 1, control: string): void {
    focus.current = control;
    void save(moveAct(acts, actKey(act), by));
  }

  const unsignedOf = (act: WinnersAct | null) =>
    act === null ? [] : categoriesOf(setup, act).flatMap((category) => unsignedJurors(contest, category));
  const unsignedName = unsigned === null ? '' : titleOf(unsigned);
  return (
    <section className={classes.panel} aria-labelledby="susunan-acara">
      <div className={classes.panelHead}>
        <h2 className={classes.panelTitle} id="susunan-acara">
          {t('acts.title')}
        </h2>
        <Group gap="xs">
          <ScriptButton />
          {state.done.length === 0 ? null : (
            <Button
              size="sm"
              variant="default"
              leftSection={<RotateCcw aria-hidden size="1rem" />}
              onClick={() => void run(() => shell.request('forget-acts-done'))}
            >
              {t('acts.forgetDone')}
            </Button>
          )}
          <Button
            size="sm"
            variant="default"
            leftSection={<Plus aria-hidden size="1rem" />}
            disabled={acts.length >= limits.acts}
            onClick={() => setEdited({ type: 'text', id: newSlideId(acts), title: '' })}
          >
            {t('acts.addText')}
          </Button>
        </Group>
      </div>
      <ol className={classes.categories}>
        {acts.map((act, index) => (
          <li key={actKey(act)}>
            <ActLine
              act={act}
              index={index}
              count={acts.length}
              state={state}
              isBusy={busy && asked === actKey(act)}
              onStart={() => press(act)}
              onMove={(by, control) => move(act, by, control)}
              onEdit={() => setEdited(act)}
            />
            {asked === actKey(act) ? <ProblemAlert problem={problem} /> : null}
          </li>
        ))}
      </ol>
      {edited === null ? null : (
        <ActDialog
          act={edited}
          title={edited.type === 'text' && edited.title === '' ? t('acts.addText') : titleOf(edited)}
          onCancel={() => setEdited(null)}
          awards={edited.type === 'winners' && edited.award === undefined ? awardsIn(setup, edited.category) : []}
          own={acts.flatMap((act) => (isOwnOf(edited, act) ? [act.award] : []))}
          onSave={async (changed, own) => {
            const isKnown = acts.some((act) => actKey(act) === actKey(changed));
            const known = isKnown
              ? acts.map((act) => (actKey(act) === actKey(changed) ? changed : act))
              : [...acts, changed];
            const isWhole = changed.type === 'winners' && changed.award === undefined;
            if (await save(isWhole ? withOwnActs(known, changed.category, own) : known)) setEdited(null);
          }}
          onRemove={
            (edited.type === 'text' || isOwnAct(edited)) && acts.some((act) => actKey(act) === actKey(edited))
              ? async () => {
                  if (await save(acts.filter((act) => actKey(act) !== actKey(edited)))) setEdited(null);
                }
              : null
          }
        />
      )}
      <ConfirmDialog
        opened={unsigned !== null}
        title={t('categories.confirmTitle', { category: unsignedName })}
        cancelLabel={t('categories.confirmWait')}
        confirmLabel={t('categories.confirmYes')}
        tone="danger"
        onCancel={() => setUnsigned(null)}
        onConfirm={() => void confirm()}
      >
        <Group>
          <Text>
            {t('categories.confirmText', {
              jurors: [...new Set(unsignedOf(unsigned))].map(({ name }) => name).join(', '),
            })}
          </Text>
        </Group>
      </ConfirmDialog>
    </section>
  );
}

function isOwnAct(act: Act): act is WinnersAct & { readonly award: AwardId } {
  return act.type === 'winners' && act.award !== undefined;
}

/** An award of the category that `act` announces, in an act of its own. */
function isOwnOf(act: Act, own: Act): own is WinnersAct & { readonly award: AwardId } {
  return act.type === 'winners' && isOwnAct(own) && own.category === act.category;
}

function newSlideId(acts: readonly Act[]): string {
  const taken = new Set(acts.flatMap((act) => (act.type === 'text' ? [act.id] : [])));
  let number = 1;
  while (taken.has(`teks-${number}`)) number += 1;
  return `teks-${number}`;
}

/**
 * Who works here now. Every seat of this laptop, and the committee where it is the committee's, is one large button; a
 * PIN keeps them apart. Where several people share the laptop, each sets a PIN at the first time.
 */
import { Button, Group, Stack, Text } from '@mantine/core';
import { DoorOpen, User, UserCog } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenFolder, Session } from '../../../shared/ipc/app.ts';
import { useAnswer, useShell } from '../../contest/hooks.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { PinForm } from './pin-form.tsx';
import { RecoveryForm } from './recovery-form.tsx';
import classes from './session.module.css';

interface Person {
  readonly session: Session;
  readonly name: string;
  readonly hasPin: boolean;
}

export function SessionScreen({ folder }: { readonly folder: OpenFolder }) {
  const { t } = useTranslation('session');
  const shell = useShell();
  const answer = useAnswer();
  const [chosen, setChosen] = useState<Person | null>(null);
  const [isForgotten, setForgotten] = useState(false);
  const people = peopleOf(folder, t('committee'));
  const isShared = people.length > 1;

  function choose(person: Person): void {
    if (person.hasPin || isShared) setChosen(person);
    else void answer(shell.request('sign-in', { session: person.session }));
  }

  return (
    <div className={classes.page}>
      <PageTitle title={t('title')} hint={folder.name} />
      {chosen === null ? (
        <Stack>
          {people.map((person) => (
            <PersonButton key={person.name} person={person} isShared={isShared} onChoose={() => choose(person)} />
          ))}
          {isShared ? (
            <Text>
              {t('shared')} {t('idle')}
            </Text>
          ) : null}
          <Group>
            <Button
              variant="default"
              leftSection={<DoorOpen aria-hidden size="1.2rem" />}
              onClick={() => void answer(shell.request('close-folder'))}
            >
              {t('closeContest')}
            </Button>
          </Group>
        </Stack>
      ) : isForgotten ? (
        <RecoveryForm onBack={() => setForgotten(false)} />
      ) : (
        <PinForm
          session={chosen.session}
          name={chosen.name}
          isNew={!chosen.hasPin}
          canBeHelped={folder.kind === 'committee' && chosen.session.role === 'seat'}
          onForgotten={
            chosen.session.role === 'committee' && folder.committeeHasRecovery ? () => setForgotten(true) : null
          }
          onBack={() => setChosen(null)}
        />
      )}
    </div>
  );
}

function peopleOf(folder: OpenFolder, committee: string): Person[] {
  const seats = folder.seats.map(({ seat, name, hasPin }) => ({
    session: { role: 'seat', seat } as const,
    name,
    hasPin,
  }));
  if (folder.kind === 'juror') return seats;
  return [{ session: { role: 'committee' }, name: committee, hasPin: folder.committeeHasPin }, ...seats];
}

function PersonButton({
  person,
  isShared,
  onChoose,
}: {
  readonly person: Person;
  readonly isShared: boolean;
  readonly onChoose: () => void;
}) {
  const { t } = useTranslation('session');
  const Icon = person.session.role === 'committee' ? UserCog : User;
  const pin = person.hasPin ? t('withPin') : isShared ? t('newPin') : null;
  return (
    <button type="button" className={classes.person} onClick={onChoose}>
      <Icon aria-hidden size="2rem" />
      <span>
        <span className={classes.name}>{person.name}</span>
        {pin === null ? null : <span className={classes.pin}>{pin}</span>}
      </span>
    </button>
  );
}

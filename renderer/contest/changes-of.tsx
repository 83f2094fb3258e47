/** What a contestant was called before, and sheets of it that were set aside: shown, and brought back with a reason. */
import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setupOf, takenBack, type Contest, type SetAside, type Written } from '../../shared/domain/contest.ts';
import type { Contestant } from '../../shared/domain/setup/contest-file.ts';
import { useContest, useExecute } from './hooks.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';

/** `dahulu KBK Mawar, RSUD (salah tulis)`, newest first; empty where it never had another one. */
export function useFormerNames(contestant: Contestant): readonly string[] {
  const { t } = useTranslation('order');
  const former = useContest().formerNames.get(contestant.id) ?? [];
  return former.toReversed().map(({ value: { name, unit, reason } }) => {
    const before = [name, unit].filter((text) => text !== undefined && text !== '').join(', ');
    return t('formerly', { before, reason });
  });
}

/** Stands outside of forms: it asks for a reason by one of its own. */
export function ChangesOf({ contestant }: { readonly contestant: Contestant }) {
  const contest = useContest();
  const former = useFormerNames(contestant);
  const asides = contest.setAsides.filter(
    (each) => each.value.contestant === contestant.id && takenBack(contest, each) === null,
  );
  if (former.length + asides.length === 0) return null;
  return (
    <Stack gap="xs" mb="md">
      {former.map((text) => (
        <Text key={text} fw={600}>
          {text}
        </Text>
      ))}
      {asides.map((aside) => (
        <AsideLine key={aside.ref} contest={contest} aside={aside} />
      ))}
    </Stack>
  );
}

function AsideLine({ contest, aside }: { readonly contest: Contest; readonly aside: Written<SetAside> }) {
  const { t } = useTranslation('order');
  const execute = useExecute();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Text fw={600}>{t('aside.text', { jurors: jurorsOf(contest, aside), reason: aside.value.reason })}</Text>
      <div>
        <Button size="sm" variant="default" onClick={() => setAsking(true)}>
          {t('aside.back')}
        </Button>
      </div>
      <ReasonDialog
        opened={isAsking}
        title={t('aside.back')}
        confirmLabel={t('aside.confirm')}
        onCancel={() => setAsking(false)}
        onConfirm={(reason) =>
          void execute({ type: 'return-sheets', setAside: aside.ref, reason }).then((isDone) =>
            isDone ? setAsking(false) : undefined,
          )
        }
      >
        <Text>{t('aside.backText')}</Text>
      </ReasonDialog>
    </>
  );
}

/** The seats whose values and locks are among what was set aside. */
function jurorsOf(contest: Contest, { value: { contestant, refs } }: Written<SetAside>): string {
  const named = new Set(refs);
  return setupOf(contest)
    .jurors.filter(({ id }) => {
      const facts = contest.facts.get(`${id}/${contestant}`);
      if (facts === undefined) return false;
      const heads = [...facts.scores.values()].flatMap((each) => each.heads);
      return [...heads, ...[...facts.locks.values()].flat()].some(({ ref }) => named.has(ref));
    })
    .map(({ name }) => name)
    .join(', ');
}

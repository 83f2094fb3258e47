/** What was said in the deliberation of a category, with its reason: facts of their own that change no order. */
import { Button, NativeSelect, Text } from '@mantine/core';
import { MessageSquarePlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findContestant, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import type { CategoryId } from '../../../shared/domain/ids.ts';
import { useExecute } from '../../contest/hooks.tsx';
import { dateFormat } from '../../messages/language.ts';
import { contestantText } from '../../ui/contestant-name.tsx';
import panels from '../../ui/panels.module.css';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import classes from './deliberation.module.css';

const moment = dateFormat({ dateStyle: 'long', timeStyle: 'short' });

export function RemarksPanel({ contest, category }: { readonly contest: Contest; readonly category: CategoryId }) {
  const { t } = useTranslation('deliberation');
  const execute = useExecute();
  const setup = setupOf(contest);
  const [isAdding, setAdding] = useState(false);
  const [about, setAbout] = useState('');
  const remarks = contest.remarks.filter(({ value }) => value.category === category);
  const members = setup.contestants.filter((each) => each.category === category);
  const named = members.find(({ id }) => id === about);
  return (
    <section className={panels.panel} aria-labelledby="catatan-musyawarah">
      <div className={panels.panelHead}>
        <h2 className={panels.panelTitle} id="catatan-musyawarah">
          {t('remarks.title')}
        </h2>
        <Button
          size="sm"
          variant="default"
          aria-haspopup="dialog"
          leftSection={<MessageSquarePlus aria-hidden size="1rem" />}
          onClick={() => {
            setAbout('');
            setAdding(true);
          }}
        >
          {t('remarks.button')}
        </Button>
      </div>
      {remarks.length === 0 ? (
        <Text className={classes.quiet}>{t('remarks.none')}</Text>
      ) : (
        <ul className={classes.list}>
          {remarks.map(({ ref, atMs, value: { contestant, text } }) => {
            const of = contestant === null ? undefined : findContestant(setup, contestant);
            return (
              <li key={ref}>
                <span className={classes.words}>
                  <span className={classes.quiet}>
                    {[moment.format(atMs), ...(of === undefined ? [] : [contestantText(of)])].join(' · ')}
                  </span>
                  <br />
                  {text}
                </span>
              </li>
            );
          })}
        </ul>
      )}
      <ReasonDialog
        opened={isAdding}
        title={t('remarks.dialog')}
        label={t('remarks.label')}
        confirmLabel={t('remarks.save')}
        onCancel={() => setAdding(false)}
        onConfirm={(text) =>
          void execute({
            type: 'make-remark',
            category,
            text,
            ...(named === undefined ? {} : { contestant: named.id }),
          }).then((isDone) => (isDone ? setAdding(false) : undefined))
        }
      >
        <Text>{t('remarks.text')}</Text>
        <NativeSelect
          size="md"
          label={t('remarks.about')}
          value={about}
          data={[
            { value: '', label: t('remarks.category') },
            ...members.map((each) => ({ value: each.id, label: contestantText(each) })),
          ]}
          onChange={(event) => setAbout(event.currentTarget.value)}
        />
      </ReasonDialog>
    </section>
  );
}

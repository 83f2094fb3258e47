/** [Z10] Objections: taken down with who objects, answered once with an outcome. Nothing changes by them alone. */
import { Button, Modal, NativeSelect, Radio, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { MessageSquareWarning } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { findContestant, setupOf, type Contest, type Objection, type Written } from '../../../shared/domain/contest.ts';
import { wholeContest } from '../../../shared/domain/setup/contest-file.ts';
import { limits } from '../../../shared/limits.ts';
import { useExecute } from '../../contest/hooks.tsx';
import { dateFormat } from '../../messages/language.ts';
import { contestantText } from '../../ui/contestant-name.tsx';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import panels from '../../ui/panels.module.css';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import classes from './deliberation.module.css';

const moment = dateFormat({ dateStyle: 'long', timeStyle: 'short' });

/** Only where the rules ask for objections, or one was taken down. */
export function ObjectionsPanel({ contest }: { readonly contest: Contest }) {
  const { t } = useTranslation('deliberation');
  const [isEntering, setEntering] = useState(false);
  const [answered, setAnswered] = useState<Written<Objection> | null>(null);
  const setup = setupOf(contest);
  const { objections, objectionAnswers } = contest;
  if (setup.contest.objections !== true && objections.length === 0) return null;
  return (
    <section className={panels.panel} aria-labelledby="sanggahan">
      <div className={panels.panelHead}>
        <h2 className={panels.panelTitle} id="sanggahan">
          {t('objections.title')}
        </h2>
        <Button
          size="sm"
          variant="default"
          aria-haspopup="dialog"
          leftSection={<MessageSquareWarning aria-hidden size="1rem" />}
          onClick={() => setEntering(true)}
        >
          {t('objections.enter')}
        </Button>
      </div>
      <Text className={classes.quiet} mb="xs">
        {t('objections.text')}
      </Text>
      {objections.length === 0 ? <Text>{t('objections.none')}</Text> : null}
      <ul className={classes.list}>
        {objections.map((objection) => {
          const { ref, atMs, value } = objection;
          const named = value.contestant === null ? undefined : findContestant(setup, value.contestant);
          const answer = objectionAnswers.find((each) => each.value.objection === ref)?.value;
          return (
            <li key={ref}>
              <span className={classes.words}>
                <span className={classes.quiet}>
                  {[
                    t('objections.from', { by: value.by, time: moment.format(atMs) }),
                    ...(named === undefined ? [] : [contestantText(named)]),
                  ].join(' · ')}
                </span>
                <br />
                {value.text}
                <br />
                <strong>
                  {answer === undefined
                    ? t('objections.waiting')
                    : t('objections.answered', {
                        outcome: t(`objections.${answer.outcome}`),
                        answer: answer.answer,
                      })}
                </strong>
              </span>
              {answer === undefined ? (
                <Button
                  size="sm"
                  variant="default"
                  aria-haspopup="dialog"
                  aria-label={t('objections.answerLabel', { by: value.by })}
                  onClick={() => setAnswered(objection)}
                >
                  {t('objections.answer')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      <Modal opened={isEntering} onClose={() => setEntering(false)} title={t('objections.dialog')}>
        <EnterForm contest={contest} onClose={() => setEntering(false)} />
      </Modal>
      {answered === null ? null : <AnswerDialog objection={answered} onClose={() => setAnswered(null)} />}
    </section>
  );
}

function EnterForm({ contest, onClose }: { readonly contest: Contest; readonly onClose: () => void }) {
  const { t } = useTranslation('deliberation');
  const { t: tUi } = useTranslation('ui');
  const execute = useExecute();
  const { contestants } = setupOf(contest);
  const [by, setBy] = useState('');
  const [about, setAbout] = useState('');
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const named = contestants.find(({ id }) => id === about);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (by.trim() === '' || text.trim() === '') return;
    const done = await execute({
      type: 'enter-objection',
      by: by.trim(),
      category: named?.category ?? wholeContest,
      contestant: named?.id ?? null,
      text: text.trim(),
    });
    if (done) onClose();
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <TextInput
          data-autofocus
          size="md"
          label={t('objections.by')}
          withAsterisk
          maxLength={limits.nameLength}
          value={by}
          error={isTried && by.trim() === '' ? t('objections.byMissing') : undefined}
          onChange={(event) => setBy(event.currentTarget.value)}
        />
        <NativeSelect
          size="md"
          label={t('objections.about')}
          value={about}
          data={[
            { value: '', label: t('objections.nobody') },
            ...contestants.map((each) => ({ value: each.id, label: contestantText(each) })),
          ]}
          onChange={(event) => setAbout(event.currentTarget.value)}
        />
        <Textarea
          label={t('objections.what')}
          withAsterisk
          autosize
          minRows={2}
          maxLength={limits.reasonLength}
          value={text}
          error={isTried && text.trim() === '' ? tUi('reason.missing') : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {tUi('cancel')}
          </Button>
          <Button type="submit">{t('objections.save')}</Button>
        </DialogFoot>
      </Stack>
    </form>
  );
}

function AnswerDialog({
  objection: { ref, value },
  onClose,
}: {
  readonly objection: Written<Objection>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('deliberation');
  const execute = useExecute();
  const [outcome, setOutcome] = useState<'accepted' | 'rejected' | null>(null);
  return (
    <ReasonDialog
      opened
      title={t('objections.answerTitle', { by: value.by })}
      label={t('objections.answerText')}
      confirmLabel={t('objections.save')}
      open={outcome === null ? t('objections.outcomeMissing') : null}
      onCancel={onClose}
      onConfirm={(answer) => {
        if (outcome === null) return;
        void execute({ type: 'answer-objection', objection: ref, answer, outcome }).then((isDone) =>
          isDone ? onClose() : undefined,
        );
      }}
    >
      <Text>{value.text}</Text>
      <Radio.Group
        label={t('objections.outcome')}
        value={outcome}
        onChange={(chosen) => setOutcome(chosen === 'accepted' ? 'accepted' : 'rejected')}
      >
        <Group mt="xs">
          <Radio value="accepted" label={t('objections.accepted')} />
          <Radio value="rejected" label={t('objections.rejected')} />
        </Group>
      </Radio.Group>
    </ReasonDialog>
  );
}

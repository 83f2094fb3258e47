/**
 * What a person must confirm about a list, above its rows: each question with what was seen and its choices, the one that the
 * rows were read by marked. An answer reads the list again; nothing loses its place or the keyboard meanwhile.
 */
import { Radio, Stack, Title } from '@mantine/core';
import { CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportQuestion } from '../../../shared/import/types.ts';
import { sayChoice, saySighting } from '../../../shared/say/importing.ts';
import { words } from '../../messages/words.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from './import.module.css';
import { openQuestions } from './read-list.ts';

interface ListQuestionsProperties {
  readonly questions: readonly ImportQuestion[];
  /** Chosen but perhaps not yet read by. */
  readonly answers: Readonly<Record<string, string>>;
  readonly onAnswer: (type: ImportQuestion['type'], choice: string) => void;
}

export function ListQuestions({ questions, answers, onAnswer }: ListQuestionsProperties) {
  const { t } = useTranslation('import');
  if (questions.length === 0) return null;
  const open = openQuestions(questions).length;
  return (
    <Stack component="section" className={classes.card} gap="md" aria-labelledby="pertanyaan-daftar">
      <div>
        <Title order={2} size="h4" id="pertanyaan-daftar">
          {t('questionsTitle', { count: questions.length })}
        </Title>
        <span className={classes.quiet}>{t(open > 0 ? 'questionsOpen' : 'questionsDone', { count: open })}</span>
      </div>
      {questions.map((question) => (
        <Question
          key={question.type}
          question={question}
          answer={answers[question.type] ?? question.answer}
          onAnswer={(choice) => onAnswer(question.type, choice)}
        />
      ))}
    </Stack>
  );
}

function Question({
  question,
  answer,
  onAnswer,
}: {
  readonly question: ImportQuestion;
  readonly answer: string | undefined;
  readonly onAnswer: (choice: string) => void;
}) {
  const { t } = useTranslation('import');
  const message = saySighting(words.importing, question.seen);
  const labelOf = (choice: string) => sayChoice(words.importing, question, choice);
  const isOpen = question.mustAnswer && answer === undefined;
  const state = isOpen ? 'open' : answer === undefined ? 'assumed' : 'answered';
  const badge = {
    open: { icon: TriangleAlert, tone: 'warm' },
    assumed: { icon: CircleHelp, tone: 'quiet' },
    answered: { icon: CircleCheck, tone: 'good' },
  } as const;
  return (
    <div className={classes.question} data-open={isOpen} data-question={question.type}>
      <Radio.Group
        size="md"
        label={question.sheet === undefined ? message : `${question.sheet}: ${message}`}
        value={answer ?? (question.mustAnswer ? null : question.assumed)}
        onChange={onAnswer}
      >
        <div className={classes.questionState}>
          <StatusBadge icon={badge[state].icon} tone={badge[state].tone} label={t(`question.${state}`)} />
        </div>
        <Stack gap="xs" mt="xs">
          {question.choices.map((choice) => (
            <Radio
              key={choice}
              size="md"
              value={choice}
              label={choice === question.assumed ? t('assumed', { choice: labelOf(choice) }) : labelOf(choice)}
            />
          ))}
        </Stack>
      </Radio.Group>
    </div>
  );
}

/** Puts the keyboard on the first question that still waits. */
export function goToOpenQuestion(): void {
  const radio = document.querySelector<HTMLInputElement>('[data-question][data-open="true"] input[type="radio"]');
  radio?.closest('[data-question]')?.scrollIntoView({ block: 'center' });
  radio?.focus({ preventScroll: true });
}

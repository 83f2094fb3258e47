/** Name, place, dates and letterhead of the event: what stands on screens and documents. */
import { Button, Checkbox, Stack } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../shared/limits.ts';
import { usualPact } from '../../../shared/say/pact.ts';
import { ItemButtons } from './item-buttons.tsx';
import { LogoField } from './logo-field.tsx';
import { fieldId, SelectField, TextAreaField, TextField, useSetupForm } from './setup-form.tsx';
import classes from './setup.module.css';

export function ContestPart() {
  const { t } = useTranslation('setup');
  const { form } = useSetupForm();
  return (
    <Stack className={classes.card}>
      <div className={classes.fields}>
        <TextField name="contest.name" label={t('contest.name')} maxLength={limits.nameLength} />
        <TextField name="contest.place" label={t('contest.place')} maxLength={limits.titleLength} />
        <TextField name="contest.organizer" label={t('contest.organizer')} maxLength={limits.titleLength} />
        <TextField
          name="contest.juryLabel"
          label={t('contest.juryLabel')}
          description={t('contest.juryLabelHint')}
          maxLength={40}
        />
        <SelectField
          name="contest.paper"
          label={t('contest.paper')}
          data={[
            { value: '', label: t('contest.paperDefault') },
            { value: 'F4', label: 'F4' },
            { value: 'A4', label: 'A4' },
          ]}
        />
      </div>
      <Dates />
      <TextAreaField
        name="contest.letterhead"
        label={t('contest.letterhead')}
        description={t('contest.letterheadHint')}
      />
      <LogoField />
      <Signing />
      <Pact />
      <Checkbox size="md" label={t('contest.example')} {...form.register('contest.example')} />
    </Stack>
  );
}

/** [D29] What the jurors accept before the first score; from that on it is only shown. */
function Pact() {
  const { t } = useTranslation('setup');
  const { draft, frozen, change } = useSetupForm();
  const { pact } = draft.contest;
  if (frozen) {
    return (
      <section aria-labelledby="pakta">
        <h2 id="pakta" className={classes.plain}>
          {t('contest.pact')}
        </h2>
        <p style={{ whiteSpace: 'pre-line' }}>{pact === '' ? t('contest.noPact') : pact}</p>
      </section>
    );
  }
  return (
    <Stack gap="xs" align="stretch">
      <TextAreaField name="contest.pact" label={t('contest.pact')} description={t('contest.pactHint')} />
      {pact.trim() === '' ? (
        <Button
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          onClick={() =>
            change(
              (before) => ({ ...before, contest: { ...before.contest, pact: usualPact } }),
              fieldId('contest.pact'),
            )
          }
        >
          {t('contest.usualPact')}
        </Button>
      ) : null}
    </Stack>
  );
}

/** Results are announced weeks later, and officials sign with the town, not the hall. */
function Signing() {
  const { t } = useTranslation('setup');
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend style={{ fontWeight: 500 }}>{t('contest.signing')}</legend>
      <div className={classes.fields}>
        <TextField
          name="contest.signing.town"
          label={t('contest.signingTown')}
          description={t('contest.signingTownHint')}
          maxLength={limits.titleLength}
        />
        <TextField
          name="contest.signing.date"
          label={t('contest.signingDate')}
          description={t('contest.signingDateHint')}
          type="date"
        />
        <TextField
          name="contest.committeeChair.name"
          label={t('contest.chairName')}
          description={t('contest.chairNameHint')}
          maxLength={limits.nameLength}
        />
        <TextField
          name="contest.committeeChair.title"
          label={t('contest.chairTitle')}
          description={t('contest.chairTitleHint')}
          maxLength={limits.titleLength}
        />
        <TextField
          name="contest.committeeChair.nip"
          label={t('contest.chairNip')}
          description={t('contest.chairNipHint')}
          maxLength={40}
        />
      </div>
    </fieldset>
  );
}

function Dates() {
  const { t } = useTranslation('setup');
  const { draft, change } = useSetupForm();
  const { dates } = draft.contest;
  const put = (next: string[], focus: string) =>
    change((before) => ({ ...before, contest: { ...before.contest, dates: next } }), focus);
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend style={{ fontWeight: 500 }}>{t('contest.dates')}</legend>
      <Stack gap="xs" align="flex-start">
        {dates.map((_, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the parts are drawn anew whenever the list changes
          <div key={index} className={classes.head} style={{ alignItems: 'flex-end' }}>
            <TextField name={`contest.dates.${index}`} label={t('contest.date', { number: index + 1 })} type="date" />
            <ItemButtons
              id="tanggal"
              index={index}
              count={dates.length}
              name={t('contest.date', { number: index + 1 })}
              onRemove={(focus) => put(dates.toSpliced(index, 1), focus)}
            />
          </div>
        ))}
        <Button
          id="tanggal-tambah"
          variant="default"
          leftSection={<Plus aria-hidden size="1.1rem" />}
          onClick={() => put([...dates, dates.at(-1) ?? ''], `atur-contest-dates-${dates.length}`)}
        >
          {t('contest.addDate')}
        </Button>
      </Stack>
    </fieldset>
  );
}

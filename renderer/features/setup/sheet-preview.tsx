/** The juror's sheet as this rubric makes it: what the juror will read, in the juror's order, without fields that work. */
import { useTranslation } from 'react-i18next';
import type { CriterionDraft, RubricDraft } from './draft.ts';
import classes from './setup.module.css';

export function SheetPreview({ rubric }: { readonly rubric: RubricDraft }) {
  const { t } = useTranslation('setup');
  return (
    <table className={classes.preview}>
      <thead>
        <tr>
          <th scope="col">{t('rubrics.name')}</th>
          <th scope="col">{t('rubrics.weight')}</th>
          <th scope="col">{t('rubrics.scoreHere')}</th>
        </tr>
      </thead>
      {groups(rubric).map(({ aspect, criteria }) => (
        <tbody key={criteria[0]?.id}>
          {aspect === '' ? null : (
            <tr>
              <th scope="rowgroup" colSpan={3}>
                {aspect}
              </th>
            </tr>
          )}
          {criteria.map((criterion) => (
            <tr key={criterion.id}>
              <td>
                <strong>{criterion.name || t('unnamed')}</strong>
                <ul className={classes.levels}>
                  {criterion.descriptors.map(({ score, text }) => (
                    <li key={`${score} ${text}`}>
                      {score}: {text}
                    </li>
                  ))}
                </ul>
              </td>
              <td>{criterion.weight}</td>
              <td>
                <span className={classes.previewBox} aria-hidden />
                {t('rubrics.range', { min: criterion.min, max: criterion.max })}
                {criterion.noteBelow === '' ? '' : `, ${t('rubrics.required', { value: criterion.noteBelow })}`}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** Neighbours of one aspect stand together. */
function groups(rubric: RubricDraft): { readonly aspect: string; readonly criteria: CriterionDraft[] }[] {
  const result: { readonly aspect: string; readonly criteria: CriterionDraft[] }[] = [];
  for (const criterion of rubric.criteria) {
    const last = result.at(-1);
    if (last !== undefined && last.aspect === criterion.aspect) last.criteria.push(criterion);
    else result.push({ aspect: criterion.aspect, criteria: [criterion] });
  }
  return result;
}

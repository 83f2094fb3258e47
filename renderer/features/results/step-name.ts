/** Steps of the tie-break chain in words. */
import { useTranslation } from 'react-i18next';
import type { ContestFile } from '../../../shared/domain/setup/contest-file.ts';
import { stageName } from './names.ts';

export function useStepName(file: ContestFile): (step: string) => string {
  const { t } = useTranslation('results');
  return (step) => {
    const at = step.indexOf(':');
    const argument = at < 0 ? '' : step.slice(at + 1);
    switch (at < 0 ? step : step.slice(0, at)) {
      case 'stage':
        return t('step.stage', { name: stageName(file, argument) });
      case 'criterion': {
        const criteria = file.rubrics.flatMap((rubric) => rubric.criteria);
        return t('step.criterion', { name: criteria.find((each) => each.id === argument)?.name ?? argument });
      }
      case 'aspect':
        return t('step.aspect', { name: argument });
      case 'juror-firsts':
        return t('step.juror-firsts');
      case 'head-to-head':
        return t('step.head-to-head');
      case 'fewest-penalties':
        return t('step.fewest-penalties');
      case 'chair':
        return t('step.chair');
      case 'draw':
        return t('step.draw');
      default:
        return step;
    }
  };
}

/** Nobody can be invited yet: what is to be done first, and the way there. */
import { useTranslation } from 'react-i18next';
import { StepLink } from '../../contest/step-link.tsx';
import { EmptyLine } from '../../ui/empty-state.tsx';

export function NoJurors() {
  const { t } = useTranslation('monitor');
  return <EmptyLine text={t('devices.invitation.none')} action={<StepLink step="jurors" />} />;
}

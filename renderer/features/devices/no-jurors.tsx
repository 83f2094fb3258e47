/** Nobody can be invited yet: what is to be done first, and the way there. */
import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { stepPaths } from '../../contest/preparation.ts';

export function NoJurors() {
  const { t } = useTranslation('monitor');
  const say = useTranslation('preparation').t;
  return (
    <Group>
      <Text fw={600}>{t('devices.invitation.none')}</Text>
      <Button component={Link} to={stepPaths.jurors} size="sm" variant="default">
        {say('step.jurors')}
      </Button>
    </Group>
  );
}

/** The keys of the screen that stands behind, then those that work everywhere. */
import { Modal } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useReturnFocus } from '../../ui/return-focus.ts';
import classes from './help.module.css';
import { keysEverywhere, keysOfScreen, space, type Keys } from './keys.ts';

export function KeysDialog({
  screen,
  screenName,
  onClose,
}: {
  readonly screen: string;
  readonly screenName: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('help');
  const own = keysOfScreen[screen] ?? [];
  useReturnFocus();
  return (
    <Modal opened onClose={onClose} title={t('keys.title')}>
      {own.length === 0 ? null : <KeyTable title={t('keys.here', { screen: screenName })} keys={own} />}
      <KeyTable title={t('keys.everywhere')} keys={keysEverywhere} />
    </Modal>
  );
}

function KeyTable({ title, keys }: { readonly title: string; readonly keys: readonly Keys[] }) {
  const { t } = useTranslation('help');
  return (
    <>
      <h3 className={classes.keysTitle}>{title}</h3>
      <table className={classes.keys} aria-label={title}>
        <tbody>
          {keys.map(({ ways, does }) => (
            <tr key={does}>
              <th scope="row">
                {ways.map((way, at) => (
                  <Fragment key={way.join('+')}>
                    {at === 0 ? null : ` ${t('keys.or')} `}
                    {way.map((key, index) => (
                      <Fragment key={key}>
                        {index === 0 ? null : ' + '}
                        <kbd>{key === space ? t('keys.key.space') : key}</kbd>
                      </Fragment>
                    ))}
                  </Fragment>
                ))}
              </th>
              <td>{t(`keys.does.${does}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The contests that committees tell of in the local network, to pick one; and the address to type where none is found. */
import { Button, Loader, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundContest } from '../../../shared/ipc/joining.ts';
import { idFrom, type DeviceId } from '../../../shared/domain/ids.ts';
import { useAppState, useShell } from '../../contest/hooks.tsx';
import classes from './start.module.css';

const ASK_EVERY_MS = 1000;

export interface FoundContestsState {
  readonly contests: readonly FoundContest[];
  /** The address to join at; null: none is chosen yet. */
  readonly address: string | null;
  readonly chosen: DeviceId | null;
  readonly choose: (device: DeviceId) => void;
  /** Null: an address is not being typed. */
  readonly typed: string | null;
  readonly type: (address: string | null) => void;
}

/** Looks while the screen is open. The only contest in the network needs no choosing. */
export function useFoundContests(): FoundContestsState {
  const shell = useShell();
  const [contests, setContests] = useState<readonly FoundContest[]>([]);
  const [picked, choose] = useState<DeviceId | null>(null);
  const [typed, type] = useState<string | null>(null);

  useEffect(() => {
    let isOver = false;
    const look = async (): Promise<void> => {
      const found = await shell.request('find-contests');
      if (!isOver && found.ok) setContests(found.value);
    };
    void look();
    const timer = setInterval(() => void look(), ASK_EVERY_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [shell]);

  const chosen = picked ?? (contests.length === 1 ? (contests[0]?.device ?? null) : null);
  const found = contests.find((each) => each.device === chosen);
  const address = typed === null ? (found?.address ?? null) : typed.trim() === '' ? null : typed.trim();
  return { contests, address, chosen, choose, typed, type };
}

export function FoundContests({
  found,
  isMissing,
  onChoose,
}: {
  readonly found: FoundContestsState;
  readonly isMissing: boolean;
  readonly onChoose: () => void;
}) {
  const { t } = useTranslation('start');
  const own = useAppState()?.version;
  const { contests, chosen, choose, typed, type } = found;
  const address = useRef<HTMLInputElement>(null);
  const isTyping = typed !== null;
  useEffect(() => {
    if (isTyping) address.current?.focus();
  }, [isTyping]);
  const versionOf = ({ version }: FoundContest) =>
    own === undefined || version === own || version === '' ? '' : t('otherVersion', { version, own });
  return (
    <Stack gap="xs">
      {contests.length === 0 ? (
        <output className={classes.searching}>
          <Loader size="sm" aria-hidden />
          <div>
            <Text fw={600}>{t('searching')}</Text>
            <Text c="var(--gj-quiet)">{t('searchingHint')}</Text>
          </div>
        </output>
      ) : (
        <Radio.Group
          label={t('found')}
          value={typed === null ? chosen : null}
          onChange={(device) => {
            type(null);
            choose(idFrom.device(device));
          }}
          error={isMissing && typed === null ? t('chooseContest') : undefined}
        >
          <Stack gap="xs" mt="xs">
            {contests.map((each) => (
              <Radio
                key={each.device}
                size="md"
                value={each.device}
                // By the mouse only: arrow keys walk through the list first. The one that is chosen may be pressed too.
                onClick={(event) => (event.detail > 0 ? onChoose() : undefined)}
                label={<strong>{each.contest}</strong>}
                description={`${each.address} ${versionOf(each)}`}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {typed === null ? (
        <Button variant="subtle" className={classes.otherAddress} onClick={() => type('')}>
          {t('otherAddress')}
        </Button>
      ) : (
        <TextInput
          ref={address}
          size="md"
          label={t('typedAddress')}
          description={t('typedAddressHint')}
          error={isMissing && typed.trim() === '' ? t('chooseContest') : undefined}
          maxLength={300}
          spellCheck={false}
          autoComplete="off"
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
        />
      )}
      {isMissing && contests.length === 0 && typed === null ? (
        <Text c="var(--gj-danger)" role="alert">
          {t('chooseContest')}
        </Text>
      ) : null}
    </Stack>
  );
}

/**
 * A juror's laptop joins: the contests that the network tells of, the code, and then waiting until the committee admits; a
 * long invitation is pasted into the same field and shows first where it leads.
 */
import { Button, Group, Loader, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { Camera, FileInput } from 'lucide-react';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { JoinWaiting, OpenedInvitation } from '../../../shared/ipc/joining.ts';
import type { JurorId } from '../../../shared/domain/ids.ts';
import { useShell } from '../../contest/hooks.tsx';
import { useRequest } from '../../contest/use-request.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { FormFoot } from './form-foot.tsx';
import { FoundContests, useFoundContests } from './found-contests.tsx';
import { QrCamera } from './qr-camera.tsx';
import classes from './start.module.css';

/** `given`: an invitation file that was double-clicked. */
export function JoinContest({
  given,
  onBack,
}: {
  readonly given: OpenedInvitation | null;
  readonly onBack: () => void;
}) {
  const { t } = useTranslation('start');
  const [code, setCode] = useState('');
  const [invitation, setInvitation] = useState<OpenedInvitation | null>(given);
  return (
    <div className={classes.narrow}>
      <PageTitle title={t('join')} hint={t('joinHint')} />
      {invitation === null ? (
        <CodeForm code={code} onCode={setCode} onRead={setInvitation} onBack={onBack} />
      ) : (
        <AskForm key={invitation.code} invitation={invitation} onOther={() => setInvitation(null)} />
      )}
    </div>
  );
}

function CodeForm({
  code,
  onCode,
  onRead,
  onBack,
}: {
  readonly code: string;
  readonly onCode: (code: string) => void;
  readonly onRead: (invitation: OpenedInvitation) => void;
  readonly onBack: () => void;
}) {
  const { t } = useTranslation('start');
  const shell = useShell();
  const navigate = useNavigate();
  const { busy, problem, run, clear } = useRequest();
  const [missing, setMissing] = useState<'code' | 'contest' | null>(null);
  const found = useFoundContests();
  const [isJoining, setJoining] = useState(false);
  const [isCamera, setCamera] = useState(false);
  const isCancelled = useRef(false);
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (!isJoining && !isCamera) field.current?.focus();
  }, [isJoining, isCamera]);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const typed = code.trim();
    if (typed === '') {
      setMissing('code');
      return field.current?.focus();
    }
    if (!/^[\d\s.\-–—]{1,20}$/.test(typed)) return readLong(typed);
    const { address } = found;
    if (address === null) return setMissing('contest');
    isCancelled.current = false;
    setJoining(true);
    void navigate('/penilaian');
    const joined = await run(() => shell.request('join-contest', { code: typed, address }));
    setJoining(false);
    if (joined === undefined && isCancelled.current) clear();
  }

  async function readLong(typed: string): Promise<void> {
    const invitation = await run(() => shell.request('read-invitation', { code: typed }));
    if (invitation !== undefined) return onRead(invitation);
    field.current?.focus();
    field.current?.select();
  }

  async function stop(): Promise<void> {
    isCancelled.current = true;
    await shell.request('cancel-join');
  }

  async function openFile(): Promise<void> {
    const opened = await run(() => shell.request('open-invitation', {}));
    if (opened !== undefined && opened !== null) onRead(opened);
  }

  if (isCamera) {
    return (
      <QrCamera
        onCode={(text) => {
          setCamera(false);
          onCode(text);
          void readLong(text);
        }}
        onClose={() => setCamera(false)}
      />
    );
  }
  if (isJoining) return <Waiting onCancel={() => void stop()} />;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack className={classes.card}>
        <FoundContests found={found} isMissing={missing === 'contest'} onChoose={() => field.current?.focus()} />
        <Textarea
          ref={field}
          classNames={{ input: classes.codeField }}
          label={t('code')}
          description={t('codeHint')}
          withAsterisk
          autosize
          minRows={1}
          maxLength={2000}
          spellCheck={false}
          autoComplete="off"
          value={code}
          error={missing === 'code' ? t('codeMissing') : undefined}
          onChange={(event) => {
            onCode(event.currentTarget.value);
            setMissing(null);
            clear();
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
        <FormFoot problem={problem} busy={busy} submitLabel={t('joinNow')} onBack={onBack} />
        <section aria-label={t('otherWays')}>
          <Group gap="xs">
            <Button variant="subtle" leftSection={<Camera aria-hidden size="1.1rem" />} onClick={() => setCamera(true)}>
              {t('camera.open')}
            </Button>
            <Button
              variant="subtle"
              leftSection={<FileInput aria-hidden size="1.1rem" />}
              onClick={() => void openFile()}
            >
              {t('openFile')}
            </Button>
          </Group>
        </section>
      </Stack>
    </form>
  );
}

/** From the asking to the answer: what it waits for, and whose seat it is once the committee has said so. */
function Waiting({ onCancel }: { readonly onCancel: () => void }) {
  const { t } = useTranslation('start');
  const shell = useShell();
  const [place, setPlace] = useState<JoinWaiting | null>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => shell.on('join-waiting', setPlace), [shell]);
  useEffect(() => cancel.current?.focus(), []);
  return (
    <Stack className={classes.card}>
      <output>
        <Group wrap="nowrap" align="flex-start">
          <Loader aria-hidden />
          <div>
            <strong>{t(place === null ? 'asking' : 'waiting')}</strong>
            {place === null ? null : (
              <>
                {place.seatName === null ? null : (
                  <Text className={classes.address}>{t('seatIs', { seat: place.seatName })}</Text>
                )}
                {place.contest === null ? null : <Text>{t('contestIs', { contest: place.contest })}</Text>}
                <Text>{t('waitingHint')}</Text>
                {place.seatName === null ? null : <Text>{t('notYou')}</Text>}
              </>
            )}
          </div>
        </Group>
      </output>
      <Group>
        <Button ref={cancel} size="lg" variant="default" onClick={onCancel}>
          {t('cancelJoin')}
        </Button>
      </Group>
    </Stack>
  );
}

function AskForm({ invitation, onOther }: { readonly invitation: OpenedInvitation; readonly onOther: () => void }) {
  const { t } = useTranslation('start');
  const shell = useShell();
  const navigate = useNavigate();
  const { busy, problem, run, clear } = useRequest();
  const [typed, setAddress] = useState<string | null>(null);
  // The committee may be at another address than when the invitation was made.
  const { contests } = useFoundContests();
  const found = contests.find((each) => each.device === invitation.device);
  const address = typed ?? found?.address ?? invitation.address;
  const ask = useRef<HTMLButtonElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const isCancelled = useRef(false);

  useEffect(() => (busy ? cancel : ask).current?.focus(), [busy]);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    isCancelled.current = false;
    const other = address.trim() === invitation.address ? {} : { address: address.trim() };
    void navigate('/penilaian');
    const joined = await run(() => shell.request('join-contest', { code: invitation.code.trim(), ...other }));
    if (joined === undefined && isCancelled.current) clear();
  }

  async function stop(): Promise<void> {
    isCancelled.current = true;
    await shell.request('cancel-join');
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack className={classes.card}>
        <div>
          <Text>{t('leadsTo')}</Text>
          <Text className={classes.address}>{invitation.contest ?? address}</Text>
          <Text>
            {t('seat')}: <strong>{invitation.seatName ?? seatText(invitation.seat)}</strong>
          </Text>
        </div>
        <TextInput
          label={t('address')}
          description={t('addressHint')}
          maxLength={300}
          spellCheck={false}
          autoComplete="off"
          disabled={busy}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <ProblemAlert problem={problem} />
        <output>
          {busy ? (
            <Group wrap="nowrap">
              <Loader aria-hidden />
              <span>
                <strong>{t('waiting')}</strong> {t('waitingHint')}
              </span>
            </Group>
          ) : null}
        </output>
        {busy ? (
          <Group>
            <Button ref={cancel} size="lg" variant="default" onClick={() => void stop()}>
              {t('cancelJoin')}
            </Button>
          </Group>
        ) : (
          <Group>
            <Button ref={ask} type="submit" size="lg">
              {t('joinNow')}
            </Button>
            <Button size="lg" variant="default" onClick={onOther}>
              {t('otherCode')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

/** The invitation knows the seat by its id only: "juri-1" is "Juri 1". */
function seatText(seat: JurorId): string {
  const text = seat.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

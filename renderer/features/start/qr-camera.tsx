/** Reads the picture of an invitation with the camera, on this screen only. No picture is kept or leaves the window. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShell } from '../../contest/hooks.tsx';
import classes from './start.module.css';

const LOOK_EVERY_MS = 200;
/** Enough for a code of 82 letters, and quick on an old laptop. */
const MOST_PIXELS_WIDE = 800;

type CameraProblem = 'none' | 'refused' | 'busy';

export function QrCamera({
  onCode,
  onClose,
}: {
  readonly onCode: (code: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('start');
  const shell = useShell();
  const video = useRef<HTMLVideoElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  const found = useRef(onCode);
  const [problem, setProblem] = useState<CameraProblem | null>(null);

  useEffect(() => {
    found.current = onCode;
  }, [onCode]);
  useEffect(() => close.current?.focus(), []);
  useEffect(() => {
    const ending = new AbortController();
    void watch(ending.signal);
    return () => ending.abort();

    async function watch(signal: AbortSignal): Promise<void> {
      await shell.request('use-camera', { on: true });
      const stream = await openCamera();
      if (typeof stream === 'string') return setProblem(stream);
      const stop = (): void => {
        for (const track of stream.getTracks()) track.stop();
        void shell.request('use-camera', { on: false });
      };
      if (signal.aborted) return stop();
      signal.addEventListener('abort', stop, { once: true });
      const picture = video.current;
      if (picture === null) return;
      picture.srcObject = stream;
      await picture.play().catch(() => undefined);
      const { default: jsQr } = await import('jsqr');
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d', { willReadFrequently: true });
      const look = (): void => {
        if (signal.aborted || context === null) return;
        const scale = Math.min(1, MOST_PIXELS_WIDE / Math.max(1, picture.videoWidth));
        canvas.width = Math.round(picture.videoWidth * scale);
        canvas.height = Math.round(picture.videoHeight * scale);
        if (canvas.width > 0 && canvas.height > 0) {
          context.drawImage(picture, 0, 0, canvas.width, canvas.height);
          const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
          const text = jsQr(data, width, height)?.data ?? '';
          if (text !== '') return found.current(text);
        }
        setTimeout(look, LOOK_EVERY_MS);
      };
      look();
    }
  }, [shell]);

  return (
    <Stack className={classes.card}>
      {problem === null ? (
        <>
          <Text>{t('camera.hint')}</Text>
          <video ref={video} className={classes.camera} muted playsInline aria-label={t('camera.picture')} />
        </>
      ) : (
        <Text role="alert" fw={600}>
          {t(`camera.${problem}`)}
        </Text>
      )}
      <Group>
        <Button ref={close} size="lg" variant="default" onClick={onClose}>
          {t('camera.close')}
        </Button>
      </Group>
    </Stack>
  );
}

async function openCamera(): Promise<MediaStream | CameraProblem> {
  try {
    return await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1280 } }, audio: false });
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
    return name === 'NotReadableError' ? 'busy' : 'refused';
  }
}

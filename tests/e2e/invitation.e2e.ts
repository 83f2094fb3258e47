/** The long invitation by the ways that need no typing: a file opened as a double click opens it, and a QR picture seen by the camera. */
import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import QRCode from 'qrcode';
import { launchApplication, withTemporaryFolder } from '../support/launch-application.ts';
import { see } from '../support/see.ts';
import { ask, chooseInDialogs, createSmallContest, openApplication, value } from '../support/shell-window.ts';

test('[S21] a file on a USB stick joins by a double click, a picture by the camera, and nothing else gets the camera', async () => {
  test.slow();
  await withTemporaryFolder(async (folder) => {
    const committee = await openApplication(path.join(folder, 'panitia'), { HOME: folder });
    await createSmallContest(committee.page, folder);
    expect(await ask(committee.page, 'start-listening', {})).toMatchObject({ ok: true });
    const invitations = async () => (await value(committee.page, 'network-status')).invitations;
    await expect.poll(async () => (await invitations()).length).toBe(2);
    const slips = path.join(folder, 'kode.pdf');
    await chooseInDialogs(committee.application, slips);
    await committee.page.getByRole('link', { name: 'Perangkat', exact: true }).click();
    await committee.page.getByRole('button', { name: 'Kode sebagai PDF…' }).click();
    await expect(committee.page.getByText(`Sudah disimpan di ${slips}.`)).toBeVisible();
    await see(committee.page, 'perangkat-kode');
    const printed = spawnSync('pdftotext', ['-layout', slips, '-']).stdout.toString();
    for (const { seatName, shortCode } of await invitations()) {
      expect(printed).toContain(seatName);
      expect(printed).toContain(shortCode);
    }
    spawnSync('pdftoppm', ['-r', '60', '-png', slips, path.resolve('screenshots/kode-cetak')]);
    await committee.page.getByRole('button', { name: 'Cetak kode…' }).click();
    await committee.page.getByRole('dialog').getByRole('button', { name: 'Cetak', exact: true }).click();
    await expect(committee.page.getByText(/tidak ada pencetak yang terpasang/)).toBeVisible();
    const usb = path.join(folder, 'usb');
    await chooseInDialogs(committee.application, usb);
    expect(await ask(committee.page, 'save-invitations')).toMatchObject({ ok: true });
    const files = readdirSync(usb).toSorted();
    expect(files).toHaveLength(2);
    expect(files[0]).toMatch(/^Undangan 01 .*\.gelarjuri$/);

    const byFile = await launchApplication({
      userDataDir: path.join(folder, 'juri-1'),
      args: [path.join(usb, files[0] ?? '')],
      env: { HOME: path.join(folder, 'rumah-1') },
    });
    const first = await byFile.firstWindow();
    await expect(first.getByText('Lomba Kecil')).toBeVisible();
    await see(first, 'undangan-berkas');
    await first.getByRole('button', { name: 'Gabung', exact: true }).click();
    await committee.page.getByRole('dialog').getByRole('button', { name: 'Terima', exact: true }).click();
    await expect.poll(async () => (await value(first, 'app-state')).folder?.name).toBe('Lomba Kecil');
    expect(await first.evaluate(cameraOpens)).toBe(false);
    // A second file opened by a slip waits beside the open contest and takes nothing away.
    const started = await launchApplication({
      userDataDir: path.join(folder, 'juri-1'),
      args: [path.join(usb, files[1] ?? '')],
      env: { HOME: path.join(folder, 'rumah-1') },
    }).catch(() => null);
    if (started !== null) await new Promise((resolve) => started.process().once('exit', resolve));
    await expect(first.getByText('Berkas undangan juri dibuka')).toBeVisible();
    await see(first, 'undangan-menunggu');
    await first.getByRole('button', { name: 'Abaikan undangan' }).click();
    await expect(first.getByText('Berkas undangan juri dibuka')).toHaveCount(0);
    expect((await value(first, 'app-state')).folder?.name).toBe('Lomba Kecil');
    await byFile.close();

    const video = path.join(folder, 'gambar.y4m');
    writeVideo(video, (await invitations()).find(({ seat }) => seat === 'j2')?.code ?? '');
    const byCamera = await launchApplication({
      userDataDir: path.join(folder, 'juri-2'),
      args: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${video}`],
      env: { HOME: path.join(folder, 'rumah-2') },
    });
    const second = await byCamera.firstWindow();
    await second.getByRole('button', { name: /Gabung sebagai juri/ }).click();
    expect(await second.evaluate(cameraOpens)).toBe(false);
    await second.getByRole('button', { name: 'Baca gambar QR dengan kamera' }).click();
    await expect(second.getByText('Undangan ini menuju')).toBeVisible();
    await see(second, 'undangan-kamera');
    await expect.poll(() => second.evaluate(cameraOpens)).toBe(false);
    await second.getByRole('button', { name: 'Gabung', exact: true }).click();
    await committee.page.getByRole('dialog').getByRole('button', { name: 'Terima', exact: true }).click();
    await expect.poll(async () => (await value(second, 'app-state')).session).toEqual({ role: 'seat', seat: 'j2' });
    await byCamera.close();
    await committee.application.close();
  });
});

function cameraOpens(): Promise<boolean> {
  return navigator.mediaDevices.getUserMedia({ video: true }).then(
    () => true,
    () => false,
  );
}

/** A film of one picture, as a camera in front of the committee's screen would see it (YUV4MPEG2, grey). */
function writeVideo(file: string, text: string): void {
  const [width, height, scale] = [640, 480, 6];
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const luma = Buffer.alloc(width * height, 235);
  const [left, top] = [(width - size * scale) >> 1, (height - size * scale) >> 1];
  for (let y = 0; y < size * scale; y += 1) {
    for (let x = 0; x < size * scale; x += 1) {
      const isDark = data[Math.floor(y / scale) * size + Math.floor(x / scale)];
      if (isDark) luma[(top + y) * width + left + x] = 16;
    }
  }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((width * height) / 2, 128)]);
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F5:1 Ip A1:1 C420\n`);
  writeFileSync(file, Buffer.concat([header, frame, frame, frame]));
}

/** The screen of the laptops over a committee that has admitted one, with a network that is told. */
import type { Invitation, NetworkStatus } from '../../../../shared/ipc/network.ts';
import { withAnswers, type Answers } from '../../support/answers.ts';
import { createLaptop } from '../../support/laptop.ts';
import { openWindow } from '../../support/open-window.tsx';
import { sampleFounding } from '../../support/sample.ts';

export const invitation: Invitation = {
  seat: 'juri-2',
  seatName: 'Juri 2 (contoh)',
  code: 'ABCD-EFGH-2345',
  qr: 'data:image/png;base64,AAAA',
  state: 'open',
  machine: null,
  shortCode: '02-491-326',
  failures: 0,
  failedFrom: [],
};

export const listening: NetworkStatus = {
  listening: true,
  addresses: ['192.168.1.10:40123', '10.0.0.5:40123'],
  invitations: [invitation],
  devices: [],
  guessing: { count: 0, addresses: [], isSlowed: false },
  admitAll: { untilMs: null, endedByGuess: false },
  problem: null,
  unreached: null,
};

export const device = 'k'.repeat(26);

/** Opens the screen over a committee that answers so. */
export function start(answers: Answers) {
  const laptop = createLaptop(sampleFounding, { role: 'committee' }, { kind: 'committee' });
  laptop.write(
    { role: 'committee', device: 'c'.repeat(26) },
    {
      type: 'admit-device',
      device,
      signingKey: 'a'.repeat(52),
      boxKey: 'b'.repeat(52),
      seat: 'juri-1',
      machine: 'LAPTOP-TIGA',
    },
  );
  const answering = withAnswers(laptop, answers);
  const asked = (channel: string) =>
    answering.asked.filter((each) => each.channel === channel).map((each) => each.input);
  return { ...openWindow(answering, '#/perangkat'), asked };
}

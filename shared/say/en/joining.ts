/** Joining in English; every sentence says what to do. */
import type { NamedLaptop } from '../../sync/roles/laptop-troubles.ts';
import type { JoiningWords } from '../joining.ts';

const laptop = ({ machine, seatName }: NamedLaptop): string => `Laptop ${machine} (${seatName})`;

export const englishJoining: JoiningWords = {
  addressUnreadable: 'The address cannot be read. An example is 192.168.1.10.',
  addressMissing: 'First choose the contest, or type the address of the committee laptop.',
  codeMistyped: 'A code has a juror number and six digits, for example 07-491-326. Check it again.',
  codeSpent: 'This code was tried three times without success. Ask the committee for a new code.',
  severalContests: (contests) =>
    `${contests} contests are open at that address. Choose the contest from the list, or type the address with its port.`,
  portInUse: (port) => `Another program uses port ${port}. Choose another port.`,
  cannotListen: (host, port) => `Cannot open the address ${host} port ${port}. Check the address and the network.`,
  committeeRecovers:
    'The committee laptop is recovering its data from this laptop. Go on scoring and do not switch this laptop off.',
  // Which laptop it is, and what to do.
  trouble: {
    'over-quota': (of) =>
      `${laptop(of)} sends far more data than it should. What is too much is not taken in or passed on; the scores of other jurors are safe. Check that laptop. If this is not a juror’s work, remove it on Devices and invite another laptop for its seat.`,
    'wrong-entries': (of) =>
      `${laptop(of)} sends damaged or invalid data; it is not taken in. Close and reopen the application on that laptop. If this warning comes back, remove the laptop on Devices and invite another one for its seat.`,
    'unreadable-log': (of) =>
      `The committee cannot read the scores of ${laptop(of)}, because their key is missing. Remove that laptop on Devices, invite another one for its juror, and ask the juror to enter the scores there.`,
  },
  invitation: {
    empty: 'The invitation code is not filled in.',
    'strange-letter': 'The invitation code has letters or signs that are not used. Check it again.',
    mistyped: 'The invitation code does not match: something is mistyped or missing. Copy all of it once more.',
    'other-version':
      'Another version of the application made this invitation code. Install the same Gelar Juri on both laptops first.',
    incomplete: 'The invitation code is not whole. Ask the committee for a new invitation.',
  },
  refused: {
    malformed: 'The message from this laptop cannot be read. Make sure that both laptops run Gelar Juri.',
    version: 'The versions differ. Install the same Gelar Juri on both laptops first.',
    burnt: 'This code is void after three wrong tries. Ask the committee for a new code, then type the new one.',
    used: 'Another laptop has used this invitation. Ask the committee for a new invitation.',
    wait: 'Too many attempts. Wait a moment, then try again.',
    'wrong-code':
      'The code is not valid. Check every digit and the contest, then type it again; after three wrong tries the code is void.',
    'wrong-committee':
      'The laptop at that address is not the committee laptop of the invitation. Check the address and the invitation code.',
    'not-admitted': 'The committee has not admitted this laptop yet.',
    revoked: 'The committee has removed this laptop. Talk to the committee.',
    refused: 'The committee refused this laptop. Talk to the committee.',
    timeout: 'No answer came in time. Try again.',
    busy: 'Too many laptops are trying to connect. Try again in a moment.',
  },
  diagnosis: {
    'no-network': () => ({
      message: 'This laptop is not connected to any network yet.',
      steps: [
        'Connect it to the same Wi-Fi or cable as the committee laptop.',
        'Check flight mode and the Wi-Fi switch.',
      ],
    }),
    'unknown-host': ({ host }) => ({
      message: `The name “${host}” is not known on this network.`,
      steps: ['Type the address in digits from the Devices screen of the committee laptop, for example 192.168.1.10.'],
    }),
    'other-program': ({ host, port }) => ({
      message: `Another program answers at ${host} port ${port}, not Gelar Juri.`,
      steps: ['Compare address and port with the Devices screen of the committee laptop.'],
    }),
    'other-port': ({ host, port, announcedPort }) => ({
      message: `The committee laptop is there, but admits jurors on port ${announcedPort}, not ${port}.`,
      steps: [`Type the address ${host}:${announcedPort}, or choose the contest from the list.`],
    }),
    'port-closed': ({ host, port }) => ({
      message: `The laptop at ${host} is there, but does not admit juror laptops on port ${port} yet.`,
      steps: [
        'Ask the committee to open the contest and press “Start admitting juror laptops” on the Devices screen.',
        'Compare the address: it may be another laptop.',
      ],
    }),
    'other-network': ({ own, host }) => ({
      message: `This laptop (${own.join(', ')}) is on another network than the committee laptop (${host}).`,
      steps: [
        'Connect this laptop to the same Wi-Fi as the committee laptop.',
        'Guest Wi-Fi is often kept apart from the office network: use the same network.',
      ],
    }),
    unreachable: ({ host }) => ({
      message: `The committee laptop at ${host} does not answer, although the network looks the same.`,
      steps: [
        'Compare its address with the Devices screen of the committee laptop; addresses can change.',
        'On the committee laptop, allow Gelar Juri when the firewall asks (private network).',
        'Some Wi-Fi keeps laptops apart from each other: use a phone hotspot or a cable.',
      ],
    }),
    'wrong-code': () => ({
      message: 'That code is not valid.',
      steps: [
        'Check every digit and the chosen contest, then type it again.',
        'After three wrong tries the code is void; ask the committee for a new code.',
      ],
    }),
    burnt: () => ({
      message: 'That code is void after three wrong tries.',
      steps: ['Ask the committee to press “Make a new code” on the Devices screen, then type the new code.'],
    }),
    version: () => ({
      message: 'The Gelar Juri on this laptop differs from that of the committee laptop.',
      steps: ['Install the same version on both laptops, then try again.'],
    }),
  },
};

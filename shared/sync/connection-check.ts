/**
 * Why a juror's laptop did not get to the committee, from what was observed, in words that say what to do (rule S16). Pure:
 * looking at the network is the platform's work (`electron/sync/observe-connection.ts`).
 */

export interface ConnectionFacts {
  /** IPv4 networks of this laptop, its own loopback left out. */
  readonly networks: readonly { readonly address: string; readonly netmask: string }[];
  readonly host: string;
  readonly port: number;
  /** `open`: something answers at that port. */
  readonly line: 'open' | 'port-closed' | 'no-answer' | 'no-route' | 'unknown-host';
  /** Where the laptop at that address says that its committee listens; null: it says nothing. */
  readonly announcedPort: number | null;
  /** What the committee answered; null: it did not come to that. */
  readonly refusal: string | null;
}

export interface Diagnosis {
  readonly type:
    | 'no-network'
    | 'other-network'
    | 'unreachable'
    | 'port-closed'
    | 'other-port'
    | 'unknown-host'
    | 'other-program'
    | 'wrong-code'
    | 'burnt'
    | 'version';
  /** Bahasa Indonesia. */
  readonly message: string;
  /** What to do, the likeliest first. */
  readonly steps: readonly string[];
}

export function checkConnection(facts: ConnectionFacts): Diagnosis {
  const { networks, host, port, line, announcedPort, refusal } = facts;
  const isHere = host.startsWith('127.') || host === '::1' || host === 'localhost';
  if (refusal === 'wrong-code' || refusal === 'burnt' || refusal === 'version') return refused[refusal];
  if (networks.length === 0 && !isHere) {
    return {
      type: 'no-network',
      message: 'Laptop ini belum tersambung ke jaringan mana pun.',
      steps: [
        'Sambungkan ke Wi-Fi atau kabel yang sama dengan laptop panitia.',
        'Periksa mode pesawat dan tombol Wi-Fi.',
      ],
    };
  }
  if (line === 'unknown-host') {
    return {
      type: 'unknown-host',
      message: `Nama “${host}” tidak dikenal di jaringan ini.`,
      steps: ['Ketik alamat berupa angka dari layar Perangkat di laptop panitia, misalnya 192.168.1.10.'],
    };
  }
  if (line === 'open') {
    return {
      type: 'other-program',
      message: `Di ${host} port ${port} menjawab program lain, bukan Gelar Juri.`,
      steps: ['Cocokkan alamat dan port dengan layar Perangkat di laptop panitia.'],
    };
  }
  if (announcedPort !== null && announcedPort !== port) {
    return {
      type: 'other-port',
      message: `Laptop panitia ada, tetapi menerima juri di port ${announcedPort}, bukan ${port}.`,
      steps: [`Ketik alamat ${host}:${announcedPort}, atau pilih lombanya dari daftar.`],
    };
  }
  if (line === 'port-closed') {
    return {
      type: 'port-closed',
      message: `Laptop di ${host} ada, tetapi belum menerima laptop juri di port ${port}.`,
      steps: [
        'Minta panitia membuka lombanya dan menekan “Mulai menerima laptop juri” di layar Perangkat.',
        'Cocokkan alamatnya: mungkin itu laptop lain.',
      ],
    };
  }
  if (isIpv4(host) && !isHere && !networks.some((own) => isSameNetwork(own, host))) {
    const own = networks.map(({ address }) => address).join(', ');
    return {
      type: 'other-network',
      message: `Laptop ini (${own}) berada di jaringan lain daripada laptop panitia (${host}).`,
      steps: [
        'Sambungkan laptop ini ke Wi-Fi yang sama dengan laptop panitia.',
        'Wi-Fi tamu sering dipisahkan dari jaringan kantor: pakai jaringan yang sama.',
      ],
    };
  }
  return {
    type: 'unreachable',
    message: `Laptop panitia di ${host} tidak menjawab, walaupun jaringannya tampak sama.`,
    steps: [
      'Cocokkan alamatnya dengan layar Perangkat di laptop panitia; alamat dapat berubah.',
      'Di laptop panitia, izinkan Gelar Juri pada pertanyaan firewall (jaringan pribadi).',
      'Sebagian Wi-Fi memisahkan laptop satu dari yang lain: pakai hotspot ponsel atau kabel.',
    ],
  };
}

const refused: Readonly<Record<'wrong-code' | 'burnt' | 'version', Diagnosis>> = {
  'wrong-code': {
    type: 'wrong-code',
    message: 'Kode itu tidak berlaku.',
    steps: [
      'Periksa setiap angkanya dan lomba yang dipilih, lalu ketik sekali lagi.',
      'Sesudah tiga kali salah kode itu hangus; minta panitia membuat kode baru.',
    ],
  },
  burnt: {
    type: 'burnt',
    message: 'Kode itu sudah hangus karena tiga kali salah.',
    steps: ['Minta panitia menekan “Buat kode baru” di layar Perangkat, lalu ketik kode yang baru.'],
  },
  version: {
    type: 'version',
    message: 'Versi Gelar Juri di laptop ini berbeda dari laptop panitia.',
    steps: ['Pasang versi yang sama di kedua laptop, lalu coba lagi.'],
  },
};

function isSameNetwork(
  { address, netmask }: { readonly address: string; readonly netmask: string },
  host: string,
): boolean {
  const mask = numberOf(netmask);
  return (numberOf(address) & mask) === (numberOf(host) & mask);
}

function isIpv4(host: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(host);
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0) | 0;
}

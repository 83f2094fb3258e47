export const order = {
  title: 'Urutan tampil',
} as const;

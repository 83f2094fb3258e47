export const ceremony = {
  title: 'Pengumuman',
} as const;

export const monitor = {
  title: 'Pemantauan',
} as const;

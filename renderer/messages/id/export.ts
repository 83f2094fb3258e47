export const exports = {
  title: 'Dokumen',
} as const;

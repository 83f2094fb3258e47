export const imports = {
  title: 'Impor daftar peserta',
} as const;

export const scoring = { title: 'Penilaian' } as const;

export const englishNoAnswer = 'The application does not answer. What was saved is safe; try again.';

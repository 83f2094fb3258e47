export const indonesianNoAnswer = 'Aplikasi tidak menjawab. Data yang sudah tersimpan tetap aman; coba sekali lagi.';

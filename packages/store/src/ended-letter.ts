/**
 * SQL: whether the letter of that name waits no more. Said wherever ended letters of a wave are counted or looked for, in
 * these words, since only by them SQLite finds that `letter_ended_idx` will do; what waits is in `letter_queue_idx`.
 */
export const isEnded = (letter: string): string => `${letter}.state <> 'queued'`

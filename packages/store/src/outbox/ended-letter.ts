/**
 * SQL: whether the letter of that name waits no more. Said wherever ended letters of a wave are counted or looked for, in
 * these words, since only by them SQLite finds that `letter_ended_idx` will do; what waits is in `letter_queue_idx`.
 */
export const isEnded = (letter: string): string => `${letter}.state <> 'queued'`

/** SQL: whether the letter of that name is out of our hands, and nothing came back: sent, or written to a folder in its place. */
export const wentOut = (letter: string): string => `${letter}.state IN ('sent', 'written')`

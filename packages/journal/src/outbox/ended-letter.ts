/**
 * SQL condition: the named letter has ended. Every statement about ended letters of a wave must use these words,
 * because SQLite only then recognizes that the partial index `letter_ended_idx` fits; `letter_queue_idx` has the
 * waiting ones.
 */
export const isEnded = (letter: string): string => `${letter}.state <> 'queued'`

/** SQL condition: the named letter has left and was not returned: sent, or written to a folder instead. */
export const wentOut = (letter: string): string => `${letter}.state IN ('sent', 'written')`

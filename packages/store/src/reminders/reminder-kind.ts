// Apart from the letters themselves: the thread of an import needs no more than this, and loads what it needs anew each time.

export type ReminderKind = 'survey-reminder' | 'survey-last-reminder'

export const REMINDER_KINDS: readonly ReminderKind[] = ['survey-reminder', 'survey-last-reminder']

/** SQL: whether the letter of that name is a reminder. */
export const isReminder = (letter: string): string =>
  `${letter}.kind IN (${REMINDER_KINDS.map((kind) => `'${kind}'`).join(', ')})`

/**
 * SQL: whether the letter of that name is a reminder of a wave whose ties are cut. It is about to be deleted, and stands for
 * nothing any more.
 */
export const isForgotten = (letter: string): string =>
  `(${isReminder(letter)}
    AND EXISTS (SELECT 1 FROM wave cut WHERE cut.id = ${letter}.wave_id AND cut.unlinked_at IS NOT NULL))`

// A separate file, because the thread of an import loads only this.

export type ReminderKind = 'survey-reminder' | 'survey-last-reminder'

export const REMINDER_KINDS: readonly ReminderKind[] = ['survey-reminder', 'survey-last-reminder']

/** SQL condition: the named letter is a reminder. */
export const isReminder = (letter: string): string =>
  `${letter}.kind IN (${REMINDER_KINDS.map((kind) => `'${kind}'`).join(', ')})`

/**
 * SQL condition: the named letter is a reminder of an unlinked wave, which is about to be deleted and no longer counts.
 */
export const isForgotten = (letter: string): string =>
  `(${isReminder(letter)}
    AND EXISTS (SELECT 1 FROM wave cut WHERE cut.id = ${letter}.wave_id AND cut.unlinked_at IS NOT NULL))`

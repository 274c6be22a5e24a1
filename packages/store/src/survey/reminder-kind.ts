// Apart from the letters themselves: the thread of an import needs no more than this, and loads what it needs anew each time.

export type ReminderKind = 'survey-reminder' | 'survey-last-reminder'

export const REMINDER_KINDS: readonly ReminderKind[] = ['survey-reminder', 'survey-last-reminder']

/** SQL: whether a `letter` is a reminder. */
export const IS_REMINDER = `letter.kind IN (${REMINDER_KINDS.map((kind) => `'${kind}'`).join(', ')})`

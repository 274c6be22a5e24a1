/** Mail servers give a letter up after five days or so; what comes back later than this is not believed. */
export const BOUNCE_DAYS = 30

/** Why an address gets no more letters: its reader objected or was erased, or there is no such mailbox. */
export type SuppressionReason = 'unsubscribed' | 'complained' | 'objected' | 'bounced' | 'erased'

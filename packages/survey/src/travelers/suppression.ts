/** Mail servers give up after about 5 days; a bounce later than this limit is ignored. */
export const BOUNCE_DAYS = 30

/** Why an address gets no more letters: its reader objected or was erased, or the mailbox does not exist. */
export type SuppressionReason = 'unsubscribed' | 'complained' | 'objected' | 'bounced' | 'erased'

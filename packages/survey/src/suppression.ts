/** Why an address gets no more letters: its reader objected or was erased, or there is no such mailbox. */
export type SuppressionReason = 'unsubscribed' | 'complained' | 'objected' | 'bounced' | 'erased'

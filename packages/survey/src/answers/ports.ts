import type { Id, Instant, Outcome, PeriodKey } from '@wayproof/kernel'
import type { Invitation, LinkFault, OpenedInvitation } from '../links/invitation.ts'
import type { CrossCount } from '../questionnaire/driver-items.ts'
import type { Answer } from './answer.ts'
import type { KeptAnswer, ReceiptFault } from './kept-answer.ts'
import type { RebuiltTallies, SatisfactionCounts } from './tally.ts'

export interface NewAnswer extends Answer {
  readonly invitationId: Id
  readonly generation: number
  /** Language of the page, kept for the comment only. */
  readonly language: string
  /** Random to everybody without the key: it tells neither order nor sender. */
  readonly receiptHash: Uint8Array
  readonly at: Instant
  /** The organisation's day, for the curve without groups. */
  readonly day: string
}

/** What is kept of an answer that was begun: sealed, or null to keep nothing any more. */
export interface NewDraft extends Pick<NewAnswer, 'invitationId' | 'generation' | 'at'> {
  readonly sealed: Uint8Array | null
}

/** What takes the place of an answer that its giver corrects. */
export type Correction = Pick<NewAnswer, 'values' | 'comment' | 'language' | 'receiptHash' | 'at'>

export type SaveFault = LinkFault | { readonly code: 'receipt-invalid' }

/** Answers and what they add up to, kept. Every write is on disk when its promise resolves. */
export interface AnswerStore {
  invitation(id: Id): Promise<Invitation | null>
  /** With what only the page is about: one look-up for what nearly every link asks. */
  openedInvitation(id: Id): Promise<OpenedInvitation | null>
  /** Whether an answer of the invitation's wave was given under this receipt. */
  receiptKnown(waveId: Id, receiptHash: Uint8Array): Promise<boolean>
  /** Durable when it resolves. The same receipt on a used link is `ok` again. What was kept of it unfinished is deleted. */
  saveAnswer(answer: NewAnswer): Promise<Outcome<null, SaveFault>>
  /** Puts it in the place of what the invitation kept before; durable when it resolves. */
  saveDraft(draft: NewDraft): Promise<Outcome<null, LinkFault>>
  /** The answer under a receipt code, until its wave is unlinked. */
  answerUnder(receiptHash: Uint8Array): Promise<KeptAnswer | null>
  /** Values and comment change in one act; durable when it resolves. */
  replaceAnswer(correction: Correction): Promise<Outcome<null, ReceiptFault>>
  /** Deletes the answer and counts it as withdrawn in one act. Its invitation stays answered. */
  withdrawAnswer(receiptHash: Uint8Array, at: Instant): Promise<Outcome<null, ReceiptFault>>
  /** Refused before the wave is unlinked. */
  satisfactionCounts(
    period: PeriodKey,
  ): Promise<Outcome<SatisfactionCounts, { readonly code: 'no-wave' | 'wave-open' }>>
  /** Ratings of the aspects by those of the headline, of an unlinked wave; none of any other. */
  crossCounts(waveId: Id): Promise<readonly CrossCount[]>
  /** Counts the answers anew, puts wrong tallies right and tells which they were; before the wave is unlinked it has none. */
  rebuildTallies(waveId: Id): Promise<RebuiltTallies>
}

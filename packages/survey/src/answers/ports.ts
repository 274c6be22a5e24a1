import type { CrossCount } from '@wayproof/forms/questionnaire/driver-items'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Outcome } from '@wayproof/kernel/outcome'
import type { Invitation, LinkFault } from '../links/invitation.ts'
import type { Answer } from './answer.ts'
import type { ReceiptFault, StoredAnswer } from './stored-answer.ts'
import type { RebuiltTallies, SatisfactionCounts } from './tally.ts'

export interface NewAnswer extends Answer {
  readonly invitationId: Id
  readonly generation: number
  /** Language of the page; stored only with the comment. */
  readonly language: string
  /** Keyed hash: without the key it reveals neither order nor sender. */
  readonly receiptHash: Uint8Array
  readonly at: Instant
  /** Day in the organization's time zone, for the count of answers per day. */
  readonly day: string
}

/** The encrypted draft of an answer; null deletes the stored one. */
export interface NewDraft extends Pick<NewAnswer, 'invitationId' | 'generation' | 'at'> {
  readonly sealed: Uint8Array | null
}

/** The new contents of a changed answer. */
export type Correction = Pick<NewAnswer, 'values' | 'comment' | 'language' | 'receiptHash' | 'at'>

export type SaveFault = LinkFault | { readonly code: 'receipt-invalid' }

/** Storage of answers, drafts and tallies. Every write is on disk when its promise resolves. */
export interface AnswerStore {
  /** Returns the invitation with its draft, questionnaire and wave in one query. */
  invitation(id: Id): Promise<Invitation | null>
  /** True if an answer in the wave has this receipt hash. */
  receiptKnown(waveId: Id, receiptHash: Uint8Array): Promise<boolean>
  /** On disk when it resolves. Posting the same receipt to a used link is `ok` again. The draft is deleted. */
  saveAnswer(answer: NewAnswer): Promise<Outcome<null, SaveFault>>
  /** Replaces the draft of the invitation; on disk when it resolves. */
  saveDraft(draft: NewDraft): Promise<Outcome<null, LinkFault>>
  /** The answer with this receipt hash; null once its wave is unlinked. */
  answerUnder(receiptHash: Uint8Array): Promise<StoredAnswer | null>
  /** Replaces values and comment in one transaction; on disk when it resolves. */
  replaceAnswer(correction: Correction): Promise<Outcome<null, ReceiptFault>>
  /** Deletes the answer and counts it as withdrawn in one transaction. Its invitation remains answered. */
  withdrawAnswer(receiptHash: Uint8Array, at: Instant): Promise<Outcome<null, ReceiptFault>>
  /** Fails if the wave is not unlinked. */
  satisfactionCounts(
    period: PeriodKey,
  ): Promise<Outcome<SatisfactionCounts, { readonly code: 'no-wave' | 'wave-open' }>>
  /** Counts of aspect ratings by headline rating for an unlinked wave; empty for any other. */
  crossCounts(waveId: Id): Promise<readonly CrossCount[]>
  /**
   * Recounts the answers, corrects wrong tallies and returns the differences. A wave has no tallies before it is
   * unlinked.
   */
  rebuildTallies(waveId: Id): Promise<RebuiltTallies>
}

import type { AnswerCode, LinkState } from '@wayproof/survey'

/** An invitation with what decides whether it can be answered. */
export interface InvitedRow extends LinkState {
  readonly waveId: string
  readonly cellId: string
  /** False only if there is certainly no draft. */
  readonly mayHaveDraft: boolean
}

/** Identifies an answer. */
export interface AnswerKey {
  readonly waveId: string
  readonly receiptHash: Uint8Array
}

/** The answer under a receipt, with what decides whether it can be changed. */
export interface AnsweredRow extends AnswerKey, Pick<LinkState, 'wave'> {}

/** The columns of an answer that a correction replaces. */
export interface StoredValues {
  readonly values: string
  readonly comment: string | null
  readonly language: string | null
}

/** The rows that changes of answers read and write in one transaction. Each engine has its own. */
export interface AnswerRows {
  invitation(id: string): InvitedRow | null
  /** The answer under a receipt in a wave that is not unlinked; the wave that closes last if there are several. */
  answerUnder(receiptHash: Uint8Array): AnsweredRow | null
  hasAnswer(key: AnswerKey): boolean
  codeOf(waveId: string): AnswerCode
  /** False, and nothing is stored, if the wave has an answer under this receipt. */
  addAnswer(key: AnswerKey, cellId: string, stored: StoredValues): boolean
  changeAnswer(key: AnswerKey, stored: StoredValues): void
  deleteAnswer(key: AnswerKey): void
  markAnswered(invitationId: string): void
  putDraft(invitationId: string, sealed: Uint8Array): void
  deleteDraft(invitationId: string): void
}

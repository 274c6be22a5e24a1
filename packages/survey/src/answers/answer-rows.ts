import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import type { LinkState } from '../links/invitation.ts'
import type { AnswerCipher } from '../wave-keys/answer-cipher.ts'
import type { AnswerText } from './packed-answer.ts'

/** An invitation with the data that decide whether it can be answered. */
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

/** The answer under a receipt, with the data that decide whether it can be changed. */
export interface AnsweredRow extends AnswerKey, Pick<LinkState, 'wave'> {}

/** The columns of an answer that a correction replaces. If the wave is encrypted, the text is blank. */
export interface StoredValues extends AnswerText {
  readonly encrypted: Uint8Array | null
}

/** How the answers to a wave are stored. */
export interface AnswerForm {
  readonly questionnaire: Questionnaire
  /** Null if the wave is not encrypted. */
  readonly cipher: AnswerCipher | null
}

/** The rows that changes of answers read and write in one transaction. Each engine implements it. */
export interface AnswerRows {
  invitation(id: string): InvitedRow | null
  /**
   * The answer under a receipt in a wave that is not unlinked; if there are several, that of the wave that closes last.
   */
  answerUnder(receiptHash: Uint8Array): AnsweredRow | null
  hasAnswer(key: AnswerKey): boolean
  formOf(waveId: string): AnswerForm
  /** False if the wave has an answer under this receipt; then nothing is stored. */
  addAnswer(key: AnswerKey, cellId: string, stored: StoredValues): boolean
  changeAnswer(key: AnswerKey, stored: StoredValues): void
  deleteAnswer(key: AnswerKey): void
  markAnswered(invitationId: string): void
  putDraft(invitationId: string, sealed: Uint8Array): void
  deleteDraft(invitationId: string): void
}

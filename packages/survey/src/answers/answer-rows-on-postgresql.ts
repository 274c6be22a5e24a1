import type { LinkState } from '../links/invitation.ts'
import type { AnsweredRow, AnswerForm, AnswerKey, AnswerRows, InvitedRow, StoredValues } from './answer-rows.ts'

interface LockedInvitation {
  readonly waveId: string
  readonly cellId: string
  readonly generation: number | null
  answered: boolean
}

type LockedWave = LinkState['wave'] & { readonly form: () => AnswerForm }

/** An answer that is stored or is to be stored. */
export interface LockedAnswer extends AnswerKey {
  readonly cellId: string
  /** Null if the stored values do not change. */
  readonly stored: StoredValues | null
}

interface AnswerPlace {
  readonly before: LockedAnswer | null
  now: LockedAnswer | null
}

/** Rows that a transaction has locked and read, with their changes in memory. */
export class LockedAnswerRows implements AnswerRows {
  readonly #invitations = new Map<string, LockedInvitation>()
  readonly #waves = new Map<string, LockedWave>()
  readonly #answers = new Map<string, AnswerPlace>()
  /** Ids of invitations that this transaction answers. */
  readonly answered = new Set<string>()
  /** Drafts to store by invitation; null deletes one. */
  readonly drafts = new Map<string, Uint8Array | null>()

  holdWave(id: string, wave: LockedWave): void {
    this.#waves.set(id, wave)
  }

  holdInvitation(id: string, invitation: LockedInvitation): void {
    this.#invitations.set(id, invitation)
  }

  holdAnswer(waveId: string, receipt: string, cellId: string): void {
    const answer = { waveId, receiptHash: Buffer.from(receipt, 'hex'), cellId, stored: null }
    this.#answers.set(placeOf(answer), { before: answer, now: answer })
  }

  invitation(id: string): InvitedRow | null {
    const invitation = this.#invitations.get(id)
    if (!invitation) return null
    // Drafts are not locked: another process may have stored one before the invitation was locked.
    return { ...invitation, mayHaveDraft: true, wave: this.#wave(invitation.waveId) }
  }

  answerUnder(receiptHash: Uint8Array): AnsweredRow | null {
    const answeredWaves = [...this.#waves].filter(
      ([waveId, { status }]) => status !== 'unlinked' && this.hasAnswer({ waveId, receiptHash }),
    )
    const [last] = answeredWaves.toSorted(([, one], [, other]) => other.closesAt - one.closesAt)
    return last ? { waveId: last[0], receiptHash, wave: last[1] } : null
  }

  hasAnswer(key: AnswerKey): boolean {
    return this.#answer(key) !== null
  }

  formOf(waveId: string): AnswerForm {
    return this.#wave(waveId).form()
  }

  addAnswer({ waveId, receiptHash }: AnswerKey, cellId: string, stored: StoredValues): boolean {
    if (this.hasAnswer({ waveId, receiptHash })) return false
    this.#put({ waveId, receiptHash }, { waveId, receiptHash, cellId, stored })
    return true
  }

  changeAnswer(key: AnswerKey, stored: StoredValues): void {
    const answer = this.#answer(key)
    if (answer) this.#put(key, { ...answer, stored })
  }

  deleteAnswer(key: AnswerKey): void {
    this.#put(key, null)
  }

  markAnswered(invitationId: string): void {
    const invitation = this.#invitations.get(invitationId)
    if (invitation) invitation.answered = true
    this.answered.add(invitationId)
  }

  putDraft(invitationId: string, sealed: Uint8Array): void {
    this.drafts.set(invitationId, sealed)
  }

  deleteDraft(invitationId: string): void {
    this.drafts.set(invitationId, null)
  }

  /** Answers to insert, to update and to delete. */
  get changes() {
    const added: LockedAnswer[] = []
    const changed: LockedAnswer[] = []
    const deleted: LockedAnswer[] = []
    for (const { before, now } of this.#answers.values()) {
      if (!before && now) added.push(now)
      else if (before && !now) deleted.push(before)
      else if (now?.stored) changed.push(now)
    }
    return { added, changed, deleted }
  }

  #answer(key: AnswerKey): LockedAnswer | null {
    return this.#answers.get(placeOf(key))?.now ?? null
  }

  #put(key: AnswerKey, now: LockedAnswer | null): void {
    const before = this.#answers.get(placeOf(key))?.before ?? null
    this.#answers.set(placeOf(key), { before, now })
  }

  #wave(id: string): LockedWave {
    const wave = this.#waves.get(id)
    if (!wave) throw new Error('the wave of an invitation is missing')
    return wave
  }
}

const placeOf = ({ waveId, receiptHash }: AnswerKey) => `${waveId} ${Buffer.from(receiptHash).toString('hex')}`

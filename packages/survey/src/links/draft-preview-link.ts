import { addDays, type CalendarDate, daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import type { Id } from '@wayproof/kernel/id'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { readSignedToken, signedToken, type TokenShape } from './link-token.ts'
import type { Preview } from './preview-link.ts'

/** The contents of a preview link of a draft. */
export interface DraftPreview extends Preview {
  readonly draftId: Id
  /** The last day on which the link works. */
  readonly until: CalendarDate
}

/** Payload: the draft's ID, two days since FIRST_DAY, and the smallest group. */
const shape: TokenShape = { purpose: 'draft-preview-link', payloadBytes: 26, macBytes: 13 }
const FIRST_DAY = '2020-01-01'
const [ID_BYTES, CLOSES, UNTIL, GROUP] = [16, 16, 20, 24]

/** The secret part of the link in a test letter of a draft. It shows the draft as it is then, and accepts no answer. */
export function draftPreviewToken(keyring: Keyring, { draftId, closesOn, until, smallestGroup }: DraftPreview): string {
  const payload = Buffer.alloc(shape.payloadBytes)
  payload.write(draftId.replaceAll('-', ''), 'hex')
  payload.writeInt32BE(daysBetween(FIRST_DAY, closesOn), CLOSES)
  payload.writeInt32BE(daysBetween(FIRST_DAY, until), UNTIL)
  payload.writeUInt16BE(smallestGroup, GROUP)
  return signedToken(keyring, shape, payload)
}

/** Contents of a token signed by this keyring, else null. */
export function readDraftPreviewToken(keyring: Keyring, token: string): DraftPreview | null {
  const payload = readSignedToken(keyring, shape, token)
  if (payload === null) return null
  const day = (at: number) => addDays(FIRST_DAY, payload.readInt32BE(at))
  const hex = payload.toString('hex', 0, ID_BYTES)
  const draftId = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  return { draftId, closesOn: day(CLOSES), until: day(UNTIL), smallestGroup: payload.readUInt16BE(GROUP) }
}

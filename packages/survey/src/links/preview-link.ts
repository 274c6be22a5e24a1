import { addDays, type CalendarDate, daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { readSignedToken, signedToken, type TokenShape } from './link-token.ts'

/** The facts about the wave that a preview of the questionnaire shows. */
export interface Preview {
  readonly closesOn: CalendarDate
  /** Integer from 1 to 65535. */
  readonly smallestGroup: number
}

/** Payload: days since FIRST_DAY, which is before any date in use, and the smallest group. */
const shape: TokenShape = { purpose: 'preview-link', payloadBytes: 6, macBytes: 12 }
const FIRST_DAY = '2020-01-01'
const DAY_BYTES = 4

/** The secret part of the link in a test letter. It shows the questionnaire and accepts no answer. */
export function previewToken(keyring: Keyring, { closesOn, smallestGroup }: Preview): string {
  const payload = Buffer.alloc(shape.payloadBytes)
  payload.writeInt32BE(daysBetween(FIRST_DAY, closesOn))
  payload.writeUInt16BE(smallestGroup, DAY_BYTES)
  return signedToken(keyring, shape, payload)
}

/** Contents of a token signed by this keyring, else null. */
export function readPreviewToken(keyring: Keyring, token: string): Preview | null {
  const payload = readSignedToken(keyring, shape, token)
  if (payload === null) return null
  return { closesOn: addDays(FIRST_DAY, payload.readInt32BE()), smallestGroup: payload.readUInt16BE(DAY_BYTES) }
}

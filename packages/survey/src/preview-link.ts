import { addDays, type CalendarDate, daysBetween } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import { readSignedToken, signedToken, type TokenShape } from './link-token.ts'

/** What the questionnaire's page says of the wave it is looked at for. */
export interface Preview {
  readonly closesOn: CalendarDate
  /** From 1 to 255. */
  readonly smallestGroup: number
}

/** Days since FIRST_DAY and the smallest group, and as many bytes of the HMAC as make 22 characters. */
const shape: TokenShape = { purpose: 'preview-link', payloadBytes: 3, macBytes: 13 }
const FIRST_DAY = '2020-01-01'

/** The secret part of the link in a test letter: it opens the questionnaire to be looked at, and takes no answer. */
export function previewToken(keyring: Keyring, { closesOn, smallestGroup }: Preview): string {
  const payload = Buffer.alloc(shape.payloadBytes)
  payload.writeUInt16BE(daysBetween(FIRST_DAY, closesOn))
  payload.writeUInt8(smallestGroup, 2)
  return signedToken(keyring, shape, payload)
}

/** What a token that this keyring made was made for, else null. */
export function readPreviewToken(keyring: Keyring, token: string): Preview | null {
  const payload = readSignedToken(keyring, shape, token)
  if (payload === null) return null
  return { closesOn: addDays(FIRST_DAY, payload.readUInt16BE()), smallestGroup: payload.readUInt8(2) }
}

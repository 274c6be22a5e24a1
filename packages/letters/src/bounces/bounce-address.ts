import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { addressKey } from '@wayproof/survey/travelers/address-key'
import { BOUNCE_DAYS } from '@wayproof/survey/travelers/suppression'

// A letter's own envelope sender (VERP): a message that returns to it names its letter, in any language.

const DAY_MS = 24 * 60 * 60_000
const UUID_BYTES = 16
const PAYLOAD_BYTES = UUID_BYTES + 4
/** 80 bits: a forger has to try them on us, one mail each. */
const MAC_BYTES = 10
const TOKEN_LENGTH = 48
/** RFC 4648 base32 in lower case: relays change the case of a local part. */
const DIGITS = 'abcdefghijklmnopqrstuvwxyz234567'
const MOST_LOCAL = 64

/** Identity of a letter, from its envelope sender. */
export interface BouncedLetter {
  readonly letterId: Id
  /** First two bytes of the keyed hash of the address it went to: a customer may have another one by now. */
  readonly addressMark: Uint8Array
}

export const addressMark = (keyring: Keyring, address: string): Uint8Array =>
  addressKey(keyring, address).subarray(0, 2)

/** Returns true if a token and its `+` fit into the local part of `address`, and it has no `+` yet. */
export function fitsToken(address: string): boolean {
  const local = address.slice(0, address.lastIndexOf('@'))
  return local.length + 1 + TOKEN_LENGTH <= MOST_LOCAL && !local.includes('+')
}

/** `bounces+TOKEN@domain` for one letter to one address, as sent on the day of `now`. */
export function bounceAddress(
  keyring: Keyring,
  base: string,
  { letterId, to, now }: { readonly letterId: Id; readonly to: string; readonly now: Instant },
): string {
  const day = Math.floor(now / DAY_MS)
  const id = Buffer.from(letterId.replaceAll('-', ''), 'hex')
  const payload = Uint8Array.of(...id, day >> 8, day & 255, ...addressMark(keyring, to))
  const mac = keyring.mac('bounce', payload).subarray(0, MAC_BYTES)
  const at = base.lastIndexOf('@')
  return `${base.slice(0, at)}+${base32(Buffer.concat([payload, mac]))}${base.slice(at)}`
}

/**
 * The letter that an address of ours names, else null: forged, or older than BOUNCE_DAYS. Always verifies one HMAC,
 * whatever the address looks like.
 */
export function readBounceAddress(keyring: Keyring, address: string, now: Instant): BouncedLetter | null {
  const match = /\+([a-z2-7]{48})@/i.exec(address.slice(0, 512))
  const bytes = match?.[1] ? bytesOf(match[1].toLowerCase()) : Buffer.alloc(PAYLOAD_BYTES + MAC_BYTES)
  const payload = bytes.subarray(0, PAYLOAD_BYTES)
  if (!keyring.verify('bounce', payload, bytes.subarray(PAYLOAD_BYTES))) return null
  const age = Math.floor(now / DAY_MS) - payload.readUInt16BE(UUID_BYTES)
  if (age < -1 || age > BOUNCE_DAYS) return null
  const hex = payload.toString('hex', 0, UUID_BYTES)
  return {
    letterId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    addressMark: payload.subarray(UUID_BYTES + 2),
  }
}

/** 30 bytes are 48 digits, without a rest. */
function base32(bytes: Uint8Array): string {
  let digits = ''
  let accumulator = 0
  let bits = 0
  for (const byte of bytes) {
    accumulator = (accumulator << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) digits += DIGITS.charAt((accumulator >> (bits - 5)) & 31)
    accumulator &= (1 << bits) - 1
  }
  return digits
}

function bytesOf(digits: string): Buffer {
  const bits = [...digits].map((digit) => DIGITS.indexOf(digit).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}

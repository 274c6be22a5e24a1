import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hash,
  hkdfSync,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto'

/** What a derived key may be used for. A token of one purpose is worthless for another. */
export type Purpose =
  | 'survey-link'
  | 'unsubscribe-link'
  | 'user-invitation'
  | 'receipt'
  | 'draft'
  | 'address-look-up'
  | 'address'
  | 'session'
  | 'case-code'
  | 'form-case'
  | 'case-contact'
  | 'case-text'
  | 'mailed-code'
  | 'report-code'
  | 'form-report'
  | 'report-contact'
  | 'report-text'
  | 'bounce'
  | 'reminder-letter'
  | 'api-key'

/** Keys derived from one master key that lives outside the database. */
export interface Keyring {
  /** HMAC-SHA-256 of `data` under the key of `purpose`: 32 bytes. */
  mac(purpose: Purpose, data: string | Uint8Array): Uint8Array
  /** AES-256-GCM: nonce (12 bytes, random, never reused), ciphertext and tag in one. */
  seal(purpose: Purpose, text: string, nonce: Uint8Array): Uint8Array
  /** The text sealed under the same key. Throws when it was sealed under another or changed. */
  open(purpose: Purpose, sealed: Uint8Array): string
  /** 32 bytes of key material as hexadecimal, for libraries that keep their own secret. */
  secret(purpose: Purpose): string
}

/** Derives every key from `master` (32 bytes or more) by HKDF-SHA-256 (RFC 5869), one per purpose. */
export function keyring(master: Uint8Array): Keyring {
  if (master.length < 32) throw new RangeError('a master key has at least 32 bytes')
  // As key objects: to seal under plain bytes takes five times as long.
  const keys = new Map<Purpose, KeyObject>()
  const key = (purpose: Purpose): KeyObject => {
    const known = keys.get(purpose)
    if (known) return known
    const derived = createSecretKey(Buffer.from(hkdfSync('sha256', master, 'wayproof', purpose, 32)))
    keys.set(purpose, derived)
    return derived
  }
  const macs = new Map<Purpose, Mac>()
  const mac = (purpose: Purpose): Mac => {
    const known = macs.get(purpose)
    if (known) return known
    const made = macUnder(key(purpose).export())
    macs.set(purpose, made)
    return made
  }
  return {
    mac: (purpose, data) => mac(purpose)(data),
    seal: (purpose, text, nonce) => sealUnder(key(purpose), text, nonce),
    open: (purpose, sealed) => {
      const bytes = Buffer.from(sealed)
      const decipher = createDecipheriv('aes-256-gcm', key(purpose), bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(-16))
      return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8')
    },
    secret: (purpose) => key(purpose).export().toString('hex'),
  }
}

type Mac = (data: string | Uint8Array) => Uint8Array

/** Bytes that SHA-256 takes at a time. */
const BLOCK = 64
/** Longer data get room of their own. */
const USUAL_DATA = 1024

/**
 * HMAC-SHA-256 (RFC 2104) under a key of at most 64 bytes, by hashes in room made once, which they leave as texts of a
 * character a byte: an `Hmac` object, or a buffer for each hash, costs three times as much, and its memory is held until a
 * full collection.
 */
function macUnder(key: Uint8Array): Mac {
  const padded = (pad: number) => Buffer.alloc(BLOCK).map((_, i) => (key[i] ?? 0) ^ pad)
  const pad = padded(0x36)
  const inner = Buffer.concat([pad, Buffer.alloc(USUAL_DATA)])
  const outer = Buffer.concat([padded(0x5c), Buffer.alloc(32)])
  const innerHash = (data: string | Uint8Array) => {
    const bytes = typeof data === 'string' ? Buffer.byteLength(data) : data.length
    if (bytes > USUAL_DATA) return hash('sha256', Buffer.concat([pad, Buffer.from(data)]), 'binary')
    if (typeof data === 'string') inner.write(data, BLOCK)
    else inner.set(data, BLOCK)
    return hash('sha256', inner.subarray(0, BLOCK + bytes), 'binary')
  }
  return (data) => {
    outer.write(innerHash(data), BLOCK, 'binary')
    return Buffer.from(hash('sha256', outer, 'binary'), 'binary')
  }
}

/** What `Keyring.seal` gives, for a thread that was handed one key and no keyring. */
export function sealUnder(key: KeyObject, text: string, nonce: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

/** Whether two byte strings are equal, in time that does not tell where they differ. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex')

import { hash, hkdfSync, timingSafeEqual } from 'node:crypto'
import sodium from 'sodium-native'
import { NONCE_BYTES } from './nonce.ts'

export { NONCE_BYTES }

/** The purpose of a derived key. A token for one purpose is worthless for another. */
export type Purpose =
  | 'survey-link'
  | 'preview-link'
  | 'unsubscribe-link'
  | 'user-invitation'
  | 'password-reset'
  | 'receipt'
  | 'draft'
  | 'answer'
  | 'address-look-up'
  | 'address'
  | 'session'
  | 'try-limit'
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
  | 'key-check'
  | 'backup'
  | 'journal'

/** Keys derived from one master key that is stored outside the database. */
export interface Keyring {
  /** HMAC-SHA-256 of `data` under the key of `purpose` (32 bytes). */
  mac(purpose: Purpose, data: string | Uint8Array): Uint8Array
  /**
   * Encrypts with XChaCha20-Poly1305. The result is the nonce (`NONCE_BYTES`, random, never reused), ciphertext and
   * tag.
   */
  seal(purpose: Purpose, text: string, nonce: Uint8Array): Uint8Array
  /** Decrypts a sealed text. Throws if it was changed or sealed under another key. */
  open(purpose: Purpose, sealed: Uint8Array): string
  /** Same as `seal`, for bytes. */
  sealBytes(purpose: Purpose, bytes: Uint8Array, nonce: Uint8Array): Uint8Array
  /** Same as `open`, for bytes. */
  openBytes(purpose: Purpose, sealed: Uint8Array): Uint8Array
  /** 32 bytes of key material in hexadecimal, for libraries that need their own secret. */
  secret(purpose: Purpose): string
}

/** Derives one key per purpose from `master` (32 bytes or more) with HKDF-SHA-256 (RFC 5869). */
export function keyring(master: Uint8Array): Keyring {
  if (master.length < 32) throw new RangeError('a master key has at least 32 bytes')
  const keys = new Map<Purpose, Buffer>()
  const key = (purpose: Purpose): Buffer => {
    const cached = keys.get(purpose)
    if (cached) return cached
    const derived = Buffer.from(hkdfSync('sha256', master, 'wayproof', purpose, 32))
    keys.set(purpose, derived)
    return derived
  }
  const macs = new Map<Purpose, Mac>()
  const mac = (purpose: Purpose): Mac => {
    const cached = macs.get(purpose)
    if (cached) return cached
    const macOfPurpose = macWithKey(key(purpose))
    macs.set(purpose, macOfPurpose)
    return macOfPurpose
  }
  return {
    mac: (purpose, data) => mac(purpose)(data),
    seal: (purpose, text, nonce) => encrypt(key(purpose), Buffer.from(text), nonce),
    open: (purpose, sealed) => decrypt(key(purpose), sealed).toString(),
    sealBytes: (purpose, bytes, nonce) => encrypt(key(purpose), bytes, nonce),
    openBytes: (purpose, sealed) => decrypt(key(purpose), sealed),
    secret: (purpose) => key(purpose).toString('hex'),
  }
}

type Mac = (data: string | Uint8Array) => Uint8Array

/** Block size of SHA-256 in bytes. */
const BLOCK = 64
/** Longer data get a buffer of their own. */
const USUAL_DATA = 1024

/**
 * HMAC-SHA-256 (RFC 2104) under a key of at most 64 bytes. It reuses preallocated buffers and takes each hash as a
 * latin1 string: an `Hmac` object, or a buffer for each hash, costs three times as much, and its memory stays allocated
 * until a full collection.
 */
function macWithKey(key: Uint8Array): Mac {
  const mac = macText(key)
  return (data) => Buffer.from(mac(data), 'binary')
}

/**
 * Same as `Keyring.mac` for a thread that received one key. The result is written into the first 32 bytes of `into`.
 */
export function macWriter(key: Uint8Array): (data: string, into: Buffer) => void {
  const mac = macText(key)
  return (data, into) => void into.write(mac(data), 'binary')
}

function macText(key: Uint8Array): (data: string | Uint8Array) => string {
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
    return hash('sha256', outer, 'binary')
  }
}

const TAG_BYTES = 16

/** A buffer in which texts of a given size are encrypted in place. */
interface CipherBuffers {
  readonly sealed: Buffer
  readonly nonce: Buffer
  readonly plaintext: Buffer
  readonly ciphertext: Buffer
}

function allocateBuffers(bytes: number): CipherBuffers {
  const sealed = Buffer.alloc(NONCE_BYTES + bytes + TAG_BYTES)
  const [nonce, ciphertext] = [sealed.subarray(0, NONCE_BYTES), sealed.subarray(NONCE_BYTES)]
  return { sealed, nonce, plaintext: ciphertext.subarray(0, bytes), ciphertext }
}

function encryptInPlace({ sealed, nonce, plaintext, ciphertext }: CipherBuffers, key: Buffer): Buffer {
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(ciphertext, plaintext, null, null, nonce, key)
  return sealed
}

function encrypt(key: Buffer, bytes: Uint8Array, nonce: Uint8Array): Uint8Array {
  const buffers = allocateBuffers(bytes.length)
  buffers.nonce.set(nonce)
  buffers.plaintext.set(bytes)
  return encryptInPlace(buffers, key)
}

/**
 * Longest text, in bytes, sealed in the shared buffer; e-mail addresses fit. Longer texts get a buffer of their own.
 */
const USUAL_TEXT = 256

/**
 * Same as `Keyring.seal` for a thread that received one key and seals many texts; the nonce of each text begins at
 * `at`. Calls share one buffer, so a result is valid until the next call.
 */
export function sealer(key: Buffer): (text: string, nonces: Buffer, offset: number) => Uint8Array {
  const buffersByLength: CipherBuffers[] = []
  return (text, nonces, offset) => {
    const bytes = Buffer.byteLength(text)
    const buffers = buffersByLength[bytes] ?? allocateBuffers(bytes)
    if (bytes < USUAL_TEXT) buffersByLength[bytes] = buffers
    nonces.copy(buffers.nonce, 0, offset, offset + NONCE_BYTES)
    buffers.plaintext.write(text)
    return encryptInPlace(buffers, key)
  }
}

function decrypt(key: Buffer, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length)
  const plaintext = Buffer.alloc(Math.max(0, bytes.length - NONCE_BYTES - TAG_BYTES))
  const nonce = bytes.subarray(0, NONCE_BYTES)
  sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(plaintext, null, bytes.subarray(NONCE_BYTES), null, nonce, key)
  return plaintext
}

/** Compares two byte strings in constant time. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

/** SHA-256 of bytes, or of a text in UTF-8, as 64 hexadecimal digits. */
export const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex')

import { hash, hkdfSync, timingSafeEqual } from 'node:crypto'
import sodium from 'sodium-native'
import { NONCE_BYTES } from './nonce.ts'
import { type CountingGenerations, PURPOSES, type Purpose } from './purpose.ts'

export { PURPOSES, type Purpose } from './purpose.ts'
export { NONCE_BYTES }

/** Keys derived from the master keys of an installation, which are stored outside the database. */
export interface Keyring {
  /** Number of master keys. */
  readonly generations: number
  /** HMAC-SHA-256 of `data` under the key of `purpose` (32 bytes). */
  mac(purpose: Purpose, data: string | Uint8Array): Uint8Array
  /** Whether `mac` is the beginning of the HMAC of `data` under a generation that counts. Takes constant time for each. */
  verify(purpose: Purpose, data: string | Uint8Array, mac: Uint8Array): boolean
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
  /** Encrypts again what an earlier generation encrypted; null if the newest did. Throws like `open`. */
  encryptAgain(purpose: Purpose, sealed: Uint8Array, nonce: Uint8Array): Uint8Array | null
  /** 32 bytes of key material in hexadecimal, for libraries that need their own secret. */
  secret(purpose: Purpose): string
  /** The secrets of all generations that count, the one of `secret` first. */
  secrets(purpose: Purpose): readonly string[]
}

/** Keys of one purpose: the one in use, then earlier ones that still count. */
type Generations<T> = readonly [T, ...(readonly T[])]

/**
 * Derives keys for each purpose from the generations of the master key (32 bytes or more each, the newest last) with
 * HKDF-SHA-256 (RFC 5869). `PURPOSES` states which generations count.
 */
export function keyring(...masters: Generations<Uint8Array>): Keyring {
  if (masters.some(({ length }) => length < 32)) throw new RangeError('a master key has at least 32 bytes')
  const keys = onceForEach((purpose) => countingOf(masters, PURPOSES[purpose], (master) => deriveKey(master, purpose)))
  const macs = onceForEach((purpose) => mapAll(keys(purpose), macWithKey))
  return {
    generations: masters.length,
    mac: (purpose, data) => macs(purpose)[0](data),
    verify: (purpose, data, mac) => macs(purpose).some((macOf) => isBeginning(mac, macOf(data))),
    seal: (purpose, text, nonce) => encrypt(keys(purpose)[0], Buffer.from(text), nonce),
    open: (purpose, sealed) => decryptWithAny(keys(purpose), sealed).toString(),
    sealBytes: (purpose, bytes, nonce) => encrypt(keys(purpose)[0], bytes, nonce),
    openBytes: (purpose, sealed) => decryptWithAny(keys(purpose), sealed),
    encryptAgain: (purpose, sealed, nonce) => {
      const [newest, ...earlier] = keys(purpose)
      try {
        decrypt(newest, sealed)
        return null
      } catch (error) {
        if (!isFilled(earlier)) throw error
        return encrypt(newest, decryptWithAny(earlier, sealed), nonce)
      }
    },
    secret: (purpose) => keys(purpose)[0].toString('hex'),
    secrets: (purpose) => keys(purpose).map((key) => key.toString('hex')),
  }
}

const deriveKey = (master: Uint8Array, purpose: Purpose) =>
  Buffer.from(hkdfSync('sha256', master, 'wayproof', purpose, 32))

function countingOf<T>(
  masters: Generations<Uint8Array>,
  counting: CountingGenerations,
  derive: (master: Uint8Array) => T,
): Generations<T> {
  const [first, ...later] = masters
  if (counting === 'first') return [derive(first)]
  const [newest = first, ...earlier] = [...later].reverse()
  if (counting === 'newest' || later.length === 0) return [derive(newest)]
  return [derive(newest), ...earlier.map(derive), derive(first)]
}

function onceForEach<T>(make: (purpose: Purpose) => T): (purpose: Purpose) => T {
  const made = new Map<Purpose, T>()
  return (purpose) => {
    const cached = made.get(purpose)
    if (cached) return cached
    const value = make(purpose)
    made.set(purpose, value)
    return value
  }
}

const isFilled = <T>(values: readonly T[]): values is Generations<T> => values.length > 0

const mapAll = <T, U>([first, ...others]: Generations<T>, map: (value: T) => U): Generations<U> => [
  map(first),
  ...others.map(map),
]

/** The shortest HMAC that a token contains: 80 bits. */
const SHORTEST_MAC = 10

const isBeginning = (mac: Uint8Array, whole: Uint8Array) =>
  mac.length >= SHORTEST_MAC && equalBytes(mac, whole.subarray(0, mac.length))

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

/** Decrypts with the first key that fits. Throws the error of the newest key if none does. */
function decryptWithAny([key, ...earlier]: Generations<Buffer>, sealed: Uint8Array): Buffer {
  try {
    return decrypt(key, sealed)
  } catch (error) {
    for (const other of earlier) {
      try {
        return decrypt(other, sealed)
      } catch {}
    }
    throw error
  }
}

/** Compares two byte strings in constant time. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

/** SHA-256 of bytes, or of a text in UTF-8, as 64 hexadecimal digits. */
export const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex')

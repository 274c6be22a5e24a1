import sodium from 'sodium-native'
import { NONCE_BYTES } from './nonce.ts'

// Encrypts files to a public key, so that the writer cannot read them again. A random key, sealed to the public key
// (crypto_box_seal), encrypts chunks with XChaCha20-Poly1305. The chunk numbers are the nonces, and the last chunk is
// marked.

/** Bytes of plain text in a chunk; only the last chunk may have fewer. */
export const CHUNK_BYTES = 65_536
const TAG_BYTES = 16
export const SEALED_CHUNK_BYTES: number = CHUNK_BYTES + TAG_BYTES
const KEY_BYTES = 32
/** Length of the sealed key that precedes the chunks. */
export const OPENING_BYTES: number = KEY_BYTES + sodium.crypto_box_SEALBYTES

export interface KeyPair {
  /** 32 bytes. */
  readonly publicKey: Uint8Array
  /** 32 bytes. */
  readonly secretKey: Uint8Array
}

export interface SealingStream {
  /** `OPENING_BYTES` long, written before the chunks. */
  readonly opening: Uint8Array
  /** Encrypts the next chunk; the `last` chunk ends the stream. */
  seal(chunk: Uint8Array, isLast: boolean): Uint8Array
}

/** Decrypts the next chunk. Throws if it was changed, is out of order, or if `last` does not match. */
export type OpeningStream = (sealed: Uint8Array, isLast: boolean) => Uint8Array

export function makeKeyPair(): KeyPair {
  const publicKey = Buffer.alloc(sodium.crypto_box_PUBLICKEYBYTES)
  const secretKey = Buffer.alloc(sodium.crypto_box_SECRETKEYBYTES)
  sodium.crypto_box_keypair(publicKey, secretKey)
  return { publicKey, secretKey }
}

/** Returns the key pair of a secret key. */
export function pairOf(secretKey: Uint8Array): KeyPair {
  const publicKey = Buffer.alloc(sodium.crypto_box_PUBLICKEYBYTES)
  sodium.crypto_scalarmult_base(publicKey, Buffer.from(secretKey))
  return { publicKey, secretKey }
}

/**
 * Starts a sealed stream. `label` is authenticated with every chunk but not stored: the stream opens only with the same
 * label.
 */
export function sealTo(publicKey: Uint8Array, label: Uint8Array): SealingStream {
  const key = Buffer.alloc(KEY_BYTES)
  sodium.randombytes_buf(key)
  const opening = Buffer.alloc(OPENING_BYTES)
  sodium.crypto_box_seal(opening, key, Buffer.from(publicKey))
  const nextNonce = chunkNonces()
  return {
    opening,
    seal: (chunk, isLast) => {
      const sealed = Buffer.alloc(chunk.length + TAG_BYTES)
      const additionalData = additionalDataOf(label, isLast)
      sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
        sealed,
        Buffer.from(chunk),
        additionalData,
        null,
        nextNonce(),
        key,
      )
      return sealed
    },
  }
}

/** Opens a sealed stream. Returns null if it was sealed to another key. */
export function openFrom(
  { publicKey, secretKey }: KeyPair,
  opening: Uint8Array,
  label: Uint8Array,
): OpeningStream | null {
  const key = Buffer.alloc(KEY_BYTES)
  if (opening.length !== OPENING_BYTES) return null
  if (!sodium.crypto_box_seal_open(key, Buffer.from(opening), Buffer.from(publicKey), Buffer.from(secretKey)))
    return null
  const nextNonce = chunkNonces()
  return (sealed, isLast) => {
    if (sealed.length < TAG_BYTES) throw new RangeError('a sealed chunk is cut off')
    const chunk = Buffer.alloc(sealed.length - TAG_BYTES)
    const additionalData = additionalDataOf(label, isLast)
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      chunk,
      null,
      Buffer.from(sealed),
      additionalData,
      nextNonce(),
      key,
    )
    return chunk
  }
}

const additionalDataOf = (label: Uint8Array, isLast: boolean) => Buffer.concat([Buffer.from([isLast ? 1 : 0]), label])

/** Each key encrypts one stream only, so chunk numbers can serve as nonces. */
function chunkNonces(): () => Buffer {
  let number = 0n
  return () => {
    const nonce = Buffer.alloc(NONCE_BYTES)
    nonce.writeBigUInt64LE(number)
    number += 1n
    return nonce
  }
}

import type { KeyObject } from 'node:crypto'
import { macUnder, sealUnder } from '@wayproof/kernel/keyring'
import { NONCE_BYTES, type TravelerChunk, unpackCells } from './traveler-chunk.ts'

/** A chunk whose addresses are sealed, and found again by a keyed hash only. */
export interface SealedChunk extends Pick<TravelerChunk, 'rowNumbers' | 'cells'> {
  /** One after the other; each ends where `ends` says. */
  readonly sealed: Uint8Array
  readonly ends: Uint32Array
  /** 32 bytes for each address. */
  readonly hashes: Uint8Array
}

export const HASH_BYTES = 32
const TAG_BYTES = 16

/** The two keys that an address needs. */
export interface AddressKeys {
  readonly address: KeyObject
  readonly lookUp: KeyObject
}

export function sealChunk(keys: AddressKeys, { rowNumbers, cells, emails, nonces }: TravelerChunk): SealedChunk {
  const addresses = unpackCells(emails)
  // An address is ASCII: as many bytes as letters.
  const room = emails.length + 1 - addresses.length + addresses.length * (NONCE_BYTES + TAG_BYTES)
  const sealed = new Uint8Array(room)
  const ends = new Uint32Array(addresses.length)
  const hashes = new Uint8Array(HASH_BYTES * addresses.length)
  let end = 0
  addresses.forEach((address, i) => {
    const bytes = sealUnder(keys.address, address, nonces.subarray(i * NONCE_BYTES, (i + 1) * NONCE_BYTES))
    sealed.set(bytes, end)
    end += bytes.length
    ends[i] = end
    hashes.set(macUnder(keys.lookUp, address), i * HASH_BYTES)
  })
  return { rowNumbers, cells, sealed, ends, hashes }
}

import { macWriter, sealer } from '@wayproof/kernel/secrets/keyring'
import { NONCE_BYTES } from '@wayproof/kernel/secrets/nonce'
import type { AddressKeys } from './address-keys.ts'
import { KeySet } from './key-set.ts'
import { mailDomains } from './mail-domains.ts'
import { STAGED } from './staged-tables.ts'
import { OWN_CELLS, TRAIT_CELLS, type TravelerChunk, unpackCells } from './traveler-chunk.ts'

const HASH_BYTES = 32

/** Buffers for the bytes of one row. */
interface Slot {
  readonly seal: ReturnType<typeof sealer>
  readonly hash: Buffer
}

/** Encrypts chunks, and records which customer numbers and addresses they contain. */
export interface Sealing {
  /** A slot for each row of a batch. */
  readonly slots: readonly Slot[]
  /** Writes the lookup hash of an address. */
  readonly lookUp: ReturnType<typeof macWriter>
  /** The stored form of the domain of an address. */
  readonly domainOf: (address: string) => Uint8Array
  readonly numbers: KeySet
  readonly addresses: KeySet
}

export function sealingUnder(keys: AddressKeys, atOnce: number): Sealing {
  const sealing = Buffer.from(keys.sealing, 'hex')
  return {
    slots: Array.from({ length: atOnce }, () => ({ seal: sealer(sealing), hash: Buffer.alloc(HASH_BYTES) })),
    lookUp: macWriter(Buffer.from(keys.lookUp, 'hex')),
    domainOf: mailDomains(macWriter(Buffer.from(keys.lookUp, 'hex'))),
    numbers: new KeySet(),
    addresses: new KeySet(),
  }
}

export type StagedCell = string | number | Uint8Array | null

const SPLIT_CELL = 'a cell contains the separator of cells'

/** The values of `STAGED` for one batch of rows after the other. The list is reused, so that no row leaves garbage. */
export function* sealedRows(
  chunk: TravelerChunk,
  { slots, lookUp, domainOf, numbers, addresses }: Sealing,
): Generator<readonly StagedCell[]> {
  const { rowNumbers, traits } = chunk
  const nonces = bufferOf(chunk.nonces)
  const values: StagedCell[] = Array(slots.length * STAGED.length).fill(null)
  let i = 0
  for (const cells of unpackCells(chunk.cells, OWN_CELLS)) {
    const slot = slots[i % slots.length]
    if (!slot) throw new Error('each row of a statement has a slot')
    const { seal, hash } = slot
    const text = (cell: number) => cells[cell] ?? ''
    const at = (i % slots.length) * STAGED.length
    lookUp(text(3), hash)
    numbers.addText(text(1))
    addresses.add(hash.readUInt32BE(0), hash.readUInt32BE(4))
    values[at] = rowNumbers[i] ?? 0
    values[at + 1] = text(0)
    values[at + 2] = text(1)
    values[at + 3] = seal(text(3), nonces, i * NONCE_BYTES)
    values[at + 4] = hash
    values[at + 5] = domainOf(text(3))
    values[at + 6] = text(2) || null
    values[at + 7] = traits[i] ?? 0
    i += 1
    if (i % slots.length === 0) yield values
  }
  if (i % slots.length > 0) yield values.slice(0, (i % slots.length) * STAGED.length)
  if (i !== rowNumbers.length) throw new Error(SPLIT_CELL)
}

/** The values of `TRAITS` for each new combination of the chunk. */
export function* traitRows({ traitNumbers, traitCells }: TravelerChunk): Generator<readonly StagedCell[]> {
  if (traitNumbers.length === 0) return
  let i = 0
  for (const [...texts] of unpackCells(traitCells, TRAIT_CELLS)) {
    const flags = Number(texts.pop())
    // From `locale` to `last_trip` each has a text; from `residence` to `basis_source` some have none.
    yield [traitNumbers[i] ?? 0, ...texts.map((text) => text || null), flags]
    i += 1
  }
  if (i !== traitNumbers.length) throw new Error(SPLIT_CELL)
}

const bufferOf = ({ buffer, byteOffset, length }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, length)

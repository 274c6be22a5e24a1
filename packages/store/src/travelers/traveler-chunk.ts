import type { Ids, Tokens } from '@wayproof/kernel'
import { type Keyring, NONCE_BYTES } from '@wayproof/kernel/keyring'
import type { NumberedTraveler } from '@wayproof/survey'

/**
 * Travelers on the way to another thread: a few large values, since each small one would be copied by itself. The cells are
 * texts without control characters, which the use case has taken out.
 */
export interface TravelerChunk {
  readonly rowNumbers: Uint32Array
  /** `CELLS` of each traveler: a new id, the texts, the flags, the address. */
  readonly cells: string
  /** `NONCE_BYTES` for each address. */
  readonly nonces: Uint8Array
  /** `HASH_BYTES` of each address: what it is looked up by. */
  readonly hashes: Uint8Array
}

const CELLS = 14
export const HASH_BYTES = 32
const BETWEEN = '\u001f'

export interface PackingDeps {
  readonly ids: Ids
  readonly tokens: Tokens
  readonly keyring: Keyring
}

/** Packs travelers as they come, so that few small values of each are held for long. */
export class ChunkPacker {
  readonly #deps: PackingDeps
  readonly #rows: number
  readonly #rowNumbers: Uint32Array
  readonly #hashes: Uint8Array
  #cells: string[] = []
  #size = 0

  /** `rows` is the most that a chunk takes. */
  constructor(rows: number, deps: PackingDeps) {
    this.#rows = rows
    this.#deps = deps
    this.#rowNumbers = new Uint32Array(rows)
    this.#hashes = new Uint8Array(HASH_BYTES * rows)
  }

  /** The chunks that became full. */
  add(travelers: readonly NumberedTraveler[]): readonly TravelerChunk[] {
    const full: TravelerChunk[] = []
    for (let from = 0; from < travelers.length; ) {
      const some = travelers.slice(from, from + this.#rows - this.#size)
      this.#pack(some)
      from += some.length
      if (this.#size === this.#rows) full.push(this.#taken())
    }
    return full
  }

  /** What is left, which fills no chunk; null where nothing is. */
  rest(): TravelerChunk | null {
    return this.#size === 0 ? null : this.#taken()
  }

  #pack(travelers: readonly NumberedTraveler[]): void {
    const { ids, keyring } = this.#deps
    const cells: string[] = []
    for (const { rowNumber, traveler: t } of travelers) {
      this.#rowNumbers[this.#size] = rowNumber
      this.#hashes.set(keyring.mac('address-look-up', t.email), this.#size * HASH_BYTES)
      cells.push(ids.next(), t.customerNumber, t.locale, t.tripType, t.channel, t.region, t.lastTrip, t.residence ?? '')
      cells.push(t.basis ?? '', t.basisWording ?? '', t.basisSource ?? '', t.basisDate ?? '', flagsOf(t), t.email)
      this.#size += 1
    }
    this.#cells.push(cells.join(BETWEEN))
  }

  #taken(): TravelerChunk {
    const chunk = {
      rowNumbers: this.#rowNumbers.slice(0, this.#size),
      cells: this.#cells.join(BETWEEN),
      nonces: this.#deps.tokens.bytes(NONCE_BYTES * this.#size),
      hashes: this.#hashes.slice(0, HASH_BYTES * this.#size),
    }
    this.#cells = []
    this.#size = 0
    return chunk
  }
}

/** The cells of each traveler in turn: split at once, those of all would be held until the last is staged. */
export function* unpackCells(cells: string): Generator<readonly string[]> {
  for (let at = 0; at <= cells.length; ) {
    const row: string[] = []
    while (row.length < CELLS && at <= cells.length) {
      const found = cells.indexOf(BETWEEN, at)
      const end = found === -1 ? cells.length : found
      row.push(cells.slice(at, end))
      at = end + 1
    }
    yield row
  }
}

/** In the order of `FLAGS`. */
const flagsOf = ({ adult, basisNamesSurveys, basisNotice, basisHolds }: NumberedTraveler['traveler']): string =>
  String(Number(adult) + 2 * Number(basisNamesSurveys) + 4 * Number(basisNotice) + 8 * Number(basisHolds))

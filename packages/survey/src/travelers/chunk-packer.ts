import type { Ids, Tokens } from '@wayproof/kernel/id'
import { NONCE_BYTES } from '@wayproof/kernel/secrets/nonce'
import type { NumberedTraveler } from './ports.ts'
import type { TravelerTraits } from './traveler.ts'
import { BETWEEN, type TravelerChunk } from './traveler-chunk.ts'
import { KNOWN_TRAITS } from './traveler-reader.ts'

export interface PackingDeps {
  readonly ids: Ids
  readonly tokens: Tokens
}

/** Packs travelers into few large values, because many small values would be retained for long. */
export class ChunkPacker {
  readonly #deps: PackingDeps
  readonly #rows: number
  readonly #rowNumbers: Uint32Array
  readonly #traits: Uint32Array
  readonly #known = new Map<TravelerTraits, number>()
  readonly #newTraits: TravelerTraits[] = []
  #traitCount = 0
  #cells: string[] = []
  #size = 0

  /** `rows` is the number of rows in a full chunk. */
  constructor(rows: number, deps: PackingDeps) {
    this.#rows = rows
    this.#deps = deps
    this.#rowNumbers = new Uint32Array(rows)
    this.#traits = new Uint32Array(rows)
  }

  /** Returns the chunks that became full. */
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

  /** Returns the last, incomplete chunk; null if there is none. */
  rest(): TravelerChunk | null {
    return this.#size === 0 ? null : this.#taken()
  }

  #pack(travelers: readonly NumberedTraveler[]): void {
    const { ids } = this.#deps
    const cells: string[] = []
    for (const { rowNumber, traveler: t } of travelers) {
      this.#rowNumbers[this.#size] = rowNumber
      this.#traits[this.#size] = this.#numberOf(t.traits)
      cells.push(ids.next(), t.customerNumber, t.basisDate ?? '', t.email)
      this.#size += 1
    }
    this.#cells.push(cells.join(BETWEEN))
  }

  #numberOf(traits: TravelerTraits): number {
    const knownNumber = this.#known.get(traits)
    if (knownNumber !== undefined) return knownNumber
    // Forgotten traits get a new number when they occur again.
    if (this.#known.size === KNOWN_TRAITS) this.#known.clear()
    this.#traitCount += 1
    this.#known.set(traits, this.#traitCount)
    this.#newTraits.push(traits)
    return this.#traitCount
  }

  #taken(): TravelerChunk {
    const traits = this.#newTraits.splice(0)
    const chunk = {
      rowNumbers: this.#rowNumbers.slice(0, this.#size),
      cells: this.#cells.join(BETWEEN),
      traits: this.#traits.slice(0, this.#size),
      traitNumbers: Uint32Array.from(traits, (_, i) => this.#traitCount - traits.length + i + 1),
      traitCells: traits.flatMap(traitCells).join(BETWEEN),
      nonces: this.#deps.tokens.bytes(NONCE_BYTES * this.#size),
    }
    this.#cells = []
    this.#size = 0
    return chunk
  }
}

/** In the order of `TRAITS`. */
const traitCells = (t: TravelerTraits): readonly string[] => [
  ...[t.locale, t.tripType, t.channel, t.region, t.lastTrip, t.residence ?? ''],
  ...[t.basis ?? '', t.basisWording ?? '', t.basisSource ?? '', flagsOf(t)],
]

/** In the order of `FLAGS`. */
const flagsOf = ({ adult, basisNamesSurveys, basisNotice, basisHolds }: TravelerTraits): string =>
  String(Number(adult) + 2 * Number(basisNamesSurveys) + 4 * Number(basisNotice) + 8 * Number(basisHolds))

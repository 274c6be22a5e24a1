import type { Ids, Tokens } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
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

export const CELLS = 14
export const NONCE_BYTES = 12
export const HASH_BYTES = 32
const BETWEEN = '\u001f'

export interface PackingDeps {
  readonly ids: Ids
  readonly tokens: Tokens
  readonly keyring: Keyring
}

export function packChunk(
  travelers: readonly NumberedTraveler[],
  { ids, tokens, keyring }: PackingDeps,
): TravelerChunk {
  const rowNumbers = new Uint32Array(travelers.length)
  const hashes = new Uint8Array(HASH_BYTES * travelers.length)
  const cells: string[] = []
  travelers.forEach(({ rowNumber, traveler: t }, i) => {
    rowNumbers[i] = rowNumber
    hashes.set(keyring.mac('address-look-up', t.email), i * HASH_BYTES)
    cells.push(ids.next(), t.customerNumber, t.locale, t.tripType, t.channel, t.region, t.lastTrip, t.residence ?? '')
    cells.push(t.basis ?? '', t.basisWording ?? '', t.basisSource ?? '', t.basisDate ?? '', flagsOf(t), t.email)
  })
  return { rowNumbers, cells: cells.join(BETWEEN), nonces: tokens.bytes(NONCE_BYTES * travelers.length), hashes }
}

export const unpackCells = (cells: string): readonly string[] => cells.split(BETWEEN)

const flagsOf = ({ adult, basisNamesSurveys, basisNotice, basisHolds }: NumberedTraveler['traveler']): string =>
  String(Number(adult) + 2 * Number(basisNamesSurveys) + 4 * Number(basisNotice) + 8 * Number(basisHolds))

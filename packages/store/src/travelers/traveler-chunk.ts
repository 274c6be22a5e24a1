import type { Ids, Tokens } from '@wayproof/kernel'
import type { NumberedTraveler } from '@wayproof/survey'

/**
 * Travelers on the way to another thread: a few large values, since each small one would be copied by itself. The cells are
 * texts without control characters, which the use case has taken out.
 */
export interface TravelerChunk {
  readonly rowNumbers: Uint32Array
  /** All but the addresses; see `CELLS`. */
  readonly cells: string
  readonly emails: string
  /** Twelve bytes for each address. */
  readonly nonces: Uint8Array
}

export const CELLS = 13
export const NONCE_BYTES = 12
const BETWEEN = '\u001f'

/** New ids are given here: used where the customer number is new. */
export function packChunk(
  travelers: readonly NumberedTraveler[],
  { ids, tokens }: { readonly ids: Ids; readonly tokens: Tokens },
): TravelerChunk {
  const rowNumbers = new Uint32Array(travelers.length)
  const cells: string[] = []
  const emails: string[] = []
  travelers.forEach((t, i) => {
    rowNumbers[i] = t.rowNumber
    emails.push(t.email)
    cells.push(ids.next(), t.customerNumber, t.locale, t.tripType, t.channel, t.region, t.lastTrip, t.residence ?? '')
    cells.push(t.basis ?? '', t.basisWording ?? '', t.basisSource ?? '', t.basisDate ?? '', flagsOf(t))
  })
  const nonces = tokens.bytes(NONCE_BYTES * travelers.length)
  return { rowNumbers, cells: cells.join(BETWEEN), emails: emails.join(BETWEEN), nonces }
}

export const unpackCells = (cells: string): readonly string[] => cells.split(BETWEEN)

const flagsOf = ({ adult, basisNamesSurveys, basisNotice, basisHolds }: NumberedTraveler): string =>
  String(Number(adult) + 2 * Number(basisNamesSurveys) + 4 * Number(basisNotice) + 8 * Number(basisHolds))

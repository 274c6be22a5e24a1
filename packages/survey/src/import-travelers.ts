import { type CalendarDate, dateAt, type Outcome, ok } from '@wayproof/kernel'
import type { SealedTraveler, SurveyPorts, TravelerImportCounts } from './ports.ts'
import { type Traveler, type TravelerRow, travelerFrom } from './traveler.ts'

export interface TravelerRowFault {
  readonly rowNumber: number
  readonly code: string
  readonly figures?: Readonly<Record<string, string | number>>
}

export interface TravelersFault {
  readonly code: 'rows-invalid'
  /** In the order of the file, all of them. */
  readonly rows: readonly TravelerRowFault[]
}

export interface ImportTravelers {
  readonly rows: readonly TravelerRow[]
  readonly fileName: string
  readonly digest: string
  readonly by: string
  readonly dryRun: boolean
}

/**
 * Takes a traveler file in, by customer number, all or nothing. Row faults: those of `travelerFrom`, `customer-twice` and
 * `address-twice` (with the first row that has it), `address-taken` by a customer who is not in the file.
 */
export async function importTravelers(
  ports: Pick<SurveyPorts, 'store' | 'clock' | 'ids' | 'tokens' | 'keyring' | 'timeZone'>,
  { rows, fileName, digest, by, dryRun }: ImportTravelers,
): Promise<Outcome<TravelerImportCounts, TravelersFault>> {
  const at = ports.clock.now()
  const read = readRows(rows, dateAt(at, ports.timeZone))
  if (read.faults.length > 0) return { ok: false, fault: { code: 'rows-invalid', rows: read.faults } }
  const file = { id: ports.ids.next(), fileName, digest, by, at, rowCount: rows.length, dryRun }
  const imported = await ports.store.importTravelers(file, sealed(ports, read.travelers))
  if (imported.ok) return ok(imported.value)
  const taken = imported.fault.rowNumbers.map((rowNumber) => ({ rowNumber, code: 'address-taken' }))
  return { ok: false, fault: { code: 'rows-invalid', rows: taken } }
}

type NumberedTraveler = Traveler & { readonly rowNumber: number }

function readRows(
  rows: readonly TravelerRow[],
  today: CalendarDate,
): { faults: TravelerRowFault[]; travelers: NumberedTraveler[] } {
  const faults: TravelerRowFault[] = []
  const travelers: NumberedTraveler[] = []
  const numbers = new Map<string, number>()
  const addresses = new Map<string, number>()
  for (const { rowNumber, cells } of rows) {
    const read = travelerFrom(cells, today)
    if (!read.ok) {
      faults.push({ rowNumber, ...read.fault })
      continue
    }
    const firstOfNumber = numbers.get(read.value.customerNumber)
    const firstOfAddress = addresses.get(read.value.email)
    if (firstOfNumber !== undefined) faults.push({ rowNumber, code: 'customer-twice', figures: { row: firstOfNumber } })
    else numbers.set(read.value.customerNumber, rowNumber)
    if (firstOfAddress !== undefined)
      faults.push({ rowNumber, code: 'address-twice', figures: { row: firstOfAddress } })
    else addresses.set(read.value.email, rowNumber)
    travelers.push({ ...read.value, rowNumber })
  }
  return { faults, travelers }
}

/** One at a time, so that a long file does not hold the process while it is sealed. */
function* sealed(
  { ids, tokens, keyring }: Pick<SurveyPorts, 'ids' | 'tokens' | 'keyring'>,
  travelers: readonly NumberedTraveler[],
): Iterable<SealedTraveler> {
  for (const { email, ...traveler } of travelers) {
    const emailSealed = keyring.seal('address', email, tokens.bytes(12))
    yield { ...traveler, id: ids.next(), emailSealed, emailKey: keyring.mac('address-look-up', email) }
  }
}

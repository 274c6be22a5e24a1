import { dateAt, type Fault, type Outcome, ok } from '@wayproof/kernel'
import type { SurveyPorts } from '../ports.ts'
import type { ClashingRow } from './clashing-row.ts'
import type { NumberedTraveler, TravelerImportCounts } from './ports.ts'
import { faultsOfTraveler, normaliseText, type TravelerRow } from './traveler.ts'
import { travelerReader } from './traveler-reader.ts'

export interface TravelerRowFault {
  readonly rowNumber: number
  readonly code: string
  /** The first characters of what was found. */
  readonly text: string
  readonly figures?: Readonly<Record<string, string | number>>
}

export interface TravelersFault {
  readonly code: 'rows-invalid'
  /** The first in the order of the file; of rows that it left out, the reader tells. */
  readonly rows: readonly TravelerRowFault[]
  /** How many there are. */
  readonly total: number
}

/** A traveler file as its reader hands it on: rows in the order of the file, then its end, or what is wrong with it. */
export type TravelerPiece<F extends Fault = never> =
  /** `leftOut`: what its reader found sound of the rows that it left out, whose other faults it tells. */
  | { readonly kind: 'rows'; readonly rows: readonly TravelerRow[]; readonly leftOut?: readonly TravelerRow[] }
  /** `unread`: faults of rows that its reader left out. It is then not taken, and the others are looked at all the same. */
  | { readonly kind: 'end'; readonly digest: string; readonly unread?: number }
  | { readonly kind: 'fault'; readonly fault: F }

export interface ImportTravelers<F extends Fault> {
  readonly table: AsyncIterable<TravelerPiece<F>> | Iterable<TravelerPiece<F>>
  readonly fileName: string
  readonly by: string
  /** Whether an outside system sent them under a key, whose name is then in `by`. */
  readonly byKey?: boolean
  readonly dryRun: boolean
  /** Faults that are told, a hundred unless said; the others are counted. */
  readonly faultsTold?: number
}

export interface ImportedTravelers extends TravelerImportCounts {
  /** Rows of the file. */
  readonly rows: number
  /** SHA-256 of the file, in hex. */
  readonly digest: string
  /** A dry run has these: languages that no letter is written in, the first of them. Their travelers get English ones. */
  readonly otherLanguages?: readonly string[]
}

/** Languages told. */
const LANGUAGES_TOLD = 20

const FAULTS_TOLD = 100
const TEXT_TOLD = 40

/**
 * Takes a traveler file in, by customer number, all or nothing; memory holds a few pieces of it. Among travelers with the same
 * address one is kept. Row faults: those of `faultsOfTraveler`, and `customer-twice` with the first row that has the number. A
 * fault of the file itself is given as it came.
 */
export async function importTravelers<F extends Fault = never>(
  ports: Pick<SurveyPorts, 'store' | 'clock' | 'ids' | 'timeZone'>,
  { table, fileName, by, byKey = false, dryRun, faultsTold = FAULTS_TOLD }: ImportTravelers<F>,
): Promise<Outcome<ImportedTravelers, TravelersFault | F>> {
  const at = ports.clock.now()
  const today = dateAt(at, ports.timeZone)
  const otherLanguages = new Set<string>()
  const read = travelerReader(today, ({ locale }) => {
    const language = normaliseText(String(locale))
    if (otherLanguages.size < LANGUAGES_TOLD && !isWritten(language)) otherLanguages.add(language)
  })
  const faults: TravelerRowFault[] = []
  function tell({ rowNumber, cells }: TravelerRow, ofRow: readonly Fault[]): void {
    for (const fault of ofRow) {
      faulty += 1
      if (faults.length < faultsTold) faults.push({ rowNumber, text: textOf(cells, fault.figures), ...fault })
    }
  }
  let [faulty, unread, rows, digest, isIn] = [0, 0, 0, '', false]
  const staging = ports.store.stageTravelers(faultsTold)
  try {
    for await (const piece of table) {
      if (piece.kind === 'fault') return { ok: false, fault: piece.fault }
      if (piece.kind === 'end') {
        digest = piece.digest
        unread = piece.unread ?? 0
        continue
      }
      const good: NumberedTraveler[] = []
      for (const row of piece.rows) {
        const traveler = read(row.cells)
        if (traveler.ok) good.push({ rowNumber: row.rowNumber, traveler: traveler.value })
        else tell(row, faultsOfTraveler(row.cells, today))
      }
      for (const row of piece.leftOut ?? []) {
        const known = faultsOfTraveler(row.cells, today).filter(({ figures }) => String(figures?.field) in row.cells)
        tell(row, known)
      }
      rows += piece.rows.length
      await staging.add(good)
    }
    const repeated = await staging.repeated()
    const total = faulty + repeated.total
    if (total + unread > 0) return invalid([...faults, ...repeated.rows.map(clash)], total, faultsTold)
    const file = { id: ports.ids.next(), fileName, digest, by, byKey, at, day: today, rowCount: rows, dryRun }
    const taken = await staging.takeIn(file)
    isIn = !dryRun
    return ok({ rows, digest, ...(dryRun && { otherLanguages: [...otherLanguages] }), ...taken })
  } finally {
    // Staged rows go with their connection in any case: what is in is not said to have failed because of them.
    await staging.discard().catch((error: unknown) => {
      if (!isIn) throw error
    })
  }
}

/** Whether letters are written in the language of a tag. */
const isWritten = (tag: string): boolean => /^(?:zh|en)(?![a-z])/i.test(tag)

function invalid(rows: readonly TravelerRowFault[], total: number, faultsTold: number) {
  const told = rows.toSorted((a, b) => a.rowNumber - b.rowNumber).slice(0, faultsTold)
  return { ok: false, fault: { code: 'rows-invalid', rows: told, total } } as const
}

const textOf = (cells: TravelerRow['cells'], figures: Fault['figures']): string =>
  String(cells[String(figures?.field)] ?? '').slice(0, TEXT_TOLD)

const clash = ({ rowNumber, text, otherRow }: ClashingRow): TravelerRowFault => ({
  rowNumber,
  code: 'customer-twice',
  text: text.slice(0, TEXT_TOLD),
  figures: { row: otherRow },
})

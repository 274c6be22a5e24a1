import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { type Fault, type Outcome, ok } from '@wayproof/kernel/outcome'
import { type SurveyLanguage, writtenLanguage } from '@wayproof/kernel/people/survey-language'
import type { SurveyPorts } from '../ports.ts'
import type { ClashingRow } from './clashing-row.ts'
import type { NumberedTraveler, TravelerImportCounts } from './ports.ts'
import { faultsOfTraveler, normaliseText, type TravelerRow } from './traveler.ts'
import { travelerReader } from './traveler-reader.ts'

export interface TravelerRowFault {
  readonly rowNumber: number
  readonly code: string
  /** The first characters of the cell. */
  readonly text: string
  readonly figures?: Readonly<Record<string, string | number>>
}

export interface TravelersFault {
  readonly code: 'rows-invalid'
  /** The first row faults in file order; the reader reports those of rows it excluded. */
  readonly rows: readonly TravelerRowFault[]
  /** Total number of row faults. */
  readonly total: number
}

/** A piece of a traveler file from its reader: rows in file order, then the end or the fault of the file. */
export type TravelerPiece<F extends Fault = never> =
  /** `leftOut`: the valid cells of rows that the reader excluded; the reader reports their other faults. */
  | { readonly kind: 'rows'; readonly rows: readonly TravelerRow[]; readonly leftOut?: readonly TravelerRow[] }
  /**
   * `unread`: number of faults in rows that the reader excluded. The file is then rejected, but the other rows are
   * still checked.
   */
  | { readonly kind: 'end'; readonly digest: string; readonly unread?: number }
  | { readonly kind: 'fault'; readonly fault: F }

export interface ImportTravelers<F extends Fault> {
  readonly table: AsyncIterable<TravelerPiece<F>> | Iterable<TravelerPiece<F>>
  readonly fileName: string
  readonly by: string
  /** True if an external system sent them with an API key, whose name is in `by`. */
  readonly byKey?: boolean
  readonly dryRun: boolean
  /** Added languages that are active; none by default. */
  readonly languages?: readonly SurveyLanguage[]
  /** Maximum number of faults to list, 100 by default; the others are counted. */
  readonly faultsTold?: number
}

export interface ImportedTravelers extends TravelerImportCounts {
  /** Number of rows in the file. */
  readonly rows: number
  /** SHA-256 of the file, in hex. */
  readonly digest: string
  /** Only in a dry run: the first languages for which there are no letters. Their travelers get English letters. */
  readonly otherLanguages?: readonly string[]
}

/** Maximum number of languages listed. */
const LANGUAGES_TOLD = 20

const FAULTS_TOLD = 100
const TEXT_TOLD = 40

/**
 * Imports a traveler file by customer number, all or nothing, holding only a few pieces in memory. One traveler per
 * address is kept. Row faults: those of `faultsOfTraveler`, and `customer-twice` with the first row that has the
 * number. A fault of the file itself is returned unchanged.
 */
export async function importTravelers<F extends Fault = never>(
  ports: Pick<SurveyPorts, 'store' | 'clock' | 'ids' | 'timeZone'>,
  { table, fileName, by, byKey = false, dryRun, languages = [], faultsTold = FAULTS_TOLD }: ImportTravelers<F>,
): Promise<Outcome<ImportedTravelers, TravelersFault | F>> {
  const at = ports.clock.now()
  const today = dateAt(at, ports.timeZone)
  const otherLanguages = new Set<string>()
  const onCells = ({ locale }: TravelerRow['cells']) => {
    const language = normaliseText(String(locale))
    const isWritten = writtenLanguage(language, languages) !== null
    if (otherLanguages.size < LANGUAGES_TOLD && !isWritten) otherLanguages.add(language)
  }
  const reader = travelerReader(today, onCells, languages)
  const faults: TravelerRowFault[] = []
  function reportFaults({ rowNumber, cells }: TravelerRow, rowFaults: readonly Fault[]): void {
    for (const fault of rowFaults) {
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
      const validTravelers: NumberedTraveler[] = []
      for (const row of piece.rows) {
        const traveler = reader(row.cells)
        if (traveler.ok) validTravelers.push({ rowNumber: row.rowNumber, traveler: traveler.value })
        else reportFaults(row, faultsOfTraveler(row.cells, today))
      }
      for (const row of piece.leftOut ?? []) {
        const cellFaults = faultsOfTraveler(row.cells, today).filter(
          ({ figures }) => String(figures?.field) in row.cells,
        )
        reportFaults(row, cellFaults)
      }
      rows += piece.rows.length
      await staging.add(validTravelers)
    }
    const repeated = await staging.repeated()
    const total = faulty + repeated.total
    if (total + unread > 0) return invalid([...faults, ...repeated.rows.map(clash)], total, faultsTold)
    const file = { id: ports.ids.next(), fileName, digest, by, byKey, at, day: today, rowCount: rows, dryRun }
    const staged = await staging.takeIn(file)
    isIn = !dryRun
    return ok({ rows, digest, ...(dryRun && { otherLanguages: [...otherLanguages] }), ...staged })
  } finally {
    // Staged rows disappear with their connection anyway, so a failed discard must not report a committed import as
    // failed.
    await staging.discard().catch((error: unknown) => {
      if (!isIn) throw error
    })
  }
}

function invalid(rows: readonly TravelerRowFault[], total: number, faultsTold: number) {
  const listedRows = rows.toSorted((a, b) => a.rowNumber - b.rowNumber).slice(0, faultsTold)
  return { ok: false, fault: { code: 'rows-invalid', rows: listedRows, total } } as const
}

const textOf = (cells: TravelerRow['cells'], figures: Fault['figures']): string =>
  String(cells[String(figures?.field)] ?? '').slice(0, TEXT_TOLD)

const clash = ({ rowNumber, text, otherRow }: ClashingRow): TravelerRowFault => ({
  rowNumber,
  code: 'customer-twice',
  text: text.slice(0, TEXT_TOLD),
  figures: { row: otherRow },
})

import type { Ids } from '@wayproof/kernel/id'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { addressKey } from '../../travelers/address-key.ts'
import type { NumberedTraveler, TravelerImportCounts, TravelerStaging } from '../../travelers/ports.ts'
import type { Traveler } from '../../travelers/traveler.ts'
import { hexOf } from './find-in-memory.ts'
import { traitsIn } from './memory-found-traits.ts'
import { removeTraveler, writeTraveler } from './memory-register.ts'
import type { MemoryTraveler, SurveyMemory } from './survey-memory.ts'

interface StagingDeps {
  readonly ids: Ids
  readonly keyring: Keyring
  /** Maximum number of clashing rows to report. */
  readonly told: number
}

/** An imported row under the hash of its address. */
interface StagedRow extends NumberedTraveler {
  readonly key: string
}

const mayBeMailed = ({ traits }: Traveler): boolean => traits.adult && traits.basisHolds

/** True if the first traveler has the better claim to a mailbox that both have. */
const hasBetterClaim = (traveler: Traveler, other: Traveler): boolean =>
  mayBeMailed(traveler) !== mayBeMailed(other)
    ? mayBeMailed(traveler)
    : traveler.traits.lastTrip > other.traits.lastTrip

export function memoryStaging(memory: SurveyMemory, { ids, keyring, told }: StagingDeps): TravelerStaging {
  const staged: StagedRow[] = []
  return {
    add: async (travelers) => {
      for (const traveler of travelers)
        staged.push({ ...traveler, key: hexOf(addressKey(keyring, traveler.traveler.email)) })
    },
    repeated: async () => {
      const firstRow = new Map<string, number>()
      const rows = staged.flatMap(({ rowNumber, traveler: { customerNumber: text } }) => {
        const otherRow = firstRow.get(text)
        if (otherRow === undefined) firstRow.set(text, rowNumber)
        return otherRow === undefined ? [] : [{ rowNumber, text, otherRow }]
      })
      return { rows: rows.slice(0, told), total: rows.length }
    },
    takeIn: async (file) => {
      const allowed = staged.filter(({ key }) => memory.suppressed.get(key)?.reason !== 'erased')
      const stagedRows = onePerMailbox(allowed)
      const { taken, replaced } = besideRegister(memory, stagedRows)
      const changes = taken.map((row) => ({ row, known: knownAs(memory, row.traveler.customerNumber) }))
      const counts = countsOf(changes)
      const sameAddress = allowed.length - taken.length + replaced.length
      const result = { ...counts, erased: staged.length - allowed.length, sameAddress }
      if (file.dryRun) return { ...result, found: traitsIn(memory, taken) }
      for (const { id } of replaced) removeTraveler(memory, id)
      for (const { row, known } of changes)
        writeTraveler(memory, row, { id: known?.id ?? ids.next(), known, at: file.at, importId: file.id })
      memory.imports.push(file)
      return result
    },
    discard: async () => void staged.splice(0),
  }
}

const knownAs = ({ travelers }: SurveyMemory, customerNumber: string) =>
  [...travelers.values()].find((traveler) => traveler.customerNumber === customerNumber)

/** Keeps the row with the best claim to each mailbox; of equal claims the last row. */
const onePerMailbox = (rows: readonly StagedRow[]): readonly StagedRow[] =>
  [...Map.groupBy(rows, ({ key }) => key).values()].map((stagedRows) =>
    stagedRows.reduce((stagedRow, row) => (hasBetterClaim(stagedRow.traveler, row.traveler) ? stagedRow : row)),
  )

/** Rows that may enter the register, and the travelers who lose their mailbox to one of them. */
function besideRegister(memory: SurveyMemory, rows: readonly StagedRow[]) {
  const running = new Set(
    [...memory.invitations.values()]
      .filter(({ waveId }) => memory.waves.get(waveId)?.wave.status !== 'unlinked')
      .map(({ travelerId }) => travelerId),
  )
  const numbers = new Set(rows.map(({ traveler }) => traveler.customerNumber))
  const memoryTravelers: MemoryTraveler[] = []
  const stagedRows = rows.filter(({ key, traveler }) => {
    const holder = [...memory.travelers.values()].find(
      (each) => each.addressKey === key && !numbers.has(each.customerNumber),
    )
    if (!holder) return true
    if (running.has(holder.id) || hasBetterClaim(holder, traveler)) return false
    memoryTravelers.push(holder)
    return true
  })
  return { taken: stagedRows, replaced: memoryTravelers }
}

type RowChange = { readonly row: StagedRow; readonly known: MemoryTraveler | undefined }

function countsOf(changes: readonly RowChange[]): Omit<TravelerImportCounts, 'erased' | 'sameAddress'> {
  const rowChanges = changes.filter((change) => change.known)
  const unchanged = rowChanges.filter((change) => isSame(change)).length
  return {
    added: changes.length - rowChanges.length,
    changed: rowChanges.length - unchanged,
    unchanged,
    notAdult: changes.filter(({ row }) => !row.traveler.traits.adult).length,
    noBasis: changes.filter(({ row }) => !row.traveler.traits.basisHolds).length,
  }
}

const isSame = ({ row: { traveler, key }, known }: RowChange): boolean =>
  known?.addressKey === key &&
  known.basisDate === traveler.basisDate &&
  JSON.stringify(known.traits) === JSON.stringify(traveler.traits)

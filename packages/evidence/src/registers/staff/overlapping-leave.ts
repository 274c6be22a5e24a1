import type { CheckContext, CheckFault, Leave } from '../../checks/row-check.ts'
import type { TableRow } from '../../import/table.ts'

interface PersonsLeave extends Leave {
  readonly number: string
}

/**
 * Returns the leave of a person that shares a day with other leave in the file or the register. A row of the file
 * replaces the stored row with the same key.
 */
export function overlappingLeave(rows: readonly TableRow<PersonsLeave>[], context: CheckContext): CheckFault[] {
  // Leave that ends before it begins is reported by another check.
  const tableRows = rows.filter(({ cells }) => cells.fromDay <= cells.toDay)
  const byPerson = Map.groupBy(tableRows, ({ cells }) => cells.number)
  return [...byPerson].flatMap(([number, theirs]) => {
    const replaced = new Set(theirs.map(({ cells }) => cells.fromDay))
    const leaves = (context.leave.get(number) ?? []).filter(({ fromDay }) => !replaced.has(fromDay))
    return theirs.flatMap(({ rowNumber, cells }, place) => {
      const inFile = theirs.slice(0, place).find((tableRow) => overlaps(tableRow.cells, cells))
      const leave = inFile?.cells ?? leaves.find((leave) => overlaps(leave, cells))
      // Duplicate keys are reported by another check.
      if (!leave || inFile?.cells.fromDay === cells.fromDay) return []
      const fault = {
        rowNumber,
        field: 'fromDay',
        code: 'overlapping',
        text: spanOf(cells),
        expected: spanOf(leave),
      } as const
      return [inFile ? { ...fault, otherRow: inFile.rowNumber } : fault]
    })
  })
}

const overlaps = (a: Leave, b: Leave): boolean => a.fromDay <= b.toDay && b.fromDay <= a.toDay
const spanOf = ({ fromDay, toDay }: Leave): string => `${fromDay} – ${toDay}`

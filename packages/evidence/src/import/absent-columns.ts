import { isWithinEdits } from '@wayproof/kernel/settings/edit-distance'
import { plainHeading } from '../mapping/plain-heading.ts'
import type { Field } from './field.ts'
import { columnsOf, type ImportProfile } from './profile.ts'
import type { MisspeltColumn } from './table-fault.ts'

/** Shorter names are too similar to many others. */
const LONG_NAME = 4
const VERY_LONG_NAME = 6

/** Columns of optional fields that are missing from the file. */
export function absentColumns(header: readonly string[], fields: readonly Field[], profile: ImportProfile): string[] {
  const absent = fields
    .filter(({ required }) => !required)
    .map(({ name }) => columnsOf(name, profile))
    .filter((columns) => columns.every((column) => !header.includes(column)))
  return [...new Set(absent.flat())]
}

/** Unused headings that resemble a missing column: one edit apart, or two for names of 6 or more characters. */
export function misspeltColumns(
  header: readonly string[],
  used: readonly string[],
  absent: readonly string[],
): MisspeltColumn[] {
  const others = header.filter((heading) => heading !== '' && !used.includes(heading))
  return absent.flatMap((meant) => {
    const heading = others.find((other) => isNear(plainHeading(other), plainHeading(meant)))
    return heading === undefined ? [] : [{ heading, meant }]
  })
}

function isNear(heading: string, column: string): boolean {
  const allowed = column.length < LONG_NAME ? 0 : column.length < VERY_LONG_NAME ? 1 : 2
  return isWithinEdits(heading, column, allowed)
}

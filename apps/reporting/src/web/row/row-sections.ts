import type { Field } from '@wayproof/evidence/import/field'
import { type RegisterId, registers } from '@wayproof/evidence/register'

export const ROW_SECTIONS = ['what', 'when', 'details'] as const

export type RowSection = (typeof ROW_SECTIONS)[number]

const DATED: readonly Field['kind'][] = ['day', 'month', 'partial-date', 'instant']

/** A register with fewer fields needs no sections. */
const MIN_FIELDS = 7

/** A text of this length describes; a shorter one names. */
const LONG_TEXT = 400

/** The fields of a register in sections: what a row is, its dates, and its details. Empty sections are left out. */
export function rowSections(register: RegisterId): readonly { section: RowSection; fields: readonly Field[] }[] {
  const fields: readonly Field[] = registers[register].fields
  if (fields.length < MIN_FIELDS) return [{ section: 'what', fields }]
  return ROW_SECTIONS.map((section) => ({
    section,
    fields: fields.filter((field) => sectionOf(field) === section),
  })).filter((each) => each.fields.length > 0)
}

function sectionOf({ kind, maxLength = 0, required }: Field): RowSection {
  if (DATED.includes(kind)) return 'when'
  const isDetail = kind === 'list' || kind === 'number' || (!required && kind === 'integer') || maxLength >= LONG_TEXT
  return isDetail && !required ? 'details' : 'what'
}

import type { Field } from '@wayproof/evidence/import/field'

const UNBROKEN: readonly Field['kind'][] = ['day', 'month', 'partial-date', 'instant', 'yes-no']

/** Says whether a cell must not wrap; undefined leaves the data attribute out. */
export const isUnbroken = ({ kind, code }: Field): true | undefined =>
  UNBROKEN.includes(kind) || code ? true : undefined

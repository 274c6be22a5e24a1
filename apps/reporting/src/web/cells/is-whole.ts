import type { Field } from '@wayproof/evidence'

const WHOLE: readonly Field['kind'][] = ['day', 'month', 'partial-date', 'instant', 'yes-no']

/** Says whether a cell must not wrap; undefined leaves the data attribute out. */
export const isWhole = ({ kind, code }: Field): true | undefined => (WHOLE.includes(kind) || code ? true : undefined)

import type { Field } from '@wayproof/evidence'

const WHOLE: readonly Field['kind'][] = ['day', 'month', 'partial-date', 'instant', 'yes-no']

/** Whether a cell's text is not broken into lines in a table; nothing of an attribute otherwise. */
export const isWhole = ({ kind, code }: Field): true | undefined => (WHOLE.includes(kind) || code ? true : undefined)

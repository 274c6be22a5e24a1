import type { ChangeItem } from '../letter/letter-content.ts'

/** A sign beside each change, so that color is not needed. */
export const CHANGE_MARKS: Readonly<Record<ChangeItem['direction'], string>> = { better: '▲', worse: '▼', other: '=' }

import type { ChangeItem } from '../letter/letter-content.ts'

/** A sign beside each change, so that color is not needed. */
export const COURSE_MARKS: Readonly<Record<ChangeItem['course'], string>> = { better: '▲', worse: '▼', other: '=' }

import { goals } from './en/goals.ts'
import { reporting } from './en/reporting.ts'

/** Every sentence a person reads, in English. Each area is a file of `en/`; `zh-CN.ts` must hold the same. */
export const en = { goals, reporting }

export type Messages = typeof en

import { goals } from './en/goals.ts'
import { scorecard } from './en/scorecard.ts'

/** Every sentence a person reads, in English. Each area is a file of `en/`; `zh-CN.ts` must hold the same. */
export const en = { goals, scorecard }

export type Messages = typeof en

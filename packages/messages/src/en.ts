import { goals } from './en/goals.ts'
import { letterGoals } from './en/letter-goals.ts'
import { letters } from './en/letters.ts'
import { reporting } from './en/reporting.ts'
import { scorecard } from './en/scorecard.ts'
import { settings } from './en/settings.ts'

/** Every sentence a person reads, in English. Each area is a file of `en/`; `zh-CN.ts` must hold the same. */
export const en = { goals, letterGoals, letters, reporting, scorecard, settings }

export type Messages = typeof en

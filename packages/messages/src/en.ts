import { goals } from './en/goals.ts'
import { letterGoals } from './en/letter-goals.ts'
import { letters } from './en/letters.ts'
import { settings } from './en/settings.ts'

/** Every sentence a person reads, in English. Each area is a file of `en/`; `zh-CN.ts` must hold the same. */
export const en = { goals, letterGoals, letters, settings }
import { registers } from './en/registers.ts'

/** Every sentence a person reads, in English. Each area is a file of `en/`; `zh-CN.ts` must hold the same. */
export const en = { goals, registers }

export type Messages = typeof en

import { goals } from './en/goals.ts'
import { settings } from './en/settings.ts'
import { survey } from './en/survey.ts'

/** Every sentence a person reads, in English. Each area is a file of `en/`; `zh-CN.ts` must hold the same. */
export const en = { goals, settings, survey }

export type Messages = typeof en

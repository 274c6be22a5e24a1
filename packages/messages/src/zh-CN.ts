import type { Messages } from './en.ts'
import { goals } from './zh-CN/goals.ts'
import { letterGoals } from './zh-CN/letter-goals.ts'
import { letters } from './zh-CN/letters.ts'
import { reporting } from './zh-CN/reporting.ts'
import { scorecard } from './zh-CN/scorecard.ts'
import { settings } from './zh-CN/settings.ts'

/** Every sentence a person reads, in Chinese. */
export const zhCN: Messages = { goals, letterGoals, letters, reporting, scorecard, settings }

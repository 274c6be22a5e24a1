import type { Messages } from './en.ts'
import { goals } from './zh-CN/goals.ts'
import { scorecard } from './zh-CN/scorecard.ts'

/** Every sentence a person reads, in Chinese. */
export const zhCN: Messages = { goals, scorecard }

import type { Messages } from './en.ts'
import { goals } from './zh-CN/goals.ts'
import { reporting } from './zh-CN/reporting.ts'

/** Every sentence a person reads, in Chinese. */
export const zhCN: Messages = { goals, reporting }

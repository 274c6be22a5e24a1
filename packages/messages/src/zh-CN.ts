import type { Messages } from './en.ts'
import { goals } from './zh-CN/goals.ts'
import { settings } from './zh-CN/settings.ts'
import { survey } from './zh-CN/survey.ts'

/** Every sentence a person reads, in Chinese. */
export const zhCN: Messages = { goals, settings, survey }

import type { Messages } from './en.ts'
import { commands } from './zh-CN/commands.ts'
import { goals } from './zh-CN/goals.ts'

/** Every sentence a person reads, in Chinese. */
export const zhCN: Messages = { commands, goals }

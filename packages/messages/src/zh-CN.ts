import type { Messages } from './en.ts'
import { goals } from './zh-CN/goals.ts'
import { registers } from './zh-CN/registers.ts'

/** Every sentence a person reads, in Chinese. */
export const zhCN: Messages = { goals, registers }

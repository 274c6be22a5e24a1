import { commands } from './en/commands.ts'
import { goals } from './en/goals.ts'

/** Every sentence a person reads, in English. Each area is a file of `en/`; `zh-CN.ts` must hold the same. */
export const en = { commands, goals }

export type Messages = typeof en

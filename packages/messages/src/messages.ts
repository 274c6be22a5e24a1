import type { Locale } from '@wayproof/kernel/people/locale'
import { en, type Messages } from './en.ts'
import { zhCN } from './zh-CN.ts'

/** The sentences of a language. A sentence that one language lacks is a type error. */
export const messages = (locale: Locale): Messages => (locale === 'en' ? en : zhCN)

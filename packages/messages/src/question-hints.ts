import type { Locale } from '@wayproof/kernel/people/locale'
import { questionHints as english } from './en/survey/question-hints.ts'
import { questionHints as chinese } from './zh-CN/survey/question-hints.ts'

/** Hints of the survey page in both languages, because a preview shows a language that its page does not have. */
export const questionHints: Readonly<Record<Locale, typeof english>> = { 'zh-CN': chinese, en: english }

import type { Locale } from '@wayproof/kernel/people/locale'
import type { Loaders } from './area.ts'
import type { first, later } from './en/dashboard/dashboard.ts'

/** An area that is not part of the first screen. */
export type LaterArea = keyof typeof later

/** The dashboard's words in one language: those of its first screen, and a loader for each other area. */
export interface DashboardWords {
  readonly first: typeof first
  readonly later: Loaders<LaterArea>
}

const LANGUAGES: Readonly<Record<Locale, () => Promise<DashboardWords>>> = {
  'zh-CN': () => import('./zh-CN/dashboard/dashboard.ts'),
  en: () => import('./en/dashboard/dashboard.ts'),
}

/** Loads one language alone. Servers use `messages` of the package's index, which has both. */
export const loadDashboardWords = (locale: Locale): Promise<DashboardWords> => LANGUAGES[locale]()

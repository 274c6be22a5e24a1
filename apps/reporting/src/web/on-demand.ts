import { type ComponentType, lazy } from 'react'
import { needWords } from './words/dashboard-words.ts'
import { PAGE_WORDS } from './words/page-words.ts'

/** The server draws the place of a part, and the browser fills it. */
const isOnServer = typeof document === 'undefined'

/** Loads a part of the shell together with its texts when it is first drawn. */
const part = <N extends keyof typeof PAGE_WORDS, P>(
  load: () => Promise<Readonly<Record<N, ComponentType<P>>>>,
  name: N,
) =>
  lazy(async () => {
    if (isOnServer) return new Promise<never>(() => {})
    const [module] = await Promise.all([load(), needWords(PAGE_WORDS[name])])
    return { default: module[name] }
  })

/** Dialogs of the shell and parts of pages, which load when they are first drawn. */
export const Palette = part(() => import('./palette/palette.tsx'), 'Palette')
export const ShortcutSheet = part(() => import('./shortcuts/shortcut-sheet.tsx'), 'ShortcutSheet')
export const AskedDecisions = part(() => import('./decisions/asked-decisions.tsx'), 'AskedDecisions')
export const TakenPanel = part(() => import('./decisions/taken-panel.tsx'), 'TakenPanel')
export const HealthNotes = part(() => import('./runs/health-notes.tsx'), 'HealthNotes')
export const BelowGoals = part(() => import('./home/below-goals.tsx'), 'BelowGoals')
export const FirstRun = part(() => import('./first-run/first-run.tsx'), 'FirstRun')
export const GuideLink = part(() => import('./first-run/guide-link.tsx'), 'GuideLink')
export const RemoveSample = part(() => import('./sample-data/remove-sample.tsx'), 'RemoveSample')
export const CompareDrawer = part(() => import('./questionnaire/compare-drawer.tsx'), 'CompareDrawer')
export const ConflictPanel = part(() => import('./questionnaire/conflict-panel.tsx'), 'ConflictPanel')
export const ImportDrawer = part(() => import('./questionnaire/import-drawer.tsx'), 'ImportDrawer')
export const ApiKeysPanel = part(() => import('./api-keys/api-keys-panel.tsx'), 'ApiKeysPanel')

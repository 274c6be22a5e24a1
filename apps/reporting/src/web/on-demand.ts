import { part } from './words/part.ts'

/** The dialogs of the shell, which load when they are first opened. */
export const Palette = part(() => import('./palette/palette.tsx'), 'Palette')
export const ShortcutSheet = part(() => import('./shortcuts/shortcut-sheet.tsx'), 'ShortcutSheet')
export const AskedDecisions = part(() => import('./decisions/asked-decisions.tsx'), 'AskedDecisions')

import type { MenuPage } from '../shell/menu-entries.ts'

/** The letter that opens a page after G. */
export const PAGE_KEYS: Readonly<Partial<Record<MenuPage, string>>> = {
  home: 'h',
  scorecard: 's',
  waves: 'w',
  registers: 'r',
  policies: 'p',
  measures: 'm',
  deadlines: 'd',
  actions: 'a',
  closing: 'c',
}

/** The keys that change the half-year. */
export const HALF_YEAR_KEYS = { earlier: '[', later: ']' } as const

export type Shortcut =
  | { readonly kind: 'palette' | 'sheet' | 'earlier' | 'later' }
  | { readonly kind: 'page'; readonly page: MenuPage }

export interface Key {
  readonly key: string
  /** Ctrl or ⌘ is held. */
  readonly isCommand: boolean
  /** Alt is held. */
  readonly isAlternative: boolean
}

/**
 * The shortcut of a pressed key, after the key before it. Keys without Ctrl or ⌘ work only if `singleKeys`, because
 * they collide with speech input.
 */
export function shortcutOf(
  { key, isCommand, isAlternative }: Key,
  previous: string | null,
  singleKeys: boolean,
): Shortcut | null {
  if (isCommand) return key.toLowerCase() === 'k' && !isAlternative ? { kind: 'palette' } : null
  if (!singleKeys || isAlternative) return null
  if (previous === 'g') {
    const page = Object.entries(PAGE_KEYS).find(([, letter]) => letter === key.toLowerCase())?.[0]
    if (page) return { kind: 'page', page: page as MenuPage }
  }
  if (key === '?') return { kind: 'sheet' }
  if (key === '/') return { kind: 'palette' }
  if (key === HALF_YEAR_KEYS.earlier) return { kind: 'earlier' }
  if (key === HALF_YEAR_KEYS.later) return { kind: 'later' }
  return null
}

import type { Locale } from '@wayproof/kernel'
import type { Messages } from '@wayproof/messages'
import { type LaterArea, loadDashboardWords } from '@wayproof/messages/dashboard'

interface OpenLanguage {
  readonly words: Messages
  readonly add: (areas: Iterable<LaterArea>) => Promise<void>
}

/** Areas that a page of this window has needed. */
const needed = new Set<LaterArea>()
/** Languages this window has shown, or is about to. Each holds all needed areas, so that a page can change its language. */
const open = new Map<Locale, Promise<OpenLanguage>>()

async function load(locale: Locale): Promise<OpenLanguage> {
  const { first, later } = await loadDashboardWords(locale)
  const reporting = { ...first.reporting }
  // Whole for whoever reads it: a page is shown once its areas are here (`page-words.test.ts` holds each page to its list).
  const words = { ...first, reporting } as unknown as Messages
  const add = async (area: LaterArea): Promise<void> => {
    Object.assign(area.startsWith('reporting.') ? reporting : words, await later[area]())
  }
  return { words, add: async (areas) => void (await Promise.all([...areas].map(add))) }
}

function languageOf(locale: Locale): Promise<OpenLanguage> {
  const known = open.get(locale)
  if (known) return known
  const loading = load(locale)
  open.set(locale, loading)
  // A language that failed to load may be asked for again.
  loading.catch(() => open.delete(locale))
  return loading
}

/** The words of a language, with every area needed so far. */
export async function wordsOf(locale: Locale): Promise<Messages> {
  const { words, add } = await languageOf(locale)
  await add(needed)
  return words
}

/** Loads areas in each open language. */
export async function needWords(areas: readonly LaterArea[]): Promise<void> {
  for (const area of areas) needed.add(area)
  await Promise.all([...open.values()].map(async (language) => (await language).add(areas)))
}

import type { Locale } from '@wayproof/kernel/people/locale'
import { type LaterArea, loadDashboardWords } from '@wayproof/messages/dashboard'
import type { Messages } from '@wayproof/messages/en'

interface OpenLanguage {
  readonly words: Messages
  readonly add: (areas: Iterable<LaterArea>) => Promise<void>
}

/** Text areas that the pages opened so far need. */
const neededAreas = new Set<LaterArea>()
/** Languages shown or about to be shown. Each has all needed areas, so that a page can switch its language. */
const open = new Map<Locale, Promise<OpenLanguage>>()

async function load(locale: Locale): Promise<OpenLanguage> {
  const { first, later } = await loadDashboardWords(locale)
  const reporting = { ...first.reporting }
  // Typed as complete: a page renders only after its areas have loaded, and `page-words.test.ts` checks each page's
  // list.
  const words = { ...first, reporting } as unknown as Messages
  const add = async (area: LaterArea): Promise<void> => {
    Object.assign(area.startsWith('reporting.') ? reporting : words, await later[area]())
  }
  return { words, add: async (areas) => void (await Promise.all([...areas].map(add))) }
}

function languageOf(locale: Locale): Promise<OpenLanguage> {
  const openLanguage = open.get(locale)
  if (openLanguage) return openLanguage
  const loading = load(locale)
  open.set(locale, loading)
  // A language that failed to load may be requested again.
  loading.catch(() => open.delete(locale))
  return loading
}

/** Loads the texts of a language, with every area needed so far. */
export async function wordsOf(locale: Locale): Promise<Messages> {
  const { words, add } = await languageOf(locale)
  await add(neededAreas)
  return words
}

/** Loads areas in each open language. */
export async function needWords(areas: readonly LaterArea[]): Promise<void> {
  for (const area of areas) neededAreas.add(area)
  await Promise.all([...open.values()].map(async (language) => (await language).add(areas)))
}

import { lazyRouteComponent } from '@tanstack/react-router'
import { needWords } from './dashboard-words.ts'
import { PAGE_WORDS } from './page-words.ts'

/** Loads a page together with its texts on the first visit. */
export const page = <T extends Record<string, unknown>, N extends keyof T & keyof typeof PAGE_WORDS>(
  load: () => Promise<T>,
  name: N,
) =>
  lazyRouteComponent(async () => {
    const [module] = await Promise.all([load(), needWords(PAGE_WORDS[name])])
    return module
  }, name)

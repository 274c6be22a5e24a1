import { type ComponentType, lazy } from 'react'
import { needWords } from './dashboard-words.ts'
import { PAGE_WORDS } from './page-words.ts'

/** The server draws the place of a part, and the browser fills it. */
const isOnServer = typeof document === 'undefined'

/** Loads a part of the shell together with its texts when it is first drawn. */
export const part = <N extends keyof typeof PAGE_WORDS, P>(
  load: () => Promise<Readonly<Record<N, ComponentType<P>>>>,
  name: N,
) =>
  lazy(async () => {
    if (isOnServer) return new Promise<never>(() => {})
    const [module] = await Promise.all([load(), needWords(PAGE_WORDS[name])])
    return { default: module[name] }
  })

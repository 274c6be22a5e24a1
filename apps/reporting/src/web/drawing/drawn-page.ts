import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { isLocale, type Locale } from '@wayproof/kernel/people/locale'
import superjson from 'superjson'

/** The ID of the element in which the server leaves what it asked for while it drew the page. */
const ANSWERS = 'answers'

type Answers = readonly (readonly [QueryKey, unknown])[]

/** An element with the answers, which a browser neither runs nor shows. */
export const answersElement = (answers: Answers): string =>
  `<script type="application/json" id="${ANSWERS}">${superjson.stringify(answers).replaceAll('<', '\\u003c')}</script>`

/** Takes over the answers of a page that the server drew; returns its language, or null if the server drew none. */
export function takeDrawnPage(queryClient: QueryClient): Locale | null {
  const text = document.getElementById(ANSWERS)?.textContent
  if (!text) return null
  for (const [key, answer] of superjson.parse<Answers>(text)) queryClient.setQueryData(key, answer)
  const { lang } = document.documentElement
  return isLocale(lang) ? lang : null
}

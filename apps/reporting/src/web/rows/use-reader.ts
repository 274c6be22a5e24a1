import { useSuspenseQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import type { Reader } from './cell-words.ts'

/** The reader's language and the organisation's time zone. */
export function useReader(): Reader {
  const { locale, words } = useLanguage()
  const { timeZone } = useSuspenseQuery(trpc.session.me.queryOptions()).data
  return { locale, words, timeZone }
}

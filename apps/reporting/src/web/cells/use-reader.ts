import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import type { Reader } from './cell-words.ts'

/** The reader's language and the organisation's time zone. */
export function useReader(): Reader {
  const { locale, words } = useLanguage()
  const { timeZone } = useMe()
  return { locale, words, timeZone }
}

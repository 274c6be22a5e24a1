import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import type { Reader } from './cell-words.ts'

export function useReader(): Reader {
  const { locale, words } = useLanguage()
  const { timeZone } = useMe()
  return { locale, words, timeZone }
}

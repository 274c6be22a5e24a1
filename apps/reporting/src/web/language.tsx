import { isLocale, type Locale, preferredLocale } from '@wayproof/kernel'
import type { Messages } from '@wayproof/messages'
import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react'
import { wordsOf } from './words/dashboard-words.ts'

interface Spoken {
  readonly locale: Locale
  readonly words: Messages
}

export interface Language extends Spoken {
  readonly choose: (locale: Locale) => void
  /** Takes the language of the account, unless the reader has chosen one in this browser. */
  readonly suggest: (locale: Locale) => void
}

const KEY = 'wayproof-language'

function chosen(): Locale | null {
  const stored = localStorage.getItem(KEY)
  return stored && isLocale(stored) ? stored : null
}

const Context = createContext<Language | null>(null)

/** Loads the initial language and its texts. */
export async function firstLanguage(): Promise<Spoken> {
  const locale = chosen() ?? preferredLocale(navigator.languages.join(','), 'zh-CN')
  return { locale, words: await wordsOf(locale) }
}

interface LanguageProviderProps {
  readonly first: Spoken
  readonly children: ReactNode
}

export function LanguageProvider({ first, children }: LanguageProviderProps) {
  const [current, setCurrent] = useState(first)
  const wanted = useRef(first.locale)
  useEffect(() => {
    document.documentElement.lang = current.locale
  }, [current.locale])
  const language = useMemo(() => {
    // The page keeps its language until the texts of the next one have loaded.
    const change = async (locale: Locale): Promise<void> => {
      wanted.current = locale
      const words = await wordsOf(locale)
      if (wanted.current === locale) setCurrent({ locale, words })
    }
    return {
      ...current,
      choose: (next: Locale) => {
        localStorage.setItem(KEY, next)
        void change(next)
      },
      suggest: (next: Locale) => {
        if (!chosen()) void change(next)
      },
    }
  }, [current])
  return <Context value={language}>{children}</Context>
}

export function useLanguage(): Language {
  const language = use(Context)
  if (!language) throw new Error('no LanguageProvider above')
  return language
}

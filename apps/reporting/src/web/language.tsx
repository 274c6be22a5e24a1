import { isLocale, type Locale, preferredLocale } from '@wayproof/kernel'
import type { Messages } from '@wayproof/messages'
import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react'
import { wordsOf } from './words/dashboard-words.ts'

interface LocaleWords {
  readonly locale: Locale
  readonly words: Messages
}

export interface Language extends LocaleWords {
  readonly choose: (locale: Locale) => void
  /** Takes the language of the account, unless the reader has chosen one in this browser. */
  readonly suggest: (locale: Locale) => void
}

const KEY = 'wayproof-language'

function storedLocale(): Locale | null {
  const storedValue = localStorage.getItem(KEY)
  return storedValue && isLocale(storedValue) ? storedValue : null
}

const Context = createContext<Language | null>(null)

/** Loads the initial language and its texts. */
export async function firstLanguage(): Promise<LocaleWords> {
  const locale = storedLocale() ?? preferredLocale(navigator.languages.join(','), 'zh-CN')
  return { locale, words: await wordsOf(locale) }
}

interface LanguageProviderProps {
  readonly first: LocaleWords
  readonly children: ReactNode
}

export function LanguageProvider({ first, children }: LanguageProviderProps) {
  const [current, setCurrent] = useState(first)
  const requestedLocale = useRef(first.locale)
  useEffect(() => {
    document.documentElement.lang = current.locale
  }, [current.locale])
  const language = useMemo(() => {
    // The page keeps its language until the texts of the next one have loaded.
    const change = async (locale: Locale): Promise<void> => {
      requestedLocale.current = locale
      const words = await wordsOf(locale)
      if (requestedLocale.current === locale) setCurrent({ locale, words })
    }
    return {
      ...current,
      choose: (next: Locale) => {
        localStorage.setItem(KEY, next)
        void change(next)
      },
      suggest: (next: Locale) => {
        if (!storedLocale()) void change(next)
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

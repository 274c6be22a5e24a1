import { isLocale, type Locale, preferredLocale } from '@wayproof/kernel/people/locale'
import type { Messages } from '@wayproof/messages/en'
import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react'
import { ChosenBefore, LANGUAGE, remember, type StoredChoices } from './stored-choices.ts'
import { wordsOf } from './words/dashboard-words.ts'

export interface LocaleWords {
  readonly locale: Locale
  readonly words: Messages
}

export interface Language extends LocaleWords {
  readonly choose: (locale: Locale) => void
  /** Takes the language of the account, unless the reader has chosen one in this browser. */
  readonly suggest: (locale: Locale) => void
}

/** The language that the reader has chosen. */
export function chosenLocale(choices: StoredChoices): Locale | null {
  const storedValue = choices.get(LANGUAGE)
  return storedValue && isLocale(storedValue) ? storedValue : null
}

const Context = createContext<Language | null>(null)

/** Loads the initial language and its texts: the chosen one, that of the drawn page, or the browser's. */
export async function firstLanguage(choices: StoredChoices, drawnLocale: Locale | null): Promise<LocaleWords> {
  const locale = chosenLocale(choices) ?? drawnLocale ?? preferredLocale(navigator.languages.join(','), 'zh-CN')
  return { locale, words: await wordsOf(locale) }
}

interface LanguageProviderProps {
  readonly first: LocaleWords
  readonly children: ReactNode
}

export function LanguageProvider({ first, children }: LanguageProviderProps) {
  const [current, setCurrent] = useState(first)
  const requestedLocale = useRef(first.locale)
  const choices = use(ChosenBefore)
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
        remember(LANGUAGE, next)
        void change(next)
      },
      suggest: (next: Locale) => {
        if (!chosenLocale(choices)) void change(next)
      },
    }
  }, [current, choices])
  return <Context value={language}>{children}</Context>
}

export function useLanguage(): Language {
  const language = use(Context)
  if (!language) throw new Error('no LanguageProvider above')
  return language
}

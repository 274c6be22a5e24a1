import { isLocale, type Locale, preferredLocale } from '@wayproof/kernel'
import { type Messages, messages } from '@wayproof/messages'
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'

export interface Language {
  readonly locale: Locale
  readonly words: Messages
  readonly choose: (locale: Locale) => void
  /** The person's own language, taken over unless this browser has chosen one. */
  readonly suggest: (locale: Locale) => void
}

const KEY = 'wayproof-language'

function chosen(): Locale | null {
  const kept = localStorage.getItem(KEY)
  return kept && isLocale(kept) ? kept : null
}

const Context = createContext<Language | null>(null)

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [locale, setLocale] = useState<Locale>(
    () => chosen() ?? preferredLocale(navigator.languages.join(','), 'zh-CN'),
  )
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const language = useMemo(
    () => ({
      locale,
      words: messages(locale),
      choose: (next: Locale) => {
        localStorage.setItem(KEY, next)
        setLocale(next)
      },
      suggest: (next: Locale) => {
        if (!chosen()) setLocale(next)
      },
    }),
    [locale],
  )
  return <Context value={language}>{children}</Context>
}

/** The language in use, and every sentence in it. */
export function useLanguage(): Language {
  const language = use(Context)
  if (!language) throw new Error('no LanguageProvider above')
  return language
}

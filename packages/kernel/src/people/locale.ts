/** Links in sent mail refer to a language by its index here, so append new languages at the end. */
export const LOCALES = ['zh-CN', 'en'] as const

/** A language of the product. It never implies a time zone. */
export type Locale = (typeof LOCALES)[number]

export type LocalText = Readonly<Record<Locale, string>>

export const isLocale = (text: string): text is Locale => (LOCALES as readonly string[]).includes(text)

/** Returns the nearest supported language: zh-CN for any Chinese tag (`zh-Hant`, `zh_CN.UTF-8`), en for all others. */
export function nearestLocale(tag: string): Locale {
  return /^zh(?![a-z])/i.test(tag.trim()) ? 'zh-CN' : 'en'
}

/** Selects the language by the browser's Accept-Language header (RFC 9110, by weight), else `fallback`. */
export function preferredLocale(acceptLanguage: string | undefined, fallback: Locale): Locale {
  const preferred = acceptedTags(acceptLanguage).find((tag) => /^(zh|en)\b/.test(tag))
  return preferred === undefined ? fallback : nearestLocale(preferred)
}

/** The tags of an Accept-Language header in lower case, the preferred ones first. */
export function acceptedTags(acceptLanguage: string | undefined): readonly string[] {
  return (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const weight = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean)
      return { tag: tag.trim().toLowerCase(), weight: weight ? Number(weight) : 1 }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag)
}

/** Links that were sent name a language by its place here: a new one comes last. */
export const LOCALES = ['zh-CN', 'en'] as const

/** A language the product speaks. It never decides a time zone. */
export type Locale = (typeof LOCALES)[number]

export type LocalText = Readonly<Record<Locale, string>>

export const isLocale = (text: string): text is Locale => (LOCALES as readonly string[]).includes(text)

/** The nearest language we speak: any Chinese (`zh-Hant`, `zh_CN.UTF-8`) reads zh-CN, everything else en. */
export function nearestLocale(tag: string): Locale {
  return /^zh(?![a-z])/i.test(tag.trim()) ? 'zh-CN' : 'en'
}

/** The language a browser asks for (RFC 9110 Accept-Language, by weight), else `fallback`. */
export function preferredLocale(acceptLanguage: string | undefined, fallback: Locale): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const weight = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean)
      return { tag: tag.trim().toLowerCase(), weight: weight ? Number(weight) : 1 }
    })
    .filter(({ tag, weight }) => weight > 0 && /^(zh|en)\b/.test(tag))
    .sort((a, b) => b.weight - a.weight)
  return wanted[0] ? nearestLocale(wanted[0].tag) : fallback
}

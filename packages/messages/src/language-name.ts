import type { Locale } from '@wayproof/kernel/people/locale'

/** Chinese is named by its script, as readers know it. */
const SCRIPTS: Readonly<Record<string, string>> = {
  'zh-CN': 'zh-Hans',
  'zh-SG': 'zh-Hans',
  'zh-HK': 'zh-Hant',
  'zh-MO': 'zh-Hant',
  'zh-TW': 'zh-Hant',
}

/** The name of a language in the reader's language; a tag that has none is returned unchanged. */
export function languageName(tag: string, locale: Locale): string {
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  try {
    return names.of(SCRIPTS[tag] ?? tag) ?? tag
  } catch {
    return tag
  }
}

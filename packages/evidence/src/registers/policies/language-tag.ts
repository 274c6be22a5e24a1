import type { CheckFault } from '../../checks/row-check.ts'

/** Languages must be in BCP 47 canonical case: `zh-cn` and `zh-CN` would never match. */
export function badLanguages(rowNumber: number, languages: readonly string[], field = 'languages'): CheckFault[] {
  return languages
    .filter((tag) => !isLanguageTag(tag))
    .map((text) => ({ rowNumber, field, code: 'bad-value', text, expected: 'zh-CN, en' }))
}

export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag
  } catch {
    return false
  }
}

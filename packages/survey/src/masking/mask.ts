/** Kinds of placeholder that replace masked text; `messages` has a word for each. */
export const MASKS = ['link', 'email', 'account', 'address', 'name', 'number'] as const
export type Mask = (typeof MASKS)[number]

export const put = (mask: Mask): string => `⟦${mask}⟧`

/** Concatenates patterns. */
export const joinSources = (...sources: readonly (RegExp | string)[]): string =>
  sources.map((part) => (typeof part === 'string' ? part : part.source)).join('')
export const pattern = (...sources: readonly (RegExp | string)[]): RegExp => new RegExp(joinSources(...sources), 'gu')

/** A pattern and its replacement. */
export type MaskRule = readonly [found: RegExp, mask: string]

export const masked = (text: string, rules: readonly MaskRule[]): string =>
  rules.reduce((remaining, [search, mask]) => remaining.replace(search, mask), text)

import type { ApprovedVersion } from '@wayproof/evidence/policy-watch/ports'

export interface ComparableLanguage {
  readonly language: string
  /** At least two, newest first. */
  readonly versions: readonly string[]
}

/** Lists the languages in which at least two versions have a text; `approved` is sorted newest first. */
export function comparable(approved: readonly ApprovedVersion[]): readonly ComparableLanguage[] {
  const languages = new Map<string, string[]>()
  for (const { version, texts } of approved)
    for (const { language } of texts) languages.set(language, [...(languages.get(language) ?? []), version])
  return [...languages]
    .filter(([, versions]) => versions.length > 1)
    .map(([language, versions]) => ({ language, versions }))
    .toSorted((a, b) => (a.language < b.language ? -1 : 1))
}

export interface Stretch {
  readonly kind: 'same' | 'removed' | 'added'
  readonly lines: readonly string[]
}

/** Merges adjacent lines of one kind, so that an unchanged passage takes one line. */
export function stretches(lines: readonly { readonly kind: Stretch['kind']; readonly text: string }[]): Stretch[] {
  const merged: { kind: Stretch['kind']; lines: string[] }[] = []
  for (const { kind, text } of lines) {
    const last = merged.at(-1)
    if (last?.kind === kind) last.lines.push(text)
    else merged.push({ kind, lines: [text] })
  }
  return merged
}

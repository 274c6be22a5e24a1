import type { Sentence } from './sentence.ts'

/** Words that only this project would use in such a sense, each with the plain word. */
const PRIVATE_WORDS: readonly (readonly [word: RegExp, better: string])[] = [
  [/\blanes?\b/i, 'worker or handler'],
  [/\b(bites?|bitten)\b/i, 'chunk, or: fails on a fault'],
  [/\bin (his |its |their |somebody's |someone's )?hands?\b/i, 'in flight, or: at hand'],
  [/\bwhyAside\b|\bset aside\b|\bput aside\b/i, 'skipped, or: a temporary table'],
  [/\bmade? up for\b/i, 'caught up'],
  [/\bdie[ds]? of\b/i, 'crashed'],
  [/\bmeanwhile\b/i, 'name the time, or leave it out'],
  [/\banew\b/i, 'again'],
  [/\bby (itself|themselves|himself|herself)\b/i, 'automatically, alone or separately'],
  [/\bwhoever\b/i, 'anyone who'],
  [/\bgivers?\b/i, 'respondent'],
  [/\b(the|a|whole) house\b/i, 'installation, project or local stack'],
  [/\b(half|quarters?) (of )?an hour\b/i, '15, 30 or 45 minutes'],
  [/\bfor ever\b/i, 'forever, or: permanently'],
  [/\brubbish\b/i, 'garbage, or: invalid input'],
]

export interface PrivateWord {
  readonly match: string
  readonly replacement: string
}

/** Returns the private words of a sentence; names in backticks and addresses of links do not count. */
export function privateWords({ text }: Sentence): PrivateWord[] {
  const words = text.replace(/`[^`]*`|\]\([^)]*\)/g, '')
  return PRIVATE_WORDS.flatMap(([pattern, replacement]) => {
    const match = pattern.exec(words)?.[0]
    return match ? [{ match, replacement }] : []
  })
}

import type { ExposedAnswer, ExposedWave } from './exposed-wave.ts'

/**
 * The answers of an earlier copy in a later one, by their keys then and now. Unlinking gives them new keys, but what
 * somebody said still tells which of them it was, or one of several that are alike.
 */
export function sameAnswers(then: ExposedWave, now: ExposedWave): ReadonlyMap<string, string> {
  const same = new Map<string, string>()
  for (const key of then.answers.keys()) if (now.answers.has(key)) same.set(key, key)
  const unknown = new Map<string, string[]>()
  for (const [key, answer] of now.answers) {
    if (same.has(key)) continue
    const alike = unknown.get(contentOf(answer)) ?? []
    alike.push(key)
    unknown.set(contentOf(answer), alike)
  }
  for (const [key, answer] of then.answers) {
    const match = same.has(key) ? undefined : unknown.get(contentOf(answer))?.pop()
    if (match !== undefined) same.set(key, match)
  }
  return same
}

const contentOf = ({ cell, values }: ExposedAnswer) => `${cell} ${values}`

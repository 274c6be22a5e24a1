import type { ExposedAnswer, ExposedWave } from './exposed-wave.ts'

/**
 * Finds the answers of an earlier copy in a later one, and maps their earlier keys to their present ones. Unlinking
 * gives them new keys, but their content identifies them, or one of several equal ones.
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

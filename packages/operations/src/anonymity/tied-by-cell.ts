import { tiedIn } from '@wayproof/survey/waves/anonymity'
import type { ExposedWave } from './exposed-wave.ts'

/** Answers that are tied if `keys` are the answers of `respondents`, who are known by their cells. */
export function tiedByCell(
  wave: ExposedWave,
  keys: Iterable<string>,
  respondents: Iterable<string | null>,
): readonly string[] {
  const respondentCounts = new Map<string, number>()
  for (const cell of respondents) if (cell !== null) respondentCounts.set(cell, (respondentCounts.get(cell) ?? 0) + 1)
  const groups = new Map<string, { key: string; values: string }[]>()
  for (const key of keys) {
    const answer = wave.answers.get(key)
    if (!answer) continue
    const group = groups.get(answer.cell) ?? []
    group.push({ key, values: answer.values })
    groups.set(answer.cell, group)
  }
  return [...groups].flatMap(([cell, answers]) => tiedIn({ respondents: respondentCounts.get(cell) ?? 0, answers }))
}

/** The cells of the respondents, one for each; the invitations of an open wave reveal them. */
export function respondentCells({ invitations }: ExposedWave): readonly (string | null)[] {
  return [...invitations.values()].filter(({ answered }) => answered).map(({ cell }) => cell)
}

import type { ExposedWave } from './exposed-wave.ts'
import { respondentCells, tiedByCell } from './tied-by-cell.ts'

/**
 * Ties answers that were added since an earlier copy to people who, by the difference, answered since. `same` maps the
 * keys of earlier answers to their present keys.
 */
export function answersSince(
  earlier: ExposedWave,
  wave: ExposedWave,
  same: ReadonlyMap<string, string>,
): readonly string[] {
  const earlierKeys = new Set(same.values())
  const added = [...wave.answers.keys()].filter((key) => !earlierKeys.has(key))
  const waiting = [...earlier.invitations].filter(([, { answered }]) => !answered)
  const answeredNow = respondentCells(wave).length > 0
  // If the flags have been removed, the difference is certain only in cells in which everyone has answered since.
  const since = answeredNow ? waiting.filter(([id]) => wave.invitations.get(id)?.answered) : waiting
  return tiedByCell(
    wave,
    added,
    since.map(([, { cell }]) => cell),
  )
}

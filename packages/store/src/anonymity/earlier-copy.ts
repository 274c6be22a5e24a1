import type { ExposedWave } from './exposed-wave.ts'
import { respondentCells, tiedByCell } from './tied-by-cell.ts'

/**
 * Answers that came since an earlier copy, from people of whom the difference tells that they answered since. `same` are
 * the keys, then and now, of those that were there.
 */
export function cameSince(
  earlier: ExposedWave,
  wave: ExposedWave,
  same: ReadonlyMap<string, string>,
): readonly string[] {
  const known = new Set(same.values())
  const came = [...wave.answers.keys()].filter((key) => !known.has(key))
  const waiting = [...earlier.invitations].filter(([, { answered }]) => !answered)
  const answeredNow = respondentCells(wave).length > 0
  // Where the flags are gone, the difference is certain only of cells in which all who were waiting have answered.
  const since = answeredNow ? waiting.filter(([id]) => wave.invitations.get(id)?.answered) : waiting
  return tiedByCell(
    wave,
    came,
    since.map(([, { cell }]) => cell),
  )
}

import type { ReadQuery } from '@wayproof/database/query/query'
import { pairs } from './shared-transactions.ts'
import type { StoredWave } from './stored-rows.ts'

/** Standard deviations from a random order: fewer than one random order in a million is farther away. */
const FAR = 5

/** How often a row is stored after one with a smaller id, traveler or letter. */
const ASCENTS = `SELECT count(*) AS pairs,
    sum(CASE WHEN id > before THEN 1 ELSE 0 END) AS ids,
    sum(CASE WHEN traveler > travelerBefore THEN 1 ELSE 0 END) AS travelers,
    sum(CASE WHEN letter > letterBefore THEN 1 ELSE 0 END) AS letters
  FROM (SELECT invitation.id, lag(invitation.id) OVER place AS before,
      traveler_id AS traveler, lag(traveler_id) OVER place AS travelerBefore,
      letter.ctid AS letter, lag(letter.ctid) OVER place AS letterBefore
    FROM invitation LEFT JOIN letter ON letter.wave_id = invitation.wave_id
      AND letter.recipient_id = invitation.traveler_id AND letter.kind = 'survey-invitation'
    WHERE invitation.wave_id = @id WINDOW place AS (ORDER BY invitation.ctid)) placed
  WHERE before IS NOT NULL`

interface Ascents {
  readonly pairs: number
  readonly ids: number | null
  readonly travelers: number | null
  readonly letters: number | null
}

/** Keys of answers that were made in an order have equal beginnings; random ones differ early. */
function alikeKeys({ answers }: StoredWave): boolean {
  const beginnings = new Set(Array.from(answers.keys(), (key) => key.slice(0, 5)))
  return answers.size > 1 && beginnings.size < 0.9 * answers.size
}

/**
 * Returns all answers if the positions of rows (`ctid`) reveal the order of arrival. While a wave is open, answers are
 * paired with answered invitations. After unlinking, any order of the invitations shows that they were not stored at
 * random: answered ones would be at the end.
 */
export async function physicalOrder(query: ReadQuery, wave: StoredWave): Promise<readonly string[]> {
  const all = [...wave.answers.keys()]
  if (alikeKeys(wave)) return all
  if (wave.status !== 'unlinked') return wave.cells.size > 1 ? pairs(wave, wave.answerRows, wave.invitationRows) : []
  const waveAscents = await query.get<Ascents>(ASCENTS, { id: wave.id })
  if (!waveAscents) return []
  // The ascents of a random order of n rows have the mean (n - 1) / 2 and the variance (n + 1) / 12.
  const distance = (ascents: number | null) =>
    Math.abs((ascents ?? 0) - waveAscents.pairs / 2) / Math.sqrt((waveAscents.pairs + 2) / 12)
  const counted = [waveAscents.ids, waveAscents.travelers, ...(waveAscents.letters === 0 ? [] : [waveAscents.letters])]
  return counted.some((ascents) => distance(ascents) > FAR) ? all : []
}

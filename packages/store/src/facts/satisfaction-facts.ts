import { type Period, periodKey } from '@wayproof/kernel'
import type { SatisfactionFacts, WaveFacts } from '@wayproof/scorecard'
import type { Database } from '../sqlite/database.ts'

// While a wave is open its tallies are not read: nobody sees a result grow. Letters are counted until they are unlinked.
const waveOf = `
SELECT w.id, w.status = 'open' AS open, minimum_for_status AS minimumForStatus, invited_count AS invited,
  answered_count AS answered, delivered_count + CASE WHEN unlinked_at IS NULL
    THEN (SELECT count(*) FROM letter l WHERE l.wave_id = w.id AND kind = 'survey-invitation' AND state IN ('sent', 'complained'))
    ELSE 0 END AS delivered
FROM wave w WHERE period = ?`

const headline = `
SELECT value, sum(count) AS count FROM tally JOIN wave ON wave.id = wave_id
WHERE wave_id = ? AND item = 'overall' AND status <> 'open' GROUP BY value`

interface WaveRow extends Pick<WaveFacts, 'minimumForStatus' | 'invited' | 'delivered' | 'answered'> {
  readonly id: string
  readonly open: number
}

/** The headline item of the half-year's wave, from its tallies: as fast after ten million answers as after ten. */
export function satisfactionFacts(database: Database, halfYear: Period): SatisfactionFacts {
  const period = periodKey(halfYear)
  const chosen = database.read('SELECT 1 FROM improvement WHERE period = ? LIMIT 1').get(period)
  const row = database.read<WaveRow>(waveOf).get(period)
  return { wave: row ? waveFacts(database, row) : null, improvementChosen: chosen !== undefined }
}

function waveFacts(database: Database, { id, open, ...letters }: WaveRow): WaveFacts {
  const tallies = database.read<{ value: string; count: number }>(headline).all(id)
  const of = (value: string) => tallies.find((tally) => tally.value === value)?.count ?? 0
  return {
    ...letters,
    open: open === 1,
    counts: [of('1'), of('2'), of('3'), of('4'), of('5')],
    withoutOpinion: of('na') + of('dk'),
  }
}

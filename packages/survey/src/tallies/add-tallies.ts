import type { Dialect } from '@wayproof/database/query/dialect'
import type { Query } from '@wayproof/database/query/query'
import type { CrossCount } from '@wayproof/forms/questionnaire/driver-items'
import type { Counted } from './count-wave.ts'

const TALLIES = ({ listed, jsonField }: Dialect) => `INSERT INTO tally (wave_id, cell_id, item, value, count)
  SELECT @waveId, ${jsonField('value', 'cellId')}, ${jsonField('value', 'item')}, ${jsonField('value', 'value')},
    CAST(${jsonField('value', 'count')} AS INTEGER)
  FROM ${listed('@rows')} WHERE true
  ON CONFLICT (wave_id, cell_id, item, value) DO UPDATE SET count = tally.count + excluded.count`

const PAIRS = ({ listed, jsonField }: Dialect) => `INSERT INTO cross_tally (wave_id, item, value, headline, count)
  SELECT @waveId, ${jsonField('value', 'item')}, CAST(${jsonField('value', 'value')} AS INTEGER),
    CAST(${jsonField('value', 'headline')} AS INTEGER), CAST(${jsonField('value', 'count')} AS INTEGER)
  FROM ${listed('@rows')} WHERE true
  ON CONFLICT (wave_id, item, value, headline) DO UPDATE SET count = cross_tally.count + excluded.count`

/** Adds to the tallies of a wave; a negative count subtracts. */
export async function addTallies(query: Query, waveId: string, tallies: readonly Counted[]): Promise<void> {
  await query.run(TALLIES, { waveId, rows: tallies.map((row) => JSON.stringify(row)) })
}

/** Adds to the pair counts of a wave; a negative count subtracts. */
export async function addPairs(query: Query, waveId: string, pairs: readonly CrossCount[]): Promise<void> {
  await query.run(PAIRS, { waveId, rows: pairs.map((row) => JSON.stringify(row)) })
}

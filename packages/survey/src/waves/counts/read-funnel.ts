import type { Wave } from '@wayproof/database/generated/client'
import type { ReadQuery } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { CompletenessCounts } from '@wayproof/forms/questionnaire/completeness'
import type { LetterKind } from '@wayproof/journal/outbox/letter-kind'
import { counterSum } from '../../answers/add-up-counters.ts'
import { ALL_ITEMS } from '../../answers/tally.ts'
import { skipsOfWave } from '../../opening/wave-skips.ts'
import { coverageOf } from '../../sampling/coverage.ts'
import type { Skip } from '../../sampling/skip.ts'
import type { Funnel } from '../wave.ts'
import { inLetterSteps, openFigures as openFiguresOf, type WaveFigures } from '../wave-figures.ts'
import { waveOf } from '../wave-row.ts'
import { answerDays, countedFigures } from './count-open-wave.ts'
import { deliveredCount, sentCount, writtenCount } from './delivered-count.ts'

/** Counts of a wave, from the people it could ask to the answers. */
export async function funnelOf(database: Pick<QueryDatabase, 'query' | 'records'>, row: Wave): Promise<Funnel> {
  const { query } = database
  const skips = await skipsOfWave(await database.records(), row.id)
  const figures = await (row.status === 'open' ? openFigures : closedFigures)(query, row)
  return {
    wave: waveOf(row),
    frame: row.frameCount,
    coverage: coverageOf({ registered: row.registeredCount, eligible: row.frameCount, skips }),
    invited: row.invitedCount,
    completeness: await completenessOf(query, row),
    skips: [...skips, ...answeredSkip(row, figures)],
    key: keyOf(row),
    ...figures,
  }
}

const keyOf = ({ keyCheck, keyDestroyedAt, keyLostAt }: Wave) =>
  keyCheck && { destroyedAt: keyDestroyedAt?.getTime() ?? null, lostAt: keyLostAt?.getTime() ?? null }

type FunnelFigures = Pick<Funnel, 'counted' | keyof WaveFigures>

const NOT_YET = {
  ...{ delivered: null, written: null, reminded: null, remindedAgain: null, answered: null, withdrawn: null },
  days: [],
}

async function openFigures(query: ReadQuery, { id }: Wave): Promise<FunnelFigures> {
  const counted = await countedFigures(query, id)
  if (!counted) return { counted: { kind: 'not-yet' }, ...NOT_YET }
  const { at, ...figures } = counted
  return { counted: { kind: 'hourly', asOf: at }, ...openFiguresOf(figures) }
}

/**
 * Letters are counted until the wave is unlinked, those of erased people separately; then only the counts remain.
 * Reminders stay rounded to steps: beside the answers by day, their exact number would reveal a person whom an officer
 * kept from being reminded.
 */
async function closedFigures(query: ReadQuery, row: Wave): Promise<FunnelFigures> {
  const counted = async (count: string) => {
    if (row.unlinkedAt !== null) return 0
    const counts = await query.get<{ n: number }>(`SELECT ${count} AS n FROM wave WHERE id = @id`, { id: row.id })
    return counts?.n ?? 0
  }
  const sent = (kind: LetterKind) => counted(sentCount('wave', kind))
  return {
    counted: { kind: 'exact' },
    delivered: row.deliveredCount + (await counted(deliveredCount('wave'))),
    written: row.writtenCount + (await counted(writtenCount('wave'))),
    reminded: inLetterSteps(row.remindedCount + (await sent('survey-reminder'))),
    remindedAgain: inLetterSteps(row.remindedAgainCount + (await sent('survey-last-reminder'))),
    answered: row.answeredCount + (await counted(counterSum('answered', 'wave'))),
    withdrawn: row.withdrawnCount + (await counted(counterSum('withdrawn', 'wave'))),
    days: await answerDays(query, row.id),
  }
}

const COMPLETENESS = `SELECT value, sum(count) AS count FROM tally
  WHERE wave_id = @id AND cell_id IN (SELECT id FROM cell WHERE wave_id = @id) AND item = '${ALL_ITEMS}' GROUP BY value`

/** Null before the wave is unlinked, and for a single answer. */
async function completenessOf(
  query: ReadQuery,
  { id, status, smallestGroup }: Wave,
): Promise<CompletenessCounts | null> {
  if (status !== 'unlinked') return null
  const rows = await query.all<{ value: string; count: number }>(COMPLETENESS, { id })
  const of = (value: string) => rows.find((row) => row.value === value)?.count ?? 0
  const counts = { complete: of('complete'), partial: of('partial'), 'break-off': of('break-off') }
  return counts.complete + counts.partial + counts['break-off'] < smallestGroup ? null : counts
}

const answeredSkip = ({ status }: Wave, { answered, withdrawn }: FunnelFigures): readonly Skip[] => {
  if (status === 'open') return []
  const count = (answered ?? 0) + (withdrawn ?? 0)
  return count > 0 ? [{ stage: 'reminder', reason: 'answered', count }] : []
}

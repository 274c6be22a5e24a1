import type { ReadQuery } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { isEnded } from '@wayproof/journal/outbox/ended-letter'
import { ANSWER_DAYS, answeredCount, withdrawnCount } from '../../answers/add-up-counters.ts'
import { isReminder } from '../../reminders/reminder-kind.ts'
import { arrivals, figuresInSteps, inLetterSteps, type WaveFigures } from '../wave-figures.ts'
import { sentCount, writtenCount } from './delivered-count.ts'

/**
 * The present counts, from counters and letters; those of erased people are in the wave's own counters. An invitation
 * is delivered if a server accepted it and it did not bounce. A bounce of a reminder counts only from the closing on,
 * because undelivered invitations are listed and the difference would reveal a reminder.
 */
const EXACT = `SELECT delivered_count + ${sentCount('wave', 'survey-invitation')} AS delivered,
    written_count + ${writtenCount('wave')} AS written,
    reminded_count + ${sentCount('wave', 'survey-reminder')} AS reminded,
    reminded_again_count + ${sentCount('wave', 'survey-last-reminder')} AS remindedAgain,
    ${answeredCount('wave')} AS answered, ${withdrawnCount('wave')} AS withdrawn,
    (SELECT count(*) FROM letter WHERE letter.wave_id = wave.id AND ${isReminder('letter')}
      AND ${isEnded('letter')} AND letter.state IN ('failed', 'bounced')) AS remindersRefused,
    (SELECT count(*) FROM letter WHERE letter.wave_id = wave.id AND ${isReminder('letter')}
      AND ${isEnded('letter')} AND letter.state = 'complained') AS remindersComplained
  FROM wave WHERE id = @waveId AND status = 'open'`

const KEEP = `INSERT INTO open_wave_count (wave_id, at, delivered, written, reminded, reminded_again, answered, withdrawn, days,
    reminders_tried, reminders_refused, reminders_complained)
  SELECT id, @hour, @delivered, @written, @reminded, @remindedAgain, @answered, @withdrawn, @days, @remindersTried, @remindersRefused,
    @remindersComplained
  FROM wave WHERE id = @waveId AND status = 'open'
  ON CONFLICT (wave_id) DO UPDATE SET at = excluded.at, delivered = excluded.delivered, written = excluded.written, reminded = excluded.reminded,
    reminded_again = excluded.reminded_again, answered = excluded.answered, withdrawn = excluded.withdrawn,
    days = excluded.days, reminders_tried = excluded.reminders_tried, reminders_refused = excluded.reminders_refused,
    reminders_complained = excluded.reminders_complained
  WHERE excluded.at > open_wave_count.at`

const COUNTED = 'SELECT at FROM open_wave_count WHERE wave_id = @waveId'

const KEPT = `SELECT at, delivered, written, reminded, reminded_again AS remindedAgain, answered, withdrawn, days
  FROM open_wave_count WHERE wave_id = @waveId`

interface ExactRow extends Omit<WaveFigures, 'days'> {
  readonly remindersRefused: number
  readonly remindersComplained: number
}

/**
 * Counts an open wave as of a full hour, and stores the counts rounded to steps. Every reader sees these until the next
 * hour: two schedulers, or a restarted one, do not count an hour twice.
 */
export async function countOpenWave(database: QueryDatabase, waveId: string, hour: number): Promise<boolean> {
  const counted = await database.query.get<{ at: number }>(COUNTED, { waveId })
  if (counted && counted.at >= hour) return false
  const figures = await database.readSnapshot((query) => exactFigures(query, waveId))
  if (!figures) return false
  const { remindersRefused, remindersComplained, ...exact } = figures
  const { days, ...published } = figuresInSteps(exact)
  const remindersTried = arrivals(exact.reminded + exact.remindedAgain + remindersRefused)
  const reminders = {
    remindersTried,
    remindersRefused: inLetterSteps(remindersRefused),
    remindersComplained: inLetterSteps(remindersComplained),
  }
  const row = { ...published, ...reminders, waveId, hour: new Date(hour), days: JSON.stringify(days) }
  return database.write(async (query) => (await query.run(KEEP, row)) === 1)
}

/** The present exact counts, only for figures that are stored in steps. */
export async function exactFigures(query: ReadQuery, waveId: string): Promise<(ExactRow & WaveFigures) | null> {
  const counts = await query.get<ExactRow>(EXACT, { waveId })
  return counts ? { ...counts, days: await answerDays(query, waveId) } : null
}

export const answerDays = (query: ReadQuery, waveId: string): Promise<WaveFigures['days']> =>
  query.all<WaveFigures['days'][number]>(ANSWER_DAYS, { waveId })

interface CountedRow extends Omit<WaveFigures, 'days'> {
  readonly at: number
  readonly days: string
}

/** The figures of the last count of an open wave; null before the first. */
export async function countedFigures(
  query: ReadQuery,
  waveId: string,
): Promise<(WaveFigures & { readonly at: number }) | null> {
  const row = await query.get<CountedRow>(KEPT, { waveId })
  return row ? { ...row, days: JSON.parse(row.days) } : null
}

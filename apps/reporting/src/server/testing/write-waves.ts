import { execFileSync } from 'node:child_process'
import type { PeriodKey } from '@wayproof/kernel'
import type { FrameMargins, ItemCounts, Margin, PublishedStep } from '@wayproof/scorecard'
import { answerCode, type CrossCount, DEFAULT_QUESTIONNAIRE } from '@wayproof/survey'

export type WaveCell = Readonly<Record<Margin, string>> & { readonly counts: Readonly<Record<string, ItemCounts>> }

export interface WrittenWave {
  readonly period: PeriodKey
  readonly cells: readonly WaveCell[]
  readonly status?: 'open' | 'closed' | 'unlinked'
  /** The step that unlinking chose. */
  readonly step?: PublishedStep
  readonly pairs?: readonly CrossCount[]
  /** All eligible customers by margin and category; the wave is not weighted if absent. */
  readonly margins?: FrameMargins
  readonly comments?: readonly { readonly language: string; readonly text: string }[]
}

type Statement = readonly [sql: string, values: readonly (string | number | null)[]]

// In another process, because two SQLite builds in one process release each other's locks.
const script = `
import { DatabaseSync } from 'node:sqlite'
import { readFileSync } from 'node:fs'
const database = new DatabaseSync(process.argv[1])
database.exec('BEGIN IMMEDIATE')
for (const [sql, values] of JSON.parse(readFileSync(0, 'utf8'))) database.prepare(sql).run(...values)
database.exec('COMMIT')`

/**
 * Writes waves with these tallies, or with matching answers before unlinking, directly into the file; the built-in
 * questionnaire must be published.
 */
export function writeWaves(file: string, waves: readonly WrittenWave[]): void {
  const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script, file]
  execFileSync(process.execPath, args, { input: JSON.stringify(waves.flatMap(statementsOf)) })
}

function statementsOf({
  period,
  cells,
  status = 'unlinked',
  step,
  pairs = [],
  margins = {},
  comments = [],
}: WrittenWave): readonly Statement[] {
  const answerCount = cells.reduce((sum, { counts }) => sum + totalOf(counts.overall), 0)
  const wave: Statement = [
    `INSERT INTO wave (id, period, status, mode, questionnaire_id, questionnaire_version, rule_version,
      minimum_for_status, smallest_group, registered_count, frame_count, invited_count, merge_map, opened_at, closes_at,
      sealed_closes_at, first_reminder_days, last_reminder_days, letter_limit, checklist, answered_count, published_step,
      unlinked_at)
     VALUES (?, ?, ?, 'census', ?, ?, '1', 100, 5, ?, ?, ?, '{}', 0, 1, 1, 7, 14, 3, '{}', ?, ?, ?)`,
    [
      period,
      period,
      status,
      DEFAULT_QUESTIONNAIRE.id,
      DEFAULT_QUESTIONNAIRE.version,
      answerCount,
      answerCount,
      answerCount,
      answerCount,
      step === undefined ? null : String(step),
      status === 'unlinked' ? 1 : null,
    ],
  ]
  const groups = cells.map(
    ({ tripType, channel, region, language, counts }, i): Statement => [
      'INSERT INTO cell VALUES (?, ?, ?, ?, ?, ?, ?, 1)',
      [`${period} ${i}`, period, tripType, channel, region, language, Math.max(10, 4 * totalOf(counts.overall))],
    ],
  )
  const results = cells.flatMap(({ counts }, i): Statement[] => [
    ...Object.entries(counts).flatMap(([item, { opinions, topTwo, withoutOpinion }]) =>
      Object.entries({ 5: topTwo, 2: opinions - topTwo, dk: withoutOpinion }).map(([value, count]): Statement => {
        return ['INSERT INTO tally VALUES (?, ?, ?, ?, ?)', [period, `${period} ${i}`, item, value, count]]
      }),
    ),
    ["INSERT INTO tally VALUES (?, ?, '*', 'complete', ?)", [period, `${period} ${i}`, totalOf(counts.overall)]],
  ])
  const answers = cells.flatMap(({ counts }, i) =>
    answersOf(counts).map((values): Statement => {
      const insert = 'INSERT INTO answer (wave_id, key, cell_id, "values") VALUES (?, randomblob(16), ?, ?)'
      return [insert, [period, `${period} ${i}`, values]]
    }),
  )
  const texts = comments.map(({ language, text }): Statement => {
    const insert = 'INSERT INTO comment (key, wave_id, language, text) VALUES (randomblob(16), ?, ?, ?)'
    return [insert, [period, language, text]]
  })
  const crossed = pairs.map(({ item, value, headline, count }): Statement => {
    return ['INSERT INTO cross_tally VALUES (?, ?, ?, ?, ?)', [period, item, value, headline, count]]
  })
  const framed = Object.entries(margins).flatMap(([margin, categories]) =>
    Object.entries(categories).map(([category, eligible]): Statement => {
      return ['INSERT INTO frame_margin VALUES (?, ?, ?, ?)', [period, margin, category, eligible]]
    }),
  )
  return [wave, ...groups, ...(status === 'unlinked' ? results : answers), ...texts, ...crossed, ...framed]
}

/** In their stored order: for each item first the satisfied, then the dissatisfied, then those without an opinion. */
function answersOf(counts: WaveCell['counts']): readonly string[] {
  const { encode } = answerCode(DEFAULT_QUESTIONNAIRE)
  const items = Object.entries(counts)
  const people = Math.max(0, ...items.map(([, itemCounts]) => totalOf(itemCounts)))
  const ratingAt = ({ opinions, topTwo }: ItemCounts, n: number) => (n < topTwo ? '5' : n < opinions ? '2' : 'dk')
  return Array.from({ length: people }, (_, n) =>
    encode(
      Object.fromEntries(
        items.flatMap(([item, itemCounts]) => (n < totalOf(itemCounts) ? [[item, ratingAt(itemCounts, n)]] : [])),
      ),
    ),
  )
}

const totalOf = (counts: ItemCounts | undefined) => (counts ? counts.opinions + counts.withoutOpinion : 0)

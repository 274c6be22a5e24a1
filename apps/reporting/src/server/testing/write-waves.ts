import { randomBytes } from 'node:crypto'
import type { TestDatabase } from '@wayproof/database/testing/database-for-tests'
import { answerShares } from '@wayproof/forms/questionnaire/answer-shares'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import type { CrossCount } from '@wayproof/forms/questionnaire/driver-items'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Margin } from '@wayproof/scorecard/breakdown/margin'
import type { FrameMargins } from '@wayproof/scorecard/facts'
import type { PublishedStep } from '@wayproof/scorecard/publish/published-step'
import { answerCode } from '@wayproof/survey/answers/answer-code'
import type { ItemCounts } from '@wayproof/survey/disclosure/commented-shares'

export type WaveCell = Readonly<Record<Margin, string>> & {
  /** Four times the answers if absent. */
  readonly invited?: number
  readonly counts: Readonly<Record<string, ItemCounts>>
}

export interface WrittenWave {
  readonly period: PeriodKey
  readonly cells: readonly WaveCell[]
  readonly status?: 'open' | 'closed' | 'unlinked'
  /** The step that an earlier version chose. */
  readonly step?: PublishedStep
  readonly pairs?: readonly CrossCount[]
  /** All eligible customers by margin and category; the wave is not weighted if absent. */
  readonly margins?: FrameMargins
  /** The shipped one if absent; it must be published. */
  readonly questionnaire?: Questionnaire
  readonly comments?: readonly { readonly language: string; readonly text: string }[]
}

type Tables = Parameters<TestDatabase['insert']>[0]

/**
 * Writes waves with these tallies, or with matching answers before unlinking, directly into the database; the shipped
 * questionnaire must be published. Counts are by published share; those of a recommendation by its promoters.
 */
export async function writeWaves({ insert }: TestDatabase, waves: readonly WrittenWave[]): Promise<void> {
  for (const wave of waves) await insert(tablesOf(wave))
}

function tablesOf({
  period,
  cells,
  status = 'unlinked',
  step,
  pairs = [],
  margins = {},
  comments = [],
  questionnaire = DEFAULT_QUESTIONNAIRE,
}: WrittenWave): Tables {
  const answerCount = cells.reduce((sum, { counts }) => sum + totalOf(counts.overall), 0)
  const wave = {
    id: period,
    period,
    status,
    mode: 'census',
    questionnaire_id: questionnaire.id,
    questionnaire_version: questionnaire.version,
    rule_version: '1',
    minimum_for_status: 100,
    smallest_group: 5,
    registered_count: answerCount,
    frame_count: answerCount,
    invited_count: answerCount,
    merge_map: '{}',
    opened_at: new Date(0),
    closes_at: new Date(1),
    sealed_closes_at: new Date(1),
    first_reminder_days: 7,
    last_reminder_days: 14,
    letter_limit: 3,
    checklist: '{}',
    answered_count: answerCount,
    published_step: step === undefined ? null : String(step),
    unlinked_at: status === 'unlinked' ? new Date(1) : null,
  }
  const inWave = { wave_id: period }
  const cellId = (i: number) => `${period} ${i}`
  const cell = cells.map(({ tripType, channel, region, language, counts, invited }, i) => ({
    id: cellId(i),
    ...inWave,
    trip_type: tripType,
    channel,
    region,
    language,
    invited_count: invited ?? Math.max(10, 4 * totalOf(counts.overall)),
    base_weight: 1,
  }))
  const codesOf = shareCodes(questionnaire)
  const tally = cells.flatMap(({ counts }, i) => [
    ...Object.entries(counts).flatMap(([share, { opinions, topTwo, withoutOpinion }]) => {
      const { item, within, beside, without } = codesOf(share)
      return [
        { value: within, count: topTwo },
        { value: beside, count: opinions - topTwo },
        { value: without, count: withoutOpinion },
      ]
        .filter(({ count }) => count > 0)
        .map((row) => ({ ...inWave, cell_id: cellId(i), item, ...row }))
    }),
    { ...inWave, cell_id: cellId(i), item: '*', value: 'complete', count: totalOf(counts.overall) },
  ])
  const answer = cells.flatMap(({ counts }, i) =>
    answersOf(questionnaire, counts).map((values) => ({ ...inWave, key: randomBytes(16), cell_id: cellId(i), values })),
  )
  return {
    wave: [wave],
    cell,
    ...(status === 'unlinked' ? { tally } : { answer }),
    comment: comments.map(({ language, text }) => ({ key: randomBytes(16), ...inWave, language, text })),
    cross_tally: pairs.map((pair) => ({ ...inWave, ...pair })),
    frame_margin: Object.entries(margins).flatMap(([margin, categories]) =>
      Object.entries(categories).map(([category, eligible]) => ({ ...inWave, margin, category, eligible })),
    ),
  }
}

/** In their stored order: for each item first the satisfied, then the dissatisfied, then those without an opinion. */
function answersOf(questionnaire: Questionnaire, counts: WaveCell['counts']): readonly string[] {
  const { encode } = answerCode(questionnaire)
  const codesOf = shareCodes(questionnaire)
  const items = Object.entries(counts).map(([share, itemCounts]) => ({ ...codesOf(share), ...itemCounts }))
  const people = Math.max(0, ...items.map(totalOf))
  return Array.from({ length: people }, (_, n) =>
    encode(
      Object.fromEntries(
        items.flatMap((counted) => {
          const { item, within, beside, without, topTwo, opinions } = counted
          if (n >= totalOf(counted)) return []
          return [[item, n < topTwo ? within : n < opinions ? beside : without]]
        }),
      ),
    ),
  )
}

/** For each share the coded question, and a value in it, beside it, and without an opinion. */
function shareCodes(questionnaire: Questionnaire) {
  const shares = new Map(answerShares(questionnaire).map((share) => [share.id, share]))
  return (id: string) => {
    const share = shares.get(id)
    if (!share) throw new Error(`the questionnaire has no share ${id}`)
    const last = (wanted: string) => [...share.countedAs].findLast(([, as]) => as === wanted)?.[0] ?? ''
    return { item: share.item, within: last('in'), beside: last('beside'), without: last('without-opinion') }
  }
}

const totalOf = (counts: ItemCounts | undefined) => (counts ? counts.opinions + counts.withoutOpinion : 0)

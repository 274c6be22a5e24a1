import { dateAt, type Period, type PeriodKey, periodKey } from '@wayproof/kernel'
import type { ChangedClose, FrameMargins, SatisfactionFacts, TrendBreak, WaveFacts } from '@wayproof/scorecard'
import { brokenTrends } from '@wayproof/survey'
import type { Database } from '../sqlite/database.ts'
import { publishedQuestionnaires, type QuestionnaireVersion } from '../survey/published-questionnaires.ts'

const HEADLINE = 'overall'

// While a wave is open its tallies are not read: nobody sees a result grow. Letters are counted until they are unlinked.
const waveOf = `
SELECT w.id, w.status = 'open' AS open, closes_at, sealed_closes_at, questionnaire_id, questionnaire_version, minimum_for_status AS minimumForStatus,
  frame_count AS eligible, invited_count AS invited,
  answered_count AS answered, delivered_count + CASE WHEN unlinked_at IS NULL
    THEN (SELECT count(*) FROM letter l WHERE l.wave_id = w.id AND kind = 'survey-invitation' AND state IN ('sent', 'complained'))
    ELSE 0 END AS delivered
FROM wave w WHERE period = ?`

// Cell by cell: the counters of a cell's items lie together, those of an item do not.
const headline = `
SELECT c.trip_type AS tripType, c.channel, c.region, c.language, c.base_weight AS baseWeight,
  total(t.count) FILTER (WHERE t.value = '1') AS one, total(t.count) FILTER (WHERE t.value = '2') AS two,
  total(t.count) FILTER (WHERE t.value = '3') AS three, total(t.count) FILTER (WHERE t.value = '4') AS four,
  total(t.count) FILTER (WHERE t.value = '5') AS five,
  total(t.count) FILTER (WHERE t.value IN ('na', 'dk')) AS withoutOpinion
FROM wave w CROSS JOIN cell c ON c.wave_id = w.id
  CROSS JOIN tally t ON t.wave_id = w.id AND t.cell_id = c.id AND t.item = '${HEADLINE}'
WHERE w.id = ? AND w.status <> 'open' GROUP BY c.trip_type, c.channel, c.region, c.language`

const marginsOf = 'SELECT margin, category, eligible FROM frame_margin WHERE wave_id = ?'

const approved = `
SELECT reason FROM close_change WHERE wave_id = ? AND decision = 'approved' ORDER BY decided_at DESC, proposed_at DESC LIMIT 1`

// The wave before, of half-years; a replay's years stand apart.
const before = `
SELECT questionnaire_id, questionnaire_version FROM wave
WHERE period < ? AND period LIKE '____-H_' AND status <> 'open' ORDER BY period DESC LIMIT 1`

interface WaveRow extends Pick<WaveFacts, 'minimumForStatus' | 'eligible' | 'invited' | 'delivered' | 'answered'> {
  readonly id: string
  readonly open: number
  readonly closes_at: number
  readonly sealed_closes_at: number
  readonly questionnaire_id: string
  readonly questionnaire_version: number
}

/** The headline item of the half-year's wave, from its tallies: as fast after ten million answers as after ten. */
export function satisfactionFacts(database: Database, halfYear: Period, timeZone: string): SatisfactionFacts {
  const period = periodKey(halfYear)
  const chosen = database.read('SELECT 1 FROM improvement WHERE period = ? LIMIT 1').get(period)
  const row = database.read<WaveRow>(waveOf).get(period)
  return { wave: row ? waveFacts(database, row, period, timeZone) : null, improvementChosen: chosen !== undefined }
}

function waveFacts(database: Database, row: WaveRow, period: PeriodKey, timeZone: string): WaveFacts {
  const { id, open, minimumForStatus, eligible, invited, delivered, answered } = row
  const tallies = database.read<CellRow>(headline).all(id)
  const sum = (of: (cell: CellRow) => number) => tallies.reduce((all, cell) => all + of(cell), 0)
  return {
    minimumForStatus,
    eligible,
    invited,
    delivered,
    answered,
    open: open === 1,
    changedClose: changedClose(database, row, timeZone),
    trendBreak: open === 1 ? null : trendBreak(database, row, period),
    counts: [sum((c) => c.one), sum((c) => c.two), sum((c) => c.three), sum((c) => c.four), sum((c) => c.five)],
    withoutOpinion: sum((c) => c.withoutOpinion),
    cells: tallies.map(({ tripType, channel, region, language, baseWeight, one, two, three, four, five }) => ({
      categories: { tripType, channel, region, language },
      baseWeight,
      opinions: one + two + three + four + five,
      satisfied: four + five,
    })),
    margins: frameMargins(database, id),
  }
}

interface CellRow extends Record<'tripType' | 'channel' | 'region' | 'language', string> {
  readonly baseWeight: number
  readonly one: number
  readonly two: number
  readonly three: number
  readonly four: number
  readonly five: number
  readonly withoutOpinion: number
}

function frameMargins(database: Database, waveId: string): FrameMargins | null {
  const rows = database.read<{ margin: string; category: string; eligible: number }>(marginsOf).all(waveId)
  if (rows.length === 0) return null
  const margins: Record<string, Record<string, number>> = {}
  for (const { margin, category, eligible } of rows) {
    margins[margin] ??= {}
    margins[margin][category] = eligible
  }
  return margins
}

function changedClose(database: Database, row: WaveRow, timeZone: string): ChangedClose | null {
  const { id, open, closes_at, sealed_closes_at } = row
  if (open === 1 || closes_at === sealed_closes_at) return null
  const reason = database.read<{ reason: string }>(approved).get(id)?.reason ?? ''
  const kind = closes_at < sealed_closes_at ? 'early' : 'late'
  return { kind, sealedOn: dateAt(sealed_closes_at - 1, timeZone), closedOn: dateAt(closes_at - 1, timeZone), reason }
}

function trendBreak(database: Database, now: QuestionnaireVersion, period: PeriodKey): TrendBreak | null {
  const earlier = database.read<QuestionnaireVersion>(before).get(period)
  if (!earlier || isSame(earlier, now)) return null
  const published = publishedQuestionnaires(database)
  return brokenTrends(published(earlier), published(now)).find(({ id }) => id === HEADLINE)?.because ?? null
}

const isSame = (one: QuestionnaireVersion, other: QuestionnaireVersion): boolean =>
  one.questionnaire_id === other.questionnaire_id && one.questionnaire_version === other.questionnaire_version

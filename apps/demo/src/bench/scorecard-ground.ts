import { join } from 'node:path'
import { systemClock, systemIds } from '@wayproof/kernel/system'
import { loadAnswers } from '@wayproof/store/bulk'
import {
  type AnswerValues,
  answerCode,
  DEFAULT_PROGRAMME,
  DEFAULT_QUESTIONNAIRE,
  publishQuestionnaire,
  reminderMoments,
  type WavePlan,
} from '@wayproof/survey'
import { checkedPoints } from '../sample/people.ts'
import { type Random, random } from '../sample/random.ts'
import { fillMeasuredRegisters } from './measured-registers.ts'
import { openGround } from './survey-ground.ts'

export const MEASURED_PERIOD = '2025-H2'

/** Not as those invited are, so that there is something to rake. */
const ELIGIBLE = (
  [
    ['tripType', { group: 50_000, independent: 30_000, business: 20_000 }],
    ['channel', { app: 65_000, website: 35_000 }],
    ['region', { east: 40_000, south: 25_000, north: 20_000, abroad: 15_000 }],
    ['language', { 'zh-CN': 70_000, en: 30_000 }],
  ] as const
).flatMap(([margin, counts]) => Object.entries(counts).map(([category, eligible]) => ({ margin, category, eligible })))

/** The largest wave that is planned has fifty cells. */
const CELLS = 48
const KINDS = 5_000
const OPENED_AT = Date.UTC(2026, 0, 5, 2)
const CLOSED_AT = Date.UTC(2026, 0, 26, 16)

/** A data folder with full registers of two years and a closed, unlinked wave of `answers` answers. */
export async function scorecardGround(data: string, answers: number): Promise<void> {
  const { store } = await openGround(data)
  try {
    await store.organisation.save({
      nameZh: '',
      nameEn: 'Bench',
      contactEmail: 'privacy@bench.example',
      programmeStart: '2023-07-01',
      baselineYear: null,
      sample: true,
    })
    await fillMeasuredRegisters(store)
  } finally {
    await store.close()
  }
  await measuredWave(data, answers)
}

/** A closed, unlinked wave of `answers` answers that agree with its counters. */
export async function measuredWave(data: string, answers: number): Promise<void> {
  const { store, ports } = await openGround(data)
  try {
    await publishQuestionnaire(ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
    await holdEmptyWave(store.survey)
  } finally {
    await store.close()
  }
  const draw = random('bench/answers')
  const kinds = Array.from({ length: KINDS }, () => kindOf(draw))
  const load = { period: MEASURED_PERIOD, questionnaire: DEFAULT_QUESTIONNAIRE, answers, kinds }
  loadAnswers(join(data, 'wayproof.db'), load)
}

async function holdEmptyWave(survey: Awaited<ReturnType<typeof openGround>>['store']['survey']): Promise<void> {
  const id = systemIds.next()
  const { firstReminderDays, lastReminderDays, letterLimit } = DEFAULT_PROGRAMME
  const cells = Array.from({ length: CELLS }, (_, n) => ({
    id: systemIds.next(),
    tripType: ['group', 'independent', 'business'][n % 3] ?? '',
    channel: ['app', 'website'][Math.floor(n / 3) % 2] ?? '',
    region: ['east', 'south', 'north', 'abroad'][Math.floor(n / 6) % 4] ?? '',
    language: n < CELLS / 2 ? 'zh-CN' : 'en',
    invited: 100 + ((n * 37) % 400),
    baseWeight: 1 + (n % 3) / 2,
  }))
  const plan: WavePlan = {
    wave: {
      id,
      period: MEASURED_PERIOD,
      mode: 'census',
      seed: null,
      questionnaire: DEFAULT_QUESTIONNAIRE,
      ruleVersion: '1',
      minimumForStatus: 100,
      openedAt: OPENED_AT,
      closesAt: CLOSED_AT,
      firstReminderDays,
      lastReminderDays,
      letterLimit,
    },
    checklist: { ...checkedPoints, confirmedAt: OPENED_AT, confirmedBy: 'bench' },
    registered: 0,
    frame: 0,
    skips: [],
    improvements: [],
    mergeMap: { tripType: {}, channel: {}, region: {}, language: {} },
    cells,
    margins: ELIGIBLE,
    invitations: [],
    closesOn: '2026-01-26',
    smallestGroup: 5,
  }
  const frame = { months: { first: '2025-07', last: null }, budgetFrom: OPENED_AT, letterLimit }
  await survey.openWave({ waveId: id, period: MEASURED_PERIOD, frame, clock: systemClock, planOf: () => plan })
  const moments = reminderMoments(DEFAULT_PROGRAMME, { at: CLOSED_AT, timeZone: 'Asia/Shanghai', byHand: false })
  await survey.closeWave(id, CLOSED_AT, moments)
  await survey.unlinkWave(id, CLOSED_AT)
}

/** What a traveler may say: mostly satisfied, some without an opinion, some items left out. */
function kindOf(draw: Random): AnswerValues {
  const values: Record<string, string> = {}
  for (const { item, values: of } of answerCode(DEFAULT_QUESTIONNAIRE).items) {
    if (item !== 'overall' && draw.chance(0.1)) continue
    const high = of.includes('5') && draw.chance(0.85)
    values[item] = high ? draw.pick(['4', '5']) : draw.pick(of)
  }
  return values
}

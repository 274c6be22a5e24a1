import { optionsOf } from '@wayproof/forms/questionnaire/asked-options'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { addDays, type CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { lastDay, type Period, type PeriodKey, periodKey } from '@wayproof/kernel/calendar/period'
import type { Locale } from '@wayproof/kernel/people/locale'
import type { AnswerValues } from '@wayproof/survey/answers/answer'
import { MARGINS, type Margin } from '@wayproof/survey/sampling/categories'
import { type CellPlan, cellOf, type MergeMap, planCells } from '@wayproof/survey/sampling/cells'
import { satisfiedBefore } from '../past.ts'
import { random } from '../random.ts'
import { reactionOf } from '../travelers.ts'

/** A wave that nobody was asked in: its figures are those of invented answers. */
export interface SampleWave {
  readonly period: PeriodKey
  readonly opensOn: CalendarDate
  /** The last day on which answers were taken. */
  readonly closesOn: CalendarDate
  readonly mergeMap: MergeMap
  readonly cells: readonly CellPlan[]
  readonly margins: readonly { readonly margin: Margin; readonly category: string; readonly eligible: number }[]
  readonly answers: readonly SampleAnswer[]
}

export interface SampleAnswer {
  /** Its place among the cells. */
  readonly cell: number
  readonly values: AnswerValues
  readonly comment: string | null
  readonly locale: Locale
  readonly day: CalendarDate
}

const TRAVELERS = 640
/** The wave opens this many days after its half-year. */
const DAYS_UNTIL_OPEN = 9
const DAYS_OPEN = 24
/** Days after the opening on which people answer: at once, or after a reminder. */
const ANSWER_DAYS = { 'at-once': [0, 1, 3, 4], 'after-reminder': [5, 6, 8] } as const
/** The labels of the values do not matter here. */
const NO_LABELS = { yes: '', no: '', dontKnow: '' }

/** The first day after the wave of a half-year. */
export const sampleWaveOver = (half: Period): CalendarDate => addDays(lastDay(half), DAYS_UNTIL_OPEN + DAYS_OPEN + 1)

/** The wave of a half-year, `halves` half-years before one with `satisfied` travelers; the same for the same seed. */
export function sampleWave(seed: string, half: Period, satisfied: number, halves: number): SampleWave {
  const period = periodKey(half)
  const draw = random(`${seed}/wave/${period}`)
  const people = Array.from({ length: TRAVELERS }, (_, i) => ({
    email: `traveler-${period}-${i + 1}@travelers.example`,
    tripType: draw.pick(['group', 'group', 'independent', 'business']),
    channel: draw.pick(['app', 'app', 'website', 'mini-programme']),
    region: draw.pick(['east', 'east', 'south', 'north']),
    language: draw.chance(0.62) ? ('zh-CN' as const) : ('en' as const),
  }))
  const { cells, mergeMap } = planCells(people, null)
  const opensOn = addDays(lastDay(half), DAYS_UNTIL_OPEN)
  const share = satisfiedBefore(satisfied, halves)
  const answers = people.flatMap(({ email, ...categories }): SampleAnswer[] => {
    const { answers: when, choose, comment } = reactionOf(seed, email, share)
    if (when === 'never') return []
    const values = DEFAULT_QUESTIONNAIRE.items.flatMap((item) => {
      const offered = optionsOf(DEFAULT_QUESTIONNAIRE, item, 'en', NO_LABELS).map(({ code }) => code)
      return offered.length > 0 ? [[item.id, choose(item.id, offered)] as const] : []
    })
    const own = cellOf(mergeMap, categories)
    const cell = cells.findIndex((planned) => MARGINS.every((margin) => planned[margin] === own[margin]))
    const day = addDays(opensOn, draw.pick<number>(ANSWER_DAYS[when]))
    return [{ cell, values: Object.fromEntries(values), comment, locale: categories.language, day }]
  })
  return { period, opensOn, closesOn: addDays(opensOn, DAYS_OPEN), mergeMap, cells, margins: marginsOf(cells), answers }
}

/** Everybody was asked, so the eligible are the invited. */
function marginsOf(cells: readonly CellPlan[]): SampleWave['margins'] {
  return MARGINS.flatMap((margin) => {
    const categories = [...new Set(cells.map((cell) => cell[margin]))].sort()
    return categories.map((category) => ({
      ...{ margin, category },
      eligible: cells.reduce((sum, cell) => sum + (cell[margin] === category ? cell.invited : 0), 0),
    }))
  })
}

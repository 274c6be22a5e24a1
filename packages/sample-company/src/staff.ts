import { firstDay, lastDay, type Period, periodKey, quarter } from '@wayproof/kernel/calendar/period'
import { csv } from './csv.ts'
import type { Outlook } from './outlook.ts'
import type { Random } from './random.ts'

const units = ['呼叫中心', '跟团游产品部', '自由行产品部', '门店服务部', '技术部', '市场部', '财务部']

interface Person {
  readonly number: string
  readonly unit: string
  readonly start: string
  readonly end: string | null
}

const digits = (n: number) => String(n).padStart(2, '0')
const dayIn = (random: Random, { year }: Period, month: number) =>
  `${year}-${digits(month)}-${digits(random.between(1, 28))}`

/** 200 people, ten of whom join or leave in the last two years, with their training in each quarter. */
export function staffFiles(random: Random, year: number, outlook: Outlook): Readonly<Record<string, string>> {
  const quarters = [year - 1, year].flatMap((of) => ([1, 2, 3, 4] as const).map((index) => quarter(of, index)))
  const people = hire(random.part('people'), year)
  const onLeave = people[7]!
  const completions: [string, string][] = []
  const exams: [string, string, number][] = []
  const sessions: [string, string][] = []
  for (const period of quarters) {
    const draw = random.part(periodKey(period))
    const isJudged = period.year === year && period.index > 2
    const short =
      isJudged && period.index === 4 && !outlook.training ? draw.between(14, 24) : draw.between(1, isJudged ? 4 : 12)
    const lastMonth = period.index * 3
    sessions.push([periodKey(period), dayIn(draw, period, lastMonth - 2)])
    const here = people.filter(({ start, end }) => start <= firstDay(period) && (!end || end > lastDay(period)))
    const failing = new Set(
      draw
        .some(
          here.filter((person) => person !== onLeave),
          short,
        )
        .map(({ number }) => number),
    )
    for (const { number } of here) {
      if (number === onLeave.number && isJudged && period.index === 4) continue
      learn(draw, number, period, failing.has(number), completions, exams)
    }
  }
  return {
    'staff-roles': csv(
      ['number', 'role', 'unit', 'startDay', 'endDay'],
      people.map(({ number, unit, start, end }) => [number, '员工', unit, start, end]),
    ),
    'staff-leave': csv(['number', 'fromDay', 'toDay'], [[onLeave.number, `${year}-09-20`, `${year + 1}-01-20`]]),
    'training-completions': csv(['number', 'completedAt'], completions),
    'exam-attempts': csv(['number', 'takenAt', 'score'], exams),
    'training-sessions': csv(['quarter', 'heldOn'], sessions),
  }
}

/** The training of the same people in the year after `year`; a few fail each quarter, and too many in the second. */
export function nextStaffFiles(random: Random, year: number): Readonly<Record<string, string>> {
  const people = hire(random.part('people'), year)
  const completions: [string, string][] = []
  const exams: [string, string, number][] = []
  const sessions: [string, string][] = []
  for (const period of ([1, 2, 3, 4] as const).map((index) => quarter(year + 1, index))) {
    const draw = random.part(periodKey(period))
    sessions.push([periodKey(period), dayIn(draw, period, period.index * 3 - 2)])
    const here = people.filter(({ start, end }) => start <= firstDay(period) && !end)
    const failing = new Set(
      draw.some(here, period.index === 2 ? draw.between(14, 20) : draw.between(1, 5)).map(({ number }) => number),
    )
    for (const { number } of here) learn(draw, number, period, failing.has(number), completions, exams)
  }
  return {
    'training-completions': csv(['number', 'completedAt'], completions),
    'exam-attempts': csv(['number', 'takenAt', 'score'], exams),
    'training-sessions': csv(['quarter', 'heldOn'], sessions),
  }
}

function hire(random: Random, year: number): Person[] {
  return Array.from({ length: 200 }, (_, i) => {
    const start =
      i < 190
        ? `${year - random.between(3, 12)}-${digits(random.between(1, 12))}-01`
        : `${year}-${digits(i - 188)}-${i > 197 ? '15' : '03'}`
    const end = i >= 10 && i < 16 ? `${year}-${digits((i - 9) * 2)}-20` : null
    return { number: `E${1001 + i}`, unit: random.pick(units), start, end }
  })
}

function learn(
  random: Random,
  number: string,
  period: Period,
  fails: boolean,
  completions: [string, string][],
  exams: [string, string, number][],
): void {
  const month = period.index * 3 - random.between(0, 1)
  const day = dayIn(random, period, month)
  const withoutModules = fails && random.chance(0.4)
  if (!withoutModules) completions.push([number, `${day}T09:30:00+08:00`])
  if (fails && !withoutModules && random.chance(0.3)) return
  const retakes = random.chance(0.12)
  if (retakes || fails) exams.push([number, `${day}T10:00:00+08:00`, random.between(45, 78)])
  if (!fails || withoutModules) exams.push([number, `${day}T15:00:00+08:00`, random.between(80, 100)])
}

import type { StoreDatabase } from '@wayproof/database/store-database'
import { saveRegister } from '@wayproof/evidence/testing/save-register'
import { addDays, type CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { periodKey, periodOf } from '@wayproof/kernel/calendar/period'
import { openExact } from '../exact.ts'
import { factSource } from '../facts/fact-source.ts'
import { judgeStaffTraining } from '../goals/staff-training.ts'
import { RULES } from '../rules.ts'
import { commonFigures, type Figures } from './scenario-figures.ts'

interface TrainingInput {
  readonly quarterStart: CalendarDate
  readonly asOf: CalendarDate
  readonly passMark: number
  readonly minTenureDays: number
  readonly target: readonly [number, number]
  readonly timeZone: string
  readonly elapsedShare?: number
  readonly sessionHeld?: boolean
  readonly people: readonly Person[]
}

interface Person {
  readonly id: string
  readonly role?: string
  readonly start: CalendarDate
  readonly end: CalendarDate | null
  readonly modulesCompletedAt: string | null
  readonly exams: readonly (readonly [string, number])[]
  readonly leaveDaysInQuarter: number
}

export async function playTraining(database: StoreDatabase, input: TrainingInput): Promise<Figures> {
  const quarter = periodOf('quarter', input.quarterStart)
  await write(database, input, periodKey(quarter))
  const rules = { ...RULES, passMark: input.passMark, minimumTenureDays: input.minTenureDays }
  const counts = await factSource(database, { timeZone: input.timeZone, rules }).forHalfYear('2025-H2')
  const facts = await counts.training(quarter, input.asOf)
  const [numerator, denominator] = input.target
  const verdict = openExact(
    judgeStaffTraining(
      { quarters: [facts] },
      {
        period: quarter,
        asOf: input.asOf,
        rules,
        target: { numerator, denominator },
        ...(input.elapsedShare !== undefined && { elapsedShare: input.elapsedShare }),
      },
    ),
  )
  const { firstAttemptPassed, exempt, notYetDue, late } = facts
  const pace = verdict.figures.quarters[0]?.pace
  return {
    ...commonFigures(verdict, { numerator: facts.passed, denominator: facts.due }),
    passed: facts.passed,
    firstAttemptPassed,
    exempt,
    notYetDue,
    late,
    need: pace?.need,
  }
}

async function write(database: StoreDatabase, input: TrainingInput, quarter: string): Promise<void> {
  const roles = input.people.map((person, i) => ({
    number: person.id,
    role: person.role ?? `role ${i}`,
    unit: 'unit',
    startDay: person.start,
    endDay: person.end,
  }))
  await saveRegister(database, 'staff-roles', roles)
  const once = [...new Map(input.people.map((person) => [person.id, person])).values()]
  const away = once.filter(({ leaveDaysInQuarter }) => leaveDaysInQuarter > 0)
  const leave = away.map(({ id, leaveDaysInQuarter }) => ({
    number: id,
    fromDay: input.quarterStart,
    toDay: addDays(input.quarterStart, leaveDaysInQuarter - 1),
  }))
  await saveRegister(database, 'staff-leave', leave)
  const completions = once.flatMap(({ id, modulesCompletedAt: at }) =>
    at ? [{ number: id, completedAt: Date.parse(at) }] : [],
  )
  await saveRegister(database, 'training-completions', completions)
  const attempts = once.flatMap(({ id, exams }) =>
    exams.map(([at, score]) => ({ number: id, takenAt: Date.parse(at), score })),
  )
  await saveRegister(database, 'exam-attempts', attempts)
  if (input.sessionHeld !== false) {
    await saveRegister(database, 'training-sessions', [{ quarter, heldOn: input.quarterStart }])
  }
}

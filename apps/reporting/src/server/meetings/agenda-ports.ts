import { dateAt, lastDay, type PeriodKey, periodKey, periodOf, previousPeriod } from '@wayproof/kernel'
import type { AgendaGoal } from '@wayproof/oversight/meetings'
import { readScorecard } from '@wayproof/scorecard'
import type { Services } from '../trpc/context.ts'
import { actionPorts, scorecardPorts } from '../trpc/ports.ts'

/** Ports of the agenda, which is computed from goals, deadlines and actions. */
export const agendaPorts = (services: Services) => ({
  ...actionPorts(services),
  deadlines: services.store.deadlines,
  redAndAmberGoals: () => redAndAmberGoals(services),
})

/** Goals of the running half-year and the one before, unless that ended before the program began. */
async function redAndAmberGoals(services: Services): Promise<readonly AgendaGoal[]> {
  const { store, clock, timeZone } = services
  const organisation = await store.organisation.get()
  const running = periodOf('half-year', dateAt(clock.now(), timeZone))
  const halves = [previousPeriod(running), running].filter(
    (half) => lastDay(half) >= (organisation?.programmeStart ?? ''),
  )
  const goals = await Promise.all(halves.map((half) => goalsOf(services, periodKey(half))))
  return goals.flat()
}

async function goalsOf(services: Services, period: PeriodKey): Promise<readonly AgendaGoal[]> {
  const scorecard = await readScorecard(scorecardPorts(services), { period })
  if (!scorecard.ok) return []
  return scorecard.value.verdicts.flatMap(({ goal, status }) =>
    status === 'red' || status === 'amber' ? [{ period, goal, status }] : [],
  )
}

import {
  dateAt,
  firstDay,
  hasEnded,
  lastDay,
  type Period,
  parsePeriod,
  periodKey,
  periodOf,
  previousPeriod,
} from '@wayproof/kernel'
import { mailOwners } from '@wayproof/letters'
import { GOALS, OWNERS, type PeriodClosing, stageOf } from '@wayproof/scorecard'
import { ROLE_OF } from '@wayproof/store'
import type { CalendarPorts, DueRun } from './scheduler-ports.ts'

const TOO_LATE_MS = 7 * 24 * 60 * 60_000

/**
 * Once a month, until the half-year before is closed, tells its owners what is theirs to do: bring the registers up to
 * date, sign, or (the officers) close. Outcomes: `reminded N`, `closed`, `before-the-programme`, `late-asks-officer`.
 */
export async function remindOwners(ports: CalendarPorts, { period: month, at, now }: DueRun): Promise<string> {
  const { store, clock, timeZone } = ports
  if (now - at > TOO_LATE_MS) return 'late-asks-officer'
  const half = halfYearBefore(month)
  const start = (await store.organisation.get())?.programmeStart
  if (start === undefined || lastDay(half) < start || !hasEnded(half, dateAt(now, timeZone)))
    return 'before-the-programme'
  const period = periodKey(half)
  const state = await store.closing.closing(period)
  const stage = stageOf(state, half, dateAt(now, timeZone))
  if (stage === 'closed' || stage === 'running') return 'closed'
  const letters = await mailOwners(
    { outbox: store.outbox, clock, peopleOf: (owner) => store.usersOf(ROLE_OF[owner]) },
    { period, version: state.seals.length + 1, stage: stage === 'reopened' ? 'ended' : stage },
    { owners: stage === 'signed' ? ['privacy-officer'] : ownersToSign(state), occasion: month },
  )
  return `reminded ${letters}`
}

const ownersToSign = ({ signatures }: PeriodClosing) =>
  GOALS.filter((goal) => signatures.every((signature) => signature.goal !== goal)).map((goal) => OWNERS[goal])

function halfYearBefore(month: string): Period {
  const period = parsePeriod(month)
  if (!period) throw new RangeError(`no period is named ${month}`)
  return previousPeriod(periodOf('half-year', firstDay(period)))
}

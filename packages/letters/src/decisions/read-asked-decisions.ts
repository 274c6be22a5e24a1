import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { workingDaysAfter } from '@wayproof/kernel/calendar/working-day'
import type { Id } from '@wayproof/kernel/id'
import type { EditionKind } from '@wayproof/scorecard/editions/edition'
import { DECIDE_WORKING_DAYS } from '@wayproof/scorecard/editions/edition-settings'
import type { Decision } from '@wayproof/scorecard/executive-summary'
import type { ExecutiveDecision } from './executive-decision.ts'
import type { DecisionPorts } from './ports.ts'

/** A decision that the newest summary asks for, with those that executives took. */
export interface AskedDecision extends Decision {
  readonly taken: readonly (Omit<ExecutiveDecision, 'period' | 'goal' | 'userId'> & { readonly isMine: boolean })[]
}

export interface AskedDecisions {
  readonly edition: { readonly id: Id; readonly kind: EditionKind; readonly sentOn: CalendarDate }
  /** Null if the working days of the coming weeks are unknown. */
  readonly decideBy: CalendarDate | null
  /** True once the half-year is frozen: then no decision changes. */
  readonly isFixed: boolean
  readonly asked: readonly AskedDecision[]
}

/** The decisions that the newest summary of a half-year asks for. Null if none was sent. */
export async function readAskedDecisions(
  { decisions, editions, survey, timeZone }: DecisionPorts,
  { period, reader }: { readonly period: PeriodKey; readonly reader: Id },
): Promise<AskedDecisions | null> {
  const sent = await editions.lastSent(period)
  if (!sent) return null
  const sentOn = dateAt(sent.endedAt ?? sent.openedAt, timeZone)
  const { localHolidays } = await survey.programme()
  const taken = await decisions.list(period)
  return {
    edition: { id: sent.id, kind: sent.kind, sentOn },
    decideBy: workingDaysAfter(sentOn, DECIDE_WORKING_DAYS, localHolidays),
    isFixed: await decisions.isFixed(period),
    asked: sent.summary.decisions.map((decision) => ({
      ...decision,
      taken: taken
        .filter(({ goal }) => goal === decision.goal)
        .map(({ userId, decidedBy, choice, comment, decidedAt }) => ({
          ...{ decidedBy, choice, comment, decidedAt },
          isMine: userId === reader,
        })),
    })),
  }
}

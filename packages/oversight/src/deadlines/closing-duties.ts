import { type Owner, ROLE_OF } from '@wayproof/accounts/accounts/person'
import type { Prisma } from '@wayproof/database/generated/client'
import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { lastDay, type Period, periodKey, periodOf, previousPeriod } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import { GOALS, type GoalId, OWNERS } from '@wayproof/scorecard/goals/goal'
import { improvementDueOn } from '../actions/action-list-store.ts'
import { freezeDueOn, refreezeDueOn, sealDueOn, signatureDueOn } from './calendar-duties.ts'
import type { DutyRole, OpenDuty } from './deadline.ts'

type Records = Pick<
  Prisma.TransactionClient,
  'wave' | 'seal' | 'periodFreeze' | 'periodReopening' | 'remedy' | 'improvement' | 'agreedAction' | 'actionOutcome'
>

/** Half-years to freeze, goals to sign, half-years to seal, and promised actions whose outcome is not recorded. */
export async function closingDuties(
  records: Records,
  programmeStart: CalendarDate,
  now: Instant,
  timeZone: string,
): Promise<readonly OpenDuty[]> {
  const today = dateAt(now, timeZone)
  const sealed = new Set((await records.seal.findMany({ select: { period: true } })).map(({ period }) => period))
  const freezes = await records.periodFreeze.findMany({
    where: { outcome: null },
    select: { period: true, frozenAt: true, signatures: { select: { goal: true } } },
  })
  const reopened = await records.periodReopening.findMany({ where: { outcome: null } })
  const frozen = new Set(freezes.map(({ period }) => period))
  const ended = endedHalfYears(programmeStart, today).map(periodKey)
  const waves = await records.wave.findMany({
    where: { period: { in: ended } },
    select: { period: true, closesAt: true },
  })
  const surveyEndsOn = new Map(waves.map(({ period, closesAt }) => [period, dateAt(closesAt.getTime() - 1, timeZone)]))
  const toFreeze = [
    ...ended
      .filter((period) => !sealed.has(period))
      .map((period) => ({ period, day: freezeDueOn(period, surveyEndsOn.get(period) ?? null) })),
    ...reopened.map(({ period, reopenedAt }) => ({
      period,
      day: refreezeDueOn(dateAt(reopenedAt.getTime(), timeZone)),
    })),
  ]
  return [
    ...toFreeze
      .filter(({ period }) => !frozen.has(period))
      .map(({ period, day }): OpenDuty => ({ kind: 'freeze', subject: period, due: { day } })),
    ...freezes.flatMap(({ period, frozenAt, signatures }) => {
      const frozenOn = dateAt(frozenAt.getTime(), timeZone)
      const signed = new Set(signatures.map(({ goal }) => goal))
      const unsigned = GOALS.filter((goal) => !signed.has(goal))
      return [
        ...unsigned.map((goal) => signatureDuty(period, goal, signatureDueOn(frozenOn))),
        { kind: 'seal', subject: period, due: { day: sealDueOn(frozenOn) } } as const,
      ]
    }),
    ...(await actionDuties(records)),
  ]
}

function signatureDuty(period: string, goal: GoalId, day: CalendarDate): OpenDuty {
  return { kind: 'signature', subject: period, part: goal, due: { day }, roles: [ROLE_OF[OWNERS[goal]]] }
}

/**
 * The two half-years that ended last, unless the program began later. Older ones that were never closed are listed on the
 * page of closing.
 */
function endedHalfYears(programmeStart: CalendarDate, today: CalendarDate): readonly Period[] {
  const last = previousPeriod(periodOf('half-year', today))
  return [previousPeriod(last), last].filter((half) => lastDay(half) >= programmeStart)
}

/** Actions on red goals and agreed ones by their due day, and improvements by the end of the half-year after the one they follow. */
async function actionDuties({
  remedy,
  improvement,
  agreedAction,
  actionOutcome,
}: Records): Promise<readonly OpenDuty[]> {
  const finished = await actionOutcome.findMany({
    where: { state: { in: ['done', 'dropped'] } },
    select: { actionId: true },
  })
  const open = { id: { notIn: finished.map(({ actionId }) => actionId) } }
  const remedies = await remedy.findMany({ where: open })
  const improvements = await improvement.findMany({ where: { ...open, withdrawnAt: null } })
  const agreed = await agreedAction.findMany({ where: open })
  return [
    ...remedies.map(
      ({ id, goal, action, owner, dueOn }): OpenDuty => ({
        ...{ kind: 'action', subject: id, part: goal, name: action, due: { day: dueOn } },
        roles: rolesOf(owner),
      }),
    ),
    ...agreed.map(
      ({ id, text, owner, dueOn }): OpenDuty => ({
        ...{ kind: 'action', subject: id, name: text, due: { day: dueOn } },
        roles: rolesOf(owner),
      }),
    ),
    ...improvements.map(
      ({ id, period, textZh, textEn, owner }): OpenDuty => ({
        ...{ kind: 'improvement', subject: id, name: { 'zh-CN': textZh, en: textEn } },
        due: { day: improvementDueOn(period) },
        roles: rolesOf(owner),
      }),
    ),
  ]
}

/** The owner's role, and the officers, who follow it up also when nobody holds that role. */
const rolesOf = (owner: string): readonly DutyRole[] => [...new Set([ROLE_OF[owner as Owner], 'officer'] as const)]

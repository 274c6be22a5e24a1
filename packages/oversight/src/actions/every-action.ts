import type { Prisma } from '@wayproof/database/generated/client'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import { lastDay, nextPeriod, parsePeriod } from '@wayproof/kernel/calendar/period'
import type { Action, ActionOwner, RecordedOutcome } from './action.ts'
import { fixedHalfYears } from './fixed-half-years.ts'

/** Actions of all origins: on red goals, improvements in force, and agreed ones. */
export async function everyAction(records: Prisma.TransactionClient): Promise<readonly Action[]> {
  const fixed = await fixedHalfYears(records)
  const outcomes = new Map(
    (await records.actionOutcome.findMany()).map(({ actionId, ...outcome }) => [
      actionId,
      recordOf<RecordedOutcome>(outcome),
    ]),
  )
  const changes = await records.remedyChange.groupBy({ by: ['remedyId'], _count: true })
  const changesOf = new Map(changes.map(({ remedyId, _count }) => [remedyId, _count]))
  const actionOf = ({
    owner,
    ...action
  }: Omit<Action, 'isFixed' | 'outcome' | 'owner'> & { owner: string }): Action => ({
    ...action,
    owner: owner as ActionOwner,
    isFixed: fixed.has(action.period),
    outcome: outcomes.get(action.id) ?? null,
  })
  return [
    ...(await records.remedy.findMany()).map(({ id, period, goal, action, owner, dueOn, effect }) =>
      actionOf({
        ...{ id, period, origin: 'red-goal', originId: goal, text: action, owner, dueOn, effect },
        revision: changesOf.get(id) ?? 0,
      }),
    ),
    ...(await records.improvement.findMany({ where: { withdrawnAt: null } })).map(
      ({ id, period, textZh, textEn, owner }) =>
        actionOf({
          ...{ id, period, origin: 'feedback', originId: '', owner, effect: null, revision: 0 },
          text: { 'zh-CN': textZh, en: textEn },
          dueOn: improvementDueOn(period),
        }),
    ),
    ...(await records.agreedAction.findMany()).map(({ agreedAt: _, agreedBy: __, origin, ...action }) =>
      actionOf({ ...action, origin: origin as Action['origin'] }),
    ),
  ]
}

/** Improvements are due by the end of the half-year after the one whose feedback they follow. */
export function improvementDueOn(period: string): string {
  const half = parsePeriod(period)
  if (!half) throw new RangeError(`no period is named ${period}`)
  return lastDay(nextPeriod(half))
}

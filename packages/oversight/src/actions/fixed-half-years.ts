import type { Prisma } from '@wayproof/database/generated/client'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'

type Records = Pick<Prisma.TransactionClient, 'periodFreeze' | 'periodReopening' | 'seal'>

/** Half-years whose actions can no longer change, each with the reason. */
export async function fixedHalfYears({
  periodFreeze,
  periodReopening,
  seal,
}: Records): Promise<ReadonlyMap<PeriodKey, 'already-frozen' | 'period-closed'>> {
  const pending = { where: { outcome: null }, select: { period: true } }
  const reopened = (await periodReopening.findMany(pending)).map(({ period }) => period)
  const sealed = await seal.findMany({ where: { period: { notIn: reopened } }, select: { period: true } })
  const frozen = await periodFreeze.findMany(pending)
  return new Map([
    ...sealed.map(({ period }) => [period, 'period-closed'] as const),
    ...frozen.map(({ period }) => [period, 'already-frozen'] as const),
  ])
}

import type { Prisma, RightsCaseChange } from '@wayproof/database/generated/client'
import type { Id } from '@wayproof/kernel/id'
import type { CaseChange, CaseFacts } from './ports.ts'

export const changeOf = ({ day, changedBy, reason, before, after }: RightsCaseChange): CaseChange => ({
  ...{ day, by: changedBy, reason },
  before: before === null ? null : (JSON.parse(before) as CaseFacts),
  after: JSON.parse(after) as CaseFacts,
})

export async function addChange(
  { rightsCaseChange }: Prisma.TransactionClient,
  caseId: Id,
  { day, by, reason, before, after }: CaseChange,
): Promise<void> {
  const last = await rightsCaseChange.findFirst({
    where: { caseId },
    orderBy: { number: 'desc' },
    select: { number: true },
  })
  await rightsCaseChange.create({
    data: {
      ...{ caseId, day, changedBy: by, reason },
      number: (last?.number ?? 0) + 1,
      before: before && JSON.stringify(before),
      after: JSON.stringify(after),
    },
  })
}

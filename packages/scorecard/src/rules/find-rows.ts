import type { Prisma } from '@wayproof/database/generated/client'
import type { RowChoice } from '../rule-changes/ports.ts'
import type { RowGoal } from '../rule-changes/rule-change.ts'

const MOST_CHOICES = 20

/** Puts the role that a person began last first. */
export const LATEST_ROLE: Prisma.StaffRoleOrderByWithRelationInput[] = [{ startDay: 'desc' }, { role: 'asc' }]

/** Rows that can be excluded from a goal's share; see `RuleChangeStore.findRows`. */
export async function findRows(
  { policySurface, partner, staffRole }: Prisma.TransactionClient,
  goal: RowGoal,
  text: string,
): Promise<readonly RowChoice[]> {
  if (goal === 'staff-training') {
    if (text === '') return []
    const roles = await staffRole.findMany({
      where: { number: { startsWith: text } },
      distinct: ['number'],
      orderBy: [{ number: 'asc' }, ...LATEST_ROLE],
      take: MOST_CHOICES,
    })
    // SQLite ignores the case, PostgreSQL does not.
    return roles
      .filter(({ number }) => number.startsWith(text))
      .map(({ number, unit }) => ({ row: number, label: unit }))
  }
  // Few rows, so that both engines compare names in the same way.
  const query = { select: { id: true, name: true }, orderBy: { id: 'asc' } } as const
  const rows = await (goal === 'partner-audit' ? partner.findMany(query) : policySurface.findMany(query))
  const sought = text.toLowerCase()
  return rows
    .filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(sought))
    .slice(0, MOST_CHOICES)
    .map(({ id, name }) => ({ row: id, label: name }))
}

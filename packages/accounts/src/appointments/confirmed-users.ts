import type { Prisma, User } from '@wayproof/database/generated/client'

/** Users of a selection whose role does not wait for a confirmation. */
export async function confirmedUsers(
  { user, appointment }: Pick<Prisma.TransactionClient, 'user' | 'appointment'>,
  where: Prisma.UserWhereInput,
): Promise<readonly User[]> {
  const users = await user.findMany({ where })
  const waiting = await appointment.findMany({
    where: { confirmedAt: null, userId: { in: users.map(({ id }) => id) } },
  })
  return users.filter(({ id, role }) => !waiting.some((other) => other.userId === id && other.role === role))
}

import type { Prisma } from '@wayproof/database/generated/client'
import type { Id } from '@wayproof/kernel/id'

/** For a transaction: from then on the user signs in with the password alone. */
export async function endSecondFactor({ twoFactor, user }: Prisma.TransactionClient, userId: Id): Promise<void> {
  await twoFactor.deleteMany({ where: { userId } })
  await user.updateMany({ where: { id: userId }, data: { twoFactorEnabled: false } })
}

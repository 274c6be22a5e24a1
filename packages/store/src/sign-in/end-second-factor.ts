import type { Id } from '@wayproof/kernel'
import type { Prisma } from '../generated/client.ts'

/** For a transaction: from then on the user signs in with the password alone. */
export async function endSecondFactor({ twoFactor, user }: Prisma.TransactionClient, userId: Id): Promise<void> {
  await twoFactor.deleteMany({ where: { userId } })
  await user.updateMany({ where: { id: userId }, data: { twoFactorEnabled: false } })
}

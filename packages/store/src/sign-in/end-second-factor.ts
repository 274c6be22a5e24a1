import type { Id } from '@wayproof/kernel'
import type { Prisma } from '../generated/client.ts'

/** Inside a transaction: from then on the password alone signs the user in. */
export async function endSecondFactor({ twoFactor, user }: Prisma.TransactionClient, userId: Id): Promise<void> {
  await twoFactor.deleteMany({ where: { userId } })
  await user.updateMany({ where: { id: userId }, data: { twoFactorEnabled: false } })
}

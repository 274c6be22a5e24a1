import type { Query } from '@wayproof/database/query/query'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'

const INSERT = `INSERT INTO password_reset (id, user_id, recovers, created_at, expires_at)
  VALUES (@id, @userId, FALSE, @createdAt, @expiresAt)`

/** Stores a reset with SQL, because the duration of a call of Prisma Client would reveal that the address belongs to a user. */
export async function insertReset(
  query: Query,
  {
    createdAt,
    expiresAt,
    ...reset
  }: { readonly id: Id; readonly userId: Id; readonly createdAt: Instant; readonly expiresAt: Instant },
): Promise<void> {
  await query.run(INSERT, { ...reset, createdAt: new Date(createdAt), expiresAt: new Date(expiresAt) })
}

import type { Id, Instant } from '@wayproof/kernel'
import type { Query } from '../../engine/query/query.ts'

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

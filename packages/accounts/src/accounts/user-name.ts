import type { Prisma } from '@wayproof/database/generated/client'

/** SQL: the name of the user whose id is in `column`, also of a removed one; the id if no name is known. */
export const userName = (column: string): string =>
  `coalesce((SELECT name FROM "user" WHERE "user".id = ${column}),
    (SELECT name FROM former_user WHERE former_user.id = ${column}), ${column})`

/** The same rule for records: names of the users with these ids. */
export async function userNames(
  { user, formerUser }: Pick<Prisma.TransactionClient, 'user' | 'formerUser'>,
  ids: readonly (string | null)[],
): Promise<(id: string) => string> {
  const nameQuery = { where: { id: { in: ids.filter((id) => id !== null) } }, select: { id: true, name: true } }
  const users = await user.findMany(nameQuery)
  const removed = await formerUser.findMany(nameQuery)
  return (id) => [...users, ...removed].find((other) => other.id === id)?.name ?? id
}

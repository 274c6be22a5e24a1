/** Whether Prisma Client refused a record because another has the same unique key. */
export const isUniqueConflict = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'P2002'

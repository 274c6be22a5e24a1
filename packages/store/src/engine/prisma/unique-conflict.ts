/** Whether Prisma Client refused a record because another has its unique key. */
export const isUniqueConflict = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'P2002'

import type { Seal as Row } from '@wayproof/database/generated/client'
import type { Seal } from './seals/seal.ts'

/** `row` comes from Prisma Client or from SQL, with the same names. */
export const sealOf = ({ number, period, version, statement, head, ...parts }: Row): Seal => {
  const { figures, definitions, evidence, actions, signatures } = parts
  return { number, period, version, statement, head, parts: { figures, definitions, evidence, actions, signatures } }
}

import type { Seal } from '@wayproof/scorecard'
import type { Seal as Row } from '../generated/client.ts'

/** `row` comes from Prisma Client or from SQL, with the same names. */
export const sealOf = ({ number, period, version, statement, head, ...parts }: Row): Seal => {
  const { figures, definitions, evidence, actions, signatures } = parts
  return { number, period, version, statement, head, parts: { figures, definitions, evidence, actions, signatures } }
}

import type { PolicyProof, Prisma } from '@wayproof/database/generated/client'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { PageProof } from './page-proof.ts'

export const rowOfProof = ({ nearest, at, ...proof }: PageProof): Prisma.PolicyProofCreateInput => ({
  ...proof,
  at: new Date(at),
  nearestVersion: nearest?.version ?? null,
  nearestLetters: nearest?.share.numerator ?? null,
  nearestOf: nearest?.share.denominator ?? null,
  lacks: nearest?.lacks ?? null,
  keepsBytes: proof.digest !== null,
})

export function proofOfRow(row: PolicyProof): PageProof {
  const { number: _, keepsBytes: __, nearestVersion: version, nearestLetters, nearestOf, lacks, ...proof } = row
  const share = { numerator: nearestLetters ?? 0, denominator: nearestOf ?? 0 }
  return recordOf<PageProof>({ ...proof, nearest: version === null ? null : { version, share, lacks } })
}

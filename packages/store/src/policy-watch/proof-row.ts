import type { PageProof } from '@wayproof/evidence'

/** A proof as the table has it. */
export interface ProofRow extends Omit<PageProof, 'nearest'> {
  readonly nearestVersion: string | null
  readonly nearestLetters: number | null
  readonly nearestOf: number | null
  readonly lacks: string | null
}

const COLUMNS: Readonly<Record<keyof ProofRow, string>> = {
  id: 'id',
  surfaceId: 'surface_id',
  language: 'language',
  at: 'at',
  checkedOn: 'checked_on',
  outcome: 'outcome',
  url: 'url',
  connectedTo: 'connected_to',
  status: 'status',
  contentType: 'content_type',
  redirectedTo: 'redirected_to',
  size: 'size',
  digest: 'digest',
  version: 'version',
  nearestVersion: 'nearest_version',
  nearestLetters: 'nearest_letters',
  nearestOf: 'nearest_of',
  lacks: 'lacks',
}
const NAMES = Object.keys(COLUMNS) as (keyof ProofRow)[]

/** The columns that a look fills. */
export const PROOF_NAMES = Object.values(COLUMNS)

export const PROOF_COLUMNS = NAMES.map((name) => `${COLUMNS[name]} AS ${name}`).join(', ')

export const INSERT_PROOF = `INSERT INTO policy_proof (${PROOF_NAMES.join(', ')}, keeps_bytes)
  VALUES (${NAMES.map((name) => `@${name}`).join(', ')}, @digest IS NOT NULL)`

export const rowOfProof = ({ nearest, ...proof }: PageProof): ProofRow => ({
  ...proof,
  nearestVersion: nearest?.version ?? null,
  nearestLetters: nearest?.share.numerator ?? null,
  nearestOf: nearest?.share.denominator ?? null,
  lacks: nearest?.lacks ?? null,
})

export function proofOfRow({ nearestVersion, nearestLetters, nearestOf, lacks, ...proof }: ProofRow): PageProof {
  if (nearestVersion === null) return { ...proof, nearest: null }
  const share = { numerator: nearestLetters ?? 0, denominator: nearestOf ?? 0 }
  return { ...proof, nearest: { version: nearestVersion, share, lacks } }
}

import { DESK_ROLES, type DeletionProof, type UserRole } from '@wayproof/store'

/** Rules that delete cases of single people, with the roles that see those cases anyway. */
const READERS: Readonly<Partial<Record<DeletionProof['rule'], readonly UserRole[]>>> = {
  'unconfirmed-address': [...DESK_ROLES, 'auditor'],
  'case-texts': [...DESK_ROLES, 'auditor'],
  'case-record': [...DESK_ROLES, 'auditor'],
  'report-texts': ['case-handler'],
  'report-record': ['case-handler'],
}

/**
 * The proofs of deletion that a role may see: a proof about a single case would reveal the day on which it was closed.
 */
export const proofsForRole = (role: UserRole, proofs: readonly DeletionProof[]): readonly DeletionProof[] =>
  proofs.filter(({ rule }) => READERS[rule]?.includes(role) ?? true)

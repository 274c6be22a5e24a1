import { DESK_ROLES, type DeletionProof, type UserRole } from '@wayproof/store'

/** Rules under which single people's cases are deleted, and who sees those cases anyway. */
const READERS: Readonly<Partial<Record<DeletionProof['rule'], readonly UserRole[]>>> = {
  'unconfirmed-address': [...DESK_ROLES, 'auditor'],
  'case-texts': [...DESK_ROLES, 'auditor'],
  'case-record': [...DESK_ROLES, 'auditor'],
  'report-texts': ['case-handler'],
  'report-record': ['case-handler'],
}

/** The proofs of a deletion that a role may see: one of a single case tells on which day it was closed. */
export const proofsForRole = (role: UserRole, proofs: readonly DeletionProof[]): readonly DeletionProof[] =>
  proofs.filter(({ rule }) => READERS[rule]?.includes(role) ?? true)

import { DESK_ROLES, type UserRole } from '@wayproof/accounts/accounts/person'
import type { DeletionProof } from '@wayproof/journal/deletion-proofs/deletion-proof'

type Place = DeletionProof['rule'] | 'mailed_code' | 'try_count'

/** Roles that see proofs whose days or counts tell of cases, or of entries and letters about them. */
const READERS: Readonly<Partial<Record<string, readonly UserRole[]>>> = {
  'unconfirmed-address': DESK_ROLES,
  'case-texts': DESK_ROLES,
  'case-record': DESK_ROLES,
  mailed_code: DESK_ROLES,
  'report-texts': ['case-handler'],
  'report-record': ['case-handler'],
  'hidden-letter': [],
  'audit-entry': [],
  try_count: [],
} satisfies Partial<Record<Place, readonly UserRole[]>>

/** The roles that see a deletion; null: all. */
export const proofReaders = ({ rule, table }: Pick<DeletionProof, 'rule' | 'table'>): readonly UserRole[] | null =>
  READERS[rule] ?? READERS[table] ?? null

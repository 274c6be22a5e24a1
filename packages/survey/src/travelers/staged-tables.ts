import type { Query } from '@wayproof/database/query/query'

/** The columns of a staged traveler. */
export const STAGED = [
  'row_number',
  'id',
  'customer_number',
  'email_sealed',
  'email_key',
  'mail_domain',
  'basis_date',
  'traits',
] as const

/**
 * A combination of these is staged once for all travelers who share it: storing and sorting it with each row would take
 * longer.
 */
export const TRAITS = [
  'traits',
  'locale',
  'trip_type',
  'channel',
  'region',
  'last_trip',
  'residence',
  'basis',
  'basis_wording',
  'basis_source',
  'flags',
] as const

/** The meaning of the bits of `flags`, from the lowest. */
const FLAGS = ['adult', 'basis_names_surveys', 'basis_notice', 'basis_holds'] as const

const OWN = STAGED.slice(0, -1)
const COMMON = TRAITS.slice(1, -1)

/** The columns of a row besides its number and its address, which is encrypted differently each time. */
export const TAKEN_OVER = ['email_key', 'mail_domain', 'basis_date', ...COMMON, ...FLAGS]

/** Each staged row with its traits; the columns have the names of the register. */
export const stagedView = ({ rows, traits }: Pick<StagedTables, 'rows' | 'traits'>): string =>
  `SELECT ${OWN.map((name) => `r.${name}`).join(', ')}, ${COMMON.map((name) => `c.${name}`).join(', ')},
    ${FLAGS.map((name, bit) => `((c.flags >> ${bit}) & 1) = 1 AS ${name}`).join(', ')}
  FROM ${rows} r CROSS JOIN ${traits} c WHERE c.traits = r.traits`

/** The temporary tables of an import, and the differences between the engines. */
export interface StagedTables {
  /** A view: each staged row with its traits; the columns have the names of the register. */
  readonly all: string
  readonly rows: string
  readonly traits: string
  /**
   * Rows of the register that the file contains too: `traveler_row` of the register, `row_number` of the file, and
   * whether the row `differs`.
   */
  readonly known: string
  /** `customer_number` of skipped rows, whose address another traveler has. */
  readonly leftOut: string
  /** The column of table `traveler`, under the given name, to which `traveler_row` refers. */
  readonly travelerRow: (traveler: string) => string
  /** True if the row is not in `known`. */
  readonly isNew: (staged: string) => string
  /** Runs `add`, which inserts more rows than the register has. */
  readonly addMany: (query: Query, add: () => Promise<void>) => Promise<void>
}

/** Names of the tables of one import in the schema of temporary tables. */
export const stagedNames = (schema: string, name: string) => ({
  all: `${schema}.${name}`,
  rows: `${schema}.${name}_rows`,
  traits: `${schema}.${name}_traits`,
  known: `${schema}.${name}_known`,
  leftOut: `${schema}.${name}_left_out`,
})

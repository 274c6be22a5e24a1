import type { Query } from '../engine/query/query.ts'

/** The columns of a staged traveler as its table holds them. */
export const STAGED = [
  'row_number',
  'id',
  'customer_number',
  'email_sealed',
  'email_key',
  'basis_date',
  'traits',
] as const

/** What travelers have in common is staged once for all of them: a column each would take longer to stage, and to sort. */
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

/** What the bits of `flags` say, the lowest first. */
const FLAGS = ['adult', 'basis_names_surveys', 'basis_notice', 'basis_holds'] as const

const OWN = STAGED.slice(0, -1)
const COMMON = TRAITS.slice(1, -1)

/** What a row brings besides the number it is found by and the address, which is sealed anew each time. */
export const TAKEN_OVER = ['email_key', 'basis_date', ...COMMON, ...FLAGS]

/** Each staged row with its traits, the columns named as in the register. */
export const stagedView = ({ rows, traits }: Pick<StagedTables, 'rows' | 'traits'>): string =>
  `SELECT ${OWN.map((name) => `r.${name}`).join(', ')}, ${COMMON.map((name) => `c.${name}`).join(', ')},
    ${FLAGS.map((name, bit) => `((c.flags >> ${bit}) & 1) = 1 AS ${name}`).join(', ')}
  FROM ${rows} r CROSS JOIN ${traits} c WHERE c.traits = r.traits`

/** The temporary tables of an import, and what the engines do differently with them. */
export interface StagedTables {
  /** A view: each staged row with its traits, the columns named as in the register. */
  readonly all: string
  readonly rows: string
  readonly traits: string
  /**
   * Rows of the register that the file brings again: `traveler_row` of the register, `row_number` of the file, and whether
   * it `differs`.
   */
  readonly known: string
  /** `customer_number` of those in the file who are left out, since another traveler has their address. */
  readonly leftOut: string
  /** What `traveler_row` refers to in table `traveler` of this name. */
  readonly travelerRow: (traveler: string) => string
  /** True if the row of this name is not in `known`. */
  readonly isNew: (staged: string) => string
  /** Runs `add`, which adds more rows to the register than it has. */
  readonly addMany: (query: Query, add: () => Promise<void>) => Promise<void>
}

/** The names of the tables of one import in the schema of temporary tables. */
export const stagedNames = (schema: string, name: string) => ({
  all: `${schema}.${name}`,
  rows: `${schema}.${name}_rows`,
  traits: `${schema}.${name}_traits`,
  known: `${schema}.${name}_known`,
  leftOut: `${schema}.${name}_left_out`,
})

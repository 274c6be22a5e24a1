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
export const stagedView = (staged: string): string => `SELECT ${OWN.map((name) => `r.${name}`).join(', ')},
    ${COMMON.map((name) => `c.${name}`).join(', ')}, ${FLAGS.map((name, bit) => `(c.flags >> ${bit}) & 1 AS ${name}`).join(', ')}
  FROM temp.${rowsOf(staged)} r CROSS JOIN temp.${traitsOf(staged)} c ON c.traits = r.traits`

/** The tables under the view of staged rows. */
export const rowsOf = (staged: string): string => `${staged}_rows`
export const traitsOf = (staged: string): string => `${staged}_traits`

/** Rows of the register that a file tells anew: which row of the file, and whether it says anything else. */
export const knownTable = (staged: string): string => `${staged}_known`

export const KNOWN_COLUMNS = 'traveler_row INTEGER PRIMARY KEY, row_number INTEGER NOT NULL, differs INTEGER NOT NULL'

/** Customers of the file who are left out, since another traveler has their address. */
export const leftOutTable = (staged: string): string => `${staged}_left_out`

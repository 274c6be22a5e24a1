/** The columns of a staged traveler as its table holds them. */
export const STAGED = [
  'row_number',
  'id',
  'customer_number',
  'email_sealed',
  'email_key',
  'locale',
  'trip_type',
  'channel',
  'region',
  'last_trip',
  'residence',
  'basis',
  'basis_wording',
  'basis_source',
  'basis_date',
  'flags',
] as const

/** What the bits of `flags` say, the lowest first: a column each would take longer to stage. */
const FLAGS = ['adult', 'basis_names_surveys', 'basis_notice', 'basis_holds'] as const

/** `flags` as columns of their own, named as in the register. */
export const FLAG_COLUMNS = FLAGS.map((name, bit) => `(flags >> ${bit}) & 1 AS ${name}`)

/** What a row brings besides the number it is found by and the address, which is sealed anew each time. */
export const TAKEN_OVER = [...STAGED.slice(4, -1), ...FLAGS]

/** The table under the view of staged rows. */
export const rowsOf = (staged: string): string => `${staged}_rows`

/** Rows of the register that a file tells anew: which row of the file, and whether it says anything else. */
export const knownTable = (staged: string): string => `${staged}_known`

export const KNOWN_COLUMNS = 'traveler_row INTEGER PRIMARY KEY, row_number INTEGER NOT NULL, differs INTEGER NOT NULL'

/** Customers of the file who are left out, since another traveler has their address. */
export const leftOutTable = (staged: string): string => `${staged}_left_out`

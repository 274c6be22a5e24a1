/** The columns of a staged traveler, in the order of its table. */
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
  'adult',
  'residence',
  'basis',
  'basis_wording',
  'basis_names_surveys',
  'basis_notice',
  'basis_source',
  'basis_date',
  'basis_holds',
] as const

/** What a row brings besides the number it is found by and the address, which is sealed anew each time. */
export const TAKEN_OVER = STAGED.slice(4)

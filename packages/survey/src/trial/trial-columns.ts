/** Status of a throw-away wave. Statements about open waves leave it out; those that send and answer it name it. */
export const TRIAL = 'trial'

/** Before the half-year in the period of a throw-away wave, so that no statement about a half-year finds it. */
export const PERIOD_PREFIX = 'trial '

/** SQL: the status of a `wave` for its respondents: a throw-away wave is answered like an open one. */
export const answerableStatus = (wave: string): string =>
  `CASE ${wave}.status WHEN '${TRIAL}' THEN 'open' ELSE ${wave}.status END`

/** SQL: the half-year that a `wave` asks about, also if it is a throw-away wave. */
export const askedPeriod = (wave: string): string => `replace(${wave}.period, '${PERIOD_PREFIX}', '')`

/** SQL condition: a `letter` belongs to a throw-away wave. */
export const isTrialLetter = (letter: string): string =>
  `EXISTS (SELECT 1 FROM wave WHERE wave.id = ${letter}.wave_id AND wave.status = '${TRIAL}')`

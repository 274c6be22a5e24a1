export {
  addDays,
  addMonths,
  type CalendarDate,
  dateAt,
  daysBetween,
  earlier,
  isCalendarDate,
  later,
  momentAt,
  momentOn,
  startOfDay,
} from './calendar-date.ts'
export type { Clock, Instant, Stopwatch } from './clock.ts'
export { type ContentEncoding, encodingFor } from './content-encoding.ts'
export { isCountry } from './country.ts'
export { parseEmail } from './email.ts'
export { type Id, type Ids, isId, shortId, type Tokens } from './id.ts'
export { isNestedDeeper } from './json-depth.ts'
export { instantOf, localTimeAt } from './local-time.ts'
export { isLocale, LOCALES, type Locale, type LocalText, nearestLocale, preferredLocale } from './locale.ts'
export { mailboxHash } from './mailbox.ts'
export { NONCE_BYTES } from './nonce.ts'
export { type OrganisationNames, organisationName } from './organisation-name.ts'
export { type Fault, fail, type Outcome, ok } from './outcome.ts'
export { type PartialDate, type Precision, partialDate, precisionOf, yearIn } from './partial-date.ts'
export {
  bounds,
  elapsedShare,
  firstDay,
  halfYear,
  hasEnded,
  includes,
  lastDay,
  nextPeriod,
  type Period,
  type PeriodKey,
  type PeriodKind,
  parsePeriod,
  periodKey,
  periodOf,
  previousPeriod,
  quarter,
  quartersOf,
  year,
  yearOf,
} from './period.ts'
export {
  type ActingPerson,
  type Hand,
  type SecondPersonFault,
  secondPersonFault,
} from './second-person.ts'
export { CODE_SYMBOLS, groupedCode, newSecretCode, readSecretCode } from './secret-code.ts'
export { displayShare, flooredTenths, ratio, reaches, type Share } from './share.ts'
export { shuffled } from './shuffle.ts'
export { slips } from './slips.ts'
export { isVisibleLine, isVisibleText } from './visible-text.ts'
export { type FirstWorkingDay, firstWorkingDay, workingDaysAfter } from './working-day.ts'

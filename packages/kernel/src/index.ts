export { type Brand, LOGO_PATH, type Logo, logoPath, logoSize, MOST_LOGO_BYTES, NO_BRAND } from './brand/brand.ts'
export {
  contrastByDay,
  isColor,
  isReadableByDay,
  LEAST_CONTRAST,
  readableAtNight,
  readableByDay,
} from './brand/color.ts'
export { logoResponse } from './brand/logo-response.ts'
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
} from './calendar/calendar-date.ts'
export { instantOf, localTimeAt } from './calendar/local-time.ts'
export { type PartialDate, type Precision, partialDate, precisionOf, yearIn } from './calendar/partial-date.ts'
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
} from './calendar/period.ts'
export { type FirstWorkingDay, firstWorkingDay, lacksHolidays, workingDaysAfter } from './calendar/working-day.ts'
export type { Clock, Instant, Stopwatch } from './clock.ts'
export { hasCallerLeft } from './http/caller-left.ts'
export { type ContentEncoding, encodingFor } from './http/content-encoding.ts'
export { SECURITY_TEXT_PATH, securityText } from './http/security-text.ts'
export { type Id, type Ids, isId, shortId, type Tokens } from './id.ts'
export { isNestedDeeper } from './json/json-depth.ts'
export { type JsonFault, readJson } from './json/read-json.ts'
export { type Fault, fail, type Outcome, ok } from './outcome.ts'
export { isCountry } from './people/country.ts'
export { parseEmail } from './people/email.ts'
export { isLocale, LOCALES, type Locale, type LocalText, nearestLocale, preferredLocale } from './people/locale.ts'
export { mailboxHash } from './people/mailbox.ts'
export { type OrganisationNames, organisationName } from './people/organisation-name.ts'
export {
  type ActingPerson,
  type Participant,
  type SecondPersonFault,
  secondPersonFault,
} from './people/second-person.ts'
export {
  isAddedTag,
  isSurveyLanguage,
  type LanguageTagFault,
  LONGEST_TAG,
  preferredLanguage,
  readAddedTag,
  type SurveyLanguage,
  textDirection,
  writtenLanguage,
} from './people/survey-language.ts'
export { isVisibleLine, isVisibleText, namedUnseen } from './people/visible-text.ts'
export { NONCE_BYTES } from './secrets/nonce.ts'
export { CODE_SYMBOLS, groupedCode, newSecretCode, readSecretCode } from './secrets/secret-code.ts'
export { isWithinEdits } from './settings/edit-distance.ts'
export { displayShare, flooredTenths, ratio, reaches, type Share } from './share.ts'
export { shuffled } from './shuffle.ts'
export { takeTurns } from './take-turns.ts'

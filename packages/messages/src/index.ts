export { day, periodName, shortPeriod } from './date-format.ts'
export type { Messages } from './en.ts'
export { messages } from './messages.ts'
export { count, percent, percentDigits, points, sharePercent } from './number-format.ts'

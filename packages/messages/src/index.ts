export { approvalName, differenceText } from './approval-text.ts'
export { bandText } from './band-text.ts'
export {
  briefDay,
  clockTime,
  day,
  moment,
  periodName,
  relativeDay,
  shortDay,
  shortPeriod,
  timeZoneName,
} from './date-format.ts'
export { deadlineName, leftText, taskText } from './deadline-text.ts'
export type { CheckFault, CheckGap, CheckStep } from './en/commands/deployment-check.ts'
export type { DoctorCheck, DoctorProblem } from './en/commands/doctor.ts'
export type { SettingFaultCode } from './en/commands/settings.ts'
export type { Term } from './en/scorecard/terms.ts'
export type { NoticeCode } from './en/survey/survey.ts'
export type { Messages } from './en.ts'
export { formatExample } from './format-example.ts'
export { goalCells, goalHeadings } from './goal-cells.ts'
export {
  axisLabels,
  goalDigits,
  goalPercent,
  intervalEnds,
  pointsUp,
  sharePoints,
  verdictTarget,
  verdictValue,
} from './goal-value.ts'
export { languageName } from './language-name.ts'
export { messages } from './messages.ts'
export {
  coefficient,
  count,
  nearestPercent,
  percent,
  percentDigits,
  points,
  ratePercent,
  sharePercent,
} from './number-format.ts'
export { trendWords } from './trend-words.ts'

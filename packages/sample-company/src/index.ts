export { commentCodes } from './comment-codes.ts'
export { type SampleCompany, sampleCompany } from './company.ts'
export { consentedTravelers } from './consented-travelers.ts'
export { csv } from './csv.ts'
export { type Cells, isKnownRegister, knownBy } from './known-by.ts'
export { sampleActions, sampleCases, sampleMeetingIn } from './loaded/cases.ts'
export { sampleWave, sampleWaveOver } from './loaded/sample-wave.ts'
export { nextYearFiles, settledBy } from './next-year.ts'
export {
  actionDone,
  meetingGuests,
  pastCheckedOn,
  pastFiles,
  pastImprovements,
  pastMeetings,
  pastRemedies,
  satisfiedBefore,
  stillUnderWay,
} from './past.ts'
export {
  approvingOfficer,
  auditNote,
  auditReason,
  caseHandler,
  checkedPoints,
  closingReason,
  departmentAccounts,
  executives,
  firstOfficer,
  graceReason,
  improvement,
  organisationNames,
  sampleAuditor,
  trainingReason,
  visitingTraveler,
  visitor,
} from './people.ts'
export { type Random, random } from './random.ts'
export { sampleReports } from './reports.ts'
export { type Reaction, reactionOf, travelerFile } from './travelers.ts'

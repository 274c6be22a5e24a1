/**
 * The decision about a published number. `from` answers: it depends on travelers' answers, and an attacker who counts
 * hidden groups may use it; `parts` in 1 is its finest step (1,000: a tenth of a percentage point, 1: whole numbers).
 * A wave with a coarser step publishes coarser (`publish`). Other numbers reveal nothing about an answer.
 */
export interface Decision {
  readonly from: 'answers' | 'registers' | 'letters' | 'dates-and-settings'
  readonly parts: number
  /** Rounded to multiples of the smallest group, or of five. */
  readonly groups?: true
  /** Computed from other published numbers alone, so it adds nothing to them. */
  readonly derived?: true
  /** Published only in a text that rounds it to a tenth of a percentage point, never as a number. */
  readonly inText?: true
}

const all = (decision: Decision, ...fields: readonly string[]) => fields.map((field) => [field, decision] as const)

const TENTH = { from: 'answers', parts: 1_000 } as const
const WHOLE = { from: 'answers', parts: 1 } as const
const GROUPS = { from: 'answers', parts: 1, groups: true } as const
const REGISTER = { from: 'registers', parts: 1 } as const
const LETTERS = { from: 'letters', parts: 1 } as const
/** Times, days, numbers of versions and rows, settings by users, and constants. */
const SET = { from: 'dates-and-settings', parts: 1 } as const

const DECISIONS: ReadonlyMap<string, Decision> = new Map<string, Decision>([
  // Estimates: the finest step of a wave, see docs/decisions/057.
  ...all(TENTH, 'VerdictOf.value', 'Interval.lower', 'Interval.upper', 'EstimateFigures.standardError'),
  ...all(TENTH, 'EstimateFigures.raw', 'SatisfactionFigures.withoutOpinion', 'SatisfactionFigures.satisfiedOfAll'),
  ...all(
    TENTH,
    'Change.from',
    'Change.to',
    'Change.p',
    'Change.detectable',
    'TrendPoint.value',
    'IndicatorValue.value',
  ),
  ...all(TENTH, 'ShareChange.before', 'ShareChange.after', 'ShareChange.p', 'ShareChange.rise', 'ShareChange.fall'),
  ...all({ ...TENTH, derived: true }, 'EstimateFigures.tippingPoint', 'ShareChange.difference', 'Satisfied.difference'),
  // Changes between seals: a share for values, a whole number for counts.
  ...all(TENTH, 'FigureChange.from', 'FigureChange.to'),
  ...all({ from: 'answers', parts: 100 }, 'EstimateFigures.designEffect'),
  ...all(WHOLE, 'EstimateFigures.effective'),
  ...all(GROUPS, 'EstimateFigures.trimmed'),
  ...all({ from: 'dates-and-settings', parts: 10 }, 'SatisfactionFigures.step'),
  // Counts of whole waves, and of whole registers for goals that use them.
  ...all(WHOLE, 'SatisfactionFigures.answered', 'SatisfactionFigures.n', 'SatisfactionFigures.top2'),
  ...all(
    WHOLE,
    'Share.numerator',
    'Share.denominator',
    'PeopleBand.base',
    'Step.among',
    'Step.count',
    'Satisfied.count',
  ),
  ...all(WHOLE, 'Room.count', 'IndicatorValue.cases', 'IndicatorValue.base', 'IndicatorValue.count'),
  ...all(WHOLE, 'Funnel.answered', 'Funnel.withdrawn', 'Funnel.completeness.*', 'AnswerDay.count'),
  ...all(WHOLE, 'WaveAnonymity.answers', 'WaveAnonymity.respondentsKnown', 'WaveAnonymity.draftsKnown'),
  ...all(WHOLE, 'WaveAnonymity.remindedKnown', 'WaveAnonymity.tied', 'WaveAnonymity.tiedBy.*'),
  // Counts of an open wave are published in steps of five, once an hour (docs/decisions/061).
  ...all(WHOLE, 'ReminderPreview.atMost', 'CommentPage.all', 'CommentPage.read'),
  ...all(WHOLE, 'CommentPage.pages', 'CommentPage.page'),
  ...all({ ...WHOLE, inText: true }, 'Dispositions.I', 'Dispositions.P', 'Dispositions.R', 'Dispositions.NC'),
  ...all(
    { ...WHOLE, inText: true },
    'Dispositions.O',
    'Dispositions.UH',
    'Dispositions.UO',
    'Dispositions.notEligible',
  ),
  ...all({ ...TENTH, inText: true }, 'Response.rates.*'),
  // Groups after cell suppression: people in whole groups, shares in hundredths at the finest.
  ...all(GROUPS, 'GroupFigure.people', 'PeopleShare.people', 'DriverPlace.people', 'CaseFigure.people'),
  ...all(GROUPS, 'PeopleShown.atLeast', 'PeopleShown.before', 'IndicatorValue.people', 'CountedComments.comments'),
  ...all(GROUPS, 'CommentSummary.all', 'CommentSummary.read', 'UnitCount.people'),
  ...all({ from: 'answers', parts: 100 }, 'ShownShare.value', 'DriverPlace.importance', 'DriverPlace.lower'),
  ...all({ from: 'answers', parts: 100 }, 'DriverPlace.upper', 'DriverAnalysis.importance'),
  ...all({ ...TENTH, derived: true }, 'DriverAnalysis.performance'),
  // Requests of travelers, in whole groups (facts of the registers).
  ...all(REGISTER, 'IndicatorValue.median', 'IndicatorValue.ninetieth'),
  // Paces and reductions of registers.
  ...all({ from: 'registers', parts: 1_000 }, 'Pace.elapsedShare', 'Pace.probabilityOnTrack', 'Pace.projectedShare'),
  ...all({ from: 'registers', parts: 1_000 }, 'IncidentFigures.countReduction', 'IncidentFigures.rateReduction'),
  ...all({ from: 'registers', parts: 1_000 }, 'IncidentFigures.probabilityOnTrack', 'IncidentFigures.elapsedShare'),
  ...all(REGISTER, 'IncidentFigures.baselineCount', 'IncidentFigures.currentCount', 'IncidentFigures.undecided'),
  ...all(REGISTER, 'LeaksAgainstCap.cap', 'LeaksAgainstCap.count'),
  ...all(REGISTER, 'IncidentFigures.cap', 'IncidentFigures.expectedTotal', 'Pace.need', 'VerdictOf.missing'),
  ...all(REGISTER, 'PartnerFigures.audited', 'PartnerFigures.due', 'PartnerFigures.failedWithoutPlan'),
  ...all(REGISTER, 'PartnerFigures.notYetDue', 'PartnerFigures.passed', 'PublicationFigures.inScope'),
  ...all(REGISTER, 'PublicationFigures.published', 'PublicationFigures.stale', 'QuarterFigures.due'),
  ...all(REGISTER, 'QuarterFigures.exempt', 'QuarterFigures.firstAttemptPassed', 'QuarterFigures.late'),
  ...all(REGISTER, 'QuarterFigures.notYetDue', 'QuarterFigures.passed', 'Decision.missing', 'Step.of', 'Step.cap'),
  ...all(REGISTER, 'Step.confirmed', 'ShownMeasure.unknown', 'Changes.added', 'Changes.changed', 'Changes.unchanged'),
  ...all(REGISTER, 'DeletionProof.count', 'ImportEntry.added', 'ImportEntry.changed', 'ImportEntry.rows'),
  ...all(REGISTER, 'RegisterOverview.rows', 'RegisterFinding.deleted', 'RowPage.total', 'UndoFault.total'),
  ...all(REGISTER, 'MissingRead.deleted'),
  ...all({ from: 'registers', parts: Number.POSITIVE_INFINITY }, 'RemovedRow.cells.*', 'RowChange.after.*'),
  ...all({ from: 'registers', parts: Number.POSITIVE_INFINITY }, 'RowChange.before.*', 'StoredRow.cells.*'),
  ...all(
    REGISTER,
    'TraceView.count',
    'TraceView.page',
    'ShownRows.page',
    'NoticeClock.lateBy',
    'TracedRow.numerator',
    'TracedRow.denominator',
    'AuditSample.frameSize',
  ),
  ...all({ from: 'registers', parts: Number.POSITIVE_INFINITY }, 'SampleProgress.atMost'),
  ...all(REGISTER, 'SampleProgress.done', 'SampleProgress.errors', 'SampleProgress.size', 'planSurfaceCheck.pages'),
  // Number of invited travelers, and the results of letters.
  ...all(LETTERS, 'SatisfactionFigures.invited', 'SatisfactionFigures.delivered', 'Funnel.invited', 'Funnel.delivered'),
  ...all(LETTERS, 'Funnel.written'),
  ...all(LETTERS, 'Funnel.frame', 'Funnel.coverage.*', 'Funnel.reminded', 'Funnel.remindedAgain', 'Skip.count'),
  ...all(LETTERS, 'Edition.people', 'EditionDelivery.times', 'SentNow.letters', 'SentNow.people', 'decide.people'),
  ...all(LETTERS, 'editionRouter.letters'),
  ...all(SET, 'EditionHeading.lateDays', 'EditionSettings.workingDays'),
  ...all(LETTERS, 'backupRouter.dropLetters', 'backupRouter.releaseLetters'),
  ...all(LETTERS, 'WavePreview.coverage.*', 'WavePreview.eligible', 'openWave.frame', 'openWave.invited'),
  ...all(LETTERS, 'lettersRouter.counts.*', 'UndeliveredLetters.total'),
  ...all(
    LETTERS,
    'LetterData.refused',
    'LetterData.tried',
    'UndeliveredLetters.byPolicy',
    'BackupState.heldLetters',
    'periodRouter.told',
    'SealedPlan.cells',
  ),
  ...all(LETTERS, 'SealedPlan.categories'),
  // Settings and rules.
  ...all({ from: 'dates-and-settings', parts: 100 }, 'VerdictOf.target', 'Interval.level'),
  ...all(SET, 'SatisfactionFigures.minimumForStatus', 'Step.minimum'),
  ...all(SET, 'Breakdown.smallestGroup', 'CaseBreakdown.smallestGroup', 'SealedPlan.smallestGroup'),
  ...all(SET, 'SealedReport.smallestGroup', 'SurveyLetterData.smallestGroup', 'IndicatorValue.fewerThan'),
  ...all(SET, 'PeopleShown.fewerThan', 'CommentSummary.fewest', 'CommentSummary.step', 'ShownDrivers.minimum'),
  ...all(SET, 'CheckedPoints.backupDays', 'CheckedPoints.basisProfiles', 'CheckedPoints.personsAbroad'),
  ...all(SET, 'Programme.daysOpen', 'Programme.firstReminderDays', 'Programme.lastReminderDays'),
  ...all(SET, 'Programme.letterLimit', 'Programme.sampleSize', 'Wave.firstReminderDays', 'Wave.lastReminderDays'),
  ...all(SET, 'Wave.letterLimit', 'Wave.minimumForStatus', 'Setting.documentedBelow', 'Setting.highest'),
  ...all(SET, 'Setting.lowest', 'SettingChange.value', 'SettingInForce.value', 'Organisation.baselineYear'),
  ...all(SET, 'Kept.days', 'Deletion.days', 'policyRouter.checkDays', 'Item.maxLength', 'Scale.value'),
  ...all(SET, 'Questionnaire.estimatedMinutes', 'Questionnaire.version', 'IncidentFigures.baselineYear'),
  ...all(SET, 'IncidentFigures.currentYear'),
  // Times and days whose names do not say so.
  ...all(SET, 'Programme.runsSince', 'SealView.clockOffset', 'ClockQuestion.expected', 'ClockQuestion.offset'),
  ...all(
    SET,
    'ClockQuestion.shown',
    'ClockQuestion.trusted',
    'QuestionData.since',
    'QuestionData.daysBefore',
    'questionRouter.now',
    'Counted.asOf',
  ),
  // Identifying numbers, sizes of files, and positions.
  ...all(SET, 'Attachment.size', 'PageProof.size', 'PageProof.status', 'ChainHead.number', 'ClosingGoal.people'),
  ...all(SET, 'ClosingReminderData.version', 'ClosingView.version', 'ConfirmedSetting.number', 'OnPaper.number'),
  ...all(SET, 'MethodReportTable.numbers', 'MappingFault.places', 'OnPaper.sample', 'ProgrammeState.version'),
  ...all(SET, 'Restatement.version', 'RightsMessageData.number', 'RowFault.otherRow', 'RowFault.rowNumber'),
  ...all(SET, 'RowOrigin.rowNumber', 'RuleChange.number', 'SampleFinding.number', 'SampleRow.number'),
  ...all(SET, 'SampleRow.revision', 'SealFinding.number', 'SealFinding.version', 'SealStamp.number'),
  ...all(SET, 'SealStamp.people', 'SealStamp.version', 'SeenDocument.rowNumber', 'SurveyLetterData.generation'),
  ...all(SET, 'Wave.version', 'periodRouter.number', 'periodRouter.reopen', 'periodRouter.sign'),
  ...all(SET, 'Account.keys', 'ListedAccount.sessions', 'secondFactorRouter.recoveryCodes'),
  ...all(SET, 'recordResult.revision', 'sampleRouter.number'),
])

/** The fields that decisions name. */
export const decidedFields: readonly string[] = [...DECISIONS.keys()]

/**
 * Found by the field where its type declares it; `at` and `...At` are times. A number without a decision must not be
 * published.
 */
export const decisionOf = (field: string): Decision | null =>
  DECISIONS.get(field) ?? (/(\.at|[a-z]At)$/.test(field) ? SET : null)

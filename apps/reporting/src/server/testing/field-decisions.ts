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

const decideAll = (decision: Decision, ...fields: readonly string[]) =>
  fields.map((field) => [field, decision] as const)

const TENTH = { from: 'answers', parts: 1_000 } as const
const WHOLE = { from: 'answers', parts: 1 } as const
const GROUPS = { from: 'answers', parts: 1, groups: true } as const
const REGISTER = { from: 'registers', parts: 1 } as const
const LETTERS = { from: 'letters', parts: 1 } as const
/** Times, days, numbers of versions and rows, settings by users, and constants. */
const SET = { from: 'dates-and-settings', parts: 1 } as const

const DECISIONS: ReadonlyMap<string, Decision> = new Map<string, Decision>([
  // Estimates: the finest step of a wave, see docs/decisions/057.
  ...decideAll(TENTH, 'VerdictOf.value', 'Interval.lower', 'Interval.upper', 'EstimateFigures.standardError'),
  ...decideAll(
    TENTH,
    'EstimateFigures.raw',
    'SatisfactionFigures.withoutOpinion',
    'SatisfactionFigures.satisfiedOfAll',
  ),
  ...decideAll(TENTH, 'Change.from', 'Change.to', 'Change.detectable', 'TrendPoint.value', 'IndicatorValue.value'),
  ...decideAll(TENTH, 'ShareChange.before', 'ShareChange.after', 'ShareChange.rise', 'ShareChange.fall'),
  ...decideAll(
    { ...TENTH, derived: true },
    'EstimateFigures.tippingPoint',
    'ShareChange.difference',
    'Satisfied.difference',
  ),
  // Changes between seals: a share for values, a whole number for counts.
  ...decideAll(TENTH, 'FigureChange.from', 'FigureChange.to'),
  ...decideAll({ from: 'answers', parts: 100 }, 'EstimateFigures.designEffect'),
  ...decideAll(WHOLE, 'EstimateFigures.effective'),
  ...decideAll(GROUPS, 'EstimateFigures.trimmed'),
  ...decideAll({ from: 'dates-and-settings', parts: 10 }, 'SatisfactionFigures.step'),
  // Counts of whole waves, and of whole registers for goals that use them.
  ...decideAll(WHOLE, 'SatisfactionFigures.answered', 'SatisfactionFigures.n', 'SatisfactionFigures.top2'),
  ...decideAll(
    WHOLE,
    'Share.numerator',
    'Share.denominator',
    'PeopleBand.base',
    'Step.among',
    'Step.count',
    'Satisfied.count',
  ),
  ...decideAll(
    WHOLE,
    'Room.count',
    'IndicatorValue.cases',
    'IndicatorValue.most',
    'IndicatorValue.base',
    'IndicatorValue.count',
  ),
  ...decideAll(WHOLE, 'Funnel.answered', 'Funnel.withdrawn', 'Funnel.completeness.*', 'AnswerDay.count'),
  ...decideAll(WHOLE, 'WaveAnonymity.answers', 'WaveAnonymity.respondentsKnown', 'WaveAnonymity.draftsKnown'),
  ...decideAll(WHOLE, 'WaveAnonymity.remindedKnown', 'WaveAnonymity.tied', 'WaveAnonymity.tiedBy.*'),
  // Counts of an open wave are published from 50 on, in steps of 25, once an hour (docs/decisions/129).
  ...decideAll(WHOLE, 'ReminderPreview.atMost', 'CommentPage.all', 'CommentPage.read', 'CommentPage.matching'),
  ...decideAll(WHOLE, 'CommentPage.pages', 'CommentPage.page'),
  ...decideAll({ ...WHOLE, inText: true }, 'Dispositions.I', 'Dispositions.P', 'Dispositions.R', 'Dispositions.NC'),
  ...decideAll(
    { ...WHOLE, inText: true },
    'Dispositions.O',
    'Dispositions.UH',
    'Dispositions.UO',
    'Dispositions.notEligible',
  ),
  ...decideAll({ ...TENTH, inText: true }, 'Response.rates.*'),
  // Groups after cell suppression: people in whole groups, shares in hundredths at the finest.
  ...decideAll(
    GROUPS,
    'GroupFigure.people',
    'PeopleShare.people',
    'DriverPlace.people',
    'CaseGroup.people',
    'Recommendation.people',
  ),
  ...decideAll(GROUPS, 'PublishedPeople.atLeast', 'IndicatorValue.people', 'CountedComments.comments'),
  ...decideAll({ ...GROUPS, inText: true }, 'ShownBlock.rated', 'ShownBlock.same'),
  ...decideAll(GROUPS, 'CommentSummary.all', 'CommentSummary.read', 'UnitCount.people'),
  ...decideAll({ from: 'answers', parts: 100 }, 'ShownShare.value', 'DriverPlace.importance', 'DriverPlace.lower'),
  ...decideAll({ from: 'answers', parts: 100 }, 'DriverPlace.upper', 'DriverAnalysis.importance'),
  ...decideAll({ ...TENTH, derived: true }, 'DriverAnalysis.performance'),
  ...decideAll({ from: 'answers', parts: 100, derived: true }, 'Recommendation.score', 'Recommendation.others'),
  // Requests of travelers, in whole groups (facts of the registers).
  ...decideAll(REGISTER, 'IndicatorValue.median', 'IndicatorValue.ninetieth'),
  // Paces and reductions of registers.
  ...decideAll({ from: 'registers', parts: 1_000 }, 'Pace.elapsedShare', 'IncidentFigures.elapsedShare'),
  ...decideAll({ from: 'registers', parts: 1_000 }, 'IncidentFigures.countReduction', 'IncidentFigures.rateReduction'),
  ...decideAll(REGISTER, 'IncidentFigures.baselineCount', 'IncidentFigures.currentCount', 'IncidentFigures.undecided'),
  ...decideAll(REGISTER, 'IncidentFigures.baselineInRegister', 'IncidentFigures.baselineSoFar', 'RegisterMonth.rows'),
  ...decideAll(REGISTER, 'LeaksAgainstCap.cap', 'LeaksAgainstCap.count', 'LeakCount.count'),
  ...decideAll(REGISTER, 'IncidentFigures.cap', 'Pace.need', 'VerdictOf.missing'),
  ...decideAll(REGISTER, 'RunMonth.leaks', 'RunMonth.bookings', 'RunMonth.limit', 'LeakSign.months', 'LeakRun.undated'),
  ...decideAll({ from: 'registers', parts: 100 }, 'RunMonth.average', 'LeakRun.average', 'LeakSign.chance'),
  ...decideAll({ from: 'registers', parts: 1_000 }, 'HalvingPower.met', 'HalvingPower.shown', 'HalvingPower.fall'),
  ...decideAll(REGISTER, 'HalvingPower.baselineForFall'),
  ...decideAll(SET, 'LeakRun.baselineYear', 'Correction.version'),
  ...decideAll(REGISTER, 'AskedWave.eligible', 'AskedWave.travelers'),
  ...decideAll(REGISTER, 'PartnerFacts.audited', 'PartnerFacts.due', 'PartnerFacts.failedWithoutPlan'),
  ...decideAll(REGISTER, 'PartnerFacts.notYetDue', 'PartnerFacts.passed', 'PublicationFacts.inScope'),
  ...decideAll(REGISTER, 'PublicationFacts.published', 'PublicationFacts.stale', 'QuarterFacts.due'),
  ...decideAll(REGISTER, 'QuarterFacts.exempt', 'QuarterFacts.firstAttemptPassed', 'QuarterFacts.late'),
  ...decideAll(REGISTER, 'QuarterFacts.notYetDue', 'QuarterFacts.passed', 'Decision.missing', 'Step.of', 'Step.cap'),
  ...decideAll(
    REGISTER,
    'Step.confirmed',
    'ShownIndicator.freshMonths',
    'ShownMeasure.unknown',
    'Changes.added',
    'Changes.changed',
    'Changes.unchanged',
  ),
  ...decideAll(REGISTER, 'FirstRun.rows'),
  ...decideAll(SET, 'FirstRun.fewestAnswers', 'FirstRun.opensAt'),
  ...decideAll(REGISTER, 'DeletionProof.count', 'ImportEntry.added', 'ImportEntry.changed', 'ImportEntry.rows'),
  ...decideAll(
    REGISTER,
    'RegisterOverview.rows',
    'RegisterFinding.deleted',
    'RowPage.total',
    'ShownRows.rows',
    'UndoFault.total',
  ),
  ...decideAll(REGISTER, 'MissingRead.deleted'),
  ...decideAll(REGISTER, 'Bridge.atEnd', 'Bridge.atStart', 'Bridge.notes.*', 'Bridge.steps.*'),
  ...decideAll({ from: 'registers', parts: Number.POSITIVE_INFINITY }, 'RemovedRow.cells.*', 'RowChange.after.*'),
  ...decideAll(
    { from: 'registers', parts: Number.POSITIVE_INFINITY },
    'RowChange.before.*',
    'StoredRow.cells.*',
    'FoundRecord.cells.*',
  ),
  ...decideAll(
    REGISTER,
    'TraceView.count',
    'TraceView.page',
    'ShownRows.page',
    'RowsContext.noticesDue.*',
    'NoticeClock.lateBy',
    'TimedClock.left',
    'TracedRow.numerator',
    'TracedRow.denominator',
    'SampleDrawing.frameSize',
  ),
  ...decideAll({ from: 'registers', parts: Number.POSITIVE_INFINITY }, 'SampleProgress.atMost'),
  ...decideAll(
    REGISTER,
    'SampleProgress.done',
    'SampleProgress.errors',
    'SampleProgress.size',
    'planSurfaceCheck.pages',
  ),
  // Number of invited travelers, and the results of letters.
  ...decideAll(
    LETTERS,
    'SatisfactionFigures.invited',
    'SatisfactionFigures.delivered',
    'Funnel.invited',
    'Funnel.delivered',
  ),
  ...decideAll(LETTERS, 'Funnel.written'),
  ...decideAll(LETTERS, 'Funnel.frame', 'Funnel.coverage.*', 'Funnel.reminded', 'Funnel.remindedAgain', 'Skip.count'),
  ...decideAll(
    LETTERS,
    'Edition.people',
    'EditionDelivery.times',
    'SentAgain.left',
    'SentAgain.sent',
    'SentNow.letters',
    'SentNow.people',
    'decide.people',
  ),
  ...decideAll(LETTERS, 'editionRouter.letters'),
  ...decideAll(SET, 'Logo.width', 'Logo.height'),
  ...decideAll(SET, 'EditionHeading.lateDays', 'EditionSettings.workingDays'),
  ...decideAll(LETTERS, 'backupRouter.dropLetters', 'backupRouter.releaseLetters'),
  ...decideAll(
    LETTERS,
    'FrameProvenance.imports',
    'FrameProvenance.largestDomain',
    'FrameProvenance.publicDomains',
    'FrameProvenance.travelers',
    'FrameProvenance.unknownDomains',
    'SealedPlan.dominatedCells',
  ),
  ...decideAll(LETTERS, 'WavePreview.coverage.*', 'WavePreview.eligible', 'Opened.frame', 'Opened.invited'),
  ...decideAll(LETTERS, 'lettersRouter.counts.*', 'UndeliveredLetters.total'),
  ...decideAll(
    LETTERS,
    'LetterData.complained',
    'LetterData.refused',
    'LetterData.tried',
    'UndeliveredLetters.byPolicy',
    'BackupState.heldLetters',
    'WaitingLetters.letters',
    'periodRouter.told',
    'SealedPlan.cells',
  ),
  ...decideAll(LETTERS, 'SealedPlan.categories'),
  // Settings and rules.
  ...decideAll({ from: 'dates-and-settings', parts: 100 }, 'VerdictOf.target', 'Interval.level'),
  ...decideAll(
    SET,
    'SatisfactionFigures.minimumForStatus',
    'Step.minimum',
    'PlannedQuestions.version',
    'JsonFault.line',
  ),
  ...decideAll(
    SET,
    'Breakdown.smallestGroup',
    'PublishedDetail.fewest',
    'PublishedDetail.shares',
    'PublishedDetail.withheld',
    'Breakdown.minimum',
    'CaseBreakdown.step',
    'SealedPlan.smallestGroup',
  ),
  ...decideAll(
    SET,
    'SealedReport.smallestGroup',
    'SurveyLetterData.smallestGroup',
    'IndicatorValue.fewerThan',
    'ShownBlock.fewest',
  ),
  ...decideAll(
    SET,
    'PublishedPeople.fewerThan',
    'CommentSummary.fewest',
    'CommentSummary.step',
    'ShownDrivers.minimum',
  ),
  ...decideAll(SET, 'CheckedPoints.backupDays', 'CheckedPoints.basisProfiles', 'CheckedPoints.personsAbroad'),
  ...decideAll(SET, 'Programme.daysOpen', 'Programme.firstReminderDays', 'Programme.lastReminderDays'),
  ...decideAll(
    SET,
    'Programme.letterLimit',
    'Programme.smallestWave',
    'WavePreview.smallestWave',
    'Programme.sampleSize',
    'Wave.firstReminderDays',
    'Wave.lastReminderDays',
  ),
  ...decideAll(SET, 'Wave.letterLimit', 'Wave.minimumForStatus', 'Setting.documentedBelow', 'Setting.highest'),
  ...decideAll(SET, 'Setting.lowest', 'SettingChange.value', 'SettingInForce.value', 'Organisation.baselineYear'),
  ...decideAll(
    SET,
    'StoragePeriod.days',
    'Deletion.days',
    'policyRouter.checkDays',
    'TextItem.maxLength',
    'SeveralItem.maxChosen',
    'Scale.satisfied',
    'Scale.value',
  ),
  ...decideAll(SET, 'Questionnaire.estimatedMinutes', 'Questionnaire.version', 'IncidentFigures.baselineYear'),
  ...decideAll(SET, 'IncidentFigures.currentYear'),
  ...decideAll(SET, 'ShownVersion.version', 'ShownDraft.version'),
  ...decideAll(SET, 'ShownDraft.basedOn', 'ShownDraft.revision'),
  // Times and days whose names do not say so.
  ...decideAll(SET, 'Programme.runsSince', 'SealView.clockOffset', 'ClockQuestion.expected', 'ClockQuestion.offset'),
  ...decideAll(
    SET,
    'ClockQuestion.shown',
    'ClockQuestion.trusted',
    'QuestionData.since',
    'QuestionData.daysBefore',
    'questionRouter.now',
    'deadlineRouter.now',
    'profileRouter.digestHour',
    'Counted.asOf',
  ),
  // Identifying numbers, sizes of files, and positions.
  ...decideAll(SET, 'Attachment.size', 'PageProof.size', 'PageProof.status', 'ChainHead.number', 'ClosingGoal.people'),
  ...decideAll(SET, 'ClosingReminderData.version', 'ClosingView.version', 'ConfirmedSetting.number', 'OnPaper.number'),
  ...decideAll(SET, 'MethodReportTable.numbers', 'MappingFault.places', 'OnPaper.sample', 'ProgrammeState.version'),
  ...decideAll(SET, 'Restatement.version', 'RightsMessageData.number', 'RowFault.otherRow', 'RowFault.rowNumber'),
  ...decideAll(
    SET,
    'RegisterOverview.lastEntry',
    'RowOrigin.rowNumber',
    'RuleChange.number',
    'SampleFinding.number',
    'SampleRow.number',
  ),
  ...decideAll(SET, 'SampleRow.revision', 'SealFinding.number', 'SealFinding.version', 'SealStamp.number'),
  ...decideAll(
    SET,
    'SealStamp.people',
    'SealStamp.version',
    'ReviewedDocument.rowNumber',
    'SurveyLetterData.generation',
  ),
  ...decideAll(SET, 'Wave.version', 'periodRouter.number', 'periodRouter.reopen', 'periodRouter.sign'),
  ...decideAll(SET, 'Account.keys', 'ListedAccount.sessions', 'secondFactorRouter.recoveryCodes'),
  ...decideAll(
    SET,
    'AuditEntry.details.*',
    'HookState.waiting',
    'JobResult.count',
    'JobResult.times',
    'DeliveryHold.since',
    'WaitingLetters.since',
    'readStatus.generation',
    'Outage.since',
    'Outage.until',
    'auditLogRouter.pages',
    'auditLogRouter.total',
    'deadlineRouter.everyone',
    'deadlineRouter.mine',
    'deadlineRouter.overdue',
    'deadlineRouter.pages',
    'deadlineRouter.total',
  ),
  // Travelers of a language are counted in the register, not among answers.
  ...decideAll(LETTERS, 'PlannedQuestions.travelers', 'listLanguages.travelers'),
  ...decideAll(REGISTER, 'MadeRepair.rows', 'ShownView.rows'),
  ...decideAll(SET, 'AddedLanguage.revision', 'checkFile.all', 'checkFile.complete', 'checkFile.moreFaults'),
  ...decideAll(SET, 'SentenceFault.figures.*', 'checkFile.revision', 'listLanguages.all', 'listLanguages.complete'),
  ...decideAll(SET, 'ClosedFlood.entries', 'rightsRouter.closeFlood', 'rightsRouter.reopenFlood'),
  ...decideAll(SET, 'whistleRouter.closeFlood', 'whistleRouter.reopenFlood'),
  ...decideAll(SET, 'SampleState.stepsAll', 'SampleState.stepsDone'),
  ...decideAll(SET, 'Action.revision', 'Meeting.revision', 'recordResult.revision', 'sampleRouter.number'),
])

export const decidedFields: readonly string[] = [...DECISIONS.keys()]

/**
 * Found by the field where its type declares it; `at` and `...At` are times. A number without a decision must not be
 * published.
 */
export const decisionOf = (field: string): Decision | null =>
  DECISIONS.get(field) ?? (/(\.at|[a-z]At)$/.test(field) ? SET : null)

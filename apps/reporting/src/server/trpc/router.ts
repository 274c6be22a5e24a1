import { PERSONAL_FIELDS } from '@wayproof/operations/personal-data/personal-fields'
import { proofReaders } from '@wayproof/operations/retention/proof-readers'
import { breakDownCases } from '@wayproof/scorecard/cases/break-down-cases'
import { chooseImprovement, withdrawImprovement } from '@wayproof/scorecard/closing/remedies/choose-improvement'
import { OWNERS } from '@wayproof/scorecard/goals/goal'
import { measureHistory } from '@wayproof/scorecard/measures/list-history'
import { listMeasures } from '@wayproof/scorecard/measures/list-measures'
import { eraseTraveler } from '@wayproof/survey/travelers/erase-traveler'
import { suppressAddress } from '@wayproof/survey/travelers/suppress-address'
import { listUndelivered } from '@wayproof/survey/waves/list-undelivered'
import { SENT_AGAIN_AT_ONCE, sendAgain } from '@wayproof/survey/waves/send-again'
import { z } from 'zod'
import { passwordResetRouter } from '../accounts/password-reset-router.ts'
import { peopleRouter } from '../accounts/people-router.ts'
import { profileRouter } from '../accounts/profile-router.ts'
import { secondFactorRouter } from '../accounts/second-factor-router.ts'
import { actionRouter } from '../actions/action-router.ts'
import { approvalRouter } from '../approvals/approval-router.ts'
import { auditLogRouter } from '../audit-log/audit-log-router.ts'
import { periodRouter } from '../closing/period-router.ts'
import { reportRouter } from '../closing/report-router.ts'
import { rulesRouter } from '../closing/rules-router.ts'
import { deadlineRouter } from '../deadlines/deadline-router.ts'
import { decisionRouter } from '../decisions/decision-router.ts'
import { readDrivers } from '../drivers/read-drivers.ts'
import { editionRouter } from '../editions/edition-router.ts'
import { readFirstRun } from '../first-run/read-first-run.ts'
import { languageRouter } from '../languages/language-router.ts'
import { changesFor } from '../live/changes-for.ts'
import { meetingRouter } from '../meetings/meeting-router.ts'
import { waveMethodReport } from '../method-report/wave-method-report.ts'
import { policyRouter } from '../policies/policy-router.ts'
import { questionnaireRouter } from '../questionnaires/questionnaire-router.ts'
import { questionRouter } from '../questions/question-router.ts'
import { emptyMonthRouter } from '../registers/empty-month-router.ts'
import { mayWrite } from '../registers/register-access.ts'
import { registerRouter } from '../registers/register-router.ts'
import { registerRowRouter } from '../registers/register-row-router.ts'
import { rightsRouter } from '../requests/rights-router.ts'
import { whistleRouter } from '../requests/whistle-router.ts'
import { sampleDataRouter } from '../sample-data/sample-data-router.ts'
import { sampleRouter } from '../samples/sample-router.ts'
import { breakdownRouter } from '../scorecard/breakdown-router.ts'
import { scorecardRouter } from '../scorecard/scorecard-router.ts'
import { summaryRouter } from '../scorecard/summary-router.ts'
import { sealRouter } from '../seals/seal-router.ts'
import { readHealth, readServices, readStatus } from '../services/read-services.ts'
import { apiKeyRouter } from '../settings/api-key-router.ts'
import { brandRouter } from '../settings/brand-router.ts'
import { organisationRouter } from '../settings/organisation-router.ts'
import { sessionRouter } from '../sign-in/session-router.ts'
import { commentRouter } from '../survey/comment-router.ts'
import { programmeRouter } from '../survey/programme-router.ts'
import { waveRouter } from '../survey/wave-router.ts'
import { unwrap } from './fault-to-trpc.ts'
import { atHalfYear, calendarDate, halfYearKey, line, locale, ofWave, text } from './input.ts'
import { closingPorts, improvementPorts, scorecardPorts, surveyPorts } from './ports.ts'
import { managerProcedure, memberProcedure, officerProcedure, readerProcedure, router, timedProcedure } from './trpc.ts'

const personInput = z.union([z.strictObject({ email: text(254) }), z.strictObject({ customerNumber: text(100) })])

const privacyRouter = router({
  /** The register of personal data, as codes. */
  fields: readerProcedure.query(() => PERSONAL_FIELDS),

  /** The proofs of deletion that the user may see, newest day first. */
  proofs: readerProcedure.query(async ({ ctx }) =>
    (await ctx.store.retention.proofs()).filter((proof) => proofReaders(proof)?.includes(ctx.user.role) ?? true),
  ),

  /** Cannot be undone. The result does not depend on whether the person has answered. */
  erase: officerProcedure
    .input(personInput)
    .mutation(async ({ ctx, input }) => unwrap(await eraseTraveler(surveyPorts(ctx), input))),

  /** For an objection or a withdrawn consent: no more survey letters to the address. */
  suppress: officerProcedure
    .input(z.strictObject({ email: text(254) }))
    .mutation(async ({ ctx, input }) => unwrap(await suppressAddress(surveyPorts(ctx), input))),
})

const dayInput = z.strictObject({ day: calendarDate })

/** Services, and the runs of the scheduler's jobs, for those who keep the installation running. */
const serviceRouter = router({
  /** `hook`: the receiver of the web hook and its newest messages; null if there is none. */
  list: managerProcedure.query(({ ctx }) => readServices(ctx)),

  /** Faults and warnings about the machine, except the silent scheduler, which every page shows. */
  health: managerProcedure.query(({ ctx }) => readHealth(ctx)),

  /** Version, key, waiting emails without reminders, and backups with the day by which each must be destroyed. */
  status: managerProcedure.query(({ ctx }) => readStatus(ctx)),

  /** The runs of a day, newest first. */
  runsOn: managerProcedure
    .input(dayInput)
    .query(({ ctx: { store, timeZone }, input: { day } }) => store.jobResults.resultsOn(day, timeZone)),

  /** Posts a test message, which the scheduler sends within half a minute. */
  testHook: managerProcedure.mutation(async ({ ctx: { store, clock, ids, webHook } }) => {
    if (!webHook) return false
    const message = { kind: 'test', count: 1, due: null, path: '/runs', dedupeKey: `test:${ids.next()}` } as const
    return store.hook.post(message, clock.now())
  }),
})

const owner = z.enum(Object.values(OWNERS))
/** Short, because the next invitation shows it to travelers. */
const improvementText = line(200)
const inBothLanguages = z.strictObject({ 'zh-CN': improvementText, en: improvementText })
const improvement = z.strictObject({ period: halfYearKey, text: inBothLanguages, owner })

const idInput = z.strictObject({ id: z.uuid() })

const improvementRouter = router({
  list: readerProcedure.input(atHalfYear).query(({ ctx, input }) => ctx.store.improvements.list(input.period)),

  withdraw: officerProcedure
    .input(idInput)
    .mutation(async ({ ctx, input }) =>
      unwrap(await withdrawImprovement(improvementPorts(ctx), { ...input, by: ctx.user.name })),
    ),

  choose: officerProcedure.input(improvement).mutation(async ({ ctx, input }) => {
    const id = unwrap(await chooseImprovement(improvementPorts(ctx), { ...input, by: ctx.user.name }))
    return { id }
  }),
})

const pageOf = ofWave.extend({
  offset: z.int().min(0).max(100_000_000),
  limit: z.int().min(1).max(200),
})

const someOfWave = ofWave.extend({ customerNumbers: z.array(line(100)).min(1).max(SENT_AGAIN_AT_ONCE) })

const lettersRouter = router({
  counts: readerProcedure.query(({ ctx }) => ctx.store.outbox.counts()),

  /** Letters of a wave that were deferred, rejected, bounced or blocked, with the mail server's reply. */
  undelivered: officerProcedure
    .input(pageOf)
    .query(async ({ ctx, input }) => unwrap(await listUndelivered(surveyPorts(ctx), input))),

  /** Sends undelivered invitations again; how many does not depend on who has answered. */
  sendAgain: timedProcedure
    .input(someOfWave)
    .mutation(async ({ ctx, input }) => unwrap(await sendAgain(surveyPorts(ctx), input))),
})

const measureRouter = router({
  list: readerProcedure.input(atHalfYear).query(async ({ ctx, input }) => ({
    ...unwrap(await listMeasures(closingPorts(ctx), input)),
    /** Whether a jump of the leak signal links the reader to adding a suspected incident. */
    maySuspect: mayWrite(ctx.user.role, 'incidents'),
  })),

  /** The indicators of the half-years before. */
  history: readerProcedure
    .input(atHalfYear)
    .query(async ({ ctx, input }) => unwrap(await measureHistory(closingPorts(ctx), input))),

  /** Requests and complaints by kind, law and channel. */
  cases: readerProcedure
    .input(atHalfYear)
    .query(async ({ ctx, input }) => unwrap(await breakDownCases(scorecardPorts(ctx), input))),
})

/** A page that was opened longer ago fetched its data later than that. */
const MOST_MS = 60_000

const opened = z.strictObject({ openedFor: z.number().nonnegative() }).optional()

const liveRouter = router({
  /**
   * Which kinds of things change, while the page is open. Server-sent events.
   * `openedFor`: milliseconds since the page was opened, whose changes come first; 0 if absent.
   */
  changes: memberProcedure.input(opened).subscription(({ ctx, input, signal = new AbortController().signal }) =>
    changesFor(ctx, {
      user: ctx.user,
      headers: ctx.headers,
      since: ctx.clock.now() - Math.min(input?.openedFor ?? 0, MOST_MS),
      signal,
    }),
  ),
})

/** State of backups, and letters blocked since a restore. */
const backupRouter = router({
  state: managerProcedure.query(({ ctx }) => ctx.store.backups.state()),

  /** Sends the letters that are blocked since a restore. */
  releaseLetters: timedProcedure.mutation(({ ctx }) => ctx.store.backups.releaseLetters(ctx.clock.now())),

  /** Cancels those letters. */
  dropLetters: officerProcedure.mutation(({ ctx }) => ctx.store.backups.dropLetters()),
})

const inLanguage = ofWave.extend({ locale })

const methodReportRouter = router({
  show: readerProcedure.input(inLanguage).query(async ({ ctx, input }) => unwrap(await waveMethodReport(ctx, input))),
})

const driverRouter = router({
  analysis: readerProcedure.input(atHalfYear).query(async ({ ctx, input }) => unwrap(await readDrivers(ctx, input))),
})

/** The way from an empty installation to its first wave. */
const firstRunRouter = router({
  steps: officerProcedure.query(({ ctx }) => readFirstRun(ctx)),
})

export const appRouter = router({
  session: sessionRouter,
  firstRun: firstRunRouter,
  profile: profileRouter,
  passwordReset: passwordResetRouter,
  secondFactor: secondFactorRouter,
  question: questionRouter,
  service: serviceRouter,
  deadline: deadlineRouter,
  action: actionRouter,
  meeting: meetingRouter,
  scorecard: scorecardRouter,
  breakdown: breakdownRouter,
  wave: waveRouter,
  methodReport: methodReportRouter,
  comment: commentRouter,
  driver: driverRouter,
  programme: programmeRouter,
  questionnaire: questionnaireRouter,
  language: languageRouter,
  register: registerRouter,
  registerRow: registerRowRouter,
  emptyMonth: emptyMonthRouter,
  measure: measureRouter,
  policy: policyRouter,
  improvement: improvementRouter,
  summary: summaryRouter,
  edition: editionRouter,
  decision: decisionRouter,
  period: periodRouter,
  rules: rulesRouter,
  sample: sampleRouter,
  sampleData: sampleDataRouter,
  seal: sealRouter,
  report: reportRouter,
  people: peopleRouter,
  approval: approvalRouter,
  auditLog: auditLogRouter,
  organisation: organisationRouter,
  brand: brandRouter,
  letters: lettersRouter,
  backup: backupRouter,
  privacy: privacyRouter,
  rights: rightsRouter,
  whistle: whistleRouter,
  apiKey: apiKeyRouter,
  live: liveRouter,
})

export type AppRouter = typeof appRouter

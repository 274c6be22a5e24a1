import type { Id } from '@wayproof/kernel/id'
import { testMailServer } from '@wayproof/letters/outbox/test-mail-server'
import { BACKUP_DAYS_AT_MOST } from '@wayproof/survey/opening/checklist'
import { chooseFolder } from '@wayproof/survey/opening/choose-folder'
import { confirmChecklist } from '@wayproof/survey/opening/confirm-checklist'
import { leaveOutWave } from '@wayproof/survey/opening/leave-out-wave'
import { DAYS_OPEN_AT_MOST, SAMPLE_AT_MOST, SMALLEST_WAVE_AT_LEAST } from '@wayproof/survey/programme/programme'
import { readProgramme } from '@wayproof/survey/programme/read-programme'
import { SAMPLING_MODES } from '@wayproof/survey/sampling/sample'
import { folderInEffect, provenRoute } from '@wayproof/survey/travelers/mail-route'
import { LETTERS_AT_MOST } from '@wayproof/survey/waves/reminder'
import { z } from 'zod'
import { refuseUnseen } from '../settings/refuse-unseen.ts'
import type { Services } from '../trpc/context.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { atHalfYear, calendarDate, line } from '../trpc/input.ts'
import { surveyPorts } from '../trpc/ports.ts'
import { managerProcedure, officerProcedure, readerProcedure, router } from '../trpc/trpc.ts'
import { askAutomaticOpening } from './opening-act.ts'
import { savePlan } from './smallest-wave-act.ts'

const days = z.int().min(1).max(DAYS_OPEN_AT_MOST)

const programme = z.strictObject({
  runs: z.boolean(),
  plan: z.strictObject({
    mode: z.enum(SAMPLING_MODES),
    sampleSize: z.int().min(1).max(SAMPLE_AT_MOST).nullable(),
    daysOpen: days,
    firstReminderDays: days,
    lastReminderDays: days,
    letterLimit: z.int().min(1).max(LETTERS_AT_MOST),
    smallestWave: z.int().min(SMALLEST_WAVE_AT_LEAST).max(SAMPLE_AT_MOST),
    localHolidays: z.array(calendarDate).max(400).readonly(),
  }),
})

/** Null: not stated yet; the checklist is incomplete until all are stated. */
const checklist = z.strictObject({
  basisProfiles: z.int().min(1).max(1_000_000).nullable(),
  noticeVersion: line(40).nullable(),
  assessedOn: calendarDate.nullable(),
  backupDays: z.int().min(0).max(BACKUP_DAYS_AT_MOST).nullable(),
  personsAbroad: z.int().min(0).max(10_000_000_000).nullable(),
})

export const programmeRouter = router({
  get: readerProcedure.query(({ ctx }) => readProgramme(surveyPorts(ctx))),

  save: officerProcedure
    .input(programme.extend({ seen: programme.optional() }))
    .mutation(async ({ ctx, input: { seen: seenProgramme, ...planned } }) => {
      const check = (current: object) =>
        refuseUnseen(seenProgramme && { runs: seenProgramme.runs, ...seenProgramme.plan }, { ...current })
      return unwrap(await savePlan(ctx, ctx.user, { ...planned, check }))
    }),

  /** Asks another officer to approve that the next wave opens automatically. */
  askOpening: officerProcedure.mutation(async ({ ctx }) => unwrap(await askAutomaticOpening(ctx, ctx.user))),

  confirm: officerProcedure
    .input(checklist.extend({ seen: checklist.optional() }))
    .mutation(({ ctx, input: { seen: seenChecklist, ...points } }) => {
      const check = (current: object | null) => refuseUnseen(seenChecklist, current && { ...current })
      return confirmChecklist(surveyPorts(ctx), { points, by: ctx.user.name, check })
    }),

  /** How letters are sent, and the result of the caller's newest test letter. */
  mail: managerProcedure.query(({ ctx }) => mailState(ctx, ctx.user)),

  chooseFolder: officerProcedure
    .input(z.strictObject({ chosen: z.boolean() }))
    .mutation(({ ctx, input }) => chooseFolder(surveyPorts(ctx), { ...input, by: ctx.user.name })),

  testMail: managerProcedure.mutation(({ ctx: { store, clock, user } }) =>
    testMailServer({ outbox: store.outbox, clock }, { to: user }),
  ),

  leaveOut: officerProcedure
    .input(atHalfYear)
    .mutation(async ({ ctx, input }) => unwrap(await leaveOutWave(surveyPorts(ctx), { ...input, by: ctx.user.name }))),
})

/** How letters are sent now, who chose a folder, and the result of an officer's newest test letter. */
async function mailState({ store, clock }: Services, officer: { readonly id: Id }) {
  const [route, test] = await Promise.all([store.survey.mailRoute(), store.mailTests.last(officer.id)])
  return { proven: provenRoute(route, clock.now()), folder: folderInEffect(route), test }
}

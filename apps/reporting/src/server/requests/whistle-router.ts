import { closeFlood, reopenFlood } from '@wayproof/evidence/conversation/close-flood'
import { closeReport } from '@wayproof/evidence/whistle-blowing/close-report'
import { recordConcern, recordStep } from '@wayproof/evidence/whistle-blowing/record-step'
import { listReports, showReport } from '@wayproof/evidence/whistle-blowing/show-report'
import { HANDLER_PURPOSES, REPORT_OUTCOMES } from '@wayproof/evidence/whistle-blowing/whistle-report'
import { writeToReporter } from '@wayproof/evidence/whistle-blowing/write-to-reporter'
import { z } from 'zod'
import type { Context } from '../trpc/context.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { whistlePorts } from '../trpc/ports.ts'
import { handlerProcedure, router } from '../trpc/trpc.ts'
import { flood, floodDay } from './flood-input.ts'

const idInput = z.strictObject({ id: z.uuid() })
// Limit in UTF-16 units, above the limit in characters that the core checks.
const message = idInput.extend({ text: z.string().max(10_000), purpose: z.enum(HANDLER_PURPOSES) })
const step = idInput.extend({ step: z.enum(['acknowledged', 'in-examination']) })
const concern = idInput.extend({ concernsOfficer: z.boolean() })
const closing = idInput.extend({ outcome: z.enum(REPORT_OUTCOMES) })

const floodPorts = (ctx: Context) => ({ ...whistlePorts(ctx), entries: ctx.store.reports })

/** Whistleblowing reports, for case handlers only. Each report checks again whether the user may read it. */
export const whistleRouter = router({
  list: handlerProcedure.query(({ ctx }) => listReports(whistlePorts(ctx), { reader: ctx.user.id })),

  show: handlerProcedure.input(idInput).query(async ({ ctx, input }) => {
    const whistleReport = unwrap(await showReport(whistlePorts(ctx), { ...input, reader: ctx.user.id }))
    // An officer reads the log, and may be the one whom a report concerns: it does not say which report.
    await ctx.store.auditLog.addReading({ act: 'report-read', at: ctx.clock.now() })
    return whistleReport
  }),

  write: handlerProcedure
    .input(message)
    .mutation(async ({ ctx, input }) =>
      unwrap(await writeToReporter(whistlePorts(ctx), { ...input, reader: ctx.user.id })),
    ),

  step: handlerProcedure
    .input(step)
    .mutation(async ({ ctx, input }) => unwrap(await recordStep(whistlePorts(ctx), { ...input, reader: ctx.user.id }))),

  concern: handlerProcedure
    .input(concern)
    .mutation(async ({ ctx, input }) =>
      unwrap(await recordConcern(whistlePorts(ctx), { ...input, reader: ctx.user.id })),
    ),

  /** Closes many untouched reports at once. */
  closeFlood: handlerProcedure
    .input(flood)
    .mutation(async ({ ctx, input }) => unwrap(await closeFlood(floodPorts(ctx), input))),

  reopenFlood: handlerProcedure
    .input(floodDay)
    .mutation(async ({ ctx, input }) => unwrap(await reopenFlood(floodPorts(ctx), input))),

  close: handlerProcedure
    .input(closing)
    .mutation(async ({ ctx, input }) =>
      unwrap(await closeReport(whistlePorts(ctx), { ...input, reader: ctx.user.id })),
    ),
})

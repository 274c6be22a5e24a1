import type { Person } from '@wayproof/accounts/accounts/person'
import { drawSample } from '@wayproof/scorecard/sample/draw-sample'
import { recordResult } from '@wayproof/scorecard/sample/record-result'
import { SAMPLE_RESULTS } from '@wayproof/scorecard/sample/sample-result'
import { sealSample } from '@wayproof/scorecard/sample/seal-sample'
import { TRACED_FIGURES } from '@wayproof/scorecard/sample/traced-figure'
import { SIDES } from '@wayproof/scorecard/sample/traced-row'
import { z } from 'zod'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { atHalfYear, halfYearKey, optionalText } from '../trpc/input.ts'
import { samplePorts } from '../trpc/ports.ts'
import { auditorProcedure, readerProcedure, router, timedAuditorProcedure } from '../trpc/trpc.ts'
import { listSamples, showSample } from './show-sample.ts'
import { ROW_FILTERS, traceView } from './trace-view.ts'

const ofFigure = z.strictObject({ figure: z.enum(TRACED_FIGURES), period: halfYearKey })
const traced = ofFigure.extend({ show: z.enum(ROW_FILTERS), page: z.int().min(1).max(20_000) })
/** The core says how many rows there are to draw from. */
const drawInput = ofFigure.extend({ side: z.enum(SIDES), size: z.number() })
const sampleInput = z.strictObject({ sample: z.uuid() })
const recorded = sampleInput.extend({
  number: z.int().min(1),
  seen: z.int().min(0),
  result: z.enum(SAMPLE_RESULTS),
  note: optionalText(500),
})

const identityOf = ({ id, name }: Person) => ({ id, name })

/** Records behind figures, and the samples that auditors draw from them. */
export const sampleRouter = router({
  trace: readerProcedure
    .input(traced)
    .query(async ({ ctx, input }) => unwrap(await traceView(ctx, ctx.user.role, input))),

  list: readerProcedure.input(atHalfYear).query(({ ctx, input }) => listSamples(ctx, input.period)),

  show: readerProcedure
    .input(sampleInput)
    .query(async ({ ctx, input }) => unwrap(await showSample(ctx, ctx.user.role, input.sample))),

  draw: auditorProcedure.input(drawInput).mutation(async ({ ctx, input }) => {
    const { id } = unwrap(await drawSample(samplePorts(ctx), { ...input, by: identityOf(ctx.user) }))
    return { id }
  }),

  record: auditorProcedure
    .input(recorded)
    .mutation(async ({ ctx, input }) =>
      unwrap(await recordResult(samplePorts(ctx), { ...input, by: identityOf(ctx.user) })),
    ),

  seal: timedAuditorProcedure.input(sampleInput).mutation(async ({ ctx, input }) => {
    const { number } = unwrap(await sealSample(samplePorts(ctx), { ...input, by: identityOf(ctx.user) }))
    return { number }
  }),
})

import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Outcome } from '@wayproof/kernel/outcome'
import { type SentNow, sendNow } from '@wayproof/letters/editions/decide-edition'
import type { ExecutiveSummary } from '@wayproof/scorecard/executive-summary'
import { writeSummary } from '@wayproof/scorecard/write-summary'
import { editionPorts } from '../editions/edition-ports.ts'
import type { Services } from '../trpc/context.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { atHalfYear } from '../trpc/input.ts'
import { closingPorts } from '../trpc/ports.ts'
import { readerProcedure, router, timedProcedure } from '../trpc/trpc.ts'

export const summaryRouter = router({
  preview: readerProcedure.input(atHalfYear).query(async ({ ctx, input }) => unwrap(await previewSummary(ctx, input))),

  send: timedProcedure
    .input(atHalfYear)
    .mutation(async ({ ctx, input }) => unwrap(await sendSummary(ctx, { ...input, by: ctx.user }))),
})

interface OfPeriod {
  readonly period: PeriodKey
}

const previewSummary = (services: Services, { period }: OfPeriod): Promise<Outcome<ExecutiveSummary>> =>
  writeSummary(closingPorts(services), { period })

/** Sends the summary as an edition of its own. Unchanged figures are not sent to the same reader twice. */
const sendSummary = (
  services: Services,
  command: OfPeriod & { readonly by: { readonly id: string; readonly name: string } },
): Promise<Outcome<SentNow>> => sendNow(editionPorts(services), command)

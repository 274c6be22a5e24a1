import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Outcome } from '@wayproof/kernel/outcome'
import { type SentNow, sendNow } from '@wayproof/letters/editions/decide-edition'
import type { ExecutiveSummary } from '@wayproof/scorecard/executive-summary'
import { writeSummary } from '@wayproof/scorecard/write-summary'
import { editionPorts } from '../editions/edition-ports.ts'
import type { Services } from '../trpc/context.ts'
import { closingPorts } from '../trpc/ports.ts'

interface OfPeriod {
  readonly period: PeriodKey
}

export const previewSummary = (services: Services, { period }: OfPeriod): Promise<Outcome<ExecutiveSummary>> =>
  writeSummary(closingPorts(services), { period })

/** Sends the summary as an edition of its own. Unchanged figures are not sent to the same reader twice. */
export const sendSummary = (
  services: Services,
  command: OfPeriod & { readonly by: { readonly id: string; readonly name: string } },
): Promise<Outcome<SentNow>> => sendNow(editionPorts(services), command)

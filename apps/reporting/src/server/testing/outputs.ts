import type { inferRouterOutputs } from '@trpc/server'
import type { LetterData } from '@wayproof/letters/letter/letter'
import type { Breakdown } from '@wayproof/scorecard/breakdown/breakdown'
import type { CaseGroup } from '@wayproof/scorecard/cases/case-groups'
import type { SealedReport } from '@wayproof/scorecard/closing/seals/sealed-report'
import type { ScorecardJson } from '../api/scorecard-json.ts'
import type { MethodReportSource } from '../method-report/method-report.ts'
import type { AppRouter } from '../trpc/router.ts'

/** Everything that is published: results of procedures, and the sources of files, pages and letters. */
export interface Outputs {
  readonly api: inferRouterOutputs<AppRouter>
  readonly letter: LetterData
  /** The report of a closed half-year: its PDF and its public page. */
  readonly report: SealedReport
  /** The method report of a wave: its page and its file. */
  readonly methodReport: MethodReportSource
  readonly 'satisfaction.csv': Breakdown
  /** The scorecard that another system reads with a key. */
  readonly scorecardApi: ScorecardJson
  readonly 'cases.csv': readonly CaseGroup[]
}

import { waveMethodReport } from '../method-report/wave-method-report.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { locale, ofWave } from '../trpc/input.ts'
import { readerProcedure, router } from '../trpc/trpc.ts'

const inLanguage = ofWave.extend({ locale })

export const methodReportRouter = router({
  show: readerProcedure.input(inLanguage).query(async ({ ctx, input }) => unwrap(await waveMethodReport(ctx, input))),
})

import { readDrivers } from '../drivers/read-drivers.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { atHalfYear } from '../trpc/input.ts'
import { readerProcedure, router } from '../trpc/trpc.ts'

export const driverRouter = router({
  analysis: readerProcedure.input(atHalfYear).query(async ({ ctx, input }) => unwrap(await readDrivers(ctx, input))),
})

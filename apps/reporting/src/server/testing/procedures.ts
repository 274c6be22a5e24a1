import type { AnyTRPCProcedure } from '@trpc/server'
import { appRouter } from '../trpc/router.ts'

/** Every procedure by its path, `wave.open`: at run time the record is flat. */
export const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>).map(
  ([path, { _def }]) => ({ path, type: _def.type }),
)

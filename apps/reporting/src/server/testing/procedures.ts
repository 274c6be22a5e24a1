import type { AnyTRPCProcedure } from '@trpc/server'
import { appRouter } from '../trpc/router.ts'

/** Every procedure by its path, such as `wave.open`; the record is flat at run time. */
export const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>).map(
  ([path, { _def }]) => ({ path, type: _def.type }),
)

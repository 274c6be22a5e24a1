import type { MiddlewareHandler } from 'hono'
import type { Services } from '../trpc/context.ts'
import { waveKey } from '../trpc/input.ts'

/** Records each export in the audit log before its first byte leaves; without an entry there is no file. */
export const recordExport =
  ({ store, clock }: Pick<Services, 'store' | 'clock'>): MiddlewareHandler =>
  async (c, next) => {
    await next()
    if (c.res.status !== 200) return
    const period = waveKey.safeParse(c.req.query('period'))
    await store.auditLog.add({
      act: 'exported',
      at: clock.now(),
      subject: c.req.path.replace('/export/', '').replace('/', '.'),
      details: period.success ? { period: period.data } : {},
    })
  }

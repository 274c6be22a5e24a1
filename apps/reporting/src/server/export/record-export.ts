import type { MiddlewareHandler } from 'hono'
import { hasSample } from '../sample-data/beside-sample.ts'
import type { Services } from '../trpc/context.ts'
import { waveKey } from '../trpc/input.ts'

/** Files without sample data: empty ones, and the log of what people did. */
const OWN = /^\/export\/(templates|audit-log)\b/

/**
 * Records each export in the audit log before its first byte leaves; without an entry there is no file. The name of a file
 * of sample data says so, because a table has no other place for it.
 */
export const recordExport =
  ({ store, clock }: Pick<Services, 'store' | 'clock'>): MiddlewareHandler =>
  async (c, next) => {
    await next()
    if (c.res.status !== 200) return
    const disposition = c.res.headers.get('content-disposition')
    if (disposition && !OWN.test(c.req.path) && (await hasSample({ store, clock })))
      c.header('content-disposition', disposition.replace('filename="', 'filename="sample-data-'))
    const period = waveKey.safeParse(c.req.query('period'))
    await store.auditLog.add({
      act: 'exported',
      at: clock.now(),
      subject: c.req.path.replace('/export/', '').replace('/', '.'),
      details: period.success ? { period: period.data } : {},
    })
  }

import type { Person } from '@wayproof/accounts/accounts/person'
import type { FoundEntry } from '@wayproof/journal/audit-log/ports'
import { createContextInner, type Services } from '../trpc/context.ts'
import { appRouter } from '../trpc/router.ts'
import { procedures } from './procedures.ts'

type Caller = ReturnType<typeof appRouter.createCaller>
type Call = (input?: unknown) => Promise<unknown>

const EVERYTHING = { act: null, actorId: null, subject: '', from: null, to: null, hidden: [] } as const

const MUTATIONS = new Set(procedures.filter(({ type }) => type === 'mutation').map(({ path }) => path))

/** A mutation that was carried out, and the entries that it added to the audit log. */
export interface RecordedCall {
  readonly path: string
  readonly userId: string
  readonly entries: readonly Pick<FoundEntry, 'act' | 'actorId' | 'subject' | 'details'>[]
}

/** A caller that adds each mutation it carries out to `calls`. */
export function recordedCaller(services: Services, user: Person, calls: RecordedCall[]): Caller {
  const caller = appRouter.createCaller(createContextInner(services, { user }))
  const { auditLog } = services.store
  const recorded =
    (path: string, call: Call): Call =>
    async (input) => {
      const before = await auditLog.count(EVERYTHING)
      const result = await call(input)
      const limit = (await auditLog.count(EVERYTHING)) - before
      const entries = await auditLog.search({ ...EVERYTHING, offset: 0, limit })
      calls.push({ path, userId: user.id, entries })
      return result
    }
  return new Proxy(caller, {
    get: (target, area: string) =>
      new Proxy(Reflect.get(target, area) as object, {
        get: (procedureGroup, name: string) => {
          const path = `${area}.${name}`
          const call = Reflect.get(procedureGroup, name) as Call
          return MUTATIONS.has(path) ? recorded(path, call) : call
        },
      }),
  })
}

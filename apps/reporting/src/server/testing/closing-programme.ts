import { TRPCError } from '@trpc/server'
import { ROLE_OF, type UserRole } from '@wayproof/accounts/accounts/person'
import { GOALS, OWNERS } from '@wayproof/scorecard/goals/goal'
import { createContextInner } from '../trpc/context.ts'
import { FaultError } from '../trpc/fault-to-trpc.ts'
import { appRouter } from '../trpc/router.ts'
import { openApp } from './open-app.ts'

export const period = '2026-H1'
export const words = { note: 'late', action: 'a week sooner', effect: 'all', dueOn: '2026-12-31' }

/** Two officers, an owner for each goal and an executive, on a half-year without data; `half` is the one to close. */
export async function programme({ clockOffset = null as number | null, half = period } = {}) {
  const { services, database, pass, join, send } = await openApp({ clockOffset })
  const organisation = {
    nameZh: '远行',
    nameEn: 'Faraway',
    contactEmail: 'p@x.example',
    programmeStart: `${half.slice(0, 4)}-01-01`,
  }
  await services.store.organisation.save({ ...organisation, baselineYear: null, sample: false })
  const callerAs = (role: UserRole, name: string = role) => {
    const user = { id: name, name, email: `${name}@x.example`, role, locale: 'en' } as const
    return appRouter.createCaller(createContextInner(services, { user }))
  }
  const [first, second] = [callerAs('officer', 'Lin'), callerAs('officer', 'Ma')]
  const text = { 'zh-CN': '一', en: 'one' }
  const ready = async () => {
    await first.improvement.choose({ period: half, text, owner: 'customer-service' })
    const { lacking } = await first.period.closing({ period: half })
    for (const { goal } of lacking) if (goal) await first.period.decideRemedy({ period: half, goal, ...words })
  }
  const signAll = async () => {
    const { freeze } = await first.period.closing({ period: half })
    for (const goal of GOALS) {
      const owner = goal === 'policy-publication' ? first : callerAs(ROLE_OF[OWNERS[goal]])
      await owner.period.sign({ period: half, freeze: freeze?.id ?? '', goal })
    }
    return freeze?.id ?? ''
  }
  return {
    services,
    database,
    callerAs,
    first,
    second,
    executive: callerAs('executive'),
    ready,
    signAll,
    pass,
    join,
    send,
  }
}

export const code = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => null,
    (cause: unknown) => cause,
  )
  return error instanceof TRPCError && error.cause instanceof FaultError ? error.cause.fault.code : error
}

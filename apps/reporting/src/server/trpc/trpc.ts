import { initTRPC, TRPCError } from '@trpc/server'
import { DESK_ROLES, ownerOf, READER_ROLES, USER_ROLES, type UserRole } from '@wayproof/accounts/accounts/person'
import { actingAs } from '@wayproof/journal/audit-log/acting-user'
import { isSampleLoaded } from '@wayproof/journal/sample-data/sample-data'
import { ClockInDoubt } from '@wayproof/kernel/clock-guard/watch-clock'
import { fail } from '@wayproof/kernel/outcome'
import superjson from 'superjson'
import { MANAGER_ROLES } from '../accounts/manager-roles.ts'
import { THIRD_ROLES } from '../approvals/approvers.ts'
import { ALLOWED_BESIDE_SAMPLE, hasSample, SAMPLE_LOADED } from '../sample-data/beside-sample.ts'
import type { Context } from './context.ts'
import { errorData } from './error-shape.ts'
import { unwrap } from './fault-to-trpc.ts'

/** Keeps a stream open through proxies that close silent connections after a minute. */
const HEARTBEAT_MS = 20_000

const t = initTRPC.context<Context>().create({
  transformer: superjson,
  // A browser that hears nothing for three heartbeats connects again.
  sse: {
    ping: { enabled: true, intervalMs: HEARTBEAT_MS },
    client: { reconnectAfterInactivityMs: 3 * HEARTBEAT_MS },
  },
  isDev: false,
  errorFormatter: ({ shape, error }) => ({ code: shape.code, message: error.code, data: errorData(error) }),
})

export const { router } = t

const signedInAs = (...roles: readonly UserRole[]) =>
  t.procedure
    .use(({ ctx, next }) => {
      if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' })
      if (!roles.includes(ctx.user.role)) throw new TRPCError({ code: 'FORBIDDEN' })
      const { user, clock } = ctx
      return actingAs({ actorId: user.id, at: clock.now() }, () => next({ ctx: { ...ctx, user } }))
    })
    .use(async ({ ctx, next, type, path }) => {
      const isRefused = type === 'mutation' && !ALLOWED_BESIDE_SAMPLE.has(path)
      if (isRefused && (await hasSample(ctx))) return unwrap<never>(SAMPLE_LOADED)
      const result = await next()
      // Somebody loaded it since.
      return !result.ok && isSampleLoaded(result.error.cause) ? unwrap<never>(SAMPLE_LOADED) : result
    })

/** Anyone, signed in or not. */
export const publicProcedure = t.procedure

/** All signed-in users, for procedures without figures. */
export const memberProcedure = signedInAs(...USER_ROLES)

/** Users who read figures. */
export const readerProcedure = signedInAs(...READER_ROLES)

/** Departments that maintain registers; the procedure checks which register the input names. */
export const keeperProcedure = signedInAs(
  'officer',
  'human-resources',
  'it-security',
  'customer-service',
  'procurement',
)

/** Owners of a goal. */
export const ownerProcedure = signedInAs(...USER_ROLES.filter((role) => ownerOf(role) !== null))

/** Roles that manage accounts, API keys and technical settings. */
export const managerProcedure = signedInAs(...MANAGER_ROLES)

/** The same, and users who may confirm an appointment. */
export const appointmentProcedure = signedInAs(...MANAGER_ROLES, ...THIRD_ROLES)

/** Users who may confirm an officer or case handler; the procedure checks for which appointment. */
export const confirmerProcedure = signedInAs('officer', ...THIRD_ROLES)

/** Auditors compare figures with their documents, and maintain no register. */
export const auditorProcedure = signedInAs('auditor')
/** Roles that answer people's requests and complaints. */
export const deskProcedure = signedInAs(...DESK_ROLES)

/** Case handlers only: whistleblowing reports, which no officer reads. */
export const handlerProcedure = signedInAs('case-handler')

/** Executives decide what summaries ask for. */
export const executiveProcedure = signedInAs('executive')

/** Roles that read the decisions of executives. */
export const decisionReaderProcedure = signedInAs('executive', 'officer', 'auditor')

/** Roles that verify whether seals and the audit log are intact. */
export const verifierProcedure = signedInAs('officer', 'auditor')

/** Officers only: everything that changes something, and records about single people. */
export const officerProcedure = signedInAs('officer')

const IN_DOUBT = fail('clock-in-doubt')

/** Refuses with `clock-in-doubt` while the clock is not trusted, also if it jumps during the call. */
const atTrustedTime = t.middleware(async ({ ctx, next }) => {
  if (!(await ctx.clockGuard.check())) return unwrap<never>(IN_DOUBT)
  const result = await next({ ctx: { clock: ctx.clockGuard.clock } })
  return !result.ok && result.error.cause instanceof ClockInDoubt ? unwrap<never>(IN_DOUBT) : result
})

/** For officers' acts that a wrong clock would spoil permanently: opening, mailing, closing, sealing. */
export const timedProcedure = officerProcedure.use(atTrustedTime)

/** Second persons of all roles, whose decision may be one of those acts. */
export const timedMemberProcedure = memberProcedure.use(atTrustedTime)

/** Auditors, for what they seal. */
export const timedAuditorProcedure = auditorProcedure.use(atTrustedTime)

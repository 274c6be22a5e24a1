import { initTRPC } from '@trpc/server'
import type { CalendarDate, Instant, Locale, PeriodKey } from '@wayproof/kernel'
import type { ExecutiveSummary, GoalId, MissingRow, Scorecard, TrendPoint, Verdict } from '@wayproof/scorecard'
import type { Funnel, Wave } from '@wayproof/survey'
import superjson from 'superjson'

const t = initTRPC.create({ transformer: superjson })
const takes = <I>() => t.procedure.input((input: unknown) => input as I)
const give = <T>() => ({}) as T
type At = { period: PeriodKey }
type Role = 'officer' | 'executive'

const router = t.router({
  session: t.router({
    me: t.procedure.query(() =>
      give<{
        user: { id: string; name: string; email: string; role: Role; locale: Locale } | null
        organisation: { nameZh: string; nameEn: string; contactEmail: string; sample: boolean } | null
        surveyUrl: string
      }>(),
    ),
  }),
  scorecard: t.router({
    forPeriod: takes<At>().query(() => give<Scorecard>()),
    goal: takes<{ goal: GoalId; period: PeriodKey }>().query(() =>
      give<{
        verdict: Verdict
        trend: readonly TrendPoint[]
        missing: readonly MissingRow[] | readonly { unit: string; count: number }[]
        improvements: readonly string[]
      }>(),
    ),
    periods: t.procedure.query(() => give<{ latest: PeriodKey; available: PeriodKey[] }>()),
  }),
  wave: t.router({
    list: t.procedure.query(() => give<Wave[]>()),
    funnel: takes<At>().query(() => give<Funnel | null>()),
    preview: takes<At>().query(() => give<{ eligible: number }>()),
    open: takes<{
      period: PeriodKey
      mode: 'census' | 'sample'
      size?: number
      seed?: string
      closesOn: CalendarDate
    }>().mutation(() => give<unknown>()),
    remind: takes<At>().mutation(() => give<unknown>()),
    close: takes<At>().mutation(() => give<unknown>()),
  }),
  register: t.router({
    list: t.procedure.query(() =>
      give<
        {
          id: string
          rows: number
          lastImport: { fileName: string; importedAt: Instant; importedBy: string; rows: number } | null
        }[]
      >(),
    ),
  }),
  improvement: t.router({
    list: takes<At>().query(() => give<{ id: string; text: string; owner: string }[]>()),
    choose: takes<{ period: PeriodKey; text: string; owner: string }>().mutation(() => give<unknown>()),
  }),
  summary: t.router({
    preview: takes<At>().query(() => give<ExecutiveSummary>()),
    send: takes<At>().mutation(() => give<{ letters: number }>()),
  }),
  people: t.router({
    list: t.procedure.query(() => give<{ id: string; name: string; email: string; role: Role; locale: Locale }[]>()),
    invitations: t.procedure.query(() =>
      give<{ id: string; email: string | null; role: Role; locale: Locale; expiresAt: Instant }[]>(),
    ),
    revoke: takes<{ id: string }>().mutation(() => give<unknown>()),
    invite: takes<{ email: string; role: Role; locale: Locale }>().mutation(() => give<unknown>()),
    invitation: takes<{ token: string }>().query(() => give<{ email: string | null; role: Role; locale: Locale }>()),
    accept: takes<{
      token: string
      name: string
      email?: string
      password: string
      locale: Locale
    }>().mutation(() => give<unknown>()),
  }),
  organisation: t.router({
    get: t.procedure.query(() =>
      give<{
        nameZh: string
        nameEn: string
        contactEmail: string
        programmeStart: CalendarDate
        baselineYear: number | null
      } | null>(),
    ),
    save: takes<{
      nameZh: string
      nameEn: string
      contactEmail: string
      programmeStart: CalendarDate
      baselineYear: number | null
    }>().mutation(() => give<unknown>()),
  }),
  letters: t.router({ counts: t.procedure.query(() => give<Record<string, number>>()) }),
})

export type AppRouter = typeof router

import { dateAt } from '@wayproof/kernel'
import { memberProcedure, publicProcedure, router } from './trpc.ts'

export const sessionRouter = router({
  /**
   * The user who is signed in, and where; nobody is an answer too. `organisation` is null before the first-run set-up. `today` is
   * the organisation's calendar day, in its `timeZone`. `damaged`: the database file is, and nothing is written. `empty`: no
   * account exists, and the log of the server shows the link of the first officer. `enrolling`: somebody has signed in who must
   * first set up a second factor. `provider` is the name of the sign-in provider, null where there is none; `passwordless`: the
   * user signs in by it only.
   */
  me: publicProcedure.query(async ({ ctx }) => {
    const { user, enrolling, store, surveyUrl, clock, timeZone } = ctx
    const organisation = await store.organisation.get()
    const damaged = store.integrity.damage() !== null
    const empty = user === null && !enrolling && !(await store.people.anybody())
    const provider = ctx.provider?.settings.name ?? null
    const passwordless = ctx.userId !== null && !(await store.providerAccounts.hasPassword(ctx.userId))
    const signIn = { enrolling, provider, passwordless }
    const here = { user, ...signIn, surveyUrl, timeZone, damaged, empty, today: dateAt(clock.now(), timeZone) }
    if (!organisation) return { ...here, organisation: null }
    const { nameZh, nameEn, contactEmail, sample } = organisation
    return { ...here, organisation: { nameZh, nameEn, contactEmail, sample } }
  }),

  /** Whether the scheduler is at work, and when it last looked at the calendar (ISO 8601; null before its first look). */
  scheduler: memberProcedure.query(async ({ ctx: { store, clock } }) => {
    const { scheduler, lastLook } = await store.health.read(clock.now())
    return { state: scheduler, lastLook: lastLook === null ? null : new Date(lastLook).toISOString() }
  }),
})

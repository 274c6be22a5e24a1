import { brandedOrganisation } from '@wayproof/accounts/brand/branded-organisation'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { MANAGER_ROLES } from '../accounts/manager-roles.ts'
import { hasSample } from '../sample-data/beside-sample.ts'
import { silentServices } from '../services/read-services.ts'
import type { Context } from '../trpc/context.ts'
import { memberProcedure, publicProcedure, router } from '../trpc/trpc.ts'

const isManager = (role: string) => (MANAGER_ROLES as readonly string[]).includes(role)

export const sessionRouter = router({
  /**
   * The signed-in user, if any, and the installation. `organisation` is null before set-up; `today` is its calendar
   * day. `hasSampleData`: it stands for sample data, which an officer can remove.
   * `damaged`: the database file is damaged, so nothing is written. `empty`: no account exists yet.
   * `enrolling`: the user must first set up a second factor. `passwordless`: the user signs in by the provider only.
   */
  me: publicProcedure.query(async ({ ctx }) => {
    const { store, surveyUrl, clock, timeZone } = ctx
    const organisation = await brandedOrganisation(store)
    const damaged = store.integrity.damage() !== null
    const state = { ...(await signInState(ctx)), surveyUrl, timeZone, damaged, today: dateAt(clock.now(), timeZone) }
    if (!organisation) return { ...state, organisation: null }
    const { nameZh, nameEn, contactEmail, sample, brand } = organisation
    const hasSampleData = sample && (await hasSample(ctx))
    return { ...state, organisation: { nameZh, nameEn, contactEmail, sample, brand, hasSampleData } }
  }),

  /**
   * Whether the scheduler is running, and when it last checked the calendar (ISO 8601; null before its first check).
   * `silent`: the services that it cannot reach, for those who can have them mended. `holds`: the letters that wait for a
   * server, for the same people.
   */
  scheduler: memberProcedure.query(async ({ ctx }) => {
    const { scheduler, lastLook } = await ctx.store.health.read(ctx.clock.now())
    return {
      state: scheduler,
      lastLook: lastLook === null ? null : new Date(lastLook).toISOString(),
      silent: isManager(ctx.user.role) ? await silentServices(ctx) : [],
      holds: isManager(ctx.user.role) ? await ctx.store.services.holds() : [],
    }
  }),
})

async function signInState({ user, userId, enrolling, provider, store }: Context) {
  return {
    user,
    enrolling,
    empty: user === null && !enrolling && !(await store.people.anybody()),
    provider: provider?.settings.name ?? null,
    passwordless: userId !== null && !(await store.providerAccounts.hasPassword(userId)),
  }
}

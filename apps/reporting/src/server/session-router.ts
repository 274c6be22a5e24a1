import { dateAt } from '@wayproof/kernel'
import { publicProcedure, router } from './trpc.ts'

export const sessionRouter = router({
  /**
   * Who is signed in and where; nobody is an answer too. `organisation` is null before the first-run set-up. `today` is
   * the organisation's calendar day, in its `timeZone`.
   */
  me: publicProcedure.query(async ({ ctx: { user, store, surveyUrl, clock, timeZone } }) => {
    const organisation = await store.organisation.get()
    const here = { user, surveyUrl, timeZone, today: dateAt(clock.now(), timeZone) }
    if (!organisation) return { ...here, organisation: null }
    const { nameZh, nameEn, contactEmail, sample } = organisation
    return { ...here, organisation: { nameZh, nameEn, contactEmail, sample } }
  }),
})

import { publicProcedure, router } from './trpc.ts'

export const sessionRouter = router({
  /** Who is signed in and where; nobody is an answer too. `organisation` is null before the first-run set-up. */
  me: publicProcedure.query(async ({ ctx: { user, store, surveyUrl } }) => {
    const organisation = await store.organisation.get()
    if (!organisation) return { user, organisation: null, surveyUrl }
    const { nameZh, nameEn, contactEmail, sample } = organisation
    return { user, organisation: { nameZh, nameEn, contactEmail, sample }, surveyUrl }
  }),
})

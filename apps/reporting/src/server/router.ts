import { improvementRouter } from './improvement-router.ts'
import { organisationRouter } from './organisation-router.ts'
import { peopleRouter } from './people-router.ts'
import { registerRouter } from './register-router.ts'
import { sessionRouter } from './session-router.ts'
import { router } from './trpc.ts'

export const appRouter = router({
  session: sessionRouter,
  organisation: organisationRouter,
  people: peopleRouter,
  improvement: improvementRouter,
  register: registerRouter,
})

export type AppRouter = typeof appRouter

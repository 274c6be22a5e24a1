import { createRoute, redirect } from '@tanstack/react-router'
import { type AtPeriod, atPeriod, carryHalfYear } from '../at-address.ts'
import { me } from '../me.ts'
import { isForAdministrators } from '../shell/menu-entries.ts'
import { Shell } from '../shell/shell.tsx'
import { root } from './root-route.ts'

/** Pages that an officer may open before the organization has a name: the steps of the set-up, and the first of them. */
const BEFORE_NAMING: readonly string[] = ['/', '/settings', '/profile']

/** The parent of all pages for signed-in users. */
export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  // The pages below read the other parameters. An address without a half-year gets none here, so that it can be carried.
  validateSearch: (search: Record<string, unknown>): AtPeriod => ({
    ...('period' in search ? { period: undefined } : {}),
    ...atPeriod(search),
  }),
  search: { middlewares: [carryHalfYear] },
  beforeLoad: async ({ context: { queryClient }, location }) => {
    const { user, enrolling, organisation } = await queryClient.ensureQueryData(me)
    if (enrolling) throw redirect({ to: '/second-factor' })
    if (!user) throw redirect({ to: '/sign-in', search: { next: location.href } })
    if (user.role === 'administrator' && !isForAdministrators(location.pathname)) throw redirect({ to: '/people' })
    if (!organisation && user.role === 'officer' && !BEFORE_NAMING.includes(location.pathname))
      throw redirect({ to: '/' })
  },
  component: Shell,
})

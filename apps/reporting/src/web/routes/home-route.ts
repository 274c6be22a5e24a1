import { createRoute } from '@tanstack/react-router'
import { atPeriod, only } from '../at-address.ts'
import { HomePage } from '../home/home-page.tsx'
import { inside } from './inside-route.ts'

export const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  validateSearch: only(atPeriod),
  component: HomePage,
})

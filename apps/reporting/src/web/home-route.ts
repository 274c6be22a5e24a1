import { createRoute } from '@tanstack/react-router'
import { atPeriod } from './at-address.ts'
import { HomePage } from './home/home-page.tsx'
import { inside } from './inside-route.ts'

export const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  validateSearch: atPeriod,
  component: HomePage,
})

import { createRoute } from '@tanstack/react-router'
import { atSealCode, atSignIn, only } from '../at-address.ts'
import { page } from '../words/page.ts'
import { root } from './root-route.ts'

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: only(atSignIn),
  component: page(() => import('../access/sign-in-page.tsx'), 'SignInPage'),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  component: page(() => import('../access/invitation-page.tsx'), 'InvitationPage'),
})

const askReset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  component: page(() => import('../reset/ask-reset-page.tsx'), 'AskResetPage'),
})

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset/$token',
  component: page(() => import('../reset/reset-page.tsx'), 'ResetPage'),
})

const checkSeal = createRoute({
  getParentRoute: () => root,
  path: '/check-seal',
  validateSearch: only(atSealCode),
  component: page(() => import('../seals/check-seal-page.tsx'), 'CheckSealPage'),
})

const secondFactor = createRoute({
  getParentRoute: () => root,
  path: '/second-factor',
  component: page(() => import('../second-factor/set-up-page.tsx'), 'SetUpPage'),
})

/** Routes of the pages that have no menu. */
export const routesBeforeSignIn = [signIn, invitation, askReset, reset, checkSeal, secondFactor] as const

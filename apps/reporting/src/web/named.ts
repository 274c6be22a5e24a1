import { redirect } from '@tanstack/react-router'

/** Gives the entry of `known` that the address names; any other name redirects to `elsewhere`. */
export function named<T extends string>(known: readonly T[], name: string, elsewhere: '/scorecard' | '/registers'): T {
  const found = known.find((each) => each === name)
  if (found) return found
  throw redirect({ to: elsewhere })
}

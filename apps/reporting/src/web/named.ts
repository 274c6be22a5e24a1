import { redirect } from '@tanstack/react-router'

/** The one of `known` that an address names; a redirect to the page `elsewhere` when it names none of them. */
export function named<T extends string>(known: readonly T[], name: string, elsewhere: '/scorecard' | '/registers'): T {
  const found = known.find((each) => each === name)
  if (found) return found
  throw redirect({ to: elsewhere })
}

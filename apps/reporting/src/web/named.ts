import { redirect } from '@tanstack/react-router'

/** Gives the entry of `known` that the address names; any other name redirects to `elsewhere`. */
export function named<T extends string>(names: readonly T[], name: string, elsewhere: '/scorecard' | '/registers'): T {
  const match = names.find((each) => each === name)
  if (match) return match
  throw redirect({ to: elsewhere })
}

import { redirect } from '@tanstack/react-router'

/** Returns the entry of `names` that equals `name`; any other name redirects to `fallback`. */
export function nameOrRedirect<T extends string>(
  names: readonly T[],
  name: string,
  fallback: '/scorecard' | '/registers' | '/settings',
): T {
  const match = names.find((candidate) => candidate === name)
  if (match) return match
  throw redirect({ to: fallback })
}

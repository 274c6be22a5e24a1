import type { ErrorComponentProps } from '@tanstack/react-router'
import { FaultPanel } from './fault-panel.tsx'

/** What stands in the place of a page that could not be brought up. */
export function RouteFault({ error, reset }: ErrorComponentProps) {
  return <FaultPanel error={error} onAgain={reset} />
}

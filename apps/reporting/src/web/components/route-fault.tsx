import type { ErrorComponentProps } from '@tanstack/react-router'
import { FaultPanel } from './fault-panel.tsx'

export function RouteFault({ error, reset }: ErrorComponentProps) {
  return <FaultPanel error={error} onAgain={reset} />
}

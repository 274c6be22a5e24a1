import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { SurveyPorts } from '../ports.ts'
import type { Funnel, Wave } from './wave.ts'

/** Progress of a wave: counts of letters and answers, never the contents of answers. */
export async function waveFunnel(
  ports: Pick<SurveyPorts, 'store'>,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<Funnel, { readonly code: 'no-wave' }>> {
  const funnel = await ports.store.funnel(period)
  return funnel ? ok(funnel) : fail('no-wave')
}

/** Every wave, newest period first. */
export function listWaves(ports: Pick<SurveyPorts, 'store'>): Promise<readonly Wave[]> {
  return ports.store.waves()
}

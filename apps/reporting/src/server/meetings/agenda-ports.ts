import { listOffTargetGoals } from '@wayproof/scorecard/list-off-target-goals'
import type { Services } from '../trpc/context.ts'
import { actionPorts, scorecardPorts } from '../trpc/ports.ts'

/** Ports of the agenda, which is computed from goals, deadlines and actions. */
export const agendaPorts = (services: Services) => ({
  ...actionPorts(services),
  deadlines: services.store.deadlines,
  redAndAmberGoals: async () => {
    const organisation = await services.store.organisation.get()
    return listOffTargetGoals(scorecardPorts(services), { start: organisation?.programmeStart ?? '' })
  },
})

import type { Id } from '@wayproof/kernel/id'
import { folderInEffect, provenRoute } from '@wayproof/survey/travelers/mail-route'
import type { Services } from '../trpc/context.ts'

/** How letters are sent now, who chose a folder, and the result of an officer's newest test letter. */
export async function mailState({ store, clock }: Services, officer: { readonly id: Id }) {
  const [route, test] = await Promise.all([store.survey.mailRoute(), store.mailTests.last(officer.id)])
  return { proven: provenRoute(route, clock.now()), folder: folderInEffect(route), test }
}

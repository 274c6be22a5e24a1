import type { Id } from '@wayproof/kernel'
import { folderInEffect, provenRoute } from '@wayproof/survey'
import type { Parts } from '../trpc/context.ts'

/** By what letters leave now, who chose a folder, and what became of an officer's newest test letter. */
export async function mailState({ store, clock }: Parts, officer: { readonly id: Id }) {
  const [route, test] = await Promise.all([store.survey.mailRoute(), store.mailTests.last(officer.id)])
  return { proven: provenRoute(route, clock.now()), folder: folderInEffect(route), test }
}

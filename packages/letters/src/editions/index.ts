export type { BouncingUser } from '../questions/bouncing-user.ts'
export { editionGaps } from './compose-edition.ts'
export { approveEdition, type DecideEdition, releaseEdition, type SentNow, sendNow } from './decide-edition.ts'
export type {
  ArchivedLetter,
  EditionDelivery,
  EditionReader,
  EditionStore,
  IssuedEdition,
  IssuedLetter,
  NewEdition,
  SentEdition,
} from './edition-store.ts'
export type { EditionPorts } from './ports.ts'
export { type ReviewedEdition, reviewEditions } from './review-editions.ts'
export { listComingEditions, type PreviewEdition, type PreviewedEdition, previewEdition } from './show-edition.ts'

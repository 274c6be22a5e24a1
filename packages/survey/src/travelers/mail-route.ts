import type { Instant } from '@wayproof/kernel'

/** An officer has said that letters go to a folder, and to nobody. */
export interface FolderChoice {
  readonly chosenAt: Instant
  /** Name of the officer. */
  readonly chosenBy: string
}

/** How letters leave, as far as is known of it. */
export interface MailRoute {
  /** When a mail server last accepted a letter, to the hour; null: none ever did. */
  readonly acceptedAt: Instant | null
  readonly folder: FolderChoice | null
}

export interface MailRouteStore {
  mailRoute(): Promise<MailRoute>
  /** Null takes it back. */
  saveFolderChoice(choice: FolderChoice | null): Promise<void>
}

/** What a mail server accepted longer ago proves nothing of today. */
const MAIL_PROOF_DAYS = 30

const HOUR_MS = 3_600_000
const PROOF_MS = MAIL_PROOF_DAYS * 24 * HOUR_MS

/** The choice of a folder in effect: it ends when a mail server accepts a letter after it. */
export const folderInEffect = ({ acceptedAt, folder }: MailRoute): FolderChoice | null =>
  folder !== null && (acceptedAt === null || acceptedAt <= folder.chosenAt) ? folder : null

/** By what letters of a wave would leave; null: nothing shows that any would. */
export function provenRoute(route: MailRoute, now: Instant): 'server' | 'folder' | null {
  if (folderInEffect(route)) return 'folder'
  const { acceptedAt } = route
  // A moment in the future was written by a wrong clock.
  const fresh = acceptedAt !== null && now - acceptedAt <= PROOF_MS && acceptedAt - now <= HOUR_MS
  return fresh ? 'server' : null
}

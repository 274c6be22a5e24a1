import type { Instant } from '@wayproof/kernel/clock'

/** An officer's choice to write letters to a folder and send none. */
export interface FolderChoice {
  readonly chosenAt: Instant
  /** Name of the officer. */
  readonly chosenBy: string
}

/** Known facts about how letters are sent. */
export interface MailRoute {
  /** Time at which a mail server last accepted a letter, to the hour; null if never. */
  readonly acceptedAt: Instant | null
  readonly folder: FolderChoice | null
}

export interface MailRouteStore {
  mailRoute(): Promise<MailRoute>
  /** Null cancels the choice. */
  saveFolderChoice(choice: FolderChoice | null): Promise<void>
}

/** A letter accepted longer ago does not prove that the mail server works today. */
const MAIL_PROOF_DAYS = 30

const HOUR_MS = 3_600_000
const PROOF_MS = MAIL_PROOF_DAYS * 24 * HOUR_MS

/** The folder choice in effect: it ends when a mail server accepts a letter after it. */
export const folderInEffect = ({ acceptedAt, folder }: MailRoute): FolderChoice | null =>
  folder !== null && (acceptedAt === null || acceptedAt <= folder.chosenAt) ? folder : null

/** The route that letters of a wave would take; null if nothing shows that they would be sent. */
export function provenRoute(route: MailRoute, now: Instant): 'server' | 'folder' | null {
  if (folderInEffect(route)) return 'folder'
  const { acceptedAt } = route
  // A time in the future was written by a wrong clock.
  const isRecent = acceptedAt !== null && now - acceptedAt <= PROOF_MS && acceptedAt - now <= HOUR_MS
  return isRecent ? 'server' : null
}

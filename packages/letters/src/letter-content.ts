/** What a letter says, before it is set as html or plain text. */
export interface LetterContent {
  readonly subject: string
  readonly kicker: string
  readonly headline: string
  readonly blocks: readonly Block[]
  readonly foot: readonly FootLine[]
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'goals'; readonly rows: readonly GoalRow[] }
  | { readonly kind: 'numbered'; readonly items: readonly NumberedItem[] }
  /** `own` are somebody's own words, in the language he wrote them. */
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly own?: true }
  | { readonly kind: 'button'; readonly label: string; readonly link: LinkName }

/** Status is a shape, then a word, then a colour. */
export type Shape = 'filled-circle' | 'open-circle' | 'filled-square' | 'triangle' | 'dashed-circle'

export interface GoalRow {
  readonly shape: Shape
  readonly name: string
  readonly word: string
  readonly detail: string
  /** A line each: what would make it green or the room that is left, and how it changed. */
  readonly beside: readonly string[]
  /** What stands beside the figure: our words, then somebody's own. */
  readonly note?: { readonly text: string; readonly own: string }
  readonly value: string
  readonly target: string
}

export interface NumberedItem {
  readonly lead: string
  readonly text: string
}

export interface FootLine {
  readonly text: string
  readonly link?: { readonly label: string; readonly name: LinkName }
}

/** A letter names its links; the addresses are put in at sending. */
export type LinkName = 'survey' | 'unsubscribe' | 'reporting' | 'userInvitation' | 'rightsCase'

/** Content of a letter, before it is rendered as HTML or plain text. */
export interface LetterContent {
  readonly subject: string
  readonly kicker: string
  readonly headline: string
  readonly blocks: readonly Block[]
  readonly foot: readonly FootLine[]
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** `language` is that of the text if the letter is in another one. */
  | { readonly kind: 'heading'; readonly text: string; readonly language?: string | undefined }
  /** Small print within the letter. */
  | { readonly kind: 'caption'; readonly text: string }
  | { readonly kind: 'decisions'; readonly items: readonly DecisionItem[] }
  | { readonly kind: 'changes'; readonly items: readonly ChangeItem[] }
  | { readonly kind: 'goals'; readonly rows: readonly GoalRow[] }
  | { readonly kind: 'numbered'; readonly items: readonly NumberedItem[] }
  /** `own` is text that a person wrote, in that person's language. */
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly own?: true }
  | { readonly kind: 'links'; readonly items: readonly LinkedItem[] }
  | { readonly kind: 'options'; readonly items: readonly OptionItem[] }
  | { readonly kind: 'button'; readonly label: string; readonly link: LinkName }

/** Status is a shape, then a word, then a color. */
export type Shape = 'filled-circle' | 'open-circle' | 'filled-square' | 'triangle' | 'dashed-circle'

export interface GoalRow {
  readonly shape: Shape
  readonly name: string
  readonly word: string
  readonly detail: string
  /** One line each: the gap or margin to the target, and the change. */
  readonly beside: readonly string[]
  /** Note beside the figure: our text, then a user's. */
  readonly note?: { readonly text: string; readonly own: string }
  readonly value: string
  readonly target: string
  /** Absent if there is no figure to draw. */
  readonly bar?: Bar
}

/** A figure on a scale from 0 to 1, with its interval and target. */
export interface Bar {
  readonly value: number
  readonly interval: readonly [lower: number, upper: number] | null
  readonly target: number
}

/** A requested decision, its reason and its owner; `due` is a label and a day. */
export interface DecisionItem {
  readonly title: string
  readonly detail: string
  readonly due: readonly [word: string, day: string] | null
}

export interface ChangeItem {
  readonly direction: 'better' | 'worse' | 'other'
  readonly text: string
}

/** A line of a list; `path` is the end of an address in the dashboard. */
export interface LinkedItem {
  readonly text: string
  readonly path: string | null
}

/** An option of a question. Its whole row is a link. */
export interface OptionItem {
  readonly label: string
  /** The language of the label if the letter is in another one. */
  readonly language?: string | undefined
  readonly isOffScale: boolean
  readonly link: LinkName
}

export interface NumberedItem {
  readonly lead: string
  readonly text: string
}

export interface FootLine {
  readonly text: string
  /** A code after the text, which is in no language. */
  readonly code?: string
  readonly link?: { readonly label: string; readonly name: LinkName }
}

/** The links of the options of a question, in their order. */
export const OPTION_LINKS = [
  'option-1',
  'option-2',
  'option-3',
  'option-4',
  'option-5',
  'option-6',
  'option-7',
] as const

/** A letter names its links; their addresses are inserted at sending. */
export type LinkName =
  | (typeof OPTION_LINKS)[number]
  | 'survey'
  | 'unsubscribe'
  | 'reporting'
  /** The dashboard's address without a page. */
  | 'dashboard'
  | 'sealCheck'
  | 'userInvitation'
  | 'passwordReset'
  | 'rightsCase'

import type { Instant, LocalText } from '@wayproof/kernel'

/** A questionnaire as data, in the form of `golden/questionnaire.json`: stable item ids, wording per language. */
export interface Questionnaire {
  readonly id: string
  readonly version: number
  readonly estimatedMinutes: number
  readonly scales: Readonly<Record<string, Scale>>
  readonly stem: LocalText & { readonly appliesTo: readonly string[] }
  readonly items: readonly Item[]
}

export interface Scale {
  readonly id: string
  readonly points: readonly (LocalText & { readonly value: number })[]
  readonly offScale: readonly (LocalText & { readonly code: string })[]
}

interface ItemBase extends LocalText {
  readonly id: string
  readonly role: string
  readonly measure?: string
  readonly required?: boolean
  /** Shown only when each named item has the named value. */
  readonly showIf?: Readonly<Record<string, string>>
}

export type Item =
  | (ItemBase & { readonly type: 'scale'; readonly scale: string })
  | (ItemBase & { readonly type: 'choice'; readonly options: readonly (LocalText & { readonly value: string })[] })
  | (ItemBase & {
      readonly type: 'text'
      readonly maxLength: number
      /** Why this question may ask for an identity number, a passport, a card or a phone. */
      readonly asksIdentityBecause?: string
    })

/** A version that waves may ask from now on; its words never change. */
export interface PublishedQuestionnaire {
  readonly id: string
  readonly version: number
  readonly publishedAt: Instant
}

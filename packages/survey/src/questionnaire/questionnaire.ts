import type { Instant, LocalText } from '@wayproof/kernel'

/** A questionnaire as data, in the format of `golden/questionnaire.json`: stable item IDs, wording per language. */
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
  /** The item is shown only if each named item has the named value. */
  readonly showIf?: Readonly<Record<string, string>>
}

export type Item =
  | (ItemBase & { readonly type: 'scale'; readonly scale: string })
  | (ItemBase & { readonly type: 'choice'; readonly options: readonly (LocalText & { readonly value: string })[] })
  | (ItemBase & {
      readonly type: 'text'
      readonly maxLength: number
      /** The reason why this question may ask for an identity number, passport, card or phone number. */
      readonly asksIdentityBecause?: string
    })

/** A version that waves can use; its wording never changes. */
export interface PublishedQuestionnaire {
  readonly id: string
  readonly version: number
  readonly publishedAt: Instant
}

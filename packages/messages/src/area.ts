import type { Messages } from './en.ts'

type Reporting = Messages['reporting']

/** A part of the messages that a page may need: `closing`, or `reporting.goal` for a page of the dashboard. */
export type Area = Exclude<keyof Messages, 'reporting'> | `reporting.${keyof Reporting}`

type AreaWords<A extends Area> = A extends `reporting.${infer K extends keyof Reporting}`
  ? Pick<Reporting, K>
  : Pick<Messages, A & keyof Messages>

/** How to load each area. */
export type Loaders<A extends Area> = { readonly [K in A]: () => Promise<AreaWords<K>> }

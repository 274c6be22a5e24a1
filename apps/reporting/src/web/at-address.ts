import type { SearchMiddleware } from '@tanstack/react-router'
import { parsePeriod } from '@wayproof/kernel/calendar/period'
import { isId } from '@wayproof/kernel/id'
import { MARGINS, type Margin } from '@wayproof/scorecard/breakdown/margin'

export interface AtPeriod {
  /** A link with `undefined` drops the half-year from the address. */
  readonly period?: string | undefined
}

/**
 * Makes the address of a page hold only what `read` accepts: the router would otherwise hand an invalid or unknown
 * parameter on as it stands. The half-year stays, because links carry it on.
 */
export const only =
  <S extends object>(read: (search: Record<string, unknown>) => S) =>
  (search: Record<string, unknown>): S => ({
    ...Object.fromEntries(Object.keys(search).flatMap((name) => (name === 'period' ? [] : [[name, undefined]]))),
    ...read(search),
  })

/** Reads the half-year from the address and ignores an invalid one. */
export function atPeriod(search: Record<string, unknown>): AtPeriod {
  const period = String(search.period ?? '')
  return /^\d{4}(-H[12])?$/.test(period) ? { period } : {}
}

/** Carries the half-year of the address to every page, unless the link sets `period` itself, even to `undefined`. */
export function carryHalfYear<S extends AtPeriod>({ search, next }: Parameters<SearchMiddleware<S>>[0]): S {
  const target = next(search)
  const { period } = search
  return 'period' in target || parsePeriod(period ?? '')?.kind !== 'half-year' ? target : { ...target, period }
}

/** Which cell of a goal is open, or whether people are listed instead of units. */
interface AtGoal extends AtPeriod, AtSurface {
  readonly listed?: 'person'
}

export const atGoal = (search: Record<string, unknown>): AtGoal => ({
  ...atPeriod(search),
  ...atSurface(search),
  ...(search.listed === 'person' ? { listed: 'person' as const } : {}),
})

/** How the groups of a wave are cut. */
interface AtGroups extends AtPeriod {
  readonly item?: string
  readonly by?: Margin
  readonly and?: Margin
}

export function atGroups(search: Record<string, unknown>): AtGroups {
  const firstMargin = MARGINS.find((margin) => margin === search.by)
  const secondMargin = firstMargin && MARGINS.find((margin) => margin === search.and && margin !== firstMargin)
  const item = typeof search.item === 'string' && /^[\w-]{1,64}$/.test(search.item) ? search.item : null
  return {
    ...atPeriod(search),
    ...(item ? { item } : {}),
    ...(firstMargin ? { by: firstMargin } : {}),
    ...(secondMargin ? { and: secondMargin } : {}),
  }
}

/** The path to open after signing in, the provider's result, and whether a second factor comes next. */
export function atSignIn(search: Record<string, unknown>): { next?: string; provider?: string; code?: string } {
  // Only a path of this site: any other address would send the person away after signing in.
  const next = typeof search.next === 'string' && /^\/(?![/\\])/.test(search.next) ? search.next : null
  const provider = typeof search.provider === 'string' ? search.provider : null
  const code = search.code === 'asked' ? search.code : null
  return { ...(next ? { next } : {}), ...(provider ? { provider } : {}), ...(code ? { code } : {}) }
}

/** A seal code to check; the server decides whether it is valid. */
export const atSealCode = ({ code }: Record<string, unknown>): { readonly code?: string } =>
  typeof code === 'string' || typeof code === 'number' ? { code: String(code).slice(0, 200) } : {}

interface AtSurface {
  readonly surface?: string
  readonly language?: string
}

/** Names one published policy text by surface and language. */
export const atSurface = ({ surface, language }: Record<string, unknown>): AtSurface =>
  surface === undefined || language === undefined ? {} : { surface: `${surface}`, language: `${language}` }

/** A half-year and, optionally, one edition of its summary. */
export const atEdition = (search: Record<string, unknown>): AtPeriod & { readonly edition?: string } => ({
  ...atPeriod(search),
  ...(typeof search.edition === 'string' && isId(search.edition) ? { edition: search.edition } : {}),
})

import { callTRPCProcedure } from '@trpc/server'
import { READER_ROLES, type UserRole } from '@wayproof/accounts/accounts/person'
import type { Locale } from '@wayproof/kernel/people/locale'
import { parse } from 'hono/utils/cookie'
import { createContext, type Services } from '../trpc/context.ts'
import { appRouter } from '../trpc/router.ts'
import { requestId } from './request-id.ts'

/** A reader's request, for drawing the home. */
export interface HomeRequest {
  /** Path and search. */
  readonly address: string
  readonly role: UserRole
  /** The language of the account. */
  readonly locale: Locale
  /** The reader's own choices, from cookies. */
  readonly choices: { get(name: string): string | null }
  /** Allows styles of this page. */
  readonly nonce: string
  /** Calls a query for the reader, with all its checks. */
  readonly ask: (path: string, input: unknown) => Promise<unknown>
}

export interface HomeParts {
  readonly html: string
  /** An element with the answers behind it. */
  readonly answers: string
}

interface DrawnHome<Parts = HomeParts> {
  readonly locale: Locale
  /** Style elements for the head. */
  readonly styles: string
  /** Draws the figures, which occupies the process. */
  readonly draw: () => Promise<Parts>
}

export type DrawHome = (request: HomeRequest) => DrawnHome

/** Draws figures for a request of the home; null for readers without figures. The parts are null if drawing fails. */
export type HomeDrawing = (request: Request, nonce: string) => Promise<DrawnHome<HomeParts | null> | null>

/** Draws the home of signed-in readers with `draw`, which is null if the dashboard was not built. */
export const homeDrawing =
  (services: Services, draw: DrawHome | null): HomeDrawing =>
  async ({ url, headers, signal }, nonce) => {
    if (!draw || !headers.has('cookie')) return null
    const failed = (error: unknown) => {
      const stack = error instanceof Error ? error.stack : String(error)
      services.log({ level: 'error', event: 'request-failed', errorId: requestId(), at: 'drawing the home', stack })
      return null
    }
    try {
      const ctx = await createContext(services, { headers, answer: new Headers() })
      const { user } = ctx
      if (!user || !READER_ROLES.includes(user.role) || !(await services.store.organisation.get())) return null
      const cookies = parse(headers.get('cookie') ?? '')
      const { pathname, search } = new URL(url)
      const home = draw({
        address: pathname + search,
        role: user.role,
        locale: user.locale,
        choices: { get: (name) => cookies[name] ?? null },
        nonce,
        ask: (path, input) =>
          callTRPCProcedure({
            router: appRouter,
            path,
            ctx,
            signal,
            type: 'query',
            batchIndex: 0,
            getRawInput: async () => input,
          }),
      })
      return { locale: home.locale, styles: home.styles, draw: () => home.draw().catch(failed) }
    } catch (error) {
      return failed(error)
    }
  }

import { damagePage } from '@wayproof/service-start/serve-damage'
import { createContext, type Services } from '../trpc/context.ts'

/** The page for a reader whom a damaged database keeps from every other one; null if there is none. */
export type DamagedPage = (request: Request) => Promise<string | null>

/** Nobody can sign in while nothing is written, so without a session or a readable account only this page is left. */
export const damagedPage =
  (services: Services): DamagedPage =>
  async ({ headers }) => {
    if (services.store.integrity.damage() === null) return null
    return (await canRead(services, headers)) ? null : damagePage(({ databaseFaults }) => databaseFaults.damaged(''))
  }

async function canRead(services: Services, headers: Headers): Promise<boolean> {
  try {
    const { user } = await createContext(services, { headers, answer: new Headers(), isUse: false })
    await services.store.organisation.get()
    return user !== null
  } catch {
    return false
  }
}

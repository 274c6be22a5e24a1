import type { StoreDatabase } from '@wayproof/database/store-database'
import type { Ids, Tokens } from '@wayproof/kernel/id'
import { hookStore } from '@wayproof/letters/hook/hook-records'
import type { HookStore } from '@wayproof/letters/hook/hook-store'
import type { JobResultStore, ServiceStore } from '@wayproof/oversight/services/ports'
import { type HealthStore, healthStore } from '../health/health-store.ts'
import type { ReadinessDeps } from '../health/readiness.ts'
import { type SampleDataStore, sampleDataStore } from '../sample-data/sample-data-store.ts'
import { jobResultStore } from './job-result-store.ts'
import { serviceStore } from './service-store.ts'

/** Stores about the installation's own work. */
export interface ServiceStores {
  readonly health: HealthStore
  readonly services: ServiceStore
  readonly jobResults: JobResultStore
  readonly hook: HookStore
  readonly sampleData: SampleDataStore
}

export const serviceStores = (
  database: StoreDatabase,
  parts: { readonly ids: Ids; readonly tokens: Tokens; readonly timeZone: string } & Omit<ReadinessDeps, 'database'>,
): ServiceStores => ({
  health: healthStore(database, parts),
  services: serviceStore(database, parts),
  jobResults: jobResultStore(database, parts),
  hook: hookStore(database, parts),
  sampleData: sampleDataStore(database, parts),
})

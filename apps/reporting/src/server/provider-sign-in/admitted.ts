import type { Id } from '@wayproof/kernel/id'
import type { Services } from '../trpc/context.ts'
import type { ProviderClient } from './provider-client.ts'
import type { ProviderNotice } from './provider-refusal.ts'

export type AdmitServices = Pick<Services, 'store' | 'clock' | 'ids' | 'keyring' | 'timeZone'> & {
  readonly provider: ProviderClient
}

export interface Admitted {
  readonly userId: Id
  readonly notice: ProviderNotice | null
}

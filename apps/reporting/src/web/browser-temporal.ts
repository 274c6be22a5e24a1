import type { Temporal as Polyfill } from 'temporal-polyfill'

type Implementation = typeof Polyfill

/** The web build uses this module for `temporal-polyfill`, so browsers that have Temporal do not load the polyfill. */
export let Temporal = Reflect.get(globalThis, 'Temporal') as Implementation

/** Resolves when dates can be counted with; browsers without Temporal load it here. */
export const temporalReady: Promise<void> = Temporal
  ? Promise.resolve()
  : import('temporal-polyfill/implementation').then((implementation) => {
      Temporal = implementation.Temporal
    })

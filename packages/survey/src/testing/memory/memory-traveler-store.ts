import type { Ids } from '@wayproof/kernel/id'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import type { TravelerStore } from '../../travelers/ports.ts'
import { hexOf } from './find-in-memory.ts'
import { countEligibleByLanguage, countFrame, frameProvenance } from './memory-frame.ts'
import { removeTraveler, suppress } from './memory-register.ts'
import { memoryStaging } from './memory-staging.ts'
import type { SurveyMemory } from './survey-memory.ts'

export function memoryTravelerStore(
  memory: SurveyMemory,
  deps: { readonly ids: Ids; readonly keyring: Keyring },
): TravelerStore {
  const travelerAt = (key: string) => [...memory.travelers.values()].find(({ addressKey }) => addressKey === key)
  return {
    stageTravelers: (told) => memoryStaging(memory, { ...deps, told }),
    registeredTravelers: async () => memory.travelers.size,
    countFrame: async (frame) => countFrame(memory, frame),
    frameProvenance: async (frame) => frameProvenance(memory, frame),
    countEligibleByLanguage: async (frame) => countEligibleByLanguage(memory, frame),
    suppressAddress: async (emailKey, reason, at) => {
      suppress(memory, hexOf(emailKey), reason, at)
      return travelerAt(hexOf(emailKey)) !== undefined
    },
    wantsNoLetters: async (emailKey) => {
      const suppression = memory.suppressed.get(hexOf(emailKey))
      return suppression !== undefined && suppression.reason !== 'bounced'
    },
    isUnsubscribed: async (emailKey) => memory.suppressed.get(hexOf(emailKey))?.reason === 'unsubscribed',
    undoUnsubscribe: async (emailKey) => {
      const key = hexOf(emailKey)
      if (memory.suppressed.get(key)?.reason === 'unsubscribed') memory.suppressed.delete(key)
    },
    eraseTraveler: async ({ person, at }) => {
      const traveler =
        'emailKey' in person
          ? travelerAt(hexOf(person.emailKey))
          : [...memory.travelers.values()].find(({ customerNumber }) => customerNumber === person.customerNumber)
      const key = 'emailKey' in person ? hexOf(person.emailKey) : traveler?.addressKey
      if (key === undefined) return null
      suppress(memory, key, 'erased', at)
      if (traveler) removeTraveler(memory, traveler.id)
      return { found: traveler !== undefined, overwritten: true }
    },
  }
}

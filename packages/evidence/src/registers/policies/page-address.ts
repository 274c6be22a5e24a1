import { isInside, webTarget } from '@wayproof/kernel/network/web-target'
import type { CheckContext, CheckFault } from '../../checks/row-check.ts'

/** Only HTTP addresses that a customer's browser opens can be checked. */
export function badAddress(rowNumber: number, url: string | null, { isPublicAddress }: CheckContext): CheckFault[] {
  if (url === null) return []
  const fault = { rowNumber, field: 'url', text: url, expected: 'https://www.example.com/privacy' }
  const target = webTarget(url)
  if (target.ok)
    return isInside(target.value.host, isPublicAddress)
      ? [{ ...fault, code: 'private-address', text: target.value.host }]
      : []
  // The rejected text contains a password and is not repeated.
  if (target.fault.code === 'user-in-address') return [{ ...fault, code: 'user-in-address', text: '' }]
  return [{ ...fault, code: 'bad-value' }]
}
